/** Checks what the bot may do in blocked channels, and resumes those that are fine again. */
import { mergeForumTags } from '../../core/alerts/forum-tags.ts';
import type { Delivery, Subscription } from '../../domain/alert.ts';
import type { Now } from '../ports/clock.ts';
import { CHANNEL_FAULTS, type ChannelInspection, type Courier } from '../ports/courier.ts';
import type { ChannelFault, ChannelHealthStore } from './channel-health-store.ts';
import { type DeliveryAction, reschedule } from './decide-action.ts';
import { type DeliveryStore, StoreError } from './guarded-store.ts';
import type { RecoverySchedule } from './recovery-schedule.ts';

/** Discord answers most checks of blocked channels with 403, and counts those answers. */
const MAX_CHECKS_PER_WINDOW = 1000;
const CHECK_WINDOW_MINUTES = 10;

export type ChannelRef = Pick<Subscription, 'guildId' | 'channelId'>;

interface PermissionChecks {
  /** Checks one channel after the other, those first that have waited longest. @returns whether one was resumed. */
  checkAll(channels: readonly ChannelRef[]): Promise<boolean>;
  /** Finds out why Discord refused a message just now, unless the budget for checks is spent. */
  diagnose(channel: ChannelRef, fault: ChannelFault): Promise<void>;
  /** Checks a channel that will hardly take a message before it is sent; undefined where it may be sent. */
  checkBeforeSend(row: Delivery): Promise<DeliveryAction | undefined>;
}

interface PermissionChecksContext {
  store: DeliveryStore;
  courier: Courier;
  healthStore: ChannelHealthStore;
  recovery: RecoverySchedule;
  now: Now;
  elapsedMs(): number;
}

export function createPermissionChecks(context: PermissionChecksContext): PermissionChecks {
  const { store, courier, healthStore, recovery, now, elapsedMs } = context;
  /** By channel. */
  const lastCheckedMs = new Map<string, number>();
  /** Channels that a running batch is still to check. */
  const queuedChannelIds = new Set<string>();

  async function inspect({ guildId, channelId }: ChannelRef): Promise<ChannelInspection> {
    lastCheckedMs.set(channelId, elapsedMs());
    const tagIds = mergeForumTags(await store.subscriptions.listByChannel(channelId));
    return courier.inspectChannel(guildId, channelId, tagIds);
  }

  /** @param fault what Discord answered there just now. @returns whether the channel was resumed. */
  async function check(channel: ChannelRef, fault?: ChannelFault): Promise<boolean> {
    const { channelId } = channel;
    const inspection = await inspect(channel);
    if (inspection.status === 'unknown') {
      recovery.postpone(channelId);
      return false;
    }
    if (inspection.status === 'seen' && inspection.missing.length === 0) {
      const next = recovery.recordCleanCheck(channelId);
      if (next === 'healthy') await healthStore.markHealthy(channelId);
      if (next === 'try') await healthStore.resumeTentatively(channelId);
      return next !== 'later';
    }
    recovery.forget(channelId);
    if (inspection.status === 'blocked') await healthStore.markBlocked(channelId, inspection);
    else if (fault) await healthStore.markBlocked(channelId, { ...fault, missing: inspection.missing });
    return false;
  }

  /** A check that fails comes again later. @throws unless it was the store that failed. */
  async function checkOrPostpone(channel: ChannelRef): Promise<boolean> {
    try {
      return await check(channel);
    } catch (error) {
      recovery.postpone(channel.channelId);
      if (error instanceof StoreError) return false;
      throw error;
    }
  }

  function isBudgetSpent(): boolean {
    const sinceMs = elapsedMs() - CHECK_WINDOW_MINUTES * 60_000;
    let checks = 0;
    for (const ms of lastCheckedMs.values()) if (ms > sinceMs) checks++;
    return checks >= MAX_CHECKS_PER_WINDOW;
  }

  return {
    async checkAll(channels) {
      const checkedMs = ({ channelId }: ChannelRef) => lastCheckedMs.get(channelId) ?? Number.NEGATIVE_INFINITY;
      const batch = channels
        .filter(({ channelId }) => !queuedChannelIds.has(channelId))
        .sort((a, b) => (checkedMs(a) < checkedMs(b) ? -1 : 1));
      for (const { channelId } of batch) queuedChannelIds.add(channelId);
      let hasResumed = false;
      try {
        for (const channel of batch) {
          queuedChannelIds.delete(channel.channelId);
          if (isBudgetSpent()) recovery.postpone(channel.channelId);
          else if (await checkOrPostpone(channel)) hasResumed = true;
        }
      } finally {
        for (const { channelId } of batch) queuedChannelIds.delete(channelId);
      }
      return hasResumed;
    },

    async diagnose(channel, fault) {
      if (isBudgetSpent()) recovery.postpone(channel.channelId);
      else await check(channel, fault);
    },

    async checkBeforeSend(row) {
      if (isBudgetSpent()) {
        const detail = 'the bot may not write there, and the budget for checks is spent';
        return { action: 'retry', row: reschedule(row, now(), CHECK_WINDOW_MINUTES * 60), detail };
      }
      const inspection = await inspect(row);
      const suspended: Delivery = { ...row, state: 'suspended' };
      if (inspection.status === 'blocked') {
        const { code, detail } = inspection;
        return { action: 'suspend', row: suspended, code, detail, missing: [] };
      }
      if (inspection.status === 'unknown' || inspection.missing.length === 0) return undefined;
      const { missing } = inspection;
      return { action: 'suspend', row: suspended, ...CHANNEL_FAULTS.missingPermissions, missing };
    },
  };
}
