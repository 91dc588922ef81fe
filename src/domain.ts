/**
 * The nouns of the glossary (docs/glossary.md) as types, and their closed lists of values.
 * No behaviour lives here: every ring may import this file, and this file imports nothing.
 */

// ---- closed lists -------------------------------------------------------------------------------

/** What a statement about AI is about. */
export const TOPICS = [
  'training',
  'third-party-training',
  'scraping',
  'ai-content',
  'likeness',
  'ai-features',
  'automated-decisions',
  'pay',
] as const;
export type Topic = (typeof TOPICS)[number];

/** `none` says the same, `minor` goes to the digest, `major` pings. */
export const SIGNIFICANCES = ['none', 'minor', 'major'] as const;
export type Significance = (typeof SIGNIFICANCES)[number];

/** Told at once, told in the digest, or not told. */
export type Verdict = 'ping' | 'digest' | 'silent';

/** What a change means for the creator. */
export const DIRECTIONS = ['better', 'worse', 'neutral', 'mixed'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** Where a document stands on training AI with what creators upload. */
export const POSITIONS = ['prohibited', 'opt-in', 'opt-out', 'limited', 'permitted', 'silent', 'unclear'] as const;
export type Position = (typeof POSITIONS)[number];

export const PLATFORM_KINDS = [
  'streaming',
  'hosting',
  'marketplace',
  'distributor',
  'sample-library',
  'social',
  'ai-generator',
  'artist-owned',
] as const;
export type PlatformKind = (typeof PLATFORM_KINDS)[number];

/** What kind of thing an event or a piece of news is. */
export const EVENT_KINDS = [
  'terms-change',
  'policy-change',
  'official-statement',
  'press-report',
  'lawsuit',
  'regulation',
  'deal',
  'product',
  'community-reaction',
  'opinion',
  'other',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

export const CONFIDENCES = ['high', 'medium', 'low'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** Where a rule holds or a court decides; `INT` where it is no single place. */
export const JURISDICTIONS = [
  'EU',
  'DE',
  'DK',
  'FR',
  'SE',
  'UK',
  'US',
  'US-CA',
  'US-TN',
  'CN',
  'IN',
  'JP',
  'KR',
  'INT',
] as const;
export type Jurisdiction = (typeof JURISDICTIONS)[number];

/** What kind of step in the law an event is; `debate` is who must be asked and paid, before there is a rule. */
export const REGULATION_KINDS = ['law', 'proposal', 'ruling', 'lawsuit', 'guidance', 'deal', 'debate'] as const;
export type RegulationKind = (typeof REGULATION_KINDS)[number];

/** How it stands: an event whose date is ahead is announced with the status it will have then. */
export const REGULATION_STATUSES = [
  'in-force',
  'voluntary',
  'proposed',
  'pending',
  'not-final',
  'decided',
  'settled',
  'closed',
] as const;
export type RegulationStatus = (typeof REGULATION_STATUSES)[number];

/** The languages the bot speaks; English is the one that everything is written in first. */
export const LANGUAGES = ['en', 'fr', 'de', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Words people wrote for members: in English alone, or in English and some of the other languages. */
export type LocalText = string | ({ en: string } & Partial<Record<Language, string>>);

// ---- scalars ------------------------------------------------------------------------------------

/** Instant in UTC, as `Date.prototype.toISOString` writes it. */
export type Instant = string;
/** A date as exactly as it is known: `2024`, `2024-02` or `2024-02-12`. */
export type CalendarDate = string;
/** Lower-case hexadecimal SHA-256. */
export type Sha256 = string;
export type PlatformId = string;
/** `<platform id>/<document type>`, such as `soundcloud/Terms of Service`. */
export type DocumentId = string;

// ---- catalog ------------------------------------------------------------------------------------

/** A stretch of a page between two elements; exactly one start and one end. */
export type Range = ({ startBefore: string } | { startAfter: string }) & ({ endBefore: string } | { endAfter: string });
/** A CSS selector or a range. */
export type Selector = string | Range;

/** One page to fetch and how to read it. An empty `select` means: find the main content. */
export interface Page {
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
  pages: Page[];
}

/** Names a declaration together with the program's way of following it. */
export type WayOfReading = string;

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

// ---- documents ----------------------------------------------------------------------------------

/** Why a page, though fetched, is not the document. */
export const UNREADABLE_REASONS = [
  'empty',
  'challenge',
  'log-in',
  'loading',
  'error-page',
  'cookie-dialog',
  'other-language',
  'truncated',
  'other-document',
  'selector-missing',
  'unsupported-type',
  'encrypted',
  'no-text',
  'broken-file',
  'too-large',
  'took-too-long',
] as const;
export type UnreadableReason = (typeof UNREADABLE_REASONS)[number];

/** A page read as a document, or the reason why it is none. */
export type Extraction =
  | { status: 'ok'; markdown: string; identity: Sha256 }
  | { status: 'unreadable'; reason: UnreadableReason; detail: string };

/** The readable text taken from a snapshot. Content-addressed: `id` hashes document and Markdown. */
export interface Version {
  id: Sha256;
  document: DocumentId;
  markdown: string;
  /** Two versions with the same identity say the same. */
  identity: Sha256;
  /** When this text was first seen. */
  seen: Instant;
}

/** A statement in a version. `text` is an exact substring of the version's Markdown. */
export interface Clause {
  text: string;
  /** Headings above it, outermost first. */
  section: string[];
  /** What introduces the list it stands in, without markup; '' outside a list. */
  lead: string;
  /** What it says with markup, numbering and typography taken away: equal keys say the same. */
  key: string;
}

/** Two versions, clause by clause. What only moved, was renumbered or re-marked stands in none of the lists. */
export interface Comparison {
  added: Clause[];
  removed: Clause[];
  edited: { before: Clause; after: Clause }[];
}

/** Exact words of one side of a change. `text` is a substring of that version's Markdown. */
export interface Quote {
  side: 'old' | 'new';
  /** The heading it stands under, or '' above the first one; the line above its list where that is what changed. */
  section: string;
  text: string;
}

/** One clause that changed about AI: what it said, what it says. At least one of both is there. */
export interface Evidence {
  before?: Quote;
  after?: Quote;
  topics: Topic[];
  direction: Direction;
  /** What came, went or stands on both sides, the likeliest first; not known of changes from before this was kept. */
  frames?: Frame[];
  /** The act that is likeliest to have come or gone and the words that spoke most for it, for a human. */
  because: string;
}

/**
 * What a clause does, as a value: what is new or gone between two versions is a difference of sets of these, however they are worded. The act
 * (core/reader/acts.ts) says who does what to what, and under which condition.
 */
export interface Frame {
  act: string;
  side: 'gained' | 'lost' | 'both';
  /** That the clause does it, 0 to 1. */
  probability: number;
  /** The position on training it states, where it does. */
  training?: Position;
}

/** What a comparison means to a musician. */
export interface Reading {
  change: Significance;
  /** `noise`: one side is evidently not the document (a broken capture, another language, a wrong page). */
  capture: 'ok' | 'noise';
  topics: Topic[];
  direction: Direction;
  training: { old: Position; new: Position };
  alert: boolean;
  evidence: Evidence[];
  /** One line: why this verdict. */
  reason: string;
}

/** A recorded change of a document. */
export interface Change {
  id: Sha256;
  document: DocumentId;
  platform: PlatformId;
  oldVersion: Sha256;
  newVersion: Sha256;
  /** The evidence window: when the old text was last seen and the new one first. */
  lastSeenOld: Instant;
  firstSeenNew: Instant;
  /** The "last updated" dates the two texts print, where they do. */
  statedDateOld?: CalendarDate;
  statedDateNew?: CalendarDate;
  /** The day, after the new text was first seen, from which it says it holds: announced, and not in force yet. */
  holdsFrom?: CalendarDate;
  /** How often wordings of the page had come back by then: it shows different readers different texts. */
  returns?: number;
  /** Since when the document reads as it did before, where it came back soon after the change was told. */
  takenBack?: Instant;
  reading: Reading;
  /** Clauses that differ, AI or not, the first few: what a reader is shown where `reading` has no evidence. */
  edits: { before?: Quote; after?: Quote }[];
  /** How many clauses differ in all. */
  editCount: number;
  /** Where the old and new text came from, when not from our own fetches. */
  origin?: string;
}

/** What a version says on one topic. */
export interface StanceLine {
  topic: Topic;
  quotes: { text: string; section: string }[];
}

/** What a version of a document says about AI, topic by topic. */
export interface DocumentStance {
  document: DocumentId;
  version: Sha256;
  /** When that version was first seen. */
  seen: Instant;
  training: Position;
  lines: StanceLine[];
  /** How its text was judged; not known in stores from before this was kept. */
  judgedBy?: WayOfJudging;
}

/** Names what a text is judged by: a number made of the reader's weights and of how they are used. */
export type WayOfJudging = number;

// ---- signals ------------------------------------------------------------------------------------

/** What a crawler collects pages for: its operator's models, search results, an answer somebody asked for, data sets others train on. */
export const CRAWLER_PURPOSES = ['training', 'search', 'user-triggered', 'dataset'] as const;
export type CrawlerPurpose = (typeof CRAWLER_PURPOSES)[number];

/** A crawler of an AI company, by the name that robots.txt files call it. */
export interface AiCrawler {
  name: string;
  operator: string;
  purpose: CrawlerPurpose;
}

/** Where a site says something to machines: three files, and its homepage's headers and tags. */
export const SIGNAL_KINDS = ['robots.txt', 'tdmrep.json', 'ai.txt', 'page'] as const;
export type SignalKind = (typeof SIGNAL_KINDS)[number];

export interface SignalSource {
  /** `<platform id> <url>`. */
  id: string;
  platform: PlatformId;
  kind: SignalKind;
  url: string;
}

/** The conventions a signal can be written in; `noai` is the value of robots tags. */
export const SIGNAL_FORMATS = ['robots', 'content-signal', 'content-usage', 'tdmrep', 'ai.txt', 'rsl', 'noai'] as const;
export type SignalFormat = (typeof SIGNAL_FORMATS)[number];

/** What a signal is about: training models, search results, input of an answer, or any use. */
export const SIGNAL_USES = ['train', 'search', 'input', 'all'] as const;
export type SignalUse = (typeof SIGNAL_USES)[number];

/** `reserved`: by law the right is kept, a licence may be asked for. `licensed`: terms of a licence are named. */
export const SIGNAL_RULINGS = ['allowed', 'forbidden', 'reserved', 'licensed'] as const;
export type SignalRuling = (typeof SIGNAL_RULINGS)[number];

/** A line as it stands in its source; `number` counts from 1 in a file and is absent for headers and tags. */
export interface SignalLine {
  number?: number;
  text: string;
}

/** Where a site stands on one use by one agent. */
export interface SignalPosition {
  ruling: SignalRuling;
  /** The paths or kinds of file it is limited to; absent where it is the whole site. */
  parts?: string[];
  /** The paths of the whole site that are left out of it. */
  except?: string[];
  /** Where the terms of a licence or policy stand. */
  terms?: string;
}

/** One thing a site says to machines, with the lines that say it. */
export interface SignalStatement extends SignalPosition {
  format: SignalFormat;
  /** The name of an AI crawler, or `*` for everybody. */
  agent: string;
  use: SignalUse;
  lines: SignalLine[];
}

/** What one source says, whatever it looks like: two readings with the same identity say the same. */
export interface SignalReading {
  statements: SignalStatement[];
  identity: Sha256;
}

/** What was kept of a source. For a page these are the headers and tags that say something, one a line. */
export interface SignalVersion {
  id: Sha256;
  source: string;
  text: string;
  /** There is no such file, which means: no rules. */
  absent?: boolean;
  seen: Instant;
}

/** A position that changed, for the agents that it changed for. */
export interface SignalMove {
  format: SignalFormat;
  agents: string[];
  use: SignalUse;
  /** Absent: nothing was said. */
  from?: SignalPosition;
  /** Absent: nothing is said any more. */
  to?: SignalPosition;
  /** The lines that said it before, and those that say it now. */
  before: SignalLine[];
  after: SignalLine[];
  significance: Exclude<Significance, 'none'>;
  direction: Direction;
  topics: Topic[];
}

/** A recorded change of what a site says to machines. */
export interface SignalChange {
  id: Sha256;
  source: string;
  platform: PlatformId;
  kind: SignalKind;
  url: string;
  /** The evidence window, as for a document. */
  lastSeenOld: Instant;
  firstSeenNew: Instant;
  /** The file is gone. */
  withdrawn?: boolean;
  returns?: number;
  significance: Exclude<Significance, 'none'>;
  direction: Direction;
  topics: Topic[];
  moves: SignalMove[];
}

// ---- news ---------------------------------------------------------------------------------------

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

export interface NewsReading {
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

// ---- alerts -------------------------------------------------------------------------------------

/** What is known of a Discord server and what it chose for itself; all of it may be missing. */
export interface Server {
  guildId: string;
  /** The language it chose. */
  language?: Language;
  /** The language Discord says it speaks, as last seen. */
  locale?: Language;
  /** IANA name, such as `Europe/Paris`. */
  timeZone?: string;
  digestDay?: Weekday;
}

export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

export const RHYTHMS = ['instant', 'daily', 'weekly'] as const;
export type Rhythm = (typeof RHYTHMS)[number];

/** From a time of the day to another, over midnight where the first is later; `HH:MM`, 24 hours. */
export interface QuietHours {
  from: string;
  to: string;
}

/** What a channel wants. It belongs to the server. */
export interface Subscription {
  id: string;
  guildId: string;
  channelId: string;
  /** Empty means every platform. */
  platforms: PlatformId[];
  /** Empty means every topic. */
  topics: Topic[];
  kinds: AlertKind[];
  /** The least that is told; `major` when absent. A digest tells of minor things as well. */
  least?: 'minor' | 'major';
  /** At once, or gathered; `instant` when absent. */
  rhythm?: Rhythm;
  /** Hours in which nothing is posted at once: it waits for their end. In the server's time zone. */
  quiet?: QuietHours;
  /** Nothing is told while it is paused, or until it has slept enough. */
  paused?: true;
  snoozedUntil?: Instant;
  /** Up to when its digests have told; from its creation when absent. */
  digestedUntil?: Instant;
  /** The alert that its last digest was. */
  lastDigest?: Sha256;
  /** Tags of the posts it makes: there, though perhaps empty, where its channel is a forum, and only there. */
  tagIds?: string[];
  /** A role to mention with each alert. */
  roleId?: string;
  /** The language of its alerts, where it is not the server's. */
  language?: Language;
  createdAt: Instant;
  createdBy: string;
  /**
   * Why nothing can be posted, by Discord's code and words, and since when; gone with the trouble itself. While it lasts, no
   * message is tried. `told`: when the server's admins were told of it.
   */
  trouble?: { code: number; detail: string; since: Instant; told?: Instant };
}

export const ALERT_KINDS = ['documents', 'news', 'signals', 'regulation'] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];

/**
 * Something the channels that care are told once. The id is derived from what it tells. `corrected`: when something about it
 * was learnt that its messages did not say yet. `says`: what they say or will be edited to say, as far as that can change: how many
 * outlets carry the story, since when the change is taken back. `significance`: absent where it is major.
 */
export type Alert = { corrected?: Instant; says?: string; significance?: 'minor' } & (
  | { id: string; kind: 'documents'; at: Instant; platforms: PlatformId[]; topics: Topic[]; changeId: Sha256 }
  | {
      id: string;
      kind: 'news' | 'regulation';
      at: Instant;
      platforms: PlatformId[];
      topics: NewsTopic[];
      storyId: string;
      /** The alert on the change that the story tells of: channels that have it are not told twice. */
      toldBy?: Sha256;
    }
  | { id: string; kind: 'regulation'; at: Instant; platforms: PlatformId[]; topics: Topic[]; event: RegulationEvent }
  | DigestAlert
  | { id: string; kind: 'signals'; at: Instant; platforms: PlatformId[]; topics: Topic[]; changeId: Sha256 }
);

/** What a digest of one subscription tells: everything it wants of a span of time. */
export interface DigestAlert {
  id: string;
  kind: 'digest';
  at: Instant;
  platforms: PlatformId[];
  topics: Topic[];
  /** What it tells, newest first. */
  alertIds: string[];
  /** After this instant, and up to and including `to`. */
  from: Instant;
  to: Instant;
}

/** Which deliveries go first. */
export const PRIORITIES = ['urgent', 'normal', 'digest'] as const;
export type Priority = (typeof PRIORITIES)[number];

/** One alert to one channel: a message to post, and later perhaps to publish (in an announcement channel) or to edit. */
export interface Delivery {
  id: string;
  act: 'post' | 'edit' | 'publish';
  alertId: string;
  kind: Alert['kind'];
  priority: Priority;
  guildId: string;
  channelId: string;
  roleId?: string;
  language?: Language;
  /** In a forum, where each message is a post of its own: the tags of the post. */
  tagIds?: string[];
  /** `sending`: under way when this was written. `suspended`: not tried while the channel is in trouble. */
  state: 'pending' | 'sending' | 'suspended';
  attempts: number;
  nextAttemptAt: Instant;
  /** When that was planned, where it was not with the row. */
  waitsFrom?: Instant;
  createdAt: Instant;
  /** Since when the message may stand in the channel without our knowing: a try whose answer never came. */
  unsureSince?: Instant;
  /** A simpler form, after Discord would not take the full one. */
  form?: MessageForm;
  /** It waits because its channel was told of so much within an hour. */
  held?: true;
  /** The rows it stands for, by id, after such an hour. */
  gathers?: string[];
}

/**
 * `plain`: text alone. `without-links`: for servers whose filter takes our sources for harm. `without-tags`: for forums that have a
 * tag no more.
 */
export type MessageForm = 'plain' | 'without-links' | 'without-tags';
