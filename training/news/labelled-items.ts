/** Labelled items of news, as they stand in files. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { analyzeNews, extractNewsFeatures } from '../../src/core/news/features.ts';
import type { NewsClassification, NewsItem, NewsTopic } from '../../src/domain/news.ts';
import type { EventKind } from '../../src/domain/vocabulary.ts';

export interface LabelledItem {
  id: string;
  title: string;
  summary?: string;
  date?: string;
  lang?: string;
  outlet?: string;
  official?: boolean;
  label: NewsClassification['label'];
  platforms: string[] | null;
  topics: NewsTopic[] | null;
  kind: EventKind | null;
  /** Items of one event share it. */
  story: string | null;
  /** False where a second reader may differ. */
  sure?: boolean;
  /** Two labellings differ: it is not scored. */
  disputed?: boolean;
  platformsDisputed?: boolean;
  /** `real` and `dev` are of the corpus and measured; `own` is in our words; the last two are headlines of a public collection. */
  source: 'real' | 'dev' | 'own' | 'headline' | 'background';
}

export const readJsonl = <Line>(path: string): Line[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

export function toNewsItem({ id, title, summary, date, lang, outlet, official }: LabelledItem): NewsItem {
  return {
    id,
    title,
    summary: summary ?? '',
    link: '',
    date: date === undefined || Number.isNaN(Date.parse(date)) ? undefined : new Date(date).toISOString(),
    language: lang ?? 'und',
    outlet: outlet ?? '',
    official: official === true,
  };
}

const FINGERPRINT_ITEMS = 200;

/** Changes when news are seen otherwise than before: weights that were learnt with another one do not fit. */
export function fingerprintFeatures(): string {
  const hash = createHash('sha256');
  for (const item of readJsonl<LabelledItem>(new URL('own.jsonl', import.meta.url).pathname).slice(
    0,
    FINGERPRINT_ITEMS,
  )) {
    const { own, context } = extractNewsFeatures(analyzeNews(toNewsItem(item), []));
    hash.update(JSON.stringify([[...own], [...context]]));
  }
  return hash.digest('hex');
}

/** An item with the story it belongs to, and the stories it was put into, by one model or several. */
export interface StoryPrediction {
  story: string;
  predicted: readonly (string | undefined)[];
  /** Whose answer counts, where it is held against later items: the model that has not seen its story. */
  fold: number;
}

/** F1 over pairs of items that belong together, or were put together. */
export function storyPairF1(told: readonly StoryPrediction[]): number {
  let [both, are, said] = [0, 0, 0];
  told.forEach((one, at) => {
    const story = one.predicted[one.fold];
    for (const other of told.slice(at + 1)) {
      const [same, together] = [one.story === other.story, story !== undefined && story === other.predicted[one.fold]];
      both += same && together ? 1 : 0;
      are += same ? 1 : 0;
      said += together ? 1 : 0;
    }
  });
  return are + said === 0 ? 1 : (2 * both) / (are + said);
}
