/**
 * Plans the messages of an alert: one outbox row for each channel that wants it, before anything is sent. Rows are written first and
 * the alert last: rows without their alert are not sent, and an alert that exists has all its rows.
 */
import { createEdit, deliveryIdPrefix } from '../../core/alerts/delivery-rows.ts';
import { planDeliveries } from '../../core/alerts/plan-deliveries.ts';
import { HOUR_MS } from '../../core/instants.ts';
import { type Alert, type Delivery, isStoryAlert, type Subscription } from '../../domain/alert.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import type { Store } from '../ports/store.ts';
import { getGuildSettings } from './guild-settings.ts';

/** Rows in one write; other work gets its turn between two writes. */
const ROWS_PER_WRITE = 500;
/** A correction waits this long for further ones: each edit costs as much as a message. */
const CORRECTION_DEBOUNCE_SECONDS = 300;
/** Nobody scrolls back to older messages; `/timeline` shows what became of them. */
const CORRECTION_WINDOW_HOURS = 48;

/** Writes the outbox rows of an alert, then the alert. An alert that exists was planned before, and is left alone. */
export async function enqueueAlert(store: Store, alert: Alert, now: Instant): Promise<void> {
  if (await store.alerts.has(alert.id)) return;
  const subscriptions = [...(await store.subscriptions.all())];
  const timeZones = await loadTimeZones(store, subscriptions);
  const covered = await channelsNotifiedBy(store, isStoryAlert(alert) ? alert.toldBy : undefined);
  const rows = planDeliveries(alert, subscriptions, now, (guildId) => timeZones.get(guildId));
  await writeRows(
    store,
    rows.filter(({ channelId }) => !covered.has(channelId)),
  );
  await store.alerts.put(alert.id, alert);
}

/** The channels that have a message of an alert, or will have one. */
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

/** By guild id; only of guilds whose quiet hours need one. */
async function loadTimeZones(store: Store, subscriptions: readonly Subscription[]): Promise<Map<string, string>> {
  const guildIds = new Set(subscriptions.filter(({ quiet }) => quiet !== undefined).map(({ guildId }) => guildId));
  const timeZones = new Map<string, string>();
  for (const guildId of guildIds) {
    const { timeZone } = await getGuildSettings(store, guildId);
    if (timeZone) timeZones.set(guildId, timeZone);
  }
  return timeZones;
}

/**
 * Plans an edit of every message that an alert became, under one key each, so that several corrections make one edit. Call it once
 * the new state is recorded: messages that are not begun yet will show it anyway. Safe to repeat after a crash.
 * @param fingerprint names the new state; nothing is done where the alert has it already. Absent: the messages are edited in any case.
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
  if (alert === undefined || Date.parse(now) - Date.parse(alert.at) > windowHours * HOUR_MS) return 0;
  if (fingerprint !== undefined && fingerprint === (alert.fingerprint ?? '')) return 0;
  const corrected: Alert = { ...alert, corrected: now };
  // From here on, messages are composed from the new state; those begun before are found below.
  await store.alerts.put(alertId, corrected);
  const rows = new Map<string, Delivery>();
  const prefix = deliveryIdPrefix(alertId);
  // The outbox first: what is posted meanwhile moves from there to the delivery log.
  for await (const [id, row] of store.outbox.entries(prefix)) {
    // A message in flight, or one that may have been posted, can still show the old state.
    const isBegun = row.state === 'sending' || row.unsureSince !== undefined;
    if (row.act === 'post' && isBegun) rows.set(id, createEdit(id, row, now, CORRECTION_DEBOUNCE_SECONDS));
  }
  for await (const [id, entry] of store.deliveryLog.entries(prefix)) {
    if (entry.messageId) rows.set(id, createEdit(id, entry, now, CORRECTION_DEBOUNCE_SECONDS));
  }
  await writeRows(store, [...rows.values()]);
  if (fingerprint !== undefined) await store.alerts.put(alertId, { ...corrected, fingerprint });
  return rows.size;
}

async function writeRows(store: Store, rows: readonly Delivery[]): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_PER_WRITE) {
    await store.outbox.putMany(rows.slice(from, from + ROWS_PER_WRITE).map((row) => ({ key: row.id, value: row })));
  }
}
