/**
 * Empties the outbox: takes its rows in from the store, sends what is due in fair order, a few at a time and one a channel,
 * and writes down what became of each.
 *
 * A row is marked `sending` on disk before its message leaves. Whatever a crash or a lost answer leaves in doubt is tried
 * again under the same nonce while Discord remembers it; after that the channel's last messages are searched for it first.
 */
import type { Delivery, Instant } from '../../domain.ts';
import { serverLanguage } from '../alerts/servers.ts';
import type { Archive } from '../ask/queries.ts';
import type { Now } from '../ports/clock.ts';
import type { Courier, PlaceEvent, Places } from '../ports/courier.ts';
import type { Log } from '../ports/log.ts';
import type { Step } from './after-outcome.ts';
import { createAttempts } from './attempt.ts';
import { createBrake } from './brake.ts';
import { createMarks } from './marks.ts';
import { createMessages } from './messages.ts';
import { createMeter, type DeliveryProgress } from './progress.ts';
import { createQueue } from './queue.ts';
import { createSettler, type DeliverySummary } from './settle.ts';
import { createStormWatch, gather, gatheredAs } from './storm.ts';
import { createTroubleDesk } from './trouble.ts';

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
  const { archive, courier, places, log, now, random, elapsedMs } = context;
  const { store } = archive;
  const queue = createQueue();
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
  const desk = createTroubleDesk({ store, courier, queue, marks, log, now, languageOf });
  const storm = createStormWatch();
  const { onUnauthorised } = context;
  const settle = createSettler({ queue, marks, desk, storm, meter, brake, places, log, now, onUnauthorised });
  /** By channel: one message at a time keeps their order, and the channel's own limit. */
  const underWay = new Map<string, { id: string; done: Promise<void> }>();
  /** Rows that are over, some of them still on disk. */
  const over = new Set<string>();

  let taking: Promise<void> = Promise.resolve();
  let running: Promise<DeliverySummary> | undefined;

  const isoNow = (): Instant => now().toISOString();

  // ---- taking in --------------------------------------------------------------------------------

  function takeIn(): Promise<void> {
    taking = taking.then(async () => {
      const marked = [...over];
      await marks.flush();
      for (const id of marked) over.delete(id);
      const troubled = new Set((await store.subscriptions.inTrouble()).map(({ channelId }) => channelId));
      const whole = new Map<string, boolean>();
      const standFor = new Set<string>();
      for await (const [id, row] of store.outbox.entries()) {
        if (queue.has(id) || over.has(id) || isUnderWay(row)) continue;
        // Rows whose alert is not there yet belong to a plan that is being written; whoever writes it calls again.
        if (!whole.has(row.alertId)) whole.set(row.alertId, await store.alerts.has(row.alertId));
        if (!whole.get(row.alertId)) continue;
        queue.add({ ...row, state: troubled.has(row.channelId) ? 'suspended' : 'pending' });
        for (const gathered of row.gathers ?? []) standFor.add(gathered);
      }
      await letGo(queue.take(({ id }) => standFor.has(id)));
    });
    return taking;
  }

  /** Rows that another one stands for. */
  async function letGo(rows: readonly Delivery[]): Promise<void> {
    for (const row of rows) {
      over.add(row.id);
      await marks.over(row, gatheredAs(row, isoNow()));
    }
    await marks.flush();
  }

  const isUnderWay = ({ id, channelId }: Delivery): boolean => underWay.get(channelId)?.id === id;

  // ---- sending ----------------------------------------------------------------------------------

  function send(): Promise<DeliverySummary> {
    running ??= drain().finally(() => {
      running = undefined;
    });
    return running;
  }

  async function drain(): Promise<DeliverySummary> {
    const summary: DeliverySummary = { sent: 0, waiting: 0, dropped: 0 };
    do {
      while (!brake.holds()) {
        const row = underWay.size < MOST_UNDER_WAY ? queue.next(isoNow(), new Set(underWay.keys())) : undefined;
        if (row) begin(row, summary);
        else if (underWay.size > 0) await Promise.race([...underWay.values()].map(({ done }) => done));
        else break;
        meter.look(queue.counts().due + underWay.size);
      }
      await Promise.all([...underWay.values()].map(({ done }) => done));
      await marks.flush();
      // Rows may have come in while the last marks were written.
    } while (!brake.holds() && queue.isDue(isoNow()));
    meter.end();
    return summary;
  }

  function begin(row: Delivery, summary: DeliverySummary): void {
    const done = inStorm(row)
      .then((step) => step ?? attempt(row))
      .then(async (step) => {
        if (step.step === 'done' || step.step === 'drop') over.add(row.id);
        summary[await settle(row, step)]++;
      })
      .catch((error) => {
        log.error('a delivery failed, and is tried again', { err: error, channel: row.channelId, alert: row.alertId });
        queue.add({ ...row, nextAttemptAt: new Date(now().getTime() + TRIED_AGAIN_SECONDS * 1000).toISOString() });
      })
      .finally(() => underWay.delete(row.channelId));
    underWay.set(row.channelId, { id: row.id, done });
  }

  /** What is done with a row whose channel is told of too much: it is held, or told together with others that were. */
  async function inStorm(row: Delivery): Promise<Step | undefined> {
    if (row.act !== 'post' || row.kind === 'digest') return undefined;
    const until = storm.heldUntil(row.channelId, now());
    if (until !== undefined) {
      const detail = 'its channel was told of much within an hour';
      return { step: 'again', row: { ...row, held: true, nextAttemptAt: until }, detail };
    }
    if (!row.held) return undefined;
    const others = queue.take((one) => one.channelId === row.channelId && one.act === 'post' && one.kind !== 'digest');
    if (others.length === 0) return undefined;
    const together = await gather(store, [row, ...others], isoNow());
    await letGo([row, ...others]);
    queue.add(together);
    return { step: 'gathered' };
  }

  return {
    async deliver() {
      if (brake.stopped()) return { sent: 0, waiting: 0, dropped: 0 };
      await takeIn();
      const summary = await send();
      // What came in while a round was ending is sent in the next one.
      while (!brake.holds() && queue.isDue(isoNow())) add(summary, await send());
      return summary;
    },
    async tick() {
      if (brake.stopped()) return;
      await desk.look();
      if (queue.isDue(isoNow())) await send();
    },
    async hear(event) {
      if (await desk.hear(event)) await send();
    },
    progress: () => ({
      ...meter.progress(),
      ...queue.counts(),
      pausedSeconds: brake.pausedSeconds(),
    }),
    async stop() {
      brake.stop();
      await taking;
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
