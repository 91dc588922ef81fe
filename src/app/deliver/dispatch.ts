/**
 * Empties the outbox: loads its rows, sends what is due in fair order, a few at a time and one per channel, and writes down what
 * became of each.
 *
 * A row is marked `sending` on disk before its message leaves. What a crash or a lost answer leaves in doubt is sent again under the
 * same nonce while Discord remembers it; after that it is searched for first.
 */
import type { Delivery } from '../../domain/alert.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import type { ReadModel } from '../ask/read-model.ts';
import { resolveGuildLanguage } from '../notify/guild-settings.ts';
import type { Now } from '../ports/clock.ts';
import type { Courier, GuildDirectory, GuildEvent } from '../ports/courier.ts';
import type { DeliveryProgress } from '../ports/delivery-progress.ts';
import type { Log } from '../ports/log.ts';
import { createAlertBundler } from './alert-bundles.ts';
import { createAlertMessageCache } from './alert-message-cache.ts';
import { createAlertRateLimiter } from './alert-rate-limit.ts';
import { createOutcomeApplier, type DeliverySummary } from './apply-outcome.ts';
import { createDeliveryAttempter } from './attempt.ts';
import { createChannelHealth } from './channel-health.ts';
import { type DeliveryAction, reschedule } from './decide-action.ts';
import { createDeliveryLog } from './delivery-log.ts';
import { createDeliveryQueue } from './delivery-queue.ts';
import { guardRead, guardStore, StoreError, StoreWriteError } from './guarded-store.ts';
import { createGuildEventQueue } from './guild-event-queue.ts';
import { createOutboxLoader } from './outbox-loader.ts';
import { createSendGate } from './send-gate.ts';
import { createStoreOutage } from './store-outage.ts';
import { createThroughputMeter } from './throughput-meter.ts';

/** Requests that wait for Discord's answer at a time. */
const MAX_IN_FLIGHT_REQUESTS = 8;
/** After a fault of our own. */
const INTERNAL_ERROR_RETRY_SECONDS = 60;

interface DispatchContext {
  readModel: ReadModel;
  courier: Courier;
  guildDirectory: GuildDirectory;
  log: Log;
  now: Now;
  /** From 0 to 1, as `Math.random`. */
  random(): number;
  /** Milliseconds since some beginning, for rates and pauses: unlike the time of day it never jumps. */
  elapsedMs(): number;
  /** Discord rejected the bot's token; nothing is sent from here on. */
  onUnauthorised?(detail: string): void;
}

export interface Dispatch {
  /** Loads what was planned since, and sends all that is due. Resolves when nothing due is left. */
  deliver(): Promise<DeliverySummary>;
  /** Sends what has become due, and looks after blocked channels; cheap enough to be called every second. */
  tick(): Promise<void>;
  /** While the store fails, the event waits for a tick. */
  handleGuildEvent(event: GuildEvent): Promise<void>;
  progress(): DeliveryProgress;
  /** Begins nothing more; resolves when what is in flight has ended and is written down. */
  stop(): Promise<void>;
}

export function createDispatch(context: DispatchContext): Dispatch {
  const { readModel, courier, guildDirectory, log, now, random, elapsedMs, onUnauthorised } = context;
  const writeOutage = createStoreOutage(elapsedMs, log, {
    begins: 'the store cannot be written to: deliveries wait',
    ends: 'the store can be written to again: deliveries go on',
  });
  const readOutage = createStoreOutage(elapsedMs, log, {
    begins: 'the store cannot be read: new deliveries and guild events wait',
    ends: 'the store can be read again',
  });
  const store = guardStore(readModel.store, writeOutage);
  const languageOf = guardRead((guildId: string) =>
    resolveGuildLanguage(readModel.store, guildId, guildDirectory.languageOf(guildId)),
  );
  const sendGate = createSendGate(elapsedMs);
  const meter = createThroughputMeter(elapsedMs, log);
  const rateLimiter = createAlertRateLimiter(elapsedMs);
  const queue = createDeliveryQueue({ now, elapsedMs, isUnwritable: guildDirectory.isUnwritable });
  const deliveryLog = createDeliveryLog(store, queue.add);
  const channelHealth = createChannelHealth({ store, courier, queue, deliveryLog, log, now, elapsedMs, languageOf });
  const outboxLoader = createOutboxLoader({ store, queue, deliveryLog, channelHealth, rateLimiter, now });
  const applyRateLimit = createAlertBundler({ store, queue, deliveryLog, rateLimiter, outboxLoader, now });
  const getAlertMessage = createAlertMessageCache(readModel, languageOf);
  const { flush } = deliveryLog;
  const attempt = createDeliveryAttempter({ store, courier, getAlertMessage, now, random, flush });
  const applyOutcome = createOutcomeApplier({
    ...{ queue, deliveryLog, channelHealth, rateLimiter, meter, sendGate, guildDirectory },
    ...{ log, now, onUnauthorised },
  });
  const guildEvents = createGuildEventQueue({
    handle: channelHealth.handleGuildEvent,
    isStoreBackingOff: () => writeOutage.isBackingOff() || readOutage.isBackingOff(),
    onStoreError: recordStoreError,
    log,
  });
  /** By channel: one message at a time keeps their order, and the channel's own rate limit. */
  const inFlight = new Map<string, Promise<void>>();
  /** Something was planned that is not loaded yet. */
  let hasUnloadedRows = true;
  let running: Promise<DeliverySummary> | undefined;

  const isoNow = (): Instant => now().toISOString();
  const isHeld = (): boolean => sendGate.isHeld() || writeOutage.isBackingOff();

  /** Failed writes are recorded where they happen. */
  function recordStoreError(error: unknown): void {
    if (!(error instanceof StoreWriteError)) readOutage.recordFailure(error);
  }

  /** @returns whether the work was done; what a failing store cuts short is tried again later. */
  async function tryWithStore(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      recordStoreError(error);
      return false;
    }
  }

  async function loadOutbox(): Promise<void> {
    hasUnloadedRows = false;
    try {
      await outboxLoader.load();
      readOutage.recordSuccess();
    } catch (error) {
      hasUnloadedRows = true;
      recordStoreError(error);
    }
  }

  function send(): Promise<DeliverySummary> {
    running ??= drain().finally(() => {
      running = undefined;
    });
    return running;
  }

  async function drain(): Promise<DeliverySummary> {
    const summary: DeliverySummary = { sent: 0, waiting: 0, dropped: 0 };
    do {
      while (!isHeld()) {
        const row =
          inFlight.size < MAX_IN_FLIGHT_REQUESTS ? queue.takeNext(isoNow(), new Set(inFlight.keys())) : undefined;
        if (row) startAttempt(row, summary);
        else if (inFlight.size > 0) await Promise.race(inFlight.values());
        else break;
        meter.update(queue.counts().due + inFlight.size);
      }
      await Promise.all(inFlight.values());
      meter.finish();
      await flush();
      const shouldStop = () => isHeld() || readOutage.isBackingOff() || queue.isDue(isoNow());
      await tryWithStore(() => channelHealth.diagnosePending(shouldStop));
      // More rows may have become due meanwhile.
    } while (!isHeld() && queue.isDue(isoNow()));
    return summary;
  }

  function startAttempt(row: Delivery, summary: DeliverySummary): void {
    const done = tryRow(row, summary).finally(() => {
      queue.release(row.id);
      inFlight.delete(row.channelId);
    });
    inFlight.set(row.channelId, done);
  }

  async function tryRow(row: Delivery, summary: DeliverySummary): Promise<void> {
    try {
      const action = (await applyRateLimit(row)) ?? (await checkUnwritableChannel(row)) ?? (await attempt(row));
      summary[await applyOutcome(row, action)]++;
    } catch (error) {
      // What is over stays over, whatever failed afterwards.
      if (!deliveryLog.isFinished(row.id) && !queue.has(row.id)) requeueAfterError(row, error);
      else if (!(error instanceof StoreWriteError)) log.error('the follow-up of a delivery failed', { err: error });
    }
  }

  /** A refused write is no fault of the row: it goes on when the store does. */
  function requeueAfterError(row: Delivery, error: unknown): void {
    if (error instanceof StoreWriteError) {
      queue.add(row);
      return;
    }
    log.error('a delivery failed and is tried again', { err: error, channel: row.channelId, alert: row.alertId });
    queue.add(reschedule(row, now(), INTERNAL_ERROR_RETRY_SECONDS));
  }

  /** Checks first where the gateway says that the bot may not write: Discord counts the requests that it refuses. */
  async function checkUnwritableChannel(row: Delivery): Promise<DeliveryAction | undefined> {
    return row.act === 'post' && guildDirectory.isUnwritable(row) ? channelHealth.checkBeforeSend(row) : undefined;
  }

  return {
    async deliver() {
      hasUnloadedRows = true;
      const summary: DeliverySummary = { sent: 0, waiting: 0, dropped: 0 };
      if (sendGate.isStopped()) return summary;
      await loadOutbox();
      // Rows may become due while a drain is ending: the next one sends them.
      do addToSummary(summary, await send());
      while (!isHeld() && queue.isDue(isoNow()));
      return summary;
    },
    async tick() {
      if (sendGate.isStopped()) return;
      for (const outage of [writeOutage, readOutage]) outage.logWhenOver();
      if (writeOutage.isBackingOff()) return;
      await flush();
      if (!readOutage.isBackingOff()) {
        if (hasUnloadedRows) await loadOutbox();
        await guildEvents.process();
        if (await tryWithStore(channelHealth.runMaintenance)) readOutage.recordSuccess();
      }
      if (queue.isDue(isoNow()) || channelHealth.hasPendingDiagnosis()) await send();
    },
    async handleGuildEvent(event) {
      guildEvents.add(event);
      if (await guildEvents.process()) await send();
    },
    progress: () => ({
      ...meter.progress(),
      ...queue.counts(),
      remainingPauseSeconds: sendGate.remainingPauseSeconds(),
    }),
    async stop() {
      sendGate.stop();
      await outboxLoader.whenIdle();
      await running?.catch(() => {});
      await flush();
    },
  };
}

function addToSummary(summary: DeliverySummary, more: DeliverySummary): void {
  summary.sent += more.sent;
  summary.waiting += more.waiting;
  summary.dropped += more.dropped;
}
