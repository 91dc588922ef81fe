/** News: the items of feeds, and the stories they tell. */
import { type EventKind, type Instant, type PlatformId, TOPICS } from './vocabulary.ts';

/** One entry of a feed. */
export interface NewsItem {
  id: string;
  title: string;
  link: string;
  summary: string;
  /** As the outlet dates it. */
  date?: Instant;
  language: string;
  outlet: string;
  official: boolean;
  /** Whose newsroom it is from. */
  platform?: PlatformId;
}

export const NEWS_TOPICS = [...TOPICS, 'regulation', 'lawsuit', 'deal'] as const;
export type NewsTopic = (typeof NEWS_TOPICS)[number];

export const NEWS_LABELS = ['alert', 'digest', 'ignore'] as const;

export interface NewsClassification {
  label: (typeof NEWS_LABELS)[number];
  platforms: PlatformId[];
  topics: NewsTopic[];
  kind: EventKind;
  /** It reports on a platform's terms or rules. */
  aboutTerms: boolean;
  reason: string;
}

/** One event in the news, however many outlets report it. */
export interface Story {
  id: string;
  platforms: PlatformId[];
  topics: NewsTopic[];
  kind: EventKind;
  label: 'alert' | 'digest';
  /** One of its items is about terms; absent in old stores. */
  aboutTerms?: boolean;
  firstSeen: Instant;
  items: NewsItem[];
}
