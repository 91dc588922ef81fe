/**
 * Empties the outbox: takes its rows in from the store, sends what is due in fair order, a few at a time and one a channel,
 * and writes down what became of each.
 *
 * A row is marked `sending` on disk before its message leaves. Whatever a crash or a lost answer leaves in doubt is tried
 * again under the same nonce while Discord remembers it; after that it is looked for first.
 */
import type { Delivery } from '../../domain/alert.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import type { ReadModel } from '../ask/read-model.ts';
import { resolveGuildLanguage } from '../notify/guild-settings.ts';
import type { Now } from '../ports/clock.ts';
import type { Courier, GuildDirectory, GuildEvent } from '../ports/courier.ts';
import type { Log } from '../ports/log.ts';
import { createAlertBundler } from './alert-bundles.ts';
import { createAlertMessageCache } from './alert-message-cache.ts';
import { createAlertRateLimiter } from './alert-rate-limit.ts';
import { createOutcomeApplier, type DeliverySummary } from './apply-outcome.ts';
import { createDeliveryAttempter } from './attempt.ts';
import { createChannelHealth } from './channel-health.ts';
import { type DeliveryAction, rescheduled } from './decide-action.ts';
import { createDeliveryLog } from './delivery-log.ts';
import { createThroughputMeter, type DeliveryProgress } from './delivery-progress.ts';
import { createDeliveryQueue } from './delivery-queue.ts';
import { createOutboxLoader } from './outbox-loader.ts';
import { createSendGate } from './send-gate.ts';
import { createStoreOutage, guardWrites, StoreWriteError, undefinedOnWriteError } from './store-outage.ts';

/** Requests that wait for Discord's answer at a time. */
const MAX_IN_FLIGHT_REQUESTS = 8;
/** After a fault of our own. */
const INTERNAL_ERROR_RETRY_SECONDS = 60;

export interface DispatchContext {
  readModel: ReadModel;
  courier: Courier;
  guildDirectory: GuildDirectory;
  log: Log;
  now: Now;
  /** From 0 to 1, as `Math.random`. */
  random(): number;
  /** Milliseconds since some beginning, for rates and pauses: unlike the time of day it never jumps. */
  elapsedMs(): number;
  /** Discord does not know the bot any more; nothing is sent from here on. */
  onUnauthorised?(detail: string): void;
}

export interface Dispatch {
  /** Takes in what was planned since, and sends all that is due. Resolves when nothing due is left. */
  deliver(): Promise<DeliverySummary>;
  /** Sends what has become due, and looks after channels in trouble; cheap enough to be called every second. */
  tick(): Promise<void>;
  handleGuildEvent(event: GuildEvent): Promise<void>;
  progress(): DeliveryProgress;
  /** Begins nothing more, and resolves when what is under way has ended and is written down. */
  stop(): Promise<void>;
}

export function createDispatch(context: DispatchContext): Dispatch {
  const { courier, guildDirectory: places, log, now, random, elapsedMs } = context;
  const writeOutage = createStoreOutage(elapsedMs, log, {
    begins: 'the store takes nothing: deliveries wait until it does',
    ends: 'the store takes what is written again: deliveries go on',
  });
  const readOutage = createStoreOutage(elapsedMs, log, {
    begins: 'the outbox cannot be read: what was planned is taken in when it can',
    ends: 'the outbox can be read again',
  });
  const store = guardWrites(context.readModel.store, writeOutage);
  const archive: ReadModel = { ...context.readModel, store };
  const queue = createDeliveryQueue({ now, elapsedMs, isUnwritable: places.isUnwritable });
  const marks = createDeliveryLog(store, queue.add);
  const brake = createSendGate(elapsedMs);
  const languageOf = (guildId: string) => resolveGuildLanguage(store, guildId, places.languageOf(guildId));
  const attempt = createDeliveryAttempter({
    store,
    courier,
    getAlertMessage: createAlertMessageCache(archive, languageOf),
    now,
    random,
    flush: marks.flush,
  });
  const meter = createThroughputMeter(elapsedMs, log);
  const desk = createChannelHealth({ store, courier, queue, deliveryLog: marks, log, now, elapsedMs, languageOf });
  const storm = createAlertRateLimiter(elapsedMs);
  const { onUnauthorised } = context;
  const applyOutcome = createOutcomeApplier({
    queue,
    deliveryLog: marks,
    channelHealth: desk,
    rateLimiter: storm,
    meter,
    sendGate: brake,
    guildDirectory: places,
    log,
    now,
    onUnauthorised,
  });
  /** By channel: one message at a time keeps their order, and the channel's own limit. */
  const inFlight = new Map<string, Promise<void>>();
  /** Rows that are neither in the queue nor over. */
  const inHand = new Set<string>();
  const intake = createOutboxLoader({
    store,
    queue,
    deliveryLog: marks,
    channelHealth: desk,
    rateLimiter: storm,
    claimedRowIds: inHand,
    now,
  });
  const applyAlertRateLimit = createAlertBundler({
    store,
    queue,
    deliveryLog: marks,
    rateLimiter: storm,
    outboxLoader: intake,
    claimedRowIds: inHand,
    now,
  });
  /** What happened to places while the store could not take it. */
  const pendingGuildEvents: GuildEvent[] = [];

  /** Something was planned that is not taken in yet. */
  let hasUnloadedRows = true;
  let running: Promise<DeliverySummary> | undefined;

  const isoNow = (): Instant => now().toISOString();
  const holds = (): boolean => brake.isHeld() || writeOutage.isBackingOff();

  async function takeIn(): Promise<void> {
    hasUnloadedRows = false;
    try {
      await intake.load();
      readOutage.recordSuccess();
    } catch (error) {
      hasUnloadedRows = true;
      if (!(error instanceof StoreWriteError)) readOutage.recordFailure(error);
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
      while (!holds()) {
        const row =
          inFlight.size < MAX_IN_FLIGHT_REQUESTS ? queue.takeNext(isoNow(), new Set(inFlight.keys())) : undefined;
        if (row) startAttempt(row, summary);
        else if (inFlight.size > 0) await Promise.race(inFlight.values());
        else break;
        meter.update(queue.counts().due + inFlight.size);
      }
      await Promise.all(inFlight.values());
      meter.finish();
      await marks.flush();
      await undefinedOnWriteError(() => desk.diagnosePending(() => holds() || queue.isDue(isoNow())));
      // Rows may have come in while the last marks were written.
    } while (!holds() && queue.isDue(isoNow()));
    return summary;
  }

  function startAttempt(row: Delivery, summary: DeliverySummary): void {
    inHand.add(row.id);
    const done = tryRow(row, summary).finally(() => {
      inHand.delete(row.id);
      inFlight.delete(row.channelId);
    });
    inFlight.set(row.channelId, done);
  }

  async function tryRow(row: Delivery, summary: DeliverySummary): Promise<void> {
    try {
      const step = (await applyAlertRateLimit(row)) ?? (await checkUnwritableChannel(row)) ?? (await attempt(row));
      summary[await applyOutcome(row, step)]++;
    } catch (error) {
      // What is over stays over, whatever failed afterwards.
      if (!marks.isFinished(row.id) && !queue.has(row.id)) requeueAfterError(row, error);
      else if (!(error instanceof StoreWriteError)) log.error('a delivery could not be followed up', { err: error });
    }
  }

  /** A store that takes nothing is no fault of the row: it goes on when the store does. */
  function requeueAfterError(row: Delivery, error: unknown): void {
    if (error instanceof StoreWriteError) {
      queue.add(row);
      return;
    }
    log.error('a delivery failed, and is tried again', { err: error, channel: row.channelId, alert: row.alertId });
    queue.add(rescheduled(row, now(), INTERNAL_ERROR_RETRY_SECONDS));
  }

  /** Where the bot may not write by all that is known, it looks first: Discord counts what it refuses. */
  async function checkUnwritableChannel(row: Delivery): Promise<DeliveryAction | undefined> {
    return row.act === 'post' && places.isUnwritable(row) ? desk.checkBeforeSend(row) : undefined;
  }

  async function hear(event: GuildEvent): Promise<void> {
    const heard = await undefinedOnWriteError(() => desk.handleGuildEvent(event));
    if (heard === undefined) pendingGuildEvents.push(event);
    else if (heard) await send();
  }

  return {
    async deliver() {
      hasUnloadedRows = true;
      if (brake.isStopped()) return { sent: 0, waiting: 0, dropped: 0 };
      await takeIn();
      const summary = await send();
      // What came in while a round was ending is sent in the next one.
      while (!holds() && queue.isDue(isoNow())) addToSummary(summary, await send());
      return summary;
    },
    async tick() {
      if (brake.isStopped()) return;
      for (const outage of [writeOutage, readOutage]) outage.logWhenOver();
      if (writeOutage.isBackingOff()) return;
      await marks.flush();
      if (hasUnloadedRows && !readOutage.isBackingOff()) await takeIn();
      for (const event of pendingGuildEvents.splice(0)) await hear(event);
      await undefinedOnWriteError(desk.runDueChecks);
      if (queue.isDue(isoNow()) || desk.hasPendingDiagnosis()) await send();
    },
    handleGuildEvent: hear,
    progress: () => ({
      ...meter.progress(),
      ...queue.counts(),
      remainingPauseSeconds: brake.remainingPauseSeconds(),
    }),
    async stop() {
      brake.stop();
      await intake.whenIdle();
      await running?.catch(() => {});
      await marks.flush();
    },
  };
}

function addToSummary(summary: DeliverySummary, more: DeliverySummary): void {
  summary.sent += more.sent;
  summary.waiting += more.waiting;
  summary.dropped += more.dropped;
}
