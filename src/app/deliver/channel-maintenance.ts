/** Rechecks blocked channels, all of them every six hours and some sooner, and drops what nobody came back for. */

import { createLogEntry } from '../../core/alerts/delivery-rows.ts';
import { addHours, HOUR_MS } from '../../core/instants.ts';
import type { Subscription } from '../../domain/alert.ts';
import type { Now } from '../ports/clock.ts';
import { CHANNEL_FAULTS } from '../ports/courier.ts';
import type { ChannelHealthStore } from './channel-health-store.ts';
import type { DeliveryLog } from './delivery-log.ts';
import type { DeliveryQueue } from './delivery-queue.ts';
import { type DeliveryStore, StoreError } from './guarded-store.ts';
import type { ChannelRef } from './permission-checks.ts';
import type { RecoverySchedule } from './recovery-schedule.ts';

/** Without any sign from Discord a blocked channel is checked this often. */
const MAINTENANCE_INTERVAL_HOURS = 6;
/** A channel that comes back within this time gets the alerts it missed; older ones are no news. */
const MISSED_ALERT_RETENTION_HOURS = 72;

interface ChannelMaintenanceContext {
  store: DeliveryStore;
  queue: DeliveryQueue;
  deliveryLog: DeliveryLog;
  healthStore: ChannelHealthStore;
  recovery: RecoverySchedule;
  checkAll(channels: readonly ChannelRef[]): Promise<unknown>;
  now: Now;
  elapsedMs(): number;
}

/** @returns what runs the jobs that are due. A job that the store cuts short stays due and does not hold up the others. */
export function createChannelMaintenance(context: ChannelMaintenanceContext): () => Promise<void> {
  const { store, queue, deliveryLog, healthStore, recovery, checkAll, now, elapsedMs } = context;
  let isRunning = false;

  const periodically = (run: () => Promise<void>): (() => Promise<void>) => {
    let lastRunMs = elapsedMs();
    return async () => {
      const startedMs = elapsedMs();
      if (startedMs - lastRunMs < MAINTENANCE_INTERVAL_HOURS * HOUR_MS) return;
      try {
        await run();
      } catch (error) {
        // A fault of our own would fail again at once: it waits for the next interval.
        if (!(error instanceof StoreError)) lastRunMs = startedMs;
        throw error;
      }
      lastRunMs = startedMs;
    };
  };

  async function dropExpiredRows(): Promise<void> {
    const before = addHours(now(), -MISSED_ALERT_RETENTION_HOURS);
    const failed = { detail: `the channel was suspended for ${MISSED_ALERT_RETENTION_HOURS} hours` };
    for (const row of queue.takeSuspendedBefore(before)) {
      const entry = createLogEntry(row, now().toISOString(), { failed });
      await deliveryLog.finish(row, row.act === 'post' ? entry : undefined);
    }
    await deliveryLog.flush();
  }

  async function checkBlockedChannels(): Promise<void> {
    const blocked = uniqueByChannel(await store.subscriptions.listSuspended());
    await checkAll(blocked.filter(({ trouble }) => trouble?.code !== CHANNEL_FAULTS.unknownGuild.code));
  }

  async function checkDueChannels(): Promise<void> {
    const due = new Set(recovery.listDue());
    if (due.size === 0) return;
    const blocked = uniqueByChannel(await store.subscriptions.listSuspended());
    const channels = blocked.filter(({ channelId }) => due.has(channelId));
    for (const { channelId } of channels) due.delete(channelId);
    // Their subscriptions were removed or moved meanwhile.
    for (const channelId of due) recovery.forget(channelId);
    await checkAll(channels);
  }

  const jobs = [
    periodically(healthStore.deleteAbandoned),
    periodically(dropExpiredRows),
    periodically(checkBlockedChannels),
    checkDueChannels,
  ];

  return async () => {
    if (isRunning) return;
    isRunning = true;
    const errors: unknown[] = [];
    for (const job of jobs) await job().catch((error) => errors.push(error));
    isRunning = false;
    if (errors.length > 0) throw errors.find((error) => !(error instanceof StoreError)) ?? errors[0];
  };
}

/** Several subscriptions of one channel need one check. */
export function uniqueByChannel(subscriptions: readonly Subscription[]): Subscription[] {
  return [...new Map(subscriptions.map((subscription) => [subscription.channelId, subscription])).values()];
}
