/** What the bot keeps: its collections, and the writes that change several of them together. `io/store` implements it. */
import type { DeliveryLogEntry } from '../../core/alerts/delivery-rows.ts';
import type { DocumentHead } from '../../core/history/observe-document.ts';
import type { SignalHead } from '../../core/signals/observe-signals.ts';
import type { Alert, Delivery, GuildSettings, Subscription } from '../../domain/alert.ts';
import type { Change, DocumentStance, DocumentVersion } from '../../domain/document.ts';
import type { Story } from '../../domain/news.ts';
import type { SignalChange, SignalVersion } from '../../domain/signal.ts';
import type { Instant, PlatformId } from '../../domain/vocabulary.ts';
import type { Collection, DatedCollection, OccurrenceIndex } from './collection.ts';
import type { Validators } from './fetch.ts';

export interface StoredCollections {
  /** By version id. */
  versions: Collection<DocumentVersion>;
  /** By document id: what the current version says about AI. */
  stances: Collection<DocumentStance>;
  /** By change id. */
  changes: DatedCollection<Change, ChangeSummary>;
  /** By document id: the pointer to the current version. */
  heads: Collection<DocumentHead>;
  /** By version id. */
  signalVersions: Collection<SignalVersion>;
  /** By change id. */
  signalChanges: DatedCollection<SignalChange, SignalChangeSummary>;
  /** By signal source id. */
  signalHeads: Collection<SignalHead>;
  /** By source id: how the last poll went. */
  sources: Collection<SourceStatus>;
  /** By feed url and item id: items that were read. */
  seenItems: Collection<{ at: string; storyId?: string }>;
  /** By story id. */
  stories: DatedCollection<Story, StorySummary>;
  /** By alert id. */
  alerts: DatedCollection<Alert>;
  /** By delivery id: alerts that have not reached their channel yet. */
  outbox: Collection<Delivery>;
  /** By delivery id: alerts that have reached their channel, or never will. */
  deliveryLog: Collection<DeliveryLogEntry>;
  /** By subscription id. */
  subscriptions: SubscriptionCollection;
  /** By guild id. */
  servers: Collection<GuildSettings>;
}

export type CollectionName = keyof StoredCollections;
export type StoredValue<Name extends CollectionName> =
  StoredCollections[Name] extends Collection<infer Value> ? Value : never;

/** One write of a commit, as plain data. */
export type StoreWrite = {
  [Name in CollectionName]:
    | { put: Name; key: string; value: StoredValue<Name>; ttlSeconds?: number }
    | { delete: Name; key: string };
}[CollectionName];

export interface Store extends StoredCollections {
  /** When a platform's newsroom spoke about AI: one occurrence for each official item of a story, by the story's id. */
  newsrooms: OccurrenceIndex;
  storyTitles: StoryTitleIndex;
  /**
   * Carries out the writes in their order, all of them or none, with one flush to disk. Reads and other writes wait meanwhile: a few
   * hundred at a time.
   */
  commit(writes: readonly StoreWrite[]): Promise<void>;
  /** What is wrong with the store itself; undefined when all is well. */
  problems(): StoreProblems | undefined;
  /** Resolves when the dated index is complete, which takes some seconds after an upgrade. Queries wait for it by themselves. */
  ready(): Promise<void>;
  close(): Promise<void>;
}

export type StorySummary = Pick<Story, 'id' | 'platforms' | 'kind' | 'firstSeen'> & {
  items: Pick<Story['items'][number], 'title' | 'link' | 'outlet'>[];
};

export type ChangeSummary = Pick<Change, 'id' | 'document' | 'platform' | 'firstSeenNew' | 'origin'> & {
  assessment: Pick<Change['assessment'], 'significance' | 'direction' | 'topics'>;
};

export type SignalChangeSummary = Pick<SignalChange, 'id' | 'platform' | 'kind' | 'firstSeenNew' | 'significance'> & {
  moves: Omit<SignalChange['moves'][number], 'before' | 'after'>[];
};

/** A word to search for, and the platforms it names. */
export interface SearchTerm {
  /** Letters and digits, in lower case and without accents. */
  word: string;
  platforms: readonly PlatformId[];
}

/** Finds stories by the words of their titles and by their platforms. */
export interface StoryTitleIndex {
  /** Makes the first search as quick as those after it. */
  warmUp(): Promise<void>;
  /** @returns how many stories have all of the words, or any of them, and the best of those, best first. */
  search(
    words: readonly SearchTerm[],
    match: 'all' | 'any',
    limit: number,
  ): Promise<{ total: number; best: StorySummary[] }>;
}

/** Held in memory, since every alert and every message reads them; a write reaches the disk first. */
export interface SubscriptionCollection extends Collection<Subscription> {
  all(): Promise<Iterable<Subscription>>;
  listByChannel(channelId: string): Promise<Subscription[]>;
  listByGuild(guildId: string): Promise<Subscription[]>;
  /** Those that cannot be served for now. */
  listSuspended(): Promise<Subscription[]>;
}

/** Why a store cannot be read or written, by what the operator can do about it. */
export type StoreFault = 'full' | 'read-only' | 'locked' | 'damaged' | 'io' | 'cannot-open' | 'other';

/** The last fault, since when, and how many reads or writes have failed. */
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
  /** Values skipped since the start, as `<namespace>:<key>`. */
  unreadable: string[];
}

/** How the last poll of a document, feed or signal source went, for `/status` and the operator. */
export interface SourceStatus {
  id: string;
  kind: 'document' | 'feed' | 'signal';
  url: string;
  lastLook: string;
  /** When a poll last succeeded. */
  lastGood?: string;
  /** What is wrong since when; absent when the last poll succeeded. */
  problem?: { code: string; detail: string; since: string; times: number };
  validators?: Validators;
  /** Not polled again before this instant (Retry-After). */
  notBefore?: string;
}
