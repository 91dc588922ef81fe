/**
 * Opens the model of news: `news.weights`, what reads an item, and `stories.json`, what tells whether two items report one event, as
 * `training/news` writes them.
 */
import { z } from 'zod';
import { type NewsModel, openNewsModel } from '../core/news/news-model.ts';
import { FREQUENCY_BUCKETS, PAIR_FEATURE_NAMES, type SameEventModel } from '../core/news/same-event.ts';
import { WeightsError } from '../core/reader/encoder/weights-error.ts';
import { WEIGHTS_FOLDER } from './load-clause-reader.ts';
import { readWeightsFile } from './read-weights-file.ts';

const FILES = { news: 'news.weights', stories: 'stories.json' } as const;

/** What `stories.json` holds; `commonness` in base 64. */
const SAME_EVENT_FILE_SCHEMA = z.strictObject({
  /** By which features both were learnt: `training/news/items.ts` makes it, a test holds it against the program's. */
  features: z.string(),
  regression: z.strictObject({ weights: z.array(z.number()).length(PAIR_FEATURE_NAMES.length), bias: z.number() }),
  bound: z.number(),
  titles: z.number().int().positive(),
  commonness: z
    .base64()
    .transform((text) => Uint8Array.from(Buffer.from(text, 'base64')))
    .refine((bytes) => bytes.length === FREQUENCY_BUCKETS, `must be of ${FREQUENCY_BUCKETS} bytes`),
});

/** @throws WeightsError if a file is missing or wrong. */
export const loadNewsModel = (folder: URL = WEIGHTS_FOLDER): NewsModel =>
  openNewsModel(
    readWeightsFile(new URL(FILES.news, folder)),
    parseSameEventModel(readWeightsFile(new URL(FILES.stories, folder))),
  );

/** @throws WeightsError if the file is wrong. */
export function parseSameEventModel(file: Uint8Array): SameEventModel {
  const { data, error } = SAME_EVENT_FILE_SCHEMA.safeParse(parseJson(new TextDecoder().decode(file)));
  if (data) return data;
  const [first] = error.issues;
  throw new WeightsError('values', `${FILES.stories} is wrong: ${first?.path.join('.')}: ${first?.message}`);
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw new WeightsError('values', `${FILES.stories} is not JSON`, cause);
  }
}
