/**
 * The linear model of a clause: a weight for each feature and output. It is quick enough for every clause of a document, and its weights
 * say exactly which words spoke for an answer.
 *
 * Its file (training/reader/linear.py writes it), little-endian: "CWLINEAR" and what
 * envelope.ts says; then the number of outputs, the number of columns, and the length of the outputs' names, u32 each; the names,
 * a line each, with zeros up to a multiple of 4; bias and scale of each output, f32; the features of the columns, u32, rising; and the
 * weights, int8, a row a column: a weight is its integer times the scale of its output.
 */
import {
  type ClauseFeatures,
  type ClauseWords,
  extractClauseFeatures,
  FEATURE_HASH_BITS,
  forEachOwnFeature,
} from './clause-features.ts';
import { WeightsError } from './encoder/weights-error.ts';
import { CONTENT_OFFSET, verifyEnvelope } from './weights-envelope.ts';

/** What stands around a clause counts so much beside its own words, by default. */
const DEFAULT_CONTEXT_WEIGHT = 0.5;

export interface LinearModel {
  readonly outputs: readonly string[];
  readonly checksum: string;
  /** The log-odds of one output, quicker than all of them. */
  score(features: ClauseFeatures, output: number): number;
  /** @returns the log-odds of each output. */
  scores(features: ClauseFeatures): Float32Array;
  /** How much each of a clause's own words speaks for an output, in log-odds; with the context and the bias they sum up to its score. */
  wordContributions(words: ClauseWords, output: number): Float32Array;
  /** The same, of each feature. */
  featureContributions(features: ClauseFeatures, output: number): { own: Float32Array; context: Float32Array };
}

/**
 * @param contextWeight how much the context counts beside the own words, as in training.
 * @throws WeightsError if anything is wrong with the file.
 */
export function loadLinearModel(file: Uint8Array, contextWeight = DEFAULT_CONTEXT_WEIGHT): LinearModel {
  const { outputs, bias, scales, columns, weights, checksum } = parseLinearFile(file);
  const count = outputs.length;

  const starts = bucketStarts(columns);

  /** The row of a feature; -1 where no labelled clause had it. */
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
      for (let output = 0, at = row * count; output < count; output++, at++) {
        sums[output] = (sums[output] ?? 0) + each * (weights[at] ?? 0);
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

  /** What each feature adds to the log-odds of an output. */
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
    wordContributions(words, output) {
      const { own } = extractClauseFeatures(words);
      const shares = contributionsTo(own, 1, output);
      const byWord = new Float32Array(words.own.length);
      // A feature that stands twice counts where it stands first.
      const left = new Map(Array.from(own, (feature, at) => [feature, shares[at] ?? 0]));
      forEachOwnFeature(words.own, (feature, from, to) => {
        const share = (left.get(feature) ?? 0) / (to - from);
        left.delete(feature);
        for (let at = from; at < to; at++) byWord[at] = (byWord[at] ?? 0) + share;
      });
      return byWord;
    },
    featureContributions: ({ own, context }, output) => ({
      own: contributionsTo(own, 1, output),
      context: contributionsTo(context, contextWeight, output),
    }),
  };
}

/** Rows stand on shelves by the upper bits of their feature, so that one is found among a few. */
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
/** More of either is no file of ours. */
const MAX_OUTPUTS = 256;
const MAX_COLUMNS = 4_194_304;

function parseLinearFile(file: Uint8Array) {
  const checksum = verifyEnvelope(file, ENVELOPE);
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const [outputCount, columnCount, nameBytes] = [0, 4, 8].map((at) => view.getUint32(CONTENT_OFFSET + at, true)) as [
    number,
    number,
    number,
  ];
  const floatsFrom = CONTENT_OFFSET + 12 + Math.ceil(nameBytes / 4) * 4;
  const columnsFrom = floatsFrom + 8 * outputCount;
  const weightsFrom = columnsFrom + 4 * columnCount;
  const fits =
    outputCount <= MAX_OUTPUTS && columnCount <= MAX_COLUMNS && weightsFrom + outputCount * columnCount === file.length;
  if (!fits) throw new WeightsError('shapes', `shapes do not fit: ${outputCount} outputs, ${columnCount} columns`);
  const names = new TextDecoder()
    .decode(file.subarray(CONTENT_OFFSET + 12, CONTENT_OFFSET + 12 + nameBytes))
    .split('\n');
  if (names.length !== outputCount) {
    throw new WeightsError('shapes', `shapes do not fit: ${names.length} names of ${outputCount} outputs`);
  }
  // Copies: numbers of four bytes must be aligned, and the file may begin anywhere in a larger buffer.
  const words = (from: number, count: number) => new Uint8Array(file.subarray(from, from + 4 * count)).buffer;
  const floats = new Float32Array(words(floatsFrom, 2 * outputCount));
  if (!floats.every(Number.isFinite)) throw new WeightsError('values', 'a bias or scale is no number');
  const columns = new Uint32Array(words(columnsFrom, columnCount));
  if (
    columns.some((column, row) => (row > 0 && column <= (columns[row - 1] ?? 0)) || column >>> FEATURE_HASH_BITS > 0)
  ) {
    throw new WeightsError('values', 'the columns do not rise, or hold what no feature can be');
  }
  return {
    outputs: names,
    bias: floats.subarray(0, outputCount),
    scales: floats.subarray(outputCount),
    columns,
    weights: new Int8Array(file.buffer, file.byteOffset + weightsFrom, outputCount * columnCount),
    checksum,
  };
}
