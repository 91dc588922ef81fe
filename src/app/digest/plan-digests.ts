/**
 * Plans the digests that are due. A daily one is due at nine in the morning where the server is, a weekly one on the day it
 * chose; where it chose none, when the operator's schedule says so. When nothing happened, nothing is sent.
 */
import { createHash } from 'node:crypto';
import { lastTimeOfDay } from '../../core/local-time.ts';
import { deliveryId, unwantedBecause } from '../../core/match.ts';
import {
  ALERT_KINDS,
  type Alert,
  type DigestAlert,
  type Instant,
  type Server,
  type Subscription,
} from '../../domain.ts';
import { getServer } from '../alerts/servers.ts';
import type { Now } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Store } from '../ports/store.ts';

/** Nine in the morning, in minutes of the day. */
const MORNING = 9 * 60;
/** A digest that would reach further back, because the bot was away for long, leaves out what is older. */
const MOST_DAYS = 31;

export interface DigestContext {
  store: Store;
  log: Log;
  now: Now;
}

/**
 * @param scheduled the operator's schedule came round: weekly digests of servers without a day of their own are due.
 * @returns how many digests were planned.
 */
export async function planDigests({ store, log, now }: DigestContext, { scheduled = false } = {}): Promise<number> {
  const at = now();
  const due: { subscription: Subscription; from: Instant; to: Instant }[] = [];
  for (const subscription of await store.subscriptions.all()) {
    if ((subscription.rhythm ?? 'instant') === 'instant') continue;
    const to = dueAt(subscription, await getServer(store, subscription.guildId), at, scheduled)?.toISOString();
    const from = subscription.digestedUntil ?? subscription.createdAt;
    if (to !== undefined && to > from) due.push({ subscription, from, to });
  }
  if (due.length === 0) return 0;

  const recent = await alertsSince(store, new Date(at.getTime() - MOST_DAYS * 86_400_000).toISOString());
  let planned = 0;
  for (const { subscription, from, to } of due) {
    const told = recent.filter((alert) => alert.at > from && alert.at <= to && isWanted(alert, subscription));
    if (told.length > 0) {
      await planDigest(store, subscription, { told, from, to }, at.toISOString());
      planned++;
    }
    const current = await store.subscriptions.get(subscription.id);
    if (current) await store.subscriptions.put(subscription.id, { ...current, digestedUntil: to });
  }
  if (planned > 0) log.info(`${planned} ${planned === 1 ? 'digest is' : 'digests are'} on the way`);
  return planned;
}

/** The last time, by now, that its digest was due. */
function dueAt(subscription: Subscription, server: Server, now: Date, scheduled: boolean): Date | undefined {
  const { rhythm, paused, snoozedUntil } = subscription;
  if (paused || (snoozedUntil !== undefined && snoozedUntil > now.toISOString())) return undefined;
  const zone = server.timeZone ?? 'UTC';
  if (rhythm === 'daily') return lastTimeOfDay(now, MORNING, zone);
  if (server.digestDay) return lastTimeOfDay(now, MORNING, zone, server.digestDay);
  return scheduled ? now : undefined;
}

/** Newest first. What is no alert was not worth a word anywhere: a digest tells of every one, minor or not. */
function alertsSince(store: Store, since: Instant): Promise<Alert[]> {
  return store.alerts.newest({ since, kinds: ALERT_KINDS });
}

/** By what the subscription names; that it is told in digests is no reason against. */
function isWanted(alert: Alert, subscription: Subscription): boolean {
  return unwantedBecause(alert, { ...subscription, rhythm: 'instant', least: 'minor' }, alert.at) === undefined;
}

/** The row first and the alert last, as for every alert; a repeat after a crash has the same ids. */
async function planDigest(
  store: Store,
  { id: subscriptionId, guildId, channelId, language, roleId, tagIds, trouble }: Subscription,
  { told, from, to }: { told: Alert[]; from: Instant; to: Instant },
  now: Instant,
): Promise<void> {
  const id = createHash('sha256').update(`digest\0${subscriptionId}\0${from}`).digest('hex');
  const alertIds = told.map((alert) => alert.id);
  const alert: DigestAlert = { id, kind: 'digest', at: now, platforms: [], topics: [], alertIds, from, to };
  const rowId = deliveryId(id, channelId);
  await store.outbox.put(rowId, {
    id: rowId,
    act: 'post',
    alertId: id,
    kind: 'digest',
    priority: 'digest',
    guildId,
    channelId,
    roleId,
    language,
    ...(tagIds ? { tagIds } : {}),
    state: trouble ? 'suspended' : 'pending',
    attempts: 0,
    nextAttemptAt: now,
    createdAt: now,
  });
  await store.alerts.put(id, alert);
}
