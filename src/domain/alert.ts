/** Guilds, subscriptions, alerts, and the deliveries that alerts become. */
import type { RegulationEvent } from './catalog.ts';
import type { NewsTopic } from './news.ts';
import type { Instant, Language, PlatformId, Sha256, Topic } from './vocabulary.ts';

/** What a guild chose, and what is known of it. */
export interface GuildSettings {
  guildId: string;
  /** The language its members chose. */
  language?: Language;
  /** The language Discord reports, as last seen. */
  locale?: Language;
  /** IANA name, such as `Europe/Paris`. */
  timeZone?: string;
  digestDay?: Weekday;
}

export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

export const ALERT_FREQUENCIES = ['instant', 'daily', 'weekly'] as const;
export type AlertFrequency = (typeof ALERT_FREQUENCIES)[number];

/** `HH:MM`, 24 hours; over midnight where `from` is later than `to`. */
export interface QuietHours {
  from: string;
  to: string;
}

/** The alerts a channel wants. It belongs to the guild. */
export interface Subscription {
  id: string;
  guildId: string;
  channelId: string;
  /** Empty means every platform. */
  platforms: PlatformId[];
  /** Empty means every topic. */
  topics: Topic[];
  kinds: AlertKind[];
  /** The minimum significance; `major` when absent. Digests include minor alerts anyway. */
  least?: 'minor' | 'major';
  /** `instant` when absent. */
  rhythm?: AlertFrequency;
  /** Alerts wait for the end of these hours, in the guild's time zone. */
  quiet?: QuietHours;
  paused?: true;
  snoozedUntil?: Instant;
  /** The end of its last digest's span; `createdAt` when absent. */
  digestedUntil?: Instant;
  /** The id of its last digest's alert. */
  lastDigest?: Sha256;
  /** Tags of its posts. Present, though perhaps empty, if and only if its channel is a forum. */
  tagIds?: string[];
  /** A role to mention with each alert. */
  roleId?: string;
  /** Overrides the guild's language. */
  language?: Language;
  createdAt: Instant;
  createdBy: string;
  /**
   * Why nothing can be posted, with Discord's code and message. While it is set, no delivery is tried.
   * `told`: when the guild's admins were notified.
   */
  trouble?: { code: number; detail: string; since: Instant; told?: Instant };
}

export const ALERT_KINDS = ['documents', 'news', 'signals', 'regulation'] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];

/** Something that every channel with a matching subscription is told once. */
export type Alert = ChangeAlert | StoryAlert | RegulationAlert | DigestAlert;

interface AlertBase {
  /** Derived from what it is about. */
  id: string;
  at: Instant;
  platforms: PlatformId[];
  /** Absent where it is major. */
  significance?: 'minor';
  /** When something was learnt that its messages did not say yet. */
  corrected?: Instant;
  /** The part of its messages that can change, as posted or to be edited: the story's outlets, a reversion of the change. */
  fingerprint?: string;
}

export interface ChangeAlert extends AlertBase {
  kind: 'documents' | 'signals';
  topics: Topic[];
  changeId: Sha256;
}

export interface StoryAlert extends AlertBase {
  kind: 'news' | 'regulation';
  topics: NewsTopic[];
  storyId: string;
  /** The alert about the change that the story reports: channels that got it are not pinged again. */
  toldBy?: Sha256;
}

/** A legal event of the catalog. */
export interface RegulationAlert extends AlertBase {
  kind: 'regulation';
  topics: Topic[];
  event: RegulationEvent;
}

/** Everything one subscription wants of a span of time. */
export interface DigestAlert extends AlertBase {
  kind: 'digest';
  topics: Topic[];
  /** Newest first. */
  alertIds: string[];
  /** Exclusive. */
  from: Instant;
  /** Inclusive. */
  to: Instant;
}

export const isStoryAlert = (alert: Alert): alert is StoryAlert => 'storyId' in alert;
export const isRegulationAlert = (alert: Alert): alert is RegulationAlert => 'event' in alert;

/** Most urgent first. */
export const PRIORITIES = ['urgent', 'normal', 'digest'] as const;
export type Priority = (typeof PRIORITIES)[number];

/** One alert to one channel: a message to post, and later perhaps to edit or, in an announcement channel, to publish. */
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
  /** Only in forums, where each message is a post. */
  tagIds?: string[];
  /** `sending`: under way when this was written. `suspended`: not tried while its subscription has a `trouble`. */
  state: 'pending' | 'sending' | 'suspended';
  attempts: number;
  nextAttemptAt: Instant;
  /** When `nextAttemptAt` was set, if after `createdAt`. */
  waitsFrom?: Instant;
  createdAt: Instant;
  /** Since when the message may be in the channel unnoticed, because an attempt got no answer. */
  unsureSince?: Instant;
  /** After Discord rejected the full message. */
  form?: FallbackFormat;
  /** It waits because its channel got too many alerts within an hour. */
  held?: true;
  /** The ids of the deliveries it replaces, after such an hour. */
  gathers?: string[];
}

/** `plain`: text only. `without-links`: for guilds whose filter blocks our sources. `without-tags`: for forums that lost a tag. */
export type FallbackFormat = 'plain' | 'without-links' | 'without-tags';
