/** The header of an encoder file: its schema, and the tensor shapes that follow from it. */
import { z } from 'zod';
import { WeightsError } from '../../ml/weights-envelope.ts';

const integerBetween = (min: number, max: number) => z.int().min(min).max(max);

const tensor = z.strictObject({
  type: z.enum(['int8', 'float32']),
  shape: z.array(integerBetween(1, 1_000_000)).min(1).max(2),
  /** Bytes from the end of the padded header. */
  offset: z.int().min(0).multipleOf(4),
});

const schema = z.strictObject({
  architecture: z.strictObject({
    layers: integerBetween(1, 12),
    hidden: integerBetween(16, 1024),
    heads: integerBetween(1, 16),
    /** Width of the feed-forward layer. */
    inner: integerBetween(8, 4096).multipleOf(8),
    positions: integerBetween(6, 512),
    pieces: integerBetween(4, 300_000),
    epsilon: z.number().gt(0).max(0.01),
  }),
  /** What each logit stands for. */
  outputs: z.array(z.string().min(1)).min(1).max(256),
  /** Pieces read of each part of the input. */
  limits: z.strictObject({
    text: integerBetween(1, 512),
    head: integerBetween(0, 512),
    intro: integerBetween(0, 512),
    prev: integerBetween(0, 512),
  }),
  tokenizer: z.strictObject({
    kind: z.enum(['word-piece', 'unigram']),
    /** Piece ids: start, end of a part, unknown. */
    start: integerBetween(0, 299_999),
    end: integerBetween(0, 299_999),
    unknown: integerBetween(0, 299_999),
  }),
  /** Only of an encoder that also compares: the piece that marks a comparison, and the pieces read of each side. */
  comparison: z.strictObject({ mark: integerBetween(0, 299_999), side: integerBetween(8, 240) }).optional(),
  /** UTF-8, one piece a line. */
  vocabulary: z.strictObject({ offset: z.int().min(0), bytes: integerBetween(1, 32_000_000) }),
  tensors: z.record(z.string(), tensor),
});

export type EncoderHeader = z.infer<typeof schema>;
export type Architecture = EncoderHeader['architecture'];
export type InputLimits = EncoderHeader['limits'];
export type TensorEntry = z.infer<typeof tensor>;

/** One before the clause, one after each of its four parts. */
const SPECIAL_PIECES_PER_INPUT = 5;

/** @throws WeightsError that lists every fault. */
export function parseHeader(json: string): EncoderHeader {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (cause) {
    throw new WeightsError('header', 'the header is not JSON', cause);
  }
  const { data, error } = schema.safeParse(value);
  if (!data) {
    const faults = error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new WeightsError('header', `the header is invalid: ${faults.join('; ')}`);
  }
  const faults = [...contradictionsIn(data), ...shapeErrorsIn(data)];
  if (faults.length > 0) throw new WeightsError('shapes', `shapes do not fit: ${faults.join('; ')}`);
  return data;
}

/** Of the longest clause with context, or the longest comparison: start, mark, new side, end, old side, end, heading, end. */
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
      `the longest input has ${maxInputPieces(header)} pieces, but there are ${positions} positions`,
    special.some((id) => id >= pieces) && `a special piece is not among the ${pieces} pieces`,
    new Set(special).size < special.length && 'two special pieces are the same',
    new Set(outputs).size < outputs.length && 'two outputs have the same name',
  ].filter((fault) => fault !== false);
}

function shapeErrorsIn(header: EncoderHeader): string[] {
  const expected = expectedTensors(header);
  const faults = Object.keys(header.tensors)
    .filter((name) => !expected.has(name))
    .map((name) => `${name} is unexpected`);
  for (const [name, { type, shape }] of expected) {
    const tensor = header.tensors[name];
    if (!tensor) faults.push(`${name} is missing`);
    else if (tensor.type !== type || tensor.shape.join('×') !== shape.join('×')) {
      faults.push(`${name} is ${tensor.type} ${tensor.shape.join('×')}, not ${type} ${shape.join('×')}`);
    }
  }
  return faults;
}

/** Every tensor the file must have. An int8 matrix comes with `<name>.scales`, one number per row. */
function expectedTensors({
  architecture,
  outputs,
  tokenizer,
}: EncoderHeader): Map<string, Pick<TensorEntry, 'type' | 'shape'>> {
  const { layers, hidden, inner, positions, pieces } = architecture;
  const expected = new Map<string, Pick<TensorEntry, 'type' | 'shape'>>();
  const floats = (name: string, ...shape: number[]) => expected.set(name, { type: 'float32', shape });
  const matrix = (name: string, rows: number, columns: number) => {
    expected.set(name, { type: 'int8', shape: [rows, columns] });
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
  return expected;
}
