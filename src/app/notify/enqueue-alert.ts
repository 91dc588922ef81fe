/**
 * Plans who is told what: one outbox row for each channel that wants an alert, before anything is sent. Rows are written
 * first and the alert last: rows without their alert are not sent yet, and an alert that is there has all its rows.
 */
import { deliveryIdPrefix, planDeliveries } from '../../core/alerts/plan-deliveries.ts';
import type { Alert, Delivery, Subscription } from '../../domain/alert.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import type { Store } from '../ports/store.ts';
import { getGuildSettings } from './guild-settings.ts';

/** Rows written together; between two such writes everything else has its turn. */
const ROWS_PER_WRITE = 500;
/** A correction waits so long for the next one: each edit costs as much as a message. */
const CORRECTION_DEBOUNCE_SECONDS = 300;
/** What has become of older news is told by `/timeline`, not by messages that nobody scrolls back to. */
const CORRECTION_WINDOW_HOURS = 48;

/** Writes the outbox rows of an alert, then the alert. An alert that is known was planned already. */
export async function enqueueAlert(store: Store, alert: Alert, now: Instant): Promise<void> {
  if (await store.alerts.has(alert.id)) return;
  const subscriptions = [...(await store.subscriptions.all())];
  const zones = await timeZonesOf(store, subscriptions);
  const told = await channelsNotifiedBy(store, 'toldBy' in alert ? alert.toldBy : undefined);
  const rows = planDeliveries(alert, subscriptions, now, (guildId) => zones.get(guildId));
  await writeRows(
    store,
    rows.filter(({ channelId }) => !told.has(channelId)),
  );
  await store.alerts.put(alert.id, alert);
}

/** The channels that have, or will have, a message of an alert. */
async function channelsNotifiedBy(store: Store, alertId: string | undefined): Promise<Set<string>> {
  const channels = new Set<string>();
  if (alertId === undefined) return channels;
  const prefix = deliveryIdPrefix(alertId);
  for await (const [, { act, channelId }] of store.outbox.entries(prefix)) if (act === 'post') channels.add(channelId);
  for await (const [, { messageId, channelId }] of store.deliveryLog.entries(prefix)) {
    if (messageId) channels.add(channelId);
  }
  return channels;
}

/** Of the servers that have quiet hours. */
async function timeZonesOf(store: Store, subscriptions: readonly Subscription[]): Promise<Map<string, string>> {
  const quiet = new Set(subscriptions.filter((one) => one.quiet !== undefined).map(({ guildId }) => guildId));
  const zones = new Map<string, string>();
  for (const guildId of quiet) {
    const { timeZone } = await getGuildSettings(store, guildId);
    if (timeZone) zones.set(guildId, timeZone);
  }
  return zones;
}

/**
 * What an alert tells is not all any more: plans an edit of every message it became, under one key each, so that several
 * corrections make one edit. Call it once the new state of things is recorded: messages not begun yet will tell that anyway.
 * It may be called again after a crash: what is planned is not planned twice, and what is not is made up for.
 * @param fingerprint what tells this state of things from others; with the one that was planned last, nothing is to be done.
 * @param windowHours older alerts are not corrected.
 * @returns how many messages will be edited.
 */
export async function enqueueCorrection(
  store: Store,
  alertId: string,
  now: Instant,
  fingerprint?: string,
  windowHours = CORRECTION_WINDOW_HOURS,
): Promise<number> {
  const alert = await store.alerts.get(alertId);
  if (alert === undefined || hoursBetween(alert.at, now) > windowHours) return 0;
  if (fingerprint !== undefined && fingerprint === (alert.says ?? '')) return 0;
  // From here on messages are made anew; those begun before are found below.
  await store.alerts.put(alertId, { ...alert, corrected: now });
  const rows = new Map<string, Delivery>();
  const prefix = deliveryIdPrefix(alertId);
  // In this order: what is posted meanwhile goes from the outbox to what is delivered.
  for await (const [id, row] of store.outbox.entries(prefix)) {
    // What is under way, or in doubt, may still have been written from what was known before.
    const begun = row.state === 'sending' || row.unsureSince !== undefined;
    if (row.act === 'post' && begun) rows.set(id, createEdit(id, row, now));
  }
  for await (const [id, told] of store.deliveryLog.entries(prefix)) {
    if (told.messageId) rows.set(id, createEdit(id, told, now));
  }
  await writeRows(store, [...rows.values()]);
  if (fingerprint !== undefined) await store.alerts.put(alertId, { ...alert, corrected: now, says: fingerprint });
  return rows.size;
}

type MessageTarget = Pick<Delivery, 'alertId' | 'kind' | 'guildId' | 'channelId' | 'roleId' | 'language' | 'tagIds'>;

function createEdit(id: string, told: MessageTarget, now: Instant): Delivery {
  const { alertId, kind, guildId, channelId, roleId, language, tagIds } = told;
  return {
    ...{ alertId, kind, guildId, channelId, roleId, language, tagIds },
    id: `${id}.edit`,
    act: 'edit',
    priority: 'digest',
    state: 'pending',
    attempts: 0,
    nextAttemptAt: new Date(Date.parse(now) + CORRECTION_DEBOUNCE_SECONDS * 1000).toISOString(),
    createdAt: now,
  };
}

const hoursBetween = (from: Instant, to: Instant): number => (Date.parse(to) - Date.parse(from)) / 3_600_000;

async function writeRows(store: Store, rows: readonly Delivery[]): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_PER_WRITE) {
    await store.outbox.putMany(rows.slice(from, from + ROWS_PER_WRITE).map((row) => ({ key: row.id, value: row })));
  }
}
