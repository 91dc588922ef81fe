/**
 * The network: a BERT encoder (Devlin et al. 2018) and a linear head over its first token beside the mean of the clause's tokens.
 * Memory is laid out once for the longest input; a run allocates nothing but its answer.
 */
import { type Architecture, maxInputPieces } from './encoder-header.ts';
import type { EncoderWeights, QuantisedMatrix } from './encoder-weights.ts';
import { COLUMN_GROUP, FIRST_FREE_BYTE, instantiateKernel, type Kernel, TOKEN_GROUP } from './kernel/kernel.ts';

export interface Network {
  /**
   * @param pieces numbers of the pieces, start and end marks included: the clause first, its context after it. At least one, at most
   * as many as the longest input has.
   * @param clause how many of them are the clause's, from 1.
   * @returns one logit for each output.
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
  /** f32 [tokens][hidden]: the state of each token, which the layers change. */
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
  const answer = createHead(weights, state);

  const round = (from: number, tokens: number, width: number) =>
    kernel.quantise(from, tokens, width, maxQuantisedValue(width), layout.rounded, layout.scales);
  const multiply = ({ weights, weightScales: steps, bias, rows, width }: LinearLayout, to: number, tokens: number) =>
    kernel.product(layout.rounded, layout.scales, weights, steps, bias, to, tokens, width, rows);
  const normalise = (add: number, { gain, shift }: NormLayout, tokens: number) =>
    kernel.normalise(layout.state, add, gain, shift, tokens, hidden, epsilon);

  /** @param changed how many tokens get a new state; all are looked at. */
  function runLayer(layer: LayerLayout, tokens: number, changed: number): void {
    round(layout.state, tokens, hidden);
    multiply(layer.input, layout.wide, tokens);
    const width = hidden / heads;
    kernel.attention(layout.wide, tokens, changed, heads, width, 1 / Math.sqrt(width), layout.scratch, layout.narrow);
    round(layout.narrow, changed, hidden);
    multiply(layer.output, layout.narrow, changed);
    normalise(layout.narrow, layer.attentionNorm, changed);
    round(layout.state, changed, hidden);
    multiply(layer.inner, layout.wide, changed);
    kernel.gelu(layout.wide, changed * inner);
    round(layout.wide, changed, inner);
    multiply(layer.outer, layout.narrow, changed);
    normalise(layout.narrow, layer.norm, changed);
  }

  return {
    run: (pieces, clause) => {
      const tokens = pieces.length;
      if (tokens > longest || clause > tokens || clause < 1) {
        throw new RangeError(`${clause} of ${tokens} pieces do not fit into ${longest}`);
      }
      embed(pieces, clause);
      normalise(layout.positions, layout.norm, tokens);
      // What the last layer would make of the context nobody looks at.
      layout.layers.forEach((layer, i) => {
        runLayer(layer, tokens, i === layout.layers.length - 1 ? clause : tokens);
      });
      return answer(clause);
    },
  };
}

/** The largest integer that `width` products with 8-bit weights can be made of and still fit a 32-bit sum. */
const maxQuantisedValue = (width: number): number => Math.min(32_767, Math.floor((2 ** 31 - 1) / (128 * width)));

function planMemory({ layers, hidden, inner, positions }: Architecture, longest: number): MemoryLayout {
  let bytes = FIRST_FREE_BYTE;
  const allocate = (size: number): number => {
    const at = bytes;
    bytes += roundUpTo(size, 16);
    return at;
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
  const places = {
    positions: floats(positions * hidden),
    norm: norm(),
    layers: Array.from({ length: layers }, layer),
    state: floats(tokens * hidden),
    wide: floats(tokens * Math.max(3 * hidden, inner)),
    narrow: floats(tokens * hidden),
    rounded: allocate(2 * tokens * Math.max(hidden, inner)),
    scales: floats(tokens),
    // attention() wants (width + 2) rows of its tokens in whole vectors of four; a head is at most as wide as all.
    scratch: floats((hidden + 2) * roundUpTo(longest, 16)),
  };
  return { ...places, bytes };
}

function copyWeights({ memory }: Kernel, { positions, norm, layers }: MemoryLayout, weights: EncoderWeights): void {
  const floats = (at: number, name: string) => {
    const values = weights.floats(name);
    new Float32Array(memory, at, values.length).set(values);
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

/** Into the order product() reads: groups of columns, and in them pair by pair. A row of the matrix is a column of the product. */
function packMatrix(to: Int16Array, { values }: QuantisedMatrix, { rows, width }: LinearLayout): void {
  for (let row = 0; row < rows; row++) {
    const group = Math.floor(row / COLUMN_GROUP) * COLUMN_GROUP * width + (row % COLUMN_GROUP) * 2;
    for (let i = 0; i < width; i += 2) {
      const at = group + i * COLUMN_GROUP;
      to[at] = values[row * width + i] ?? 0;
      to[at + 1] = values[row * width + i + 1] ?? 0;
    }
  }
}

/** Puts what stands for a piece and for its side (clause or context) into the state; its place is added with the first norm. */
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
    const seen = new Float64Array(2 * hidden);
    for (let i = 0; i < hidden; i++) {
      let sum = 0;
      for (let token = 0; token < clause; token++) sum += state[token * hidden + i] ?? 0;
      seen[i] = state[i] ?? 0;
      seen[hidden + i] = sum / clause;
    }
    return bias.map((start, output) =>
      seen.reduce((sum, value, i) => sum + value * (matrix[output * seen.length + i] ?? 0), start),
    );
  };
}

const roundUpTo = (value: number, to: number): number => Math.ceil(value / to) * to;
