/**
 * Plans the digests that are due. A daily one is due at nine in the morning where the server is, a weekly one on the day it
 * chose; where it chose none, when the operator's schedule says so. When nothing happened, nothing is sent.
 */
import { createHash } from 'node:crypto';
import { findPreviousTimeOfDay } from '../../core/alerts/local-time.ts';
import { deliveryId, findMismatch } from '../../core/alerts/plan-deliveries.ts';
import {
  ALERT_KINDS,
  type Alert,
  type DigestAlert,
  type GuildSettings,
  type Subscription,
} from '../../domain/alert.ts';
import type { Instant, Sha256 } from '../../domain/vocabulary.ts';
import type { Now } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Store } from '../ports/store.ts';
import { getGuildSettings } from './guild-settings.ts';

/** Nine in the morning, in minutes of the day. */
const DIGEST_MINUTE_OF_DAY = 9 * 60;
/** A digest that would reach further back, because the bot was away for long, leaves out what is older. */
const MAX_DIGEST_SPAN_DAYS = 31;
/** An alert is dated when it is looked for and stands in the store later: what the last digest had not seen yet is told in the next. */
const LATE_WRITE_OVERLAP_MINUTES = 10;

export interface DigestContext {
  store: Store;
  log: Log;
  now: Now;
}

/**
 * @param scheduled the operator's schedule came round: weekly digests of servers without a day of their own are due.
 * @returns how many digests were planned.
 */
export async function enqueueDigests({ store, log, now }: DigestContext, { scheduled = false } = {}): Promise<number> {
  const at = now();
  const due: { subscription: Subscription; from: Instant; to: Instant }[] = [];
  for (const known of [...(await store.subscriptions.all())]) {
    if ((known.rhythm ?? 'instant') === 'instant') continue;
    const subscription = await clampFutureStart(store, known, at);
    const to = dueAt(subscription, await getGuildSettings(store, subscription.guildId), at, scheduled)?.toISOString();
    const from = digestStart(subscription);
    if (to !== undefined && to > from) due.push({ subscription, from, to });
  }
  if (due.length === 0) return 0;

  const recent = await alertsSince(store, new Date(at.getTime() - MAX_DIGEST_SPAN_DAYS * 86_400_000).toISOString());
  let planned = 0;
  for (const { subscription, to } of due) {
    const last = await findLastDigest(store, subscription);
    const from = last.until;
    const included = recent.filter((alert) => alert.at <= to && isNew(alert, last) && isWanted(alert, subscription));
    let lastDigest = last.id;
    if (included.length > 0 && to > from) {
      lastDigest = await enqueueDigest(store, subscription, { told: included, from, to }, at.toISOString());
      planned++;
    }
    const current = await store.subscriptions.get(subscription.id);
    const digestedUntil = to > from ? to : from;
    if (current) await store.subscriptions.put(subscription.id, { ...current, digestedUntil, lastDigest });
  }
  if (planned > 0) log.info(`${planned} ${planned === 1 ? 'digest is' : 'digests are'} on the way`);
  return planned;
}

const digestStart = ({ digestedUntil, createdAt }: Subscription): Instant => digestedUntil ?? createdAt;

/** A clock that was ahead: a digest that ended in a time to come would keep the next ones waiting until then. */
async function clampFutureStart(store: Store, subscription: Subscription, now: Date): Promise<Subscription> {
  if (digestStart(subscription) <= now.toISOString()) return subscription;
  const right: Subscription = { ...subscription, digestedUntil: now.toISOString() };
  await store.subscriptions.put(right.id, right);
  return right;
}

interface LastDigest {
  id?: Sha256;
  until: Instant;
  /** What is dated after this and was not told is new. */
  includeAfter: Instant;
  alertIds: ReadonlySet<string>;
}

/** A crash may have left a digest planned and its end not noted with the subscription: it is told as it was planned. */
async function findLastDigest(store: Store, subscription: Subscription): Promise<LastDigest> {
  let { lastDigest: id, digestedUntil } = subscription;
  let last = id === undefined ? undefined : await store.alerts.get(id);
  for (;;) {
    const planned = await store.alerts.get(digestId(subscription.id, digestedUntil ?? subscription.createdAt));
    if (planned?.kind !== 'digest') break;
    [last, id, digestedUntil] = [planned, planned.id, planned.to];
  }
  const until = digestedUntil ?? subscription.createdAt;
  const earlier = new Date(Date.parse(until) - LATE_WRITE_OVERLAP_MINUTES * 60_000).toISOString();
  const newSince = earlier > subscription.createdAt ? earlier : subscription.createdAt;
  return { id, until, includeAfter: newSince, alertIds: new Set(last?.kind === 'digest' ? last.alertIds : []) };
}

const isNew = ({ id, at }: Alert, { includeAfter: newSince, alertIds }: LastDigest): boolean =>
  at > newSince && !alertIds.has(id);

/** The last time, by now, that its digest was due. */
function dueAt(subscription: Subscription, server: GuildSettings, now: Date, scheduled: boolean): Date | undefined {
  const { rhythm, paused, snoozedUntil } = subscription;
  if (paused || (snoozedUntil !== undefined && snoozedUntil > now.toISOString())) return undefined;
  const zone = server.timeZone ?? 'UTC';
  if (rhythm === 'daily') return findPreviousTimeOfDay(now, DIGEST_MINUTE_OF_DAY, zone);
  if (server.digestDay) return findPreviousTimeOfDay(now, DIGEST_MINUTE_OF_DAY, zone, server.digestDay);
  return scheduled ? now : undefined;
}

/** Newest first. What is no alert was not worth a word anywhere: a digest tells of every one, minor or not. */
function alertsSince(store: Store, since: Instant): Promise<Alert[]> {
  return store.alerts.newest({ since, kinds: ALERT_KINDS });
}

/** By what the subscription names; that it is told in digests is no reason against. */
function isWanted(alert: Alert, subscription: Subscription): boolean {
  return findMismatch(alert, { ...subscription, rhythm: 'instant', least: 'minor' }, alert.at) === undefined;
}

/** The same for the same beginning, whatever the end: a repeat after a crash finds the first one. */
const digestId = (subscriptionId: string, from: Instant): Sha256 =>
  createHash('sha256').update(`digest\0${subscriptionId}\0${from}`).digest('hex');

/** The row first and the alert last, as for every alert. */
async function enqueueDigest(
  store: Store,
  { id: subscriptionId, guildId, channelId, language, roleId, tagIds, trouble }: Subscription,
  { told, from, to }: { told: Alert[]; from: Instant; to: Instant },
  now: Instant,
): Promise<Sha256> {
  const id = digestId(subscriptionId, from);
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
  return id;
}
