/** What is written down, as collections of named values. `io/store` keeps them. */
import type { Head } from '../../core/observe.ts';
import type { SignalHead } from '../../core/signals/observe-signals.ts';
import type {
  Alert,
  Change,
  Delivery,
  DocumentStance,
  Instant,
  Server,
  SignalChange,
  SignalVersion,
  Story,
  Subscription,
  Version,
} from '../../domain.ts';
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

/** Subscriptions are asked for by every alert and every message: they are held in memory, and the store is told first. */
export interface Subscriptions extends Collection<Subscription> {
  all(): Promise<Iterable<Subscription>>;
  ofChannel(channelId: string): Promise<Subscription[]>;
  /** Of one server. */
  ofServer(guildId: string): Promise<Subscription[]>;
  /** Those that cannot be served for now. */
  inTrouble(): Promise<Subscription[]>;
}

export interface Store {
  /** By version id. */
  versions: Collection<Version>;
  /** By document id: what the current version says about AI. */
  stances: Collection<DocumentStance>;
  /** By change id. */
  changes: Collection<Change>;
  /** By document id: the pointer to the current version, written last. */
  heads: Collection<Head>;
  /** By version id: what was kept of a signal source. */
  signalVersions: Collection<SignalVersion>;
  /** By change id: changes of what sites say to machines. */
  signalChanges: Collection<SignalChange>;
  /** By signal source id, written last. */
  signalHeads: Collection<SignalHead>;
  /** By source id: when it was last looked at, and how that went. */
  sources: Collection<SourceStatus>;
  /** By feed url and item id: items that were read. */
  seenItems: Collection<{ at: string; storyId?: string }>;
  /** By story id. */
  stories: Collection<Story>;
  /** By alert id. */
  alerts: Collection<Alert>;
  /** By delivery id: alerts that have not reached their channel yet. */
  outbox: Collection<Delivery>;
  /** By delivery id: alerts that have, and the message they became; or that never will, and why. */
  delivered: Collection<Delivered>;
  /** By subscription id. */
  subscriptions: Subscriptions;
  /** By guild id. */
  servers: Collection<Server>;
  /** What is wrong with the store itself; nothing when all is well. */
  trouble(): StoreTrouble | undefined;
  close(): Promise<void>;
}

/** Why a store cannot be read or written, in the few ways that ask for different things to be done. */
export const STORE_FAULTS = ['full', 'read-only', 'locked', 'damaged', 'io', 'cannot-open', 'other'] as const;
export type StoreFault = (typeof STORE_FAULTS)[number];

/** The fault that was seen last, since when, and how many reads or writes have failed. */
export interface StoreFailing {
  fault: StoreFault;
  since: Instant;
  times: number;
}

export interface StoreTrouble {
  /** Gone with the first read that succeeds. */
  reading?: StoreFailing;
  /** Gone with the first write that succeeds. */
  writing?: StoreFailing;
  /** Values that were passed over since the start, by collection and key. */
  unreadable: string[];
}

export interface Delivered
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
