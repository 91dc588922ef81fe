/** Labelled news items as training files hold them, and what training derives from them. */
import { createHash } from 'node:crypto';
import { extractNewsFeatures } from '../../src/core/news/features.ts';
import type { NamedPlatform } from '../../src/core/news/find-entities.ts';
import { createNewsAnalyser } from '../../src/core/news/news-analysis.ts';
import type { NewsClassification, NewsItem, NewsTopic } from '../../src/domain/news.ts';
import type { EventKind } from '../../src/domain/vocabulary.ts';
import { readJsonl } from '../jsonl.ts';

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
  /** The same for all items of an event. */
  story: string | null;
  /** False where a second labeller may disagree. */
  sure?: boolean;
  /** Two labellings differ, so the item is not scored. */
  disputed?: boolean;
  platformsDisputed?: boolean;
  /** `real` and `dev` are the corpus's, `own` is invented; the last two are headlines of a public collection, labelled or not. */
  source: 'real' | 'dev' | 'own' | 'headline' | 'background';
}

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

export const readOwnItems = (): LabelledItem[] => readJsonl(new URL('own.jsonl', import.meta.url));

/** Stand-ins for the catalog's platforms, one for each way a name is found. */
const FINGERPRINT_PLATFORMS: readonly NamedPlatform[] = [
  { id: 'spotify', name: 'Spotify', kind: 'streaming', aliases: ['Spotify for Artists', 'S4A'] },
  { id: 'soundcloud', name: 'SoundCloud', kind: 'hosting', aliases: ['SC', 'サウンドクラウド'] },
  { id: 'bandcamp', name: 'Bandcamp', kind: 'marketplace', aliases: [] },
  { id: 'instagram', name: 'Instagram', kind: 'social', aliases: ['IG', 'Meta'] },
  { id: 'tunecore', name: 'TuneCore', kind: 'distributor', aliases: ['TuneCore (Believe)'] },
  { id: 'pond5', name: 'Pond5', kind: 'sample-library', aliases: ['Pond5 / Shutterstock'] },
  { id: 'suno', name: 'Suno', kind: 'ai-generator', aliases: ['Suno AI'] },
];

/** Changes with the features of news: weights fit only the features they were trained on. */
export function fingerprintFeatures(): string {
  const analyse = createNewsAnalyser(FINGERPRINT_PLATFORMS);
  const hash = createHash('sha256');
  for (const item of readOwnItems()) {
    const { own, context } = extractNewsFeatures(analyse(toNewsItem(item)));
    hash.update(JSON.stringify([[...own.sort()], [...context.sort()]]));
  }
  return hash.digest('hex');
}

/** An item with its true story and those that one or several models put it into. */
export interface StoryPrediction {
  story: string;
  predicted: readonly (string | undefined)[];
  /** The index of the model that has not seen the story: its prediction counts. */
  fold: number;
}

/** F1 over pairs of items that belong to the same story, or were put into the same one. */
export function storyPairF1(items: readonly StoryPrediction[]): number {
  let [hits, actual, predicted] = [0, 0, 0];
  items.forEach((item, i) => {
    const predictedStory = item.predicted[item.fold];
    for (const other of items.slice(i + 1)) {
      const isSame = item.story === other.story;
      const isPredicted = predictedStory !== undefined && predictedStory === other.predicted[item.fold];
      hits += isSame && isPredicted ? 1 : 0;
      actual += isSame ? 1 : 0;
      predicted += isPredicted ? 1 : 0;
    }
  });
  return actual + predicted === 0 ? 1 : (2 * hits) / (actual + predicted);
}
