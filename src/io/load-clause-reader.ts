/**
 * Loads the trained clause reader from its three files: `reader.json`, the regressions and the checksums of the models they belong to, as
 * `training/train-verdict.ts` writes it, and the two models `linear.weights` and `encoder.weights`.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type ClauseReader, createClauseReader } from '../core/judge/clause-reader.ts';
import { DIFFERENCE_FEATURES } from '../core/judge/difference-features.ts';
import { DELTA_KINDS, DIRECTION_FEATURES } from '../core/judge/output-deltas.ts';
import { loadLinearModel } from '../core/ml/linear-model.ts';
import { WeightsError } from '../core/ml/weights-envelope.ts';
import { createClauseModel } from '../core/reader/clause-model.ts';
import { loadEncoder } from '../core/reader/encoder/encoder.ts';
import { OUTPUTS } from '../core/reader/outputs.ts';
import { POSITION_FEATURES } from '../core/reader/position-model.ts';
import type { ReaderVersion } from '../domain/document.ts';
import { DIRECTIONS, POSITIONS, TOPICS } from '../domain/vocabulary.ts';
import { readWeightsFile } from './read-weights-file.ts';

export const WEIGHTS_FOLDER = new URL('../../weights/', import.meta.url);

const FILES = { model: 'reader.json', linear: 'linear.weights', encoder: 'encoder.weights' } as const;

const logisticSchema = (featureCount: number) =>
  z.strictObject({ weights: z.array(z.number()).length(featureCount).readonly(), bias: z.number() });
const differenceRegression = logisticSchema(DIFFERENCE_FEATURES.length);
const probability = z.number().min(0).max(1);
/** Schema of `reader.json`. */
export const READER_MODEL_SCHEMA = z.strictObject({
  /** Checksums of the two models. */
  linear: z.string(),
  encoder: z.string(),
  screen: probability,
  joined: z.record(
    z.enum(OUTPUTS),
    z.strictObject({ both: z.tuple([z.number(), z.number(), z.number()]), alone: z.tuple([z.number(), z.number()]) }),
  ),
  positions: z.record(z.enum(POSITIONS), logisticSchema(POSITION_FEATURES.length)),
  verdict: z.strictObject({
    differences: z.strictObject({ major: differenceRegression, any: differenceRegression }),
    bounds: z.strictObject({ ping: probability, digest: probability }),
    directions: z.record(z.enum(DIRECTIONS), logisticSchema(DIRECTION_FEATURES.length)),
    topics: z.record(z.enum(TOPICS), logisticSchema(DELTA_KINDS.length).extend({ bound: probability })),
  }),
});

type ReaderModel = z.infer<typeof READER_MODEL_SCHEMA>;

/**
 * Loads the models on first use: that takes tenths of a second and some 60 MB.
 * @param folder with the three files.
 * @throws WeightsError at once if `reader.json` is missing or invalid, and on first use if a model is.
 */
export function loadClauseReader(folder: URL = WEIGHTS_FOLDER): ClauseReader {
  const { model, version } = readModel(folder);
  let opened: ClauseReader | undefined;
  const open = () => {
    opened ??= createClauseReader({ version, clauseModel: loadClauseModel(folder, model), ...model });
    return opened;
  };
  return {
    version,
    readVersion: (markdown) => open().readVersion(markdown),
    judge: (...args) => open().judge(...args),
    scoreComparison: (...args) => open().scoreComparison(...args),
    topWords: (...args) => open().topWords(...args),
  };
}

/**
 * Checks all three files and keeps nothing of them, so that faults show at the start and not at the first page.
 * @throws WeightsError
 */
export function verifyClauseReader(folder: URL = WEIGHTS_FOLDER): void {
  loadClauseModel(folder, readModel(folder).model);
}

function readModel(folder: URL): { model: ReaderModel; version: ReaderVersion } {
  const file = readWeightsFile(new URL(FILES.model, folder));
  const { data, error } = READER_MODEL_SCHEMA.safeParse(parseJson(new TextDecoder().decode(file)));
  if (!data) {
    const [first] = error.issues;
    throw new WeightsError('values', `${FILES.model} is invalid: ${first?.path.join('.')}: ${first?.message}`);
  }
  return { model: data, version: computeReaderVersion(file) };
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw new WeightsError('values', `${FILES.model} is not JSON`, cause);
  }
}

/** Raise it with a program change that changes stances. */
const READER_REVISION = 1;

/** Stances of another version are recomputed. The file holds the checksums of the other two. */
function computeReaderVersion(file: Uint8Array): ReaderVersion {
  return Number.parseInt(createHash('sha256').update(`${READER_REVISION}`).update(file).digest('hex').slice(0, 12), 16);
}

function loadClauseModel(folder: URL, { joined, screen, ...checksums }: ReaderModel) {
  const linear = loadLinearModel(readWeightsFile(new URL(FILES.linear, folder)));
  const encoder = loadEncoder(readWeightsFile(new URL(FILES.encoder, folder)));
  const models = { linear, encoder };
  for (const name of ['linear', 'encoder'] as const) {
    if (models[name].checksum !== checksums[name]) {
      throw new WeightsError('checksum', `${FILES[name]} is not the one that ${FILES.model} was trained with`);
    }
  }
  return createClauseModel({ linear, encoder, joined, screen });
}
