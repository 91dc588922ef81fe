/**
 * Opens the trained reader from its three files: `reader.json`, the small regressions and what belongs together, as `training/verdict.ts` writes
 * it; `linear.weights` and `encoder.weights`, the two models it was learnt with.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type ClauseReader, createClauseReader } from '../core/judge/clause-reader.ts';
import { DIFFERENCE_FEATURES } from '../core/judge/difference-features.ts';
import { computeOutputDeltas, DELTA_KINDS, extractDirectionFeatures } from '../core/judge/output-deltas.ts';
import { createClauseModel } from '../core/reader/clause-model.ts';
import { loadEncoder } from '../core/reader/encoder/encoder.ts';
import { WeightsError } from '../core/reader/encoder/weights-error.ts';
import { loadLinearModel } from '../core/reader/linear-model.ts';
import { OUTPUTS } from '../core/reader/outputs.ts';
import { extractPositionFeatures } from '../core/reader/position-model.ts';
import type { ReaderVersion } from '../domain/document.ts';
import { DIRECTIONS, POSITIONS, TOPICS } from '../domain/vocabulary.ts';
import { readWeightsFile } from './read-weights-file.ts';

/** Where the project keeps them. */
export const WEIGHTS_FOLDER = new URL('../../weights/', import.meta.url);

const FILES = { model: 'reader.json', linear: 'linear.weights', encoder: 'encoder.weights' } as const;

/** Over so many numbers. */
const logisticSchema = (count: number) =>
  z.strictObject({ weights: z.array(z.number()).length(count).readonly(), bias: z.number() });
const ZERO_PROBABILITIES = new Float32Array(OUTPUTS.length);
const EMPTY_DELTAS = computeOutputDeltas([], []);
const differenceRegression = logisticSchema(DIFFERENCE_FEATURES.length);
const probability = z.number().min(0).max(1);
/** What `reader.json` holds. */
export const READER_MODEL_SCHEMA = z.strictObject({
  /** Checksums of the two models. */
  linear: z.string(),
  encoder: z.string(),
  screen: probability,
  joined: z.record(
    z.enum(OUTPUTS),
    z.strictObject({ both: z.tuple([z.number(), z.number(), z.number()]), alone: z.tuple([z.number(), z.number()]) }),
  ),
  positions: z.record(z.enum(POSITIONS), logisticSchema(extractPositionFeatures([ZERO_PROBABILITIES]).length)),
  verdict: z.strictObject({
    differences: z.strictObject({ major: differenceRegression, any: differenceRegression }),
    bounds: z.strictObject({ ping: probability, digest: probability }),
    directions: z.record(z.enum(DIRECTIONS), logisticSchema(extractDirectionFeatures(EMPTY_DELTAS).length)),
    topics: z.record(z.enum(TOPICS), logisticSchema(DELTA_KINDS.length).extend({ bound: probability })),
  }),
});

type ReaderModel = z.infer<typeof READER_MODEL_SCHEMA>;

/**
 * The reader, opened when it is first asked: that takes tenths of a second, and some sixty megabytes.
 * @param folder with the three files.
 * @throws WeightsError at once if `reader.json` is missing or wrong, and when first asked if another file is.
 */
export function loadClauseReader(folder: URL = WEIGHTS_FOLDER): ClauseReader {
  const { model, version: way } = readModel(folder);
  let opened: ClauseReader | undefined;
  const open = () => {
    opened ??= createClauseReader({ version: way, clauseModel: loadClauseModel(folder, model), ...model });
    return opened;
  };
  return {
    version: way,
    readVersion: (markdown) => open().readVersion(markdown),
    judge: (...given) => open().judge(...given),
    scoreComparison: (...given) => open().scoreComparison(...given),
    topWords: (...given) => open().topWords(...given),
  };
}

/**
 * Looks through all three files, and keeps nothing of them: what is wrong with them is said at the start, not at the first page.
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
    throw new WeightsError('values', `${FILES.model} is wrong: ${first?.path.join('.')}: ${first?.message}`);
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

/** To be raised with a change of the program by which texts come out with another stance. */
const READER_REVISION = 1;

/** What was judged in another way is read anew. The file holds the checksums of the other two. */
function computeReaderVersion(file: Uint8Array): ReaderVersion {
  return Number.parseInt(createHash('sha256').update(`${READER_REVISION}`).update(file).digest('hex').slice(0, 12), 16);
}

function loadClauseModel(folder: URL, { joined, screen, ...checksums }: ReaderModel) {
  const linear = loadLinearModel(readWeightsFile(new URL(FILES.linear, folder)));
  const encoder = loadEncoder(readWeightsFile(new URL(FILES.encoder, folder)));
  for (const [name, { checksum }] of Object.entries({ linear, encoder })) {
    if (checksum !== checksums[name as 'linear' | 'encoder']) {
      throw new WeightsError(
        'checksum',
        `${FILES[name as 'linear' | 'encoder']} is not the one that ${FILES.model} was learnt with`,
      );
    }
  }
  return createClauseModel({ linear, encoder, joined, screen });
}
