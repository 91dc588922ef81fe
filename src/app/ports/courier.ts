/** What the app needs of Discord: to post, to look after what was posted, to know places. `io/discord` provides it. */
import type { FallbackFormat } from '../../domain/alert.ts';
import type { Answer } from '../../domain/answer.ts';
import type { Instant, Language } from '../../domain/vocabulary.ts';

/** Puts messages into Discord channels and says what became of each. Nothing is tried twice in here. */
export interface MessageSender {
  /** Posts, at most once per nonce as long as Discord remembers it: a few minutes. A forum's posts have none: see `find`. */
  send(message: OutgoingMessage): Promise<SendOutcome>;
}

/** A sender that can also look after what it posted. */
export interface Courier extends MessageSender {
  /** Changes a message that was posted. */
  edit(messageId: string, message: OutgoingMessage): Promise<SendOutcome>;
  /** Shows a message of an announcement channel to everybody who follows that. */
  publish(channelId: string, messageId: string): Promise<SendOutcome>;
  /**
   * Looks for a message of ours in its channel, or for a post of ours in its forum.
   * @param since when it was sent, if it was; without it the last ones are looked through.
   */
  findSent(message: OutgoingMessage, since?: Instant): Promise<FindOutcome>;
  /**
   * What keeps the bot from posting in a channel, if anything.
   * @param tagIds the tags its posts will have, where it is a forum.
   */
  inspectChannel(guildId: string, channelId: string, tagIds?: readonly string[]): Promise<ChannelInspection>;
  /** A forum's tags; nothing where the channel is none, or they cannot be found out for now. */
  getForum(guildId: string, channelId: string): Promise<ForumInfo | undefined>;
  /** Whether a channel and a role that somebody named are a server's own. */
  checkOwnership(guildId: string, named: { channelId?: string; roleId?: string }): Promise<Ownership>;
  /** Where a server's admins can be told something: its channel for system messages, or the first that can be written to. */
  findNoticeChannel(guildId: string, except: string): Promise<string | undefined>;
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
  form?: FallbackFormat;
  /** Where the channel is a forum: the message becomes a post of its own, whose id is that of the message. */
  forum?: { guildId: string; tagIds: readonly string[] };
}

/** `unknown`: nothing could be found out for now. */
export type Ownership = 'own' | 'foreign' | 'unknown';

export interface ForumInfo {
  /** Those the bot may give. */
  tags: { id: string; name: string }[];
  /** A post without a tag is refused. */
  tagRequired: boolean;
}

export type SendOutcome =
  | { status: 'sent'; messageId: string }
  /** Something passing: try again after so many seconds, or when the policy says. `unsure`: it may have arrived. */
  | { status: 'retry'; detail: string; afterSeconds?: number; mayHaveArrived?: boolean }
  /** Discord wants nothing at all from us for so many seconds. */
  | { status: 'paused'; detail: string; afterSeconds: number }
  /** This channel cannot be written to until somebody mends it. */
  | BlockedOutcome
  /** This message is refused; a simpler form of it may pass. */
  | { status: 'unfit'; code: number; detail: string; fallback: FallbackFormat }
  /** This one message is refused; trying again would not help. */
  | { status: 'refused'; code: number; detail: string }
  /** The bot's token is not valid any more: nothing can be sent. */
  | { status: 'unauthorised'; detail: string };

/** `missing`: permissions that are missing, where that is known already. */
export type BlockedOutcome = { status: 'blocked'; code: number; detail: string; missing?: string[] };

export type FindOutcome =
  | { status: 'found'; messageId: string }
  | { status: 'absent' }
  | Exclude<SendOutcome, { status: 'sent' | 'unfit' | 'refused' }>;

export type ChannelInspection =
  /** `missing`: permissions in the words of Discord's settings; none when all is well. */
  | { status: 'seen'; missing: string[] }
  | { status: 'blocked'; code: number; detail: string }
  /** Nothing could be found out for now. */
  | { status: 'unknown' };

/** What the gateway knows of servers and channels. */
export interface GuildDirectory {
  /** A server's language, where the bot speaks it. */
  languageOf(guildId: string): Language | undefined;
  /** Messages of announcement channels can be published to those who follow them. */
  isAnnouncement(channelId: string): boolean;
  /** The bot may not write there, by all that is known; where nothing is known, it may. */
  isUnwritable(place: { guildId: string; channelId: string }): boolean;
}

/** What happened to the places that alerts go to. */
export type GuildEvent =
  /** The bot is online, in these servers; those in an outage are among them. */
  | { kind: 'online'; guildIds: readonly string[] }
  /** A server is there: at the start, after an outage, or because the bot was let in. */
  | { kind: 'server-there'; guildId: string }
  /** The bot was thrown out, or the server is gone. An outage is neither. */
  | { kind: 'server-left'; guildId: string }
  /** Somebody changed a channel, a role or the bot's own roles: what was forbidden may be allowed now. */
  | { kind: 'rights-changed'; guildId: string }
  | { kind: 'channel-gone'; guildId: string; channelId: string };
