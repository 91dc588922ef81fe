/**
 * Empties the outbox: takes its rows in from the store, sends what is due in fair order, a few at a time and one a channel,
 * and writes down what became of each.
 *
 * A row is marked `sending` on disk before its message leaves. Whatever a crash or a lost answer leaves in doubt is tried
 * again under the same nonce while Discord remembers it; after that it is looked for first.
 */
import type { Delivery } from '../../domain/alert.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import { serverLanguage } from '../notify/guild-settings.ts';
import type { Archive } from '../ask/read-model.ts';
import type { Now } from '../ports/clock.ts';
import type { Courier, PlaceEvent, Places } from '../ports/courier.ts';
import type { Log } from '../ports/log.ts';
import { type Step, waitingFor } from './decide-action.ts';
import { createAttempts } from './attempt.ts';
import { createBrake } from './send-gate.ts';
import { createIntake } from './outbox-loader.ts';
import { createMarks } from './delivery-log.ts';
import { createMessages } from './alert-message-cache.ts';
import { createOutage, StoreFailure, unlessStoreFails, watchWrites } from './store-outage.ts';
import { createMeter, type DeliveryProgress } from './delivery-progress.ts';
import { createQueue } from './delivery-queue.ts';
import { createSettler, type DeliverySummary } from './apply-outcome.ts';
import { createStormWatch } from './alert-rate-limit.ts';
import { createTogether } from './alert-bundles.ts';
import { createTroubleDesk } from './channel-health.ts';

/** Requests that wait for Discord's answer at a time. */
const MOST_UNDER_WAY = 8;
/** After a fault of our own. */
const TRIED_AGAIN_SECONDS = 60;

export interface DispatchContext {
  archive: Archive;
  courier: Courier;
  places: Places;
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
  hear(event: PlaceEvent): Promise<void>;
  progress(): DeliveryProgress;
  /** Begins nothing more, and resolves when what is under way has ended and is written down. */
  stop(): Promise<void>;
}

export function createDispatch(context: DispatchContext): Dispatch {
  const { courier, places, log, now, random, elapsedMs } = context;
  const writing = createOutage(elapsedMs, log, {
    begins: 'the store takes nothing: deliveries wait until it does',
    ends: 'the store takes what is written again: deliveries go on',
  });
  const reading = createOutage(elapsedMs, log, {
    begins: 'the outbox cannot be read: what was planned is taken in when it can',
    ends: 'the outbox can be read again',
  });
  const store = watchWrites(context.archive.store, writing);
  const archive: Archive = { ...context.archive, store };
  const queue = createQueue({ now, elapsedMs, isClosed: places.isClosed });
  const marks = createMarks(store, queue.add);
  const brake = createBrake(elapsedMs);
  const languageOf = (guildId: string) => serverLanguage(store, guildId, places.languageOf(guildId));
  const attempt = createAttempts({
    store,
    courier,
    messageOf: createMessages(archive, languageOf),
    now,
    random,
    flush: marks.flush,
  });
  const meter = createMeter(elapsedMs, log);
  const desk = createTroubleDesk({ store, courier, queue, marks, log, now, elapsedMs, languageOf });
  const storm = createStormWatch(elapsedMs);
  const { onUnauthorised } = context;
  const settle = createSettler({ queue, marks, desk, storm, meter, brake, places, log, now, onUnauthorised });
  /** By channel: one message at a time keeps their order, and the channel's own limit. */
  const underWay = new Map<string, Promise<void>>();
  /** Rows that are neither in the queue nor over. */
  const inHand = new Set<string>();
  const intake = createIntake({ store, queue, marks, desk, storm, inHand, now });
  const inStorm = createTogether({ store, queue, marks, storm, intake, inHand, now });
  /** What happened to places while the store could not take it. */
  const unheard: PlaceEvent[] = [];

  /** Something was planned that is not taken in yet. */
  let planned = true;
  let running: Promise<DeliverySummary> | undefined;

  const isoNow = (): Instant => now().toISOString();
  const holds = (): boolean => brake.holds() || writing.holds();

  async function takeIn(): Promise<void> {
    planned = false;
    try {
      await intake.takeIn();
      reading.worked();
    } catch (error) {
      planned = true;
      if (!(error instanceof StoreFailure)) reading.failed(error);
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
        const row = underWay.size < MOST_UNDER_WAY ? queue.next(isoNow(), new Set(underWay.keys())) : undefined;
        if (row) begin(row, summary);
        else if (underWay.size > 0) await Promise.race(underWay.values());
        else break;
        meter.look(queue.counts().due + underWay.size);
      }
      await Promise.all(underWay.values());
      meter.end();
      await marks.flush();
      await unlessStoreFails(() => desk.explain(() => holds() || queue.isDue(isoNow())));
      // Rows may have come in while the last marks were written.
    } while (!holds() && queue.isDue(isoNow()));
    return summary;
  }

  function begin(row: Delivery, summary: DeliverySummary): void {
    inHand.add(row.id);
    const done = tryRow(row, summary).finally(() => {
      inHand.delete(row.id);
      underWay.delete(row.channelId);
    });
    underWay.set(row.channelId, done);
  }

  async function tryRow(row: Delivery, summary: DeliverySummary): Promise<void> {
    try {
      const step = (await inStorm(row)) ?? (await atClosedDoor(row)) ?? (await attempt(row));
      summary[await settle(row, step)]++;
    } catch (error) {
      // What is over stays over, whatever failed afterwards.
      if (!marks.isOver(row.id) && !queue.has(row.id)) putBack(row, error);
      else if (!(error instanceof StoreFailure)) log.error('a delivery could not be followed up', { err: error });
    }
  }

  /** A store that takes nothing is no fault of the row: it goes on when the store does. */
  function putBack(row: Delivery, error: unknown): void {
    if (error instanceof StoreFailure) {
      queue.add(row);
      return;
    }
    log.error('a delivery failed, and is tried again', { err: error, channel: row.channelId, alert: row.alertId });
    queue.add(waitingFor(row, now(), TRIED_AGAIN_SECONDS));
  }

  /** Where the bot may not write by all that is known, it looks first: Discord counts what it refuses. */
  async function atClosedDoor(row: Delivery): Promise<Step | undefined> {
    return row.act === 'post' && places.isClosed(row) ? desk.lookFirst(row) : undefined;
  }

  async function hear(event: PlaceEvent): Promise<void> {
    const heard = await unlessStoreFails(() => desk.hear(event));
    if (heard === undefined) unheard.push(event);
    else if (heard) await send();
  }

  return {
    async deliver() {
      planned = true;
      if (brake.stopped()) return { sent: 0, waiting: 0, dropped: 0 };
      await takeIn();
      const summary = await send();
      // What came in while a round was ending is sent in the next one.
      while (!holds() && queue.isDue(isoNow())) add(summary, await send());
      return summary;
    },
    async tick() {
      if (brake.stopped()) return;
      for (const outage of [writing, reading]) outage.look();
      if (writing.holds()) return;
      await marks.flush();
      if (planned && !reading.holds()) await takeIn();
      for (const event of unheard.splice(0)) await hear(event);
      await unlessStoreFails(desk.look);
      if (queue.isDue(isoNow()) || desk.isBehind()) await send();
    },
    hear,
    progress: () => ({
      ...meter.progress(),
      ...queue.counts(),
      pausedSeconds: brake.pausedSeconds(),
    }),
    async stop() {
      brake.stop();
      await intake.end();
      await running?.catch(() => {});
      await marks.flush();
    },
  };
}

function add(summary: DeliverySummary, more: DeliverySummary): void {
  summary.sent += more.sent;
  summary.waiting += more.waiting;
  summary.dropped += more.dropped;
}
