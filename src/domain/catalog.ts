/** What is watched: platforms, their documents and feeds, and what people have researched about them. */
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

/** A stretch of a page between two elements; exactly one start and one end. */
export type RangeSelector = ({ startBefore: string } | { startAfter: string }) &
  ({ endBefore: string } | { endAfter: string });

/** A CSS selector or a range. */
export type Selector = string | RangeSelector;

/** One page to fetch and how to read it. An empty `select` means: find the main content. */
export interface PageDeclaration {
  fetch: string;
  select: Selector[];
  remove: Selector[];
  /** Query parameters taken out of link and image addresses (Open Terms Archive's `removeQueryParams`). */
  removeQueryParams: string[];
  /** The page needs a browser to show its text; it is then read as far as plain HTML goes. */
  executeClientScripts: boolean;
}

/** Where a document is and how to read it; several pages are joined in this order. */
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
  /** BCP 47 language of the text. */
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
  /** How the date is known, where that needs saying. */
  dateNote?: LocalText;
}

/** A position found by people reading sources, never mixed up with what the bot read itself. */
export interface ResearchedStance {
  training: Position;
  asOf: CalendarDate;
  confidence: Confidence;
  /** One sentence a topic, for those that were found. */
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
  /** What there is, in one sentence. */
  how: LocalText;
  /** What to do, one step a line, in order. */
  steps?: LocalText[];
  url?: string;
  /** When and where this was found. */
  asOf?: CalendarDate;
  sources?: string[];
}

export interface Platform {
  id: PlatformId;
  name: string;
  aliases: string[];
  kind: PlatformKind;
  homepage: string;
  /** Hosts its links lead to besides the homepage's, such as `youtu.be`. */
  hosts?: string[];
  documents: WatchedDocument[];
  feeds: Feed[];
  events: TimelineEvent[];
  researched: ResearchedStance;
  tools: AiTool[];
  optOut?: OptOut;
  /** Further sites of it that say something to machines, beside its homepage's. */
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
  /** How the date is known, where that needs saying. */
  dateNote?: LocalText;
}

export interface Catalog {
  platforms: Platform[];
  /** Feeds that belong to no platform. */
  feeds: Feed[];
  /** Oldest first. */
  regulation: RegulationEvent[];
  /** The crawlers whose rules are read, by name. */
  crawlers: AiCrawler[];
}

/** What a crawler collects pages for: its operator's models, search results, an answer somebody asked for, data sets others train on. */
export const CRAWLER_PURPOSES = ['training', 'search', 'user-triggered', 'dataset'] as const;
export type CrawlerPurpose = (typeof CRAWLER_PURPOSES)[number];

/** A crawler of an AI company, by the name that robots.txt files call it. */
export interface AiCrawler {
  name: string;
  operator: string;
  purpose: CrawlerPurpose;
}
