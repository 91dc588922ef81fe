/** What a weights file says about itself in its header, and what follows for the shapes of its tensors. */
import { z } from 'zod';
import { WeightsError } from './weights-error.ts';

const integerBetween = (least: number, most: number) => z.int().min(least).max(most);

const tensor = z.strictObject({
  type: z.enum(['int8', 'float32']),
  shape: z.array(integerBetween(1, 1_000_000)).min(1).max(2),
  /** Bytes from the end of the header. */
  offset: z.int().min(0).multipleOf(4),
});

const schema = z.strictObject({
  architecture: z.strictObject({
    layers: integerBetween(1, 12),
    hidden: integerBetween(16, 1024),
    heads: integerBetween(1, 16),
    /** Width of the feed-forward part. */
    inner: integerBetween(8, 4096).multipleOf(8),
    positions: integerBetween(6, 512),
    pieces: integerBetween(4, 300_000),
    epsilon: z.number().gt(0).max(0.01),
  }),
  /** What each logit stands for. */
  outputs: z.array(z.string().min(1)).min(1).max(256),
  /** How many pieces of each part of the input are read. */
  limits: z.strictObject({
    text: integerBetween(1, 512),
    head: integerBetween(0, 512),
    intro: integerBetween(0, 512),
    prev: integerBetween(0, 512),
  }),
  tokenizer: z.strictObject({
    kind: z.enum(['word-piece', 'unigram']),
    /** Numbers of the pieces that stand for the start, the end of a part, and what is not known. */
    start: integerBetween(0, 299_999),
    end: integerBetween(0, 299_999),
    unknown: integerBetween(0, 299_999),
  }),
  /** Of an encoder that compares, too: the piece that says so, and how many pieces of each side are read. */
  comparison: z.strictObject({ mark: integerBetween(0, 299_999), side: integerBetween(8, 240) }).optional(),
  /** Where the vocabulary stands: UTF-8, a piece a line. */
  vocabulary: z.strictObject({ offset: z.int().min(0), bytes: integerBetween(1, 32_000_000) }),
  tensors: z.record(z.string(), tensor),
});

export type EncoderHeader = z.infer<typeof schema>;
export type Architecture = EncoderHeader['architecture'];
export type InputLimits = EncoderHeader['limits'];
export type TensorEntry = z.infer<typeof tensor>;

/** Marks between the parts: one before the clause, one after each of the four. */
export const SPECIAL_PIECES_PER_INPUT = 5;

/** @throws WeightsError with everything that is wrong. */
export function parseHeader(json: string): EncoderHeader {
  let written: unknown;
  try {
    written = JSON.parse(json);
  } catch (cause) {
    throw new WeightsError('header', 'the header is not JSON', cause);
  }
  const { data, error } = schema.safeParse(written);
  if (!data) {
    const faults = error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new WeightsError('header', `the header is wrong: ${faults.join('; ')}`);
  }
  const faults = [...contradictionsIn(data), ...shapeErrorsIn(data)];
  if (faults.length > 0) throw new WeightsError('shapes', `shapes do not fit: ${faults.join('; ')}`);
  return data;
}

/** The longest clause in its context, or the longest comparison: start, mark, one side, end, the other, end, heading, end. */
export const maxInputPieces = ({ limits, comparison }: Pick<EncoderHeader, 'limits' | 'comparison'>): number =>
  Math.max(
    limits.text + limits.head + limits.intro + limits.prev + SPECIAL_PIECES_PER_INPUT,
    comparison ? 2 * comparison.side + limits.head + SPECIAL_PIECES_PER_INPUT : 0,
  );

function contradictionsIn(header: EncoderHeader): string[] {
  const { architecture, outputs, tokenizer, comparison } = header;
  const { hidden, heads, positions, pieces } = architecture;
  const special = [tokenizer.start, tokenizer.end, tokenizer.unknown, ...(comparison ? [comparison.mark] : [])];
  return [
    hidden % (16 * heads) !== 0 && `hidden ${hidden} is not ${heads} heads of a multiple of 16`,
    maxInputPieces(header) > positions &&
      `the longest input is ${maxInputPieces(header)}, the positions are ${positions}`,
    special.some((id) => id >= pieces) && `a special piece is past the last of ${pieces}`,
    new Set(special).size < special.length && 'the special pieces are not different',
    new Set(outputs).size < outputs.length && 'two outputs have one name',
  ].filter((fault) => fault !== false);
}

function shapeErrorsIn(header: EncoderHeader): string[] {
  const wanted = expectedTensors(header);
  const faults = Object.keys(header.tensors)
    .filter((name) => !wanted.has(name))
    .map((name) => `${name} is not known`);
  for (const [name, { type, shape }] of wanted) {
    const given = header.tensors[name];
    if (!given) faults.push(`${name} is missing`);
    else if (given.type !== type || given.shape.join('×') !== shape.join('×')) {
      faults.push(`${name} is ${given.type} ${given.shape.join('×')}, not ${type} ${shape.join('×')}`);
    }
  }
  return faults;
}

/** Every tensor a file of this header must have. Beside an int8 one stands `<name>.scales`, one number a row. */
function expectedTensors({
  architecture,
  outputs,
  tokenizer,
}: EncoderHeader): Map<string, Pick<TensorEntry, 'type' | 'shape'>> {
  const { layers, hidden, inner, positions, pieces } = architecture;
  const wanted = new Map<string, Pick<TensorEntry, 'type' | 'shape'>>();
  const floats = (name: string, ...shape: number[]) => wanted.set(name, { type: 'float32', shape });
  const matrix = (name: string, rows: number, columns: number) => {
    wanted.set(name, { type: 'int8', shape: [rows, columns] });
    floats(`${name}.scales`, rows);
  };
  const linear = (name: string, rows: number, columns: number) => {
    matrix(`${name}.weight`, rows, columns);
    floats(`${name}.bias`, rows);
  };
  const norm = (name: string) => {
    floats(`${name}.gain`, hidden);
    floats(`${name}.shift`, hidden);
  };
  matrix('pieces', pieces, hidden);
  floats('positions', positions, hidden);
  floats('types', 2, hidden);
  norm('norm');
  for (let layer = 0; layer < layers; layer++) {
    linear(`${layer}.input`, 3 * hidden, hidden);
    linear(`${layer}.output`, hidden, hidden);
    norm(`${layer}.attention-norm`);
    linear(`${layer}.inner`, inner, hidden);
    linear(`${layer}.outer`, hidden, inner);
    norm(`${layer}.norm`);
  }
  floats('head.weight', outputs.length, 2 * hidden);
  floats('head.bias', outputs.length);
  if (tokenizer.kind === 'unigram') floats('scores', pieces);
  return wanted;
}
