/** What the app needs of Discord: to post, edit and find messages, and to know guilds and channels. `io/discord` implements it. */
import type { FallbackFormat } from '../../domain/alert.ts';
import type { Answer } from '../../domain/answer.ts';
import type { Instant, Language } from '../../domain/vocabulary.ts';

/** Posts messages to Discord channels and says what became of each. Nothing is retried in here, and nothing throws. */
export interface Courier {
  /** Posts a message, at most once per nonce for the few minutes that Discord remembers it. Forum posts have none: see `findSent`. */
  send(message: OutgoingMessage): Promise<SendOutcome>;
  edit(messageId: string, message: OutgoingMessage): Promise<SendOutcome>;
  /** Publishes a message of an announcement channel to the channels that follow it. */
  publish(channelId: string, messageId: string): Promise<SendOutcome>;
  /**
   * Searches a channel for a message of the bot, or a forum for a post.
   * @param since when it was sent, if it was; without it the latest messages are searched.
   */
  findSent(message: OutgoingMessage, since?: Instant): Promise<FindOutcome>;
  /**
   * Finds out what keeps the bot from posting in a channel.
   * @param tagIds the tags its posts will have, where it is a forum.
   */
  inspectChannel(guildId: string, channelId: string, tagIds?: readonly string[]): Promise<ChannelInspection>;
  /** Undefined where the channel is no forum, or nothing can be found out for now. */
  getForum(guildId: string, channelId: string): Promise<ForumInfo | undefined>;
  /** Whether a channel and a role that a member named belong to a guild. */
  checkOwnership(guildId: string, named: { channelId?: string; roleId?: string }): Promise<Ownership>;
  /** Where a guild's admins can be reached: its channel for system messages, or else the first that can be written to. */
  findNoticeChannel(guildId: string, exceptChannelId: string): Promise<string | undefined>;
  /** Cancels the requests in flight. */
  abort(): void;
}

export interface OutgoingMessage {
  channelId: string;
  answer: Answer;
  /** The only role that may be pinged. */
  roleId?: string;
  /** At most `DISCORD_LIMITS.nonce` characters. For the same nonce Discord returns the first message again, and `findSent` finds it. */
  nonce: string;
  form?: FallbackFormat;
  /** Where the channel is a forum: the message becomes a post, whose id is that of the message. */
  forum?: { guildId: string; tagIds: readonly string[] };
}

/** `unknown`: nothing can be found out for now. */
type Ownership = 'own' | 'foreign' | 'unknown';

export interface ForumInfo {
  /** Those the bot may set. */
  tags: { id: string; name: string }[];
  /** A post without a tag is refused. */
  tagRequired: boolean;
}

export type SendOutcome =
  | { status: 'sent'; messageId: string }
  /** Transient failure: retry after so many seconds, or when the policy says. */
  | { status: 'retry'; detail: string; afterSeconds?: number; mayHaveArrived?: boolean }
  /** Discord accepts no request of ours for so many seconds. */
  | { status: 'paused'; detail: string; afterSeconds: number }
  /** This channel cannot be written to until somebody fixes it. `missing`: permissions, where they are known. */
  | { status: 'blocked'; code: number; detail: string; missing?: string[] }
  /** This message is refused; its fallback form may pass. */
  | { status: 'unfit'; code: number; detail: string; fallback: FallbackFormat }
  /** This message is refused, and a retry would not help. */
  | { status: 'refused'; code: number; detail: string }
  /** The bot's token is no longer valid: nothing can be sent. */
  | { status: 'unauthorised'; detail: string };

export type FindOutcome =
  | { status: 'found'; messageId: string }
  | { status: 'absent' }
  | Exclude<SendOutcome, { status: 'sent' | 'unfit' | 'refused' }>;

export type ChannelInspection =
  /** `missing`: permissions as Discord's settings name them; empty when all is well. */
  | { status: 'seen'; missing: string[] }
  | { status: 'blocked'; code: number; detail: string }
  /** Nothing can be found out for now. */
  | { status: 'unknown' };

/** Faults of a channel that the bot finds by itself, by Discord's codes and in Discord's words. */
export const CHANNEL_FAULTS = {
  unknownChannel: { code: 10003, detail: 'Unknown Channel' },
  unknownGuild: { code: 10004, detail: 'Unknown Guild' },
  missingPermissions: { code: 50013, detail: 'Missing Permissions' },
} as const;

/** What the gateway tells about guilds and channels. */
export interface GuildDirectory {
  /** Undefined where the bot does not speak the guild's language. */
  languageOf(guildId: string): Language | undefined;
  /** Whether messages of the channel can be published to the channels that follow it. */
  isAnnouncement(channelId: string): boolean;
  /** Whether the bot is known to lack permission to write there. */
  isUnwritable(channel: { guildId: string; channelId: string }): boolean;
}

export type GuildEvent =
  /** The bot connected, and is in these guilds; those in an outage are among them. */
  | { kind: 'online'; guildIds: readonly string[] }
  /** A guild is available: at the start, after an outage, or because the bot was invited. */
  | { kind: 'server-there'; guildId: string }
  /** The bot was removed, or the guild was deleted. An outage is neither. */
  | { kind: 'server-left'; guildId: string }
  /** Somebody changed a channel, a role or the bot's roles: what was forbidden may be allowed now. */
  | { kind: 'rights-changed'; guildId: string }
  | { kind: 'channel-gone'; guildId: string; channelId: string };
