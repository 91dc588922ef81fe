/**
 * What the app needs of the outside world, as types. `src/io` implements them; only `src/main.ts` knows which one is used.
 * The fetch port stands in fetch-port.ts, the history port in history-port.ts.
 */
import type { Head } from '../core/observe.ts';
import type { SignalHead } from '../core/signals/observe-signals.ts';
import type {
  Alert,
  Change,
  Delivery,
  DocumentStance,
  Feed,
  Language,
  MessageForm,
  NewsItem,
  Server,
  SignalChange,
  SignalVersion,
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
  close(): Promise<void>;
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

export type FeedParse = { status: 'ok'; items: NewsItem[] } | { status: 'not-a-feed'; detail: string };
export type ParseFeed = (xml: string, feed: Feed) => Promise<FeedParse>;

/** Puts messages into Discord channels and says what became of each. Nothing is tried twice in here. */
export interface Sender {
  /** Posts, at most once per nonce as long as Discord remembers it: a few minutes. A forum's posts have none: see `find`. */
  send(message: OutgoingMessage): Promise<SendOutcome>;
}

/** A sender that can also look after what it posted. */
export interface Courier extends Sender {
  /** Changes a message that was posted. */
  edit(messageId: string, message: OutgoingMessage): Promise<SendOutcome>;
  /** Shows a message of an announcement channel to everybody who follows that. */
  publish(channelId: string, messageId: string): Promise<SendOutcome>;
  /** Looks for a message of ours among the last ones of its channel, or for a post of ours among those of its forum. */
  find(message: OutgoingMessage): Promise<FindOutcome>;
  /**
   * What keeps the bot from posting in a channel, if anything.
   * @param tagIds the tags its posts will have, where it is a forum.
   */
  inspect(guildId: string, channelId: string, tagIds?: readonly string[]): Promise<Inspection>;
  /** A forum's tags; nothing where the channel is none, or they cannot be found out for now. */
  forumOf(guildId: string, channelId: string): Promise<Forum | undefined>;
  /** Where a server's admins can be told something: its channel for system messages, or the first that can be written to. */
  noticeChannel(guildId: string, except: string): Promise<string | undefined>;
  /** Gives up what is under way. */
  abort(): void;
}

export interface OutgoingMessage {
  channelId: string;
  answer: Answer;
  /** The only role that may be pinged. */
  roleId?: string;
  /** At most 25 characters; Discord returns the first message again for the same nonce, and `find` knows it by that. */
  nonce: string;
  form?: MessageForm;
  /** Where the channel is a forum: the message becomes a post of its own, whose id is that of the message. */
  forum?: { guildId: string; tagIds: readonly string[] };
}

export interface Forum {
  /** Those the bot may give. */
  tags: { id: string; name: string }[];
  /** A post without a tag is refused. */
  tagRequired: boolean;
}

export type SendOutcome =
  | { status: 'sent'; messageId: string }
  /** Something passing: try again after so many seconds, or when the policy says. `unsure`: it may have arrived. */
  | { status: 'retry'; detail: string; afterSeconds?: number; unsure?: boolean }
  /** Discord wants nothing at all from us for so many seconds. */
  | { status: 'paused'; detail: string; afterSeconds: number }
  /** This channel cannot be written to until somebody mends it. */
  | { status: 'blocked'; code: number; detail: string }
  /** This message is refused; a simpler form of it may pass. */
  | { status: 'unfit'; code: number; detail: string; instead: MessageForm }
  /** This one message is refused; trying again would not help. */
  | { status: 'refused'; code: number; detail: string }
  /** The bot's token is not valid any more: nothing can be sent. */
  | { status: 'unauthorised'; detail: string };

export type FindOutcome =
  | { status: 'found'; messageId: string }
  | { status: 'absent' }
  | Exclude<SendOutcome, { status: 'sent' | 'unfit' | 'refused' }>;

export type Inspection =
  /** `missing`: permissions in the words of Discord's settings; none when all is well. */
  | { status: 'seen'; missing: string[] }
  | { status: 'blocked'; code: number; detail: string }
  /** Nothing could be found out for now. */
  | { status: 'unknown' };

/** What the gateway knows of servers and channels. */
export interface Places {
  /** A server's language, where the bot speaks it. */
  languageOf(guildId: string): Language | undefined;
  /** Messages of announcement channels can be published to those who follow them. */
  isAnnouncement(channelId: string): boolean;
}

/** What happened to the places that alerts go to. */
export type PlaceEvent =
  /** The bot is online, in these servers; those in an outage are among them. */
  | { kind: 'online'; guildIds: readonly string[] }
  /** A server is there: at the start, after an outage, or because the bot was let in. */
  | { kind: 'server-there'; guildId: string }
  /** The bot was thrown out, or the server is gone. An outage is neither. */
  | { kind: 'server-left'; guildId: string }
  /** Somebody changed a channel, a role or the bot's own roles: what was forbidden may be allowed now. */
  | { kind: 'rights-changed'; guildId: string }
  | { kind: 'channel-gone'; guildId: string; channelId: string };

/** Leveled log of the operator: one clear line each. */
export interface Log {
  debug(message: string, fields?: Record<string, unknown>): void;
  info(message: string, fields?: Record<string, unknown>): void;
  warn(message: string, fields?: Record<string, unknown>): void;
  error(message: string, fields?: Record<string, unknown>): void;
}
