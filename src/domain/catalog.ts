/** The catalog: platforms with their documents and feeds, what people researched about them, law, and AI crawlers. */
import type {
  CalendarDate,
  Confidence,
  DocumentId,
  EventKind,
  Jurisdiction,
  LocalText,
  PlatformId,
  PlatformKind,
  Position,
  RegulationKind,
  RegulationStatus,
  Topic,
} from './vocabulary.ts';

/** The part of a page between two elements. */
export type RangeSelector = ({ startBefore: string } | { startAfter: string }) &
  ({ endBefore: string } | { endAfter: string });

/** A CSS selector or a range. */
export type Selector = string | RangeSelector;

/** One page to fetch and how to extract it. An empty `select` means: find the main content. */
export interface PageDeclaration {
  fetch: string;
  select: Selector[];
  remove: Selector[];
  /** Removed from link and image addresses (Open Terms Archive's `removeQueryParams`). */
  removeQueryParams: string[];
  /** The page needs a browser to show its text. It is read without one, as far as plain HTML goes. */
  executeClientScripts: boolean;
}

/** Where a document is and how to extract it. Several pages are joined in this order. */
export interface Declaration {
  pages: PageDeclaration[];
}

export interface WatchedDocument {
  id: DocumentId;
  platform: PlatformId;
  /** An Open Terms Archive terms type such as `Terms of Service`. */
  type: string;
  /** Where a person reads it. */
  url: string;
  declaration: Declaration;
  /** BCP 47. */
  language: string;
}

export interface Feed {
  url: string;
  title: string;
  language: string;
  /** The platform that publishes the feed; absent for press and other outlets. */
  platform?: PlatformId;
  /** The platform's own newsroom. */
  official: boolean;
}

export interface TimelineEvent {
  date: CalendarDate;
  kind: EventKind;
  title: LocalText;
  /** What it meant for creators. */
  effect: LocalText;
  topics: Topic[];
  sources: string[];
  /** How the date is known, where it needs a note. */
  dateNote?: LocalText;
}

/** A position that people found in sources; kept apart from what the bot read itself. */
export interface ResearchedStance {
  training: Position;
  asOf: CalendarDate;
  confidence: Confidence;
  /** One sentence per topic. */
  notes: Partial<Record<Topic, LocalText>>;
  sources: string[];
}

export interface AiTool {
  name: string;
  what: LocalText;
  since?: CalendarDate;
  sources: string[];
}

export interface OptOut {
  /** The way to opt out, in one sentence. */
  how: LocalText;
  /** In order. */
  steps?: LocalText[];
  url?: string;
  /** When this was found. */
  asOf?: CalendarDate;
  sources?: string[];
}

export interface Platform {
  id: PlatformId;
  name: string;
  aliases: string[];
  kind: PlatformKind;
  homepage: string;
  /** Further hosts of its links, such as `youtu.be`. */
  hosts?: string[];
  documents: WatchedDocument[];
  feeds: Feed[];
  events: TimelineEvent[];
  researched: ResearchedStance;
  tools: AiTool[];
  optOut?: OptOut;
  /** Further sites with signals, besides the homepage's. */
  signals?: { sites: string[] };
}

/** A dated step of law, court or agreement about AI and music. */
export interface RegulationEvent {
  date: CalendarDate;
  jurisdiction: Jurisdiction;
  kind: RegulationKind;
  status: RegulationStatus;
  title: LocalText;
  /** What it means for musicians. */
  effect: LocalText;
  topics: Topic[];
  sources: string[];
  /** How the date is known, where it needs a note. */
  dateNote?: LocalText;
}

export interface Catalog {
  platforms: Platform[];
  /** Feeds that belong to no platform. */
  feeds: Feed[];
  /** Oldest first. */
  regulation: RegulationEvent[];
  crawlers: AiCrawler[];
}

/** What a crawler fetches pages for: its operator's models, search results, a user's request, data sets for others to train on. */
export const CRAWLER_PURPOSES = ['training', 'search', 'user-triggered', 'dataset'] as const;
export type CrawlerPurpose = (typeof CRAWLER_PURPOSES)[number];

/** A crawler of an AI company, by its name in robots.txt files. */
export interface AiCrawler {
  name: string;
  operator: string;
  purpose: CrawlerPurpose;
}
