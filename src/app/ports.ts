/**
 * What the app needs of the outside world, as types. `src/io` implements them; only `src/main.ts` knows which one is used.
 * The fetch port stands in fetch-port.ts, the history port in history-port.ts.
 */
import type { Head } from '../core/observe.ts';
import type {
  Alert,
  Change,
  Delivery,
  DocumentStance,
  Feed,
  NewsItem,
  Story,
  Subscription,
  Version,
} from '../domain.ts';
import type { Answer } from './answer.ts';
import type { Validators } from './fetch-port.ts';

/** Reads the clock. Passed in, so that tests move time by hand. */
export type Now = () => Date;

/** A named set of values in the store. A `put` that returned is on disk. */
export interface Collection<Value> {
  get(key: string): Promise<Value | undefined>;
  /** `ttlSeconds`: the value may be forgotten after that. */
  put(key: string, value: Value, ttlSeconds?: number): Promise<void>;
  /** All of them or none. */
  putMany(entries: readonly { key: string; value: Value; ttlSeconds?: number }[]): Promise<void>;
  has(key: string): Promise<boolean>;
  delete(key: string): Promise<void>;
  /** In key order. */
  entries(): AsyncIterable<[key: string, value: Value]>;
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
  /** By delivery id: alerts that have, and the message they became. */
  delivered: Collection<Delivered>;
  /** By subscription id. */
  subscriptions: Collection<Subscription>;
  close(): Promise<void>;
}

export interface Delivered {
  channelId: string;
  messageId: string;
  at: string;
}

/** How the last look at a document or feed went, for `/status` and the operator. */
export interface SourceStatus {
  id: string;
  kind: 'document' | 'feed';
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

export type FeedParse = { status: 'ok'; items: NewsItem[] } | { status: 'not-a-feed'; detail: string };
export type ParseFeed = (xml: string, feed: Feed) => Promise<FeedParse>;

/** Puts a message into a Discord channel, at most once per nonce. */
export interface Sender {
  send(message: OutgoingMessage): Promise<SendOutcome>;
}

export interface OutgoingMessage {
  channelId: string;
  answer: Answer;
  /** The only role that may be pinged. */
  roleId?: string;
  /** At most 25 characters; Discord returns the first message again for the same nonce. */
  nonce: string;
}

export type SendOutcome =
  | { status: 'sent'; messageId: string }
  /** Something passing: try again after so many seconds, or when the policy says. */
  | { status: 'retry'; detail: string; afterSeconds?: number }
  /** This channel cannot be written to until somebody mends it. */
  | { status: 'blocked'; code: number; detail: string }
  /** This one message is refused; trying again would not help. */
  | { status: 'refused'; code: number; detail: string }
  /** The bot's token is not valid any more: nothing can be sent. */
  | { status: 'unauthorised'; detail: string };

/** Leveled log of the operator: one clear line each. */
export interface Log {
  debug(message: string, fields?: Record<string, unknown>): void;
  info(message: string, fields?: Record<string, unknown>): void;
  warn(message: string, fields?: Record<string, unknown>): void;
  error(message: string, fields?: Record<string, unknown>): void;
}
