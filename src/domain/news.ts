/** News: the entries of feeds, and the stories that several of them tell. */
import { type EventKind, type Instant, type PlatformId, TOPICS } from './vocabulary.ts';

/** One entry of a feed. */
export interface NewsItem {
  id: string;
  title: string;
  link: string;
  summary: string;
  /** When the outlet says it was published; absent when it does not say. */
  date?: Instant;
  language: string;
  outlet: string;
  official: boolean;
  /** The platform whose newsroom it is from. */
  platform?: PlatformId;
}

export const NEWS_TOPICS = [...TOPICS, 'regulation', 'lawsuit', 'deal'] as const;
export type NewsTopic = (typeof NEWS_TOPICS)[number];

export interface NewsClassification {
  label: 'alert' | 'digest' | 'ignore';
  platforms: PlatformId[];
  topics: NewsTopic[];
  kind: EventKind;
  /** It tells of a platform's terms or rules. */
  aboutTerms: boolean;
  reason: string;
}

/** One piece of news, however many outlets carry it. */
export interface Story {
  id: string;
  platforms: PlatformId[];
  topics: NewsTopic[];
  kind: EventKind;
  label: 'alert' | 'digest';
  /** A report of it tells of a platform's terms or rules; not known of stories from before this was kept. */
  aboutTerms?: boolean;
  firstSeen: Instant;
  items: NewsItem[];
}
