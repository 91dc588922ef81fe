/**
 * Looks after channels that cannot be written to: saves why, tells the guild's admins once in another channel, and resumes a channel
 * when it can be written to again.
 */
import type { Delivery } from '../../domain/alert.ts';
import type { Language } from '../../domain/vocabulary.ts';
import type { Now } from '../ports/clock.ts';
import { CHANNEL_FAULTS, type Courier, type GuildEvent } from '../ports/courier.ts';
import type { Log } from '../ports/log.ts';
import { createSerialQueue } from '../serial-queue.ts';
import { type ChannelFault, createChannelHealthStore } from './channel-health-store.ts';
import { createChannelMaintenance, uniqueByChannel } from './channel-maintenance.ts';
import type { DeliveryAction } from './decide-action.ts';
import type { DeliveryLog } from './delivery-log.ts';
import type { DeliveryQueue } from './delivery-queue.ts';
import { type DeliveryStore, StoreError } from './guarded-store.ts';
import { notifyAdmins } from './notify-admins.ts';
import { createPermissionChecks } from './permission-checks.ts';
import { createRecoverySchedule } from './recovery-schedule.ts';

/** A permission seen to be missing so soon after somebody changed the guild may have been granted by that change. */
const RECENT_CHANGE_WINDOW_MS = 30_000;

export interface ChannelHealth {
  /** A message could not be posted for a reason that lasts. */
  recordBlocked(row: Delivery, fault: ChannelFault): Promise<void>;
  /** A message was posted: the channel is healthy. */
  recordDelivered(channelId: string): Promise<void>;
  /** Whether the channel has a fault that the store has not taken yet. */
  hasUnsavedFault(channelId: string): boolean;
  hasPendingDiagnosis(): boolean;
  /** Checks a channel that will hardly take a message before it is sent; undefined where it may be sent. */
  checkBeforeSend(row: Delivery): Promise<DeliveryAction | undefined>;
  /**
   * Finds out why channels refused messages, one after the other, and tells the admins. What a failing store cuts short stays pending.
   * @param shouldStop asked before each step.
   * @throws StoreError
   */
  diagnosePending(shouldStop: () => boolean): Promise<void>;
  /** @returns whether rows became due by it. @throws StoreError where the event has to be handled again. */
  handleGuildEvent(event: GuildEvent): Promise<boolean>;
  /** To be called regularly. @throws StoreError */
  runMaintenance(): Promise<void>;
}

interface ChannelHealthContext {
  store: DeliveryStore;
  courier: Courier;
  queue: DeliveryQueue;
  deliveryLog: DeliveryLog;
  log: Log;
  now: Now;
  elapsedMs(): number;
  languageOf(guildId: string): Promise<Language>;
}

export function createChannelHealth(context: ChannelHealthContext): ChannelHealth {
  const { store, courier, queue, deliveryLog, log, now, elapsedMs, languageOf } = context;
  const recovery = createRecoverySchedule(elapsedMs);
  const healthStore = createChannelHealthStore(store, queue, log, now);
  const permissionChecks = createPermissionChecks({ store, courier, healthStore, recovery, now, elapsedMs });
  const serially = createSerialQueue();
  const runMaintenance = createChannelMaintenance({
    ...{ store, queue, deliveryLog, healthStore, recovery, now, elapsedMs },
    checkAll: (channels) => serially(() => permissionChecks.checkAll(channels)),
  });
  const notifyContext = { store, courier, log, now, languageOf };
  /** Refusals still to be diagnosed, by channel. */
  const pendingFaults = new Map<string, ChannelFault & { guildId: string; isSaved: boolean }>();
  /** Channels that admins are still to be told of, by guild. */
  const pendingNotices = new Map<string, string[]>();
  /** When somebody last changed a guild, by its id. */
  const changedMs = new Map<string, number>();

  async function diagnoseChannel(channelId: string): Promise<void> {
    const fault = pendingFaults.get(channelId);
    if (fault === undefined) return;
    const { guildId } = fault;
    if (!fault.isSaved) await healthStore.markBlocked(channelId, fault);
    fault.isSaved = true;
    if (await isBlocked(channelId)) {
      if (fault.missing === undefined) await permissionChecks.diagnose({ guildId, channelId }, fault);
      // A first clean check may mean that somebody fixed the channel while the message was in flight.
      if (recovery.countFalseRecoveries(channelId) !== 1) {
        pendingNotices.set(guildId, [...(pendingNotices.get(guildId) ?? []), channelId]);
      }
    }
    if (pendingFaults.get(channelId) === fault) pendingFaults.delete(channelId);
  }

  async function isBlocked(channelId: string): Promise<boolean> {
    return (await store.subscriptions.listByChannel(channelId)).some(({ trouble }) => trouble);
  }

  /** Diagnoses again what was found missing: the change may have granted it. */
  function recordGuildChange(guildId: string): void {
    changedMs.set(guildId, elapsedMs());
    for (const fault of pendingFaults.values()) if (fault.guildId === guildId) fault.missing = undefined;
  }

  async function checkGuild(guildId: string): Promise<boolean> {
    const blocked = (await store.subscriptions.listByGuild(guildId)).filter(({ trouble }) => trouble);
    return permissionChecks.checkAll(
      uniqueByChannel(blocked).filter(({ channelId }) => recovery.shouldCheckAfterChange(channelId)),
    );
  }

  async function markMissingGuildsLeft(presentGuildIds: readonly string[]): Promise<void> {
    const present = new Set(presentGuildIds);
    const left = new Set<string>();
    for (const { guildId } of await store.subscriptions.all()) if (!present.has(guildId)) left.add(guildId);
    for (const guildId of left) await healthStore.markGuildLeft(guildId);
  }

  return {
    async recordBlocked({ guildId, channelId }, { code, detail, missing }) {
      const isRecentlyChanged =
        elapsedMs() - (changedMs.get(guildId) ?? Number.NEGATIVE_INFINITY) < RECENT_CHANGE_WINDOW_MS;
      const fault = { code, detail, missing: isRecentlyChanged ? undefined : missing, guildId, isSaved: false };
      pendingFaults.set(channelId, fault);
      if (fault.missing === undefined) recovery.recordRefusal(channelId);
      else recovery.forget(channelId);
      // What the store refuses is saved with the diagnosis.
      await ignoreStoreErrors(async () => {
        await healthStore.markBlocked(channelId, { code, detail, missing });
        fault.isSaved = true;
      });
    },

    async recordDelivered(channelId) {
      recovery.forget(channelId);
      pendingFaults.delete(channelId);
      if (!(await isBlocked(channelId))) return;
      const isSaved = await ignoreStoreErrors(() => healthStore.markHealthy(channelId));
      if (!isSaved) recovery.postpone(channelId);
    },

    hasUnsavedFault: (channelId) => pendingFaults.get(channelId)?.isSaved === false,
    hasPendingDiagnosis: () => pendingFaults.size + pendingNotices.size > 0,
    checkBeforeSend: permissionChecks.checkBeforeSend,

    async diagnosePending(shouldStop) {
      for (const channelId of [...pendingFaults.keys()]) {
        if (shouldStop()) return;
        await serially(() => diagnoseChannel(channelId)).catch(keepOnStoreError(pendingFaults, channelId));
      }
      for (const [guildId, channelIds] of pendingNotices) {
        if (shouldStop()) return;
        await notifyAdmins(guildId, channelIds, notifyContext).catch(keepOnStoreError(pendingNotices, guildId));
        pendingNotices.delete(guildId);
      }
    },

    async handleGuildEvent(event) {
      switch (event.kind) {
        case 'online':
          await markMissingGuildsLeft(event.guildIds);
          return false;
        case 'server-left':
          await healthStore.markGuildLeft(event.guildId);
          return false;
        case 'channel-gone': {
          const { guildId, channelId } = event;
          const subscriptions = await healthStore.markBlocked(channelId, CHANNEL_FAULTS.unknownChannel);
          if (subscriptions.length > 0) await notifyAdmins(guildId, [channelId], notifyContext);
          return false;
        }
        case 'server-there':
        case 'rights-changed': {
          const { guildId } = event;
          const subscriptions = await store.subscriptions.listByGuild(guildId);
          if (subscriptions.length > 0) recordGuildChange(guildId);
          return subscriptions.some(({ trouble }) => trouble) && serially(() => checkGuild(guildId));
        }
      }
    },

    runMaintenance,
  };
}

/** @returns whether the work was done. */
async function ignoreStoreErrors(work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (error instanceof StoreError) return false;
    throw error;
  }
}

/** Keeps what a failing store cut short; what failed otherwise would fail again. */
function keepOnStoreError(pending: Map<string, unknown>, key: string): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof StoreError)) pending.delete(key);
    throw error;
  };
}
