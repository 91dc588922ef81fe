/** Who is told what: servers, subscriptions, alerts, and the deliveries they become. */
import type { RegulationEvent } from './catalog.ts';
import type { NewsTopic } from './news.ts';
import type { Instant, Language, PlatformId, Sha256, Topic } from './vocabulary.ts';

/** What is known of a Discord server and what it chose for itself; all of it may be missing. */
export interface GuildSettings {
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

export const ALERT_FREQUENCIES = ['instant', 'daily', 'weekly'] as const;
export type AlertFrequency = (typeof ALERT_FREQUENCIES)[number];

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
  rhythm?: AlertFrequency;
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
  form?: FallbackFormat;
  /** It waits because its channel was told of so much within an hour. */
  held?: true;
  /** The rows it stands for, by id, after such an hour. */
  gathers?: string[];
}

/**
 * `plain`: text alone. `without-links`: for servers whose filter takes our sources for harm. `without-tags`: for forums that have a
 * tag no more.
 */
export type FallbackFormat = 'plain' | 'without-links' | 'without-tags';
