/**
 * Decides when a subscription's digest is due and what it contains. A daily digest is due at nine in the morning in the guild's time
 * zone, a weekly one at nine on the guild's digest day; without such a day, when the operator's schedule runs.
 */
import type { Alert, Delivery, DigestAlert, GuildSettings, Subscription } from '../../domain/alert.ts';
import type { Instant, Sha256 } from '../../domain/vocabulary.ts';
import { sha256 } from '../text/sha256.ts';
import { createPost } from './delivery-rows.ts';
import { findPreviousTimeOfDay } from './local-time.ts';
import { findMismatch } from './plan-deliveries.ts';

const DIGEST_MINUTE_OF_DAY = 9 * 60;
/** Alerts are stored a little after their date, so the next digest also takes those that the last one could not see yet. */
const LATE_WRITE_OVERLAP_MINUTES = 10;

/** Where the next digest of a subscription begins: the end of its last one, or its creation. */
export const digestStart = ({ digestedUntil, createdAt }: Subscription): Instant => digestedUntil ?? createdAt;

/** Without a start in the future, which a wrong clock can leave behind: it would hold up every digest until then. */
export const clampDigestStart = (subscription: Subscription, now: Instant): Subscription =>
  digestStart(subscription) <= now ? subscription : { ...subscription, digestedUntil: now };

/**
 * The end of the digest that is due now, if one is.
 * @param subscription one that wants digests.
 * @param isScheduled the operator's schedule runs now.
 */
export function findDueDigestEnd(
  subscription: Subscription,
  { timeZone = 'UTC', digestDay }: GuildSettings,
  now: Date,
  isScheduled: boolean,
): Instant | undefined {
  const { rhythm, paused, snoozedUntil } = subscription;
  if (paused || (snoozedUntil !== undefined && snoozedUntil > now.toISOString())) return undefined;
  const weekday = rhythm === 'daily' ? undefined : digestDay;
  const hasOwnTime = rhythm === 'daily' || weekday !== undefined;
  if (!hasOwnTime && !isScheduled) return undefined;
  const end = hasOwnTime ? findPreviousTimeOfDay(now, DIGEST_MINUTE_OF_DAY, timeZone, weekday) : now;
  return end.toISOString() > digestStart(subscription) ? end.toISOString() : undefined;
}

/** The same for the same start, whatever the end: a repeat after a crash finds the first digest. */
export const digestId = (subscriptionId: string, from: Instant): Sha256 => sha256('digest', subscriptionId, from);

/** The last digest that was planned for a subscription. */
export interface LastDigest {
  /** Absent where there was none. */
  id?: Sha256;
  until: Instant;
  alertIds: readonly string[];
}

export interface DigestPlan {
  /** Absent where nothing happened. */
  digest?: { alert: DigestAlert; row: Delivery };
  /** What the subscription remembers of it. */
  progress: { digestedUntil: Instant; lastDigest?: Sha256 };
}

/** @param recent alerts, newest first. */
export function planDigest(
  subscription: Subscription,
  last: LastDigest,
  recent: readonly Alert[],
  to: Instant,
  now: Instant,
): DigestPlan {
  const { createdAt, guildId, channelId, language, roleId, tagIds, trouble } = subscription;
  const from = last.until;
  const overlapStart = new Date(Date.parse(from) - LATE_WRITE_OVERLAP_MINUTES * 60_000).toISOString();
  const after = overlapStart > createdAt ? overlapStart : createdAt;
  const alreadyTold = new Set(last.alertIds);
  const included = recent.filter(
    (alert) => alert.at > after && alert.at <= to && !alreadyTold.has(alert.id) && isWanted(alert, subscription),
  );
  const progress = { digestedUntil: to > from ? to : from, lastDigest: last.id };
  if (included.length === 0 || to <= from) return { progress };
  const id = digestId(subscription.id, from);
  const alertIds = included.map((alert) => alert.id);
  const alert: DigestAlert = { id, kind: 'digest', at: now, platforms: [], topics: [], alertIds, from, to };
  const target = { alertId: id, kind: alert.kind, guildId, channelId, roleId, language, tagIds };
  const row = createPost(target, 'digest', { now, suspended: trouble !== undefined });
  return { digest: { alert, row }, progress: { ...progress, lastDigest: id } };
}

/** By what the subscription names; a digest contains minor alerts as well. */
const isWanted = (alert: Alert, subscription: Subscription): boolean =>
  findMismatch(alert, { ...subscription, rhythm: 'instant', least: 'minor' }, alert.at) === undefined;
