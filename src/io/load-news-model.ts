/**
 * Loads the news model as `training/news` writes it: `news.weights`, which classifies an item, and `stories.json`, which tells whether two
 * items report the same event.
 */
import { z } from 'zod';
import { WeightsError } from '../core/ml/weights-envelope.ts';
import { type NewsModel, openNewsModel } from '../core/news/news-model.ts';
import { FREQUENCY_BUCKETS, PAIR_FEATURE_NAMES, type SameEventModel } from '../core/news/same-event.ts';
import { WEIGHTS_FOLDER } from './load-clause-reader.ts';
import { readWeightsFile } from './read-weights-file.ts';

const FILES = { news: 'news.weights', stories: 'stories.json' } as const;

/** Schema of `stories.json`. */
const SAME_EVENT_FILE_SCHEMA = z.strictObject({
  /** Fingerprint of the features of both models, from `training/news/labelled-items.ts`; a test compares it with the program's. */
  features: z.string(),
  regression: z.strictObject({ weights: z.array(z.number()).length(PAIR_FEATURE_NAMES.length), bias: z.number() }),
  bound: z.number(),
  titles: z.number().int().positive(),
  commonness: z
    .base64()
    .transform((text) => Uint8Array.from(Buffer.from(text, 'base64')))
    .refine((bytes) => bytes.length === FREQUENCY_BUCKETS, `must be of ${FREQUENCY_BUCKETS} bytes`),
});

/** @throws WeightsError if a file is missing or invalid. */
export const loadNewsModel = (folder: URL = WEIGHTS_FOLDER): NewsModel =>
  openNewsModel(
    readWeightsFile(new URL(FILES.news, folder)),
    parseSameEventModel(readWeightsFile(new URL(FILES.stories, folder))),
  );

/** @throws WeightsError if the file is invalid. */
export function parseSameEventModel(file: Uint8Array): SameEventModel {
  const { data, error } = SAME_EVENT_FILE_SCHEMA.safeParse(parseJson(new TextDecoder().decode(file)));
  if (data) return data;
  const [first] = error.issues;
  throw new WeightsError('values', `${FILES.stories} is invalid: ${first?.path.join('.')}: ${first?.message}`);
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw new WeightsError('values', `${FILES.stories} is not JSON`, cause);
  }
}
