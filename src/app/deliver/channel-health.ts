/**
 * Looks after channels that cannot be written to. Their subscriptions keep their settings and say why; the server's admins are
 * told once, in another channel; and when Discord says that somebody changed something, the bot looks whether it may again.
 */
import type { Delivery, Subscription } from '../../domain/alert.ts';
import type { Instant, Language } from '../../domain/vocabulary.ts';
import type { Now } from '../ports/clock.ts';
import type { Courier, GuildEvent } from '../ports/courier.ts';
import type { Log } from '../ports/log.ts';
import type { Store } from '../ports/store.ts';
import { createSerialQueue } from '../serial-queue.ts';
import {
  type ChannelFault,
  createChannelHealthStore,
  UNKNOWN_CHANNEL_CODE,
  UNKNOWN_GUILD_CODE,
} from './channel-health-store.ts';
import type { DeliveryAction } from './decide-action.ts';
import type { DeliveryLog } from './delivery-log.ts';
import type { DeliveryQueue } from './delivery-queue.ts';
import { notifyAdmins } from './notify-admins.ts';
import { createPermissionChecks } from './permission-checks.ts';
import { createRecoverySchedule } from './recovery-schedule.ts';
import { StoreWriteError } from './store-outage.ts';

/** Alerts that a suspended channel missed are told if it comes back within this time; older ones are not news. */
const MISSED_ALERT_RETENTION_HOURS = 72;
/** Without any sign from Discord a channel in trouble is looked at so often. */
const RECHECK_INTERVAL_HOURS = 6;
/** What was seen so soon after somebody changed a server may be older than the change. */
const RECENT_CHANGE_WINDOW_MS = 30_000;

export interface ChannelHealth {
  /** A message could not be posted for a reason that lasts. */
  recordBlocked(row: Delivery, fault: ChannelFault): Promise<void>;
  /** A message was posted: whatever was wrong is not. */
  recordDelivered(channelId: string): Promise<void>;
  /** Whether something is wrong that could not be written down yet. */
  hasUnsavedFault(channelId: string): boolean;
  /** Whether there is something to explain. */
  hasPendingDiagnosis(): boolean;
  /** Looks at a channel before a message that it will hardly take is tried; nothing when the message may be tried. */
  checkBeforeSend(row: Delivery): Promise<DeliveryAction | undefined>;
  /** Finds out why messages were refused, and tells the admins: one channel after the other, until it is `enough` for now. */
  diagnosePending(enough: () => boolean): Promise<void>;
  /** @returns whether rows have become due by it. */
  handleGuildEvent(event: GuildEvent): Promise<boolean>;
  /** What is to be done from time to time. */
  runDueChecks(): Promise<void>;
}

interface ChannelHealthContext {
  store: Store;
  courier: Courier;
  queue: DeliveryQueue;
  deliveryLog: DeliveryLog;
  log: Log;
  now: Now;
  elapsedMs(): number;
  languageOf(guildId: string): Promise<Language>;
}

export function createChannelHealth(context: ChannelHealthContext): ChannelHealth {
  const { store, courier, queue, deliveryLog: marks, log, now, elapsedMs, languageOf } = context;
  const healing = createRecoverySchedule(elapsedMs);
  const book = createChannelHealthStore(store, queue, log, now);
  const permissionChecks = createPermissionChecks({
    store,
    courier,
    healthStore: book,
    recovery: healing,
    now,
    elapsedMs,
  });
  const notices = { store, courier, log, now, languageOf };
  /** Refusals that nothing was made of yet, by channel. */
  const pendingFaults = new Map<string, ChannelFault & { guildId: string; written: boolean }>();
  /** Channels that the admins of a server are to be told of. */
  const pendingNotices = new Map<string, string[]>();
  /** When somebody last changed a server, by its id. */
  const changedMs = new Map<string, number>();
  const serially = createSerialQueue();
  let lastFullCheckMs = elapsedMs();

  const isoNow = (): Instant => now().toISOString();

  async function diagnoseChannel(channelId: string): Promise<void> {
    const refusal = pendingFaults.get(channelId);
    if (refusal === undefined) return;
    const place = { guildId: refusal.guildId, channelId };
    if (!refusal.written) await book.markBlocked(channelId, refusal);
    refusal.written = true;
    if (await isTroubled(channelId)) {
      if (refusal.missing === undefined) await permissionChecks.diagnose(place, refusal);
      // One that looks well may be so in half a minute: somebody mended it while the message was under way.
      if (healing.countFalseRecoveries(channelId) !== 1) {
        pendingNotices.set(place.guildId, [...(pendingNotices.get(place.guildId) ?? []), channelId]);
      }
    }
    if (pendingFaults.get(channelId) === refusal) pendingFaults.delete(channelId);
  }

  async function isTroubled(channelId: string): Promise<boolean> {
    return (await store.subscriptions.listByChannel(channelId)).some(({ trouble }) => trouble);
  }

  function recordGuildChange(guildId: string): void {
    changedMs.set(guildId, elapsedMs());
    // What was found missing may be there now.
    for (const refusal of pendingFaults.values()) if (refusal.guildId === guildId) refusal.missing = undefined;
  }

  async function checkGuild(guildId: string): Promise<boolean> {
    const theirs = (await store.subscriptions.listByGuild(guildId)).filter(({ trouble }) => trouble);
    return permissionChecks.checkAll(
      uniqueByChannel(theirs).filter(({ channelId }) => healing.shouldCheckAfterChange(channelId)),
    );
  }

  async function dropExpiredRows(): Promise<void> {
    const missed = new Date(now().getTime() - MISSED_ALERT_RETENTION_HOURS * 3_600_000).toISOString();
    for (const row of queue.takeSuspendedBefore(missed)) {
      const { alertId, kind, guildId, channelId } = row;
      const failed = { detail: `the channel was suspended for ${MISSED_ALERT_RETENTION_HOURS} hours` };
      await marks.finish(
        row,
        row.act === 'post' ? { alertId, kind, guildId, channelId, at: isoNow(), failed } : undefined,
      );
    }
    await marks.flush();
  }

  return {
    async recordBlocked({ guildId, channelId }, { code, detail, missing }) {
      const changed = elapsedMs() - (changedMs.get(guildId) ?? Number.NEGATIVE_INFINITY) < RECENT_CHANGE_WINDOW_MS;
      const refusal = { code, detail, missing: changed ? undefined : missing, guildId, written: false };
      pendingFaults.set(channelId, refusal);
      if (missing === undefined || changed) healing.recordRefusal(channelId);
      else healing.forget(channelId);
      try {
        await book.markBlocked(channelId, { code, detail, missing });
        refusal.written = true;
      } catch (error) {
        // It is made up for when the refusal is explained.
        if (!(error instanceof StoreWriteError)) throw error;
      }
    },

    async recordDelivered(channelId) {
      healing.forget(channelId);
      pendingFaults.delete(channelId);
      if (!(await isTroubled(channelId))) return;
      try {
        await book.markHealthy(channelId);
      } catch (error) {
        if (!(error instanceof StoreWriteError)) throw error;
        healing.postpone(channelId);
      }
    },

    hasUnsavedFault: (channelId) => pendingFaults.get(channelId)?.written === false,
    hasPendingDiagnosis: () => pendingFaults.size + pendingNotices.size > 0,
    checkBeforeSend: permissionChecks.checkBeforeSend,

    async diagnosePending(enough) {
      for (const channelId of [...pendingFaults.keys()]) {
        if (enough()) return;
        await serially(() => diagnoseChannel(channelId)).catch(keepOnlyOnWriteError(pendingFaults, channelId));
      }
      for (const [guildId, channelIds] of pendingNotices) {
        if (enough()) return;
        await notifyAdmins(guildId, channelIds, notices).catch(keepOnlyOnWriteError(pendingNotices, guildId));
        pendingNotices.delete(guildId);
      }
    },

    async handleGuildEvent(event) {
      switch (event.kind) {
        case 'online': {
          const there = new Set(event.guildIds);
          const gone = new Set<string>();
          for (const { guildId } of await store.subscriptions.all()) if (!there.has(guildId)) gone.add(guildId);
          for (const guildId of gone) await book.markGuildLeft(guildId);
          return false;
        }
        case 'server-left':
          await book.markGuildLeft(event.guildId);
          return false;
        case 'channel-gone': {
          const gone = { code: UNKNOWN_CHANNEL_CODE, detail: 'Unknown Channel' };
          const affected = await book.markBlocked(event.channelId, gone);
          const { guildId, channelId } = event;
          if (affected.length > 0) await notifyAdmins(guildId, [channelId], notices);
          return false;
        }
        case 'server-there':
        case 'rights-changed': {
          const theirs = await store.subscriptions.listByGuild(event.guildId);
          if (theirs.length > 0) recordGuildChange(event.guildId);
          return theirs.some(({ trouble }) => trouble) && serially(() => checkGuild(event.guildId));
        }
      }
    },

    async runDueChecks() {
      const isAllDue = elapsedMs() - lastFullCheckMs >= RECHECK_INTERVAL_HOURS * 3_600_000;
      if (isAllDue) {
        lastFullCheckMs = elapsedMs();
        await book.deleteAbandoned();
        await dropExpiredRows();
      }
      const due = new Set(healing.takeDue());
      if (due.size === 0 && !isAllDue) return;
      const troubled = uniqueByChannel(await store.subscriptions.listSuspended());
      const places = troubled.filter(({ channelId, trouble }) =>
        isAllDue ? trouble?.code !== UNKNOWN_GUILD_CODE : due.has(channelId),
      );
      await serially(() => permissionChecks.checkAll(places));
    },
  };
}

/** Several subscriptions of one channel are one look. */
function uniqueByChannel(subscriptions: readonly Subscription[]): Subscription[] {
  return [...new Map(subscriptions.map((one) => [one.channelId, one])).values()];
}

/** What the store did not take is tried again; what failed otherwise would fail for ever. */
function keepOnlyOnWriteError(waiting: Map<string, unknown>, key: string): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof StoreWriteError)) waiting.delete(key);
    throw error;
  };
}
