/**
 * A linear model over hashed features: one weight for each feature and output, so that each answer can name the words behind it.
 *
 * Its file (training/reader/linear.py writes it) has the envelope of weights-envelope.ts with magic "CWLINEAR". Contents, little-endian:
 * number of outputs, number of columns and byte length of the output names, u32 each; the names, one a line, zero-padded to a multiple
 * of 4; bias and scale of each output, f32; the feature of each column, u32, ascending; the weights, int8, column by column. A weight is
 * its integer times the scale of its output.
 */
import { FEATURE_HASH_BITS, type HashedFeatures } from './feature-hashing.ts';
import { CONTENT_OFFSET, verifyEnvelope, WeightsError } from './weights-envelope.ts';

const DEFAULT_CONTEXT_WEIGHT = 0.5;

export interface LinearModel {
  readonly outputs: readonly string[];
  readonly checksum: string;
  /** The log-odds of one output; cheaper than `scores`. */
  score(features: HashedFeatures, output: number): number;
  /** @returns the log-odds of each output. */
  scores(features: HashedFeatures): Float32Array;
  /** What each feature adds to the log-odds of an output; together with the bias they sum to its score. */
  featureContributions(features: HashedFeatures, output: number): { own: Float32Array; context: Float32Array };
}

/**
 * @param contextWeight weight of context features beside own ones; must equal the one used in training.
 * @throws WeightsError if anything is wrong with the file.
 */
export function loadLinearModel(file: Uint8Array, contextWeight = DEFAULT_CONTEXT_WEIGHT): LinearModel {
  const { outputs, bias, scales, columns, weights, checksum } = parseLinearFile(file);
  const count = outputs.length;
  const starts = bucketStarts(columns);

  /** @returns -1 for a feature without weights. */
  function rowOf(feature: number): number {
    const bucket = feature >>> BUCKET_BITS;
    for (let row = starts[bucket] ?? 0; row < (starts[bucket + 1] ?? 0); row++)
      if (columns[row] === feature) return row;
    return -1;
  }

  function add(features: Uint32Array, factor: number, sums: Float64Array): void {
    const each = factor / Math.sqrt(Math.max(1, features.length));
    for (const feature of features) {
      const row = rowOf(feature);
      if (row < 0) continue;
      for (let output = 0, i = row * count; output < count; output++, i++) {
        sums[output] = (sums[output] ?? 0) + each * (weights[i] ?? 0);
      }
    }
  }

  function sumOf(features: Uint32Array, output: number): number {
    let sum = 0;
    for (const feature of features) {
      const row = rowOf(feature);
      if (row >= 0) sum += weights[row * count + output] ?? 0;
    }
    return sum / Math.sqrt(Math.max(1, features.length));
  }

  function contributionsTo(features: Uint32Array, factor: number, output: number): Float32Array {
    const each = (factor * (scales[output] ?? 0)) / Math.sqrt(Math.max(1, features.length));
    return Float32Array.from(features, (feature) => {
      const row = rowOf(feature);
      return row < 0 ? 0 : each * (weights[row * count + output] ?? 0);
    });
  }

  return {
    outputs,
    checksum,
    score({ own, context }, output) {
      const sum = sumOf(own, output) + contextWeight * sumOf(context, output);
      return (bias[output] ?? 0) + (scales[output] ?? 0) * sum;
    },
    scores({ own, context }) {
      const sums = new Float64Array(count);
      add(own, 1, sums);
      add(context, contextWeight, sums);
      return bias.map((start, output) => start + (sums[output] ?? 0) * (scales[output] ?? 0));
    },
    featureContributions: ({ own, context }, output) => ({
      own: contributionsTo(own, 1, output),
      context: contributionsTo(context, contextWeight, output),
    }),
  };
}

/** Rows are bucketed by the upper bits of their feature, so that a lookup scans only a few. */
const BUCKET_BITS = 5;

function bucketStarts(columns: Uint32Array): Uint32Array {
  const starts = new Uint32Array((1 << (FEATURE_HASH_BITS - BUCKET_BITS)) + 1);
  let row = 0;
  for (let bucket = 0; bucket < starts.length; bucket++) {
    while (row < columns.length && (columns[row] ?? 0) >>> BUCKET_BITS < bucket) row++;
    starts[bucket] = row;
  }
  return starts;
}

const ENVELOPE = { magic: 'CWLINEAR', kind: 'linear model', minBytes: CONTENT_OFFSET + 12 };
const MAX_OUTPUTS = 256;
const MAX_COLUMNS = 4_194_304;

function parseLinearFile(file: Uint8Array) {
  const checksum = verifyEnvelope(file, ENVELOPE);
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const headerNumber = (index: number) => view.getUint32(CONTENT_OFFSET + 4 * index, true);
  const [outputCount, columnCount, nameBytes] = [headerNumber(0), headerNumber(1), headerNumber(2)];
  const floatsFrom = CONTENT_OFFSET + 12 + Math.ceil(nameBytes / 4) * 4;
  const columnsFrom = floatsFrom + 8 * outputCount;
  const weightsFrom = columnsFrom + 4 * columnCount;
  const fits =
    outputCount <= MAX_OUTPUTS && columnCount <= MAX_COLUMNS && weightsFrom + outputCount * columnCount === file.length;
  if (!fits) throw new WeightsError('shapes', `shapes do not fit: ${outputCount} outputs, ${columnCount} columns`);
  const outputs = new TextDecoder()
    .decode(file.subarray(CONTENT_OFFSET + 12, CONTENT_OFFSET + 12 + nameBytes))
    .split('\n');
  if (outputs.length !== outputCount) {
    throw new WeightsError('shapes', `shapes do not fit: ${outputs.length} names for ${outputCount} outputs`);
  }
  // Copies: four-byte numbers must be aligned, and the file may begin anywhere in a larger buffer.
  const words = (from: number, count: number) => new Uint8Array(file.subarray(from, from + 4 * count)).buffer;
  const floats = new Float32Array(words(floatsFrom, 2 * outputCount));
  if (!floats.every(Number.isFinite)) throw new WeightsError('values', 'a bias or scale is not finite');
  const columns = new Uint32Array(words(columnsFrom, columnCount));
  const isValid = (column: number, row: number) =>
    (row === 0 || column > (columns[row - 1] ?? 0)) && column >>> FEATURE_HASH_BITS === 0;
  if (!columns.every(isValid)) throw new WeightsError('values', 'the columns are not ascending feature hashes');
  return {
    outputs,
    bias: floats.subarray(0, outputCount),
    scales: floats.subarray(outputCount),
    columns,
    weights: new Int8Array(file.buffer, file.byteOffset + weightsFrom, outputCount * columnCount),
    checksum,
  };
}
