/** What is written down, as collections of named values. `io/store` keeps them. */
import type { DocumentHead } from '../../core/history/observe-document.ts';
import type { SignalHead } from '../../core/signals/observe-signals.ts';
import type { Alert, Delivery, GuildSettings, Subscription } from '../../domain/alert.ts';
import type { Change, DocumentStance, DocumentVersion } from '../../domain/document.ts';
import type { Story } from '../../domain/news.ts';
import type { SignalChange, SignalVersion } from '../../domain/signal.ts';
import type { CalendarDate, Instant, PlatformId } from '../../domain/vocabulary.ts';
import type { Validators } from './fetch.ts';

/** A named set of values in the store. A `put` that returned is on disk. */
export interface Collection<Value> {
  get(key: string): Promise<Value | undefined>;
  /** `ttlSeconds`: the value may be forgotten after that. */
  put(key: string, value: Value, ttlSeconds?: number): Promise<void>;
  /** All of them or none. */
  putMany(entries: readonly { key: string; value: Value; ttlSeconds?: number }[]): Promise<void>;
  has(key: string): Promise<boolean>;
  delete(key: string): Promise<void>;
  /** All of them or none. */
  deleteMany(keys: readonly string[]): Promise<void>;
  /** In key order; with a prefix, only keys that begin with it. */
  entries(prefix?: string): AsyncIterable<[key: string, value: Value]>;
}

/** Which of the dated values: all of them where nothing is named. */
export interface OccurrenceFilter {
  platform?: PlatformId;
  /** From this instant on, and before that one. A date that is less exact begins with its first instant. */
  since?: CalendarDate | Instant;
  before?: CalendarDate | Instant;
  kinds?: readonly string[];
}

/** So many of them, after so many; all that are left when no limit is named. */
export interface Pagination {
  limit?: number;
  skip?: number;
}

/** That something happened. */
export interface Occurrence {
  key: string;
  date: Instant;
  /** Of a change its significance, of a story or an alert its kind. */
  kind: string;
}

/** When things happened: no value is read to say so. */
export interface OccurrenceIndex {
  /** Newest first. */
  occurrences(which?: OccurrenceFilter & Pagination): Promise<Occurrence[]>;
  count(which?: OccurrenceFilter): Promise<number>;
  /** Oldest first; years in which nothing happened are left out. */
  countByYear(which?: OccurrenceFilter): Promise<{ year: string; count: number }[]>;
}

/** Values that have a date, and a platform or several. There can be tens of thousands: nothing that answers a member reads them all. */
export interface DatedCollection<Value, Summary = never> extends Collection<Value>, OccurrenceIndex {
  /** Newest first. */
  newest(which: OccurrenceFilter & Pagination): Promise<Value[]>;
  summary(key: string): Promise<Summary | undefined>;
  /** What a list shows of each, newest first. */
  summaries(which: OccurrenceFilter & Pagination): Promise<Summary[]>;
  /** In the order they were written last, those written after that revision; 0 is before all. */
  writtenSince(sequence: number, limit: number): Promise<{ key: string; sequence: number; summary: Summary }[]>;
}

export type StorySummary = Pick<Story, 'id' | 'platforms' | 'kind' | 'firstSeen'> & {
  items: Pick<Story['items'][number], 'title' | 'link' | 'outlet'>[];
};

export type ChangeSummary = Pick<Change, 'id' | 'document' | 'platform' | 'firstSeenNew' | 'origin'> & {
  reading: Pick<Change['reading'], 'change' | 'direction' | 'topics'>;
};

export type SignalChangeSummary = Pick<SignalChange, 'id' | 'platform' | 'kind' | 'firstSeenNew' | 'significance'> & {
  moves: Omit<SignalChange['moves'][number], 'before' | 'after'>[];
};

/** A word that is looked for, and the platforms that are called so. */
export interface SearchTerm {
  /** Of letters and digits, in lower case and without accents. */
  word: string;
  platforms: readonly PlatformId[];
}

/** Finds stories by the words of their titles and by their platforms. */
export interface StoryTitleIndex {
  /** Makes the first question as quick as those after it. */
  warmUp(): Promise<void>;
  /** @returns how many have all of the words, or any of them; and of those the best, best first. */
  search(
    words: readonly SearchTerm[],
    match: 'all' | 'any',
    limit: number,
  ): Promise<{ total: number; best: StorySummary[] }>;
}

/** Subscriptions are asked for by every alert and every message: they are held in memory, and the store is told first. */
export interface SubscriptionCollection extends Collection<Subscription> {
  all(): Promise<Iterable<Subscription>>;
  listByChannel(channelId: string): Promise<Subscription[]>;
  /** Of one server. */
  listByGuild(guildId: string): Promise<Subscription[]>;
  /** Those that cannot be served for now. */
  listSuspended(): Promise<Subscription[]>;
}

export interface Store {
  /** By version id. */
  versions: Collection<DocumentVersion>;
  /** By document id: what the current version says about AI. */
  stances: Collection<DocumentStance>;
  /** By change id. */
  changes: DatedCollection<Change, ChangeSummary>;
  /** By document id: the pointer to the current version, written last. */
  heads: Collection<DocumentHead>;
  /** By version id: what was kept of a signal source. */
  signalVersions: Collection<SignalVersion>;
  /** By change id: changes of what sites say to machines. */
  signalChanges: DatedCollection<SignalChange, SignalChangeSummary>;
  /** By signal source id, written last. */
  signalHeads: Collection<SignalHead>;
  /** By source id: when it was last looked at, and how that went. */
  sources: Collection<SourceStatus>;
  /** By feed url and item id: items that were read. */
  seenItems: Collection<{ at: string; storyId?: string }>;
  /** By story id. */
  stories: DatedCollection<Story, StorySummary>;
  /** When a platform's newsroom spoke of it and AI: a moment for each official item of a story, by the story's id. */
  newsrooms: OccurrenceIndex;
  storyTitles: StoryTitleIndex;
  /** By alert id. */
  alerts: DatedCollection<Alert>;
  /** By delivery id: alerts that have not reached their channel yet. */
  outbox: Collection<Delivery>;
  /** By delivery id: alerts that have, and the message they became; or that never will, and why. */
  deliveryLog: Collection<DeliveryLogEntry>;
  /** By subscription id. */
  subscriptions: SubscriptionCollection;
  /** By guild id. */
  servers: Collection<GuildSettings>;
  /** What is wrong with the store itself; nothing when all is well. */
  problems(): StoreProblems | undefined;
  /** Waits until all of an older store can be asked for by date: seconds, once. What is asked meanwhile waits by itself. */
  ready(): Promise<void>;
  close(): Promise<void>;
}

/** Why a store cannot be read or written, in the few ways that ask for different things to be done. */
export type StoreFault = 'full' | 'read-only' | 'locked' | 'damaged' | 'io' | 'cannot-open' | 'other';

/** The fault that was seen last, since when, and how many reads or writes have failed. */
export interface StoreFaultSummary {
  fault: StoreFault;
  since: Instant;
  times: number;
}

export interface StoreProblems {
  /** Gone with the first read that succeeds. */
  reading?: StoreFaultSummary;
  /** Gone with the first write that succeeds. */
  writing?: StoreFaultSummary;
  /** Values that were passed over since the start, by collection and key. */
  unreadable: string[];
}

export interface DeliveryLogEntry
  extends Pick<Delivery, 'alertId' | 'kind' | 'guildId' | 'channelId' | 'roleId' | 'language' | 'tagIds'> {
  /** In a forum the id of the post as well. Absent: it never came to a message. */
  messageId?: string;
  at: string;
  /** Why it never did. */
  failed?: { code?: number; detail: string };
}

/** How the last look at a document, feed or signal source went, for `/status` and the operator. */
export interface SourceStatus {
  id: string;
  kind: 'document' | 'feed' | 'signal';
  url: string;
  lastLook: string;
  /** When it last answered as it should. */
  lastGood?: string;
  /** What is wrong since when; absent when the last look was good. */
  problem?: { code: string; detail: string; since: string; times: number };
  validators?: Validators;
  /** Not looked at again before this instant (Retry-After). */
  notBefore?: string;
}
