/** Looks at what the bot may do in channels in trouble, and takes those back that are well. */
import { mergeForumTags } from '../../core/alerts/forum-tags.ts';
import type { Delivery, Subscription } from '../../domain/alert.ts';
import type { Now } from '../ports/clock.ts';
import type { ChannelInspection, Courier } from '../ports/courier.ts';
import type { Store } from '../ports/store.ts';
import type { ChannelFault, ChannelHealthStore } from './channel-health-store.ts';
import { type DeliveryAction, rescheduled } from './decide-action.ts';
import type { RecoverySchedule } from './recovery-schedule.ts';
import { StoreWriteError } from './store-outage.ts';

/** Looks within ten minutes: most of them are answered 403, and Discord counts those. The others have their turn later. */
const MAX_PERMISSION_CHECKS = 1000;
const PERMISSION_CHECK_WINDOW_MINUTES = 10;
const MISSING_PERMISSIONS_CODE = 50013;

export type ChannelRef = Pick<Subscription, 'guildId' | 'channelId'>;

export interface PermissionChecks {
  /** One after the other, those first that have waited longest. @returns whether one was taken back. */
  checkAll(places: readonly ChannelRef[]): Promise<boolean>;
  /** What keeps messages out that Discord refused just now, unless there were too many looks already. */
  diagnose(place: ChannelRef, fault: ChannelFault): Promise<void>;
  /** Looks at a channel before a message that it will hardly take is tried; nothing when the message may be tried. */
  checkBeforeSend(row: Delivery): Promise<DeliveryAction | undefined>;
}

interface LooksContext {
  store: Store;
  courier: Courier;
  healthStore: ChannelHealthStore;
  recovery: RecoverySchedule;
  now: Now;
  elapsedMs(): number;
}

export function createPermissionChecks({
  store,
  courier,
  healthStore: book,
  recovery: healing,
  now,
  elapsedMs,
}: LooksContext): PermissionChecks {
  /** When a channel was last looked at, by its id. */
  const lastCheckedMs = new Map<string, number>();
  /** Channels that are about to be looked at. */
  const queuedChannelIds = new Set<string>();

  async function inspectNow({ guildId, channelId }: ChannelRef): Promise<ChannelInspection> {
    lastCheckedMs.set(channelId, elapsedMs());
    return courier.inspectChannel(
      guildId,
      channelId,
      mergeForumTags(await store.subscriptions.listByChannel(channelId)),
    );
  }

  /** @param fault what Discord said there just now. @returns whether the channel was taken back. */
  async function check(place: ChannelRef, fault?: ChannelFault): Promise<boolean> {
    const { channelId } = place;
    const seen = await inspectNow(place);
    if (seen.status === 'unknown') {
      healing.postpone(channelId);
      return false;
    }
    if (seen.status === 'seen' && seen.missing.length === 0) {
      const next = healing.recordCleanCheck(channelId);
      if (next === 'well') await book.markHealthy(channelId);
      if (next === 'try') await book.resumeTentatively(channelId);
      return next !== 'later';
    }
    healing.forget(channelId);
    if (seen.status === 'blocked') await book.markBlocked(channelId, seen);
    else if (fault) await book.markBlocked(channelId, { ...fault, missing: seen.missing });
    return false;
  }

  function isCheckBudgetSpent(): boolean {
    const since = elapsedMs() - PERMISSION_CHECK_WINDOW_MINUTES * 60_000;
    let looks = 0;
    for (const at of lastCheckedMs.values()) if (at > since) looks++;
    return looks >= MAX_PERMISSION_CHECKS;
  }

  return {
    async checkAll(places) {
      const waited = ({ channelId }: ChannelRef) => lastCheckedMs.get(channelId) ?? Number.NEGATIVE_INFINITY;
      const unseen = places
        .filter(({ channelId }) => !queuedChannelIds.has(channelId))
        .sort((a, b) => (waited(a) < waited(b) ? -1 : 1));
      for (const { channelId } of unseen) queuedChannelIds.add(channelId);
      let restored = false;
      for (const place of unseen) {
        queuedChannelIds.delete(place.channelId);
        if (isCheckBudgetSpent()) healing.postpone(place.channelId);
        else restored = (await check(place).catch(postponeOnWriteError(healing, place.channelId))) || restored;
      }
      return restored;
    },

    async diagnose(place, refusal) {
      if (isCheckBudgetSpent()) healing.postpone(place.channelId);
      else await check(place, refusal);
    },

    async checkBeforeSend(row) {
      if (isCheckBudgetSpent()) {
        const detail = 'the bot may not write there, and many such channels were looked at just now';
        return { action: 'again', row: rescheduled(row, now(), PERMISSION_CHECK_WINDOW_MINUTES * 60), detail };
      }
      const seen = await inspectNow(row);
      const suspended: Delivery = { ...row, state: 'suspended' };
      if (seen.status === 'blocked') {
        return { action: 'suspend', row: suspended, code: seen.code, detail: seen.detail, missing: [] };
      }
      if (seen.status === 'unknown' || seen.missing.length === 0) return undefined;
      const { missing } = seen;
      return {
        action: 'suspend',
        row: suspended,
        code: MISSING_PERMISSIONS_CODE,
        detail: 'Missing Permissions',
        missing,
      };
    },
  };
}

/** What the store did not take is looked at anew. */
function postponeOnWriteError(recovery: RecoverySchedule, channelId: string): (error: unknown) => false {
  return (error) => {
    if (!(error instanceof StoreWriteError)) throw error;
    recovery.postpone(channelId);
    return false;
  };
}
