/**
 * Looks after channels that cannot be written to. Their subscriptions keep their settings and say why; the server's admins are
 * told once, in another channel; and when Discord says that somebody changed something, the bot looks whether it may again.
 */
import type { Delivery, Subscription } from '../../domain/alert.ts';
import type { Instant, Language } from '../../domain/vocabulary.ts';
import { inTurn } from '../serial-queue.ts';
import type { Now } from '../ports/clock.ts';
import type { Courier, PlaceEvent } from '../ports/courier.ts';
import type { Log } from '../ports/log.ts';
import type { Store } from '../ports/store.ts';
import type { Step } from './decide-action.ts';
import { createHealing } from './recovery-schedule.ts';
import { createLooks } from './permission-checks.ts';
import type { Marks } from './delivery-log.ts';
import { tellAdmins } from './notify-admins.ts';
import { StoreFailure } from './store-outage.ts';
import type { Queue } from './delivery-queue.ts';
import { createTroubleBook, type Refusal, UNKNOWN_CHANNEL, UNKNOWN_SERVER } from './channel-health-store.ts';

/** Alerts that a suspended channel missed are told if it comes back within this time; older ones are not news. */
const MISSED_KEPT_HOURS = 72;
/** Without any sign from Discord a channel in trouble is looked at so often. */
const LOOK_AGAIN_HOURS = 6;
/** What was seen so soon after somebody changed a server may be older than the change. */
const JUST_CHANGED_MS = 30_000;

export interface TroubleDesk {
  /** A message could not be posted for a reason that lasts. */
  note(row: Delivery, refusal: Refusal): Promise<void>;
  /** A message was posted: whatever was wrong is not. */
  clear(channelId: string): Promise<void>;
  /** Whether something is wrong that could not be written down yet. */
  knows(channelId: string): boolean;
  /** Whether there is something to explain. */
  isBehind(): boolean;
  /** Looks at a channel before a message that it will hardly take is tried; nothing when the message may be tried. */
  lookFirst(row: Delivery): Promise<Step | undefined>;
  /** Finds out why messages were refused, and tells the admins: one channel after the other, until it is `enough` for now. */
  explain(enough: () => boolean): Promise<void>;
  /** @returns whether rows have become due by it. */
  hear(event: PlaceEvent): Promise<boolean>;
  /** What is to be done from time to time. */
  look(): Promise<void>;
}

interface TroubleContext {
  store: Store;
  courier: Courier;
  queue: Queue;
  marks: Marks;
  log: Log;
  now: Now;
  elapsedMs(): number;
  languageOf(guildId: string): Promise<Language>;
}

export function createTroubleDesk(context: TroubleContext): TroubleDesk {
  const { store, courier, queue, marks, log, now, elapsedMs, languageOf } = context;
  const healing = createHealing(elapsedMs);
  const book = createTroubleBook(store, queue, log, now);
  const looks = createLooks({ store, courier, book, healing, now, elapsedMs });
  const notices = { store, courier, log, now, languageOf };
  /** Refusals that nothing was made of yet, by channel. */
  const noted = new Map<string, Refusal & { guildId: string; written: boolean }>();
  /** Channels that the admins of a server are to be told of. */
  const untold = new Map<string, string[]>();
  /** When somebody last changed a server, by its id. */
  const changedMs = new Map<string, number>();
  const oneByOne = inTurn();
  let lookedMs = elapsedMs();

  const isoNow = (): Instant => now().toISOString();

  async function explainOne(channelId: string): Promise<void> {
    const refusal = noted.get(channelId);
    if (refusal === undefined) return;
    const place = { guildId: refusal.guildId, channelId };
    if (!refusal.written) await book.suspend(channelId, refusal);
    refusal.written = true;
    if (await isTroubled(channelId)) {
      if (refusal.missing === undefined) await looks.explain(place, refusal);
      // One that looks well may be so in half a minute: somebody mended it while the message was under way.
      if (healing.timesMistaken(channelId) !== 1) {
        untold.set(place.guildId, [...(untold.get(place.guildId) ?? []), channelId]);
      }
    }
    if (noted.get(channelId) === refusal) noted.delete(channelId);
  }

  async function isTroubled(channelId: string): Promise<boolean> {
    return (await store.subscriptions.ofChannel(channelId)).some(({ trouble }) => trouble);
  }

  function hearChange(guildId: string): void {
    changedMs.set(guildId, elapsedMs());
    // What was found missing may be there now.
    for (const refusal of noted.values()) if (refusal.guildId === guildId) refusal.missing = undefined;
  }

  async function lookAtServer(guildId: string): Promise<boolean> {
    const theirs = (await store.subscriptions.ofServer(guildId)).filter(({ trouble }) => trouble);
    return looks.atAll(oneEach(theirs).filter(({ channelId }) => healing.isLookedAtOn(channelId)));
  }

  async function dropMissed(): Promise<void> {
    const missed = new Date(now().getTime() - MISSED_KEPT_HOURS * 3_600_000).toISOString();
    for (const row of queue.dropSuspended(missed)) {
      const { alertId, kind, guildId, channelId } = row;
      const failed = { detail: `the channel was suspended for ${MISSED_KEPT_HOURS} hours` };
      await marks.over(
        row,
        row.act === 'post' ? { alertId, kind, guildId, channelId, at: isoNow(), failed } : undefined,
      );
    }
    await marks.flush();
  }

  return {
    async note({ guildId, channelId }, { code, detail, missing }) {
      const changed = elapsedMs() - (changedMs.get(guildId) ?? Number.NEGATIVE_INFINITY) < JUST_CHANGED_MS;
      const refusal = { code, detail, missing: changed ? undefined : missing, guildId, written: false };
      noted.set(channelId, refusal);
      if (missing === undefined || changed) healing.refused(channelId);
      else healing.forget(channelId);
      try {
        await book.suspend(channelId, { code, detail, missing });
        refusal.written = true;
      } catch (error) {
        // It is made up for when the refusal is explained.
        if (!(error instanceof StoreFailure)) throw error;
      }
    },

    async clear(channelId) {
      healing.forget(channelId);
      noted.delete(channelId);
      if (!(await isTroubled(channelId))) return;
      try {
        await book.restore(channelId);
      } catch (error) {
        if (!(error instanceof StoreFailure)) throw error;
        healing.later(channelId);
      }
    },

    knows: (channelId) => noted.get(channelId)?.written === false,
    isBehind: () => noted.size + untold.size > 0,
    lookFirst: looks.first,

    async explain(enough) {
      for (const channelId of [...noted.keys()]) {
        if (enough()) return;
        await oneByOne(() => explainOne(channelId)).catch(orForget(noted, channelId));
      }
      for (const [guildId, channelIds] of untold) {
        if (enough()) return;
        await tellAdmins(guildId, channelIds, notices).catch(orForget(untold, guildId));
        untold.delete(guildId);
      }
    },

    async hear(event) {
      switch (event.kind) {
        case 'online': {
          const there = new Set(event.guildIds);
          const gone = new Set<string>();
          for (const { guildId } of await store.subscriptions.all()) if (!there.has(guildId)) gone.add(guildId);
          for (const guildId of gone) await book.leave(guildId);
          return false;
        }
        case 'server-left':
          await book.leave(event.guildId);
          return false;
        case 'channel-gone': {
          const gone = { code: UNKNOWN_CHANNEL, detail: 'Unknown Channel' };
          const affected = await book.suspend(event.channelId, gone);
          const { guildId, channelId } = event;
          if (affected.length > 0) await tellAdmins(guildId, [channelId], notices);
          return false;
        }
        case 'server-there':
        case 'rights-changed': {
          const theirs = await store.subscriptions.ofServer(event.guildId);
          if (theirs.length > 0) hearChange(event.guildId);
          return theirs.some(({ trouble }) => trouble) && oneByOne(() => lookAtServer(event.guildId));
        }
      }
    },

    async look() {
      const isAllDue = elapsedMs() - lookedMs >= LOOK_AGAIN_HOURS * 3_600_000;
      if (isAllDue) {
        lookedMs = elapsedMs();
        await book.forget();
        await dropMissed();
      }
      const due = new Set(healing.due());
      if (due.size === 0 && !isAllDue) return;
      const troubled = oneEach(await store.subscriptions.inTrouble());
      const places = troubled.filter(({ channelId, trouble }) =>
        isAllDue ? trouble?.code !== UNKNOWN_SERVER : due.has(channelId),
      );
      await oneByOne(() => looks.atAll(places));
    },
  };
}

/** Several subscriptions of one channel are one look. */
function oneEach(subscriptions: readonly Subscription[]): Subscription[] {
  return [...new Map(subscriptions.map((one) => [one.channelId, one])).values()];
}

/** What the store did not take is tried again; what failed otherwise would fail for ever. */
function orForget(waiting: Map<string, unknown>, key: string): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof StoreFailure)) waiting.delete(key);
    throw error;
  };
}
