/**
 * The network: a BERT encoder (Devlin et al. 2018), and a linear head over its first token and the mean of the clause's tokens.
 * Memory is laid out once for the longest input; a run allocates only its result.
 */
import { type Architecture, maxInputPieces } from './encoder-header.ts';
import { type EncoderWeights, type QuantisedMatrix, roundUpTo } from './encoder-weights.ts';
import { COLUMN_GROUP, FIRST_FREE_BYTE, instantiateKernel, type Kernel, TOKEN_GROUP } from './kernel/kernel.ts';

export interface Network {
  /**
   * @param pieces piece ids, special pieces included: the clause, then its context; at least one, at most those of the longest input.
   * @param clause how many of them belong to the clause, at least 1.
   * @returns a logit for each output.
   * @throws RangeError if the input does not fit.
   */
  run(pieces: ArrayLike<number>, clause: number): Float32Array;
}

/** Addresses in the kernel's memory. */
interface LinearLayout {
  weights: number;
  weightScales: number;
  bias: number;
  rows: number;
  width: number;
}
interface NormLayout {
  gain: number;
  shift: number;
}
interface LayerLayout {
  input: LinearLayout;
  output: LinearLayout;
  attentionNorm: NormLayout;
  inner: LinearLayout;
  outer: LinearLayout;
  norm: NormLayout;
}
interface MemoryLayout {
  positions: number;
  norm: NormLayout;
  layers: LayerLayout[];
  /** f32 [tokens][hidden]: the state of each token, updated by each layer. */
  state: number;
  /** f32 [tokens][the wider of 3 × hidden and inner] */
  wide: number;
  /** f32 [tokens][hidden] */
  narrow: number;
  /** i16 [tokens][the wider of hidden and inner] */
  rounded: number;
  /** f32 [tokens] */
  scales: number;
  scratch: number;
  bytes: number;
}

export function createNetwork(weights: EncoderWeights): Network {
  const { architecture } = weights;
  const { hidden, heads, inner, epsilon } = architecture;
  const longest = maxInputPieces(weights);
  const layout = planMemory(architecture, longest);
  const kernel = instantiateKernel(layout.bytes);
  copyWeights(kernel, layout, weights);
  const state = new Float32Array(kernel.memory, layout.state, longest * hidden);
  const embed = createEmbedder(weights, state);
  const computeLogits = createHead(weights, state);

  const round = (from: number, tokens: number, width: number) =>
    kernel.quantise(from, tokens, width, maxQuantisedValue(width), layout.rounded, layout.scales);
  const multiply = ({ weights, weightScales: steps, bias, rows, width }: LinearLayout, to: number, tokens: number) =>
    kernel.product(layout.rounded, layout.scales, weights, steps, bias, to, tokens, width, rows);
  const normalise = (add: number, { gain, shift }: NormLayout, tokens: number) =>
    kernel.normalise(layout.state, add, gain, shift, tokens, hidden, epsilon);

  /** @param updated how many tokens get a new state; attention covers all. */
  function runLayer(layer: LayerLayout, tokens: number, updated: number): void {
    round(layout.state, tokens, hidden);
    multiply(layer.input, layout.wide, tokens);
    const width = hidden / heads;
    kernel.attention(layout.wide, tokens, updated, heads, width, 1 / Math.sqrt(width), layout.scratch, layout.narrow);
    round(layout.narrow, updated, hidden);
    multiply(layer.output, layout.narrow, updated);
    normalise(layout.narrow, layer.attentionNorm, updated);
    round(layout.state, updated, hidden);
    multiply(layer.inner, layout.wide, updated);
    kernel.gelu(layout.wide, updated * inner);
    round(layout.wide, updated, inner);
    multiply(layer.outer, layout.narrow, updated);
    normalise(layout.narrow, layer.norm, updated);
  }

  return {
    run: (pieces, clause) => {
      const tokens = pieces.length;
      if (tokens > longest || clause > tokens || clause < 1) {
        throw new RangeError(`a clause of ${clause} in ${tokens} pieces; the longest input has ${longest}`);
      }
      embed(pieces, clause);
      normalise(layout.positions, layout.norm, tokens);
      // The head does not read the context, so the last layer skips it.
      layout.layers.forEach((layer, i) => {
        runLayer(layer, tokens, i === layout.layers.length - 1 ? clause : tokens);
      });
      return computeLogits(clause);
    },
  };
}

/** The largest integer for which a sum of `width` products with 8-bit weights fits 32 bits. */
const maxQuantisedValue = (width: number): number => Math.min(32_767, Math.floor((2 ** 31 - 1) / (128 * width)));

function planMemory({ layers, hidden, inner, positions }: Architecture, longest: number): MemoryLayout {
  let bytes = FIRST_FREE_BYTE;
  const allocate = (size: number): number => {
    const address = bytes;
    bytes += roundUpTo(size, 16);
    return address;
  };
  const floats = (count: number): number => allocate(4 * count);
  const linear = (rows: number, width: number): LinearLayout => ({
    weights: allocate(2 * roundUpTo(rows, COLUMN_GROUP) * width),
    weightScales: floats(rows),
    bias: floats(rows),
    rows,
    width,
  });
  const norm = (): NormLayout => ({ gain: floats(hidden), shift: floats(hidden) });
  const layer = (): LayerLayout => ({
    input: linear(3 * hidden, hidden),
    output: linear(hidden, hidden),
    attentionNorm: norm(),
    inner: linear(inner, hidden),
    outer: linear(hidden, inner),
    norm: norm(),
  });
  const tokens = roundUpTo(longest, TOKEN_GROUP);
  const layout = {
    positions: floats(positions * hidden),
    norm: norm(),
    layers: Array.from({ length: layers }, layer),
    state: floats(tokens * hidden),
    wide: floats(tokens * Math.max(3 * hidden, inner)),
    narrow: floats(tokens * hidden),
    rounded: allocate(2 * tokens * Math.max(hidden, inner)),
    scales: floats(tokens),
    // attention() needs (head width + 2) rows of tokens, padded to whole vectors; a head is at most `hidden` wide.
    scratch: floats((hidden + 2) * roundUpTo(longest, 16)),
  };
  return { ...layout, bytes };
}

function copyWeights({ memory }: Kernel, { positions, norm, layers }: MemoryLayout, weights: EncoderWeights): void {
  const floats = (address: number, name: string) => {
    const values = weights.floats(name);
    new Float32Array(memory, address, values.length).set(values);
  };
  const fillNorm = ({ gain, shift }: NormLayout, name: string) => {
    floats(gain, `${name}.gain`);
    floats(shift, `${name}.shift`);
  };
  const fillLinear = (linear: LinearLayout, name: string) => {
    floats(linear.weightScales, `${name}.weight.scales`);
    floats(linear.bias, `${name}.bias`);
    packMatrix(new Int16Array(memory, linear.weights), weights.matrix(`${name}.weight`), linear);
  };
  floats(positions, 'positions');
  fillNorm(norm, 'norm');
  layers.forEach((layer, i) => {
    fillLinear(layer.input, `${i}.input`);
    fillLinear(layer.output, `${i}.output`);
    fillNorm(layer.attentionNorm, `${i}.attention-norm`);
    fillLinear(layer.inner, `${i}.inner`);
    fillLinear(layer.outer, `${i}.outer`);
    fillNorm(layer.norm, `${i}.norm`);
  });
}

/** Into the order that product() reads: groups of columns, pairs within a group. A row of the matrix is a column of the product. */
function packMatrix(to: Int16Array, { values }: QuantisedMatrix, { rows, width }: LinearLayout): void {
  for (let row = 0; row < rows; row++) {
    const group = Math.floor(row / COLUMN_GROUP) * COLUMN_GROUP * width + (row % COLUMN_GROUP) * 2;
    for (let i = 0; i < width; i += 2) {
      const target = group + i * COLUMN_GROUP;
      to[target] = values[row * width + i] ?? 0;
      to[target + 1] = values[row * width + i + 1] ?? 0;
    }
  }
}

/** Writes the embeddings of pieces and segments (clause or context) into the state; the first norm adds those of positions. */
function createEmbedder(
  weights: EncoderWeights,
  state: Float32Array,
): (pieces: ArrayLike<number>, clause: number) => void {
  const { hidden } = weights.architecture;
  const { values, scales } = weights.matrix('pieces');
  const types = weights.floats('types');
  return (pieces, clause) => {
    for (let token = 0; token < pieces.length; token++) {
      const piece = pieces[token] ?? 0;
      const scale = scales[piece] ?? 0;
      const type = token < clause ? 0 : hidden;
      for (let i = 0; i < hidden; i++) {
        state[token * hidden + i] = (values[piece * hidden + i] ?? 0) * scale + (types[type + i] ?? 0);
      }
    }
  };
}

function createHead(weights: EncoderWeights, state: Float32Array): (clause: number) => Float32Array {
  const { hidden } = weights.architecture;
  const matrix = weights.floats('head.weight');
  const bias = weights.floats('head.bias');
  return (clause) => {
    const pooled = new Float64Array(2 * hidden);
    for (let i = 0; i < hidden; i++) {
      let sum = 0;
      for (let token = 0; token < clause; token++) sum += state[token * hidden + i] ?? 0;
      pooled[i] = state[i] ?? 0;
      pooled[hidden + i] = sum / clause;
    }
    return bias.map((start, output) =>
      pooled.reduce((sum, value, i) => sum + value * (matrix[output * pooled.length + i] ?? 0), start),
    );
  };
}
