/** Looks at what the bot may do in channels in trouble, and takes those back that are well. */
import { tagsOfAll } from '../../core/alerts/forum-tags.ts';
import type { Delivery, Subscription } from '../../domain/alert.ts';
import type { Now } from '../ports/clock.ts';
import type { Courier, Inspection } from '../ports/courier.ts';
import type { Store } from '../ports/store.ts';
import { type Step, waitingFor } from './decide-action.ts';
import type { Healing } from './recovery-schedule.ts';
import { StoreFailure } from './store-outage.ts';
import type { Refusal, TroubleBook } from './channel-health-store.ts';

/** Looks within ten minutes: most of them are answered 403, and Discord counts those. The others have their turn later. */
const MOST_LOOKS = 1000;
const LOOKS_COUNTED_MINUTES = 10;
const MISSING_PERMISSIONS = 50013;

export type Place = Pick<Subscription, 'guildId' | 'channelId'>;

export interface Looks {
  /** One after the other, those first that have waited longest. @returns whether one was taken back. */
  atAll(places: readonly Place[]): Promise<boolean>;
  /** What keeps messages out that Discord refused just now, unless there were too many looks already. */
  explain(place: Place, refusal: Refusal): Promise<void>;
  /** Looks at a channel before a message that it will hardly take is tried; nothing when the message may be tried. */
  first(row: Delivery): Promise<Step | undefined>;
}

interface LooksContext {
  store: Store;
  courier: Courier;
  book: TroubleBook;
  healing: Healing;
  now: Now;
  elapsedMs(): number;
}

export function createLooks({ store, courier, book, healing, now, elapsedMs }: LooksContext): Looks {
  /** When a channel was last looked at, by its id. */
  const lookedAt = new Map<string, number>();
  /** Channels that are about to be looked at. */
  const expected = new Set<string>();

  async function seenNow({ guildId, channelId }: Place): Promise<Inspection> {
    lookedAt.set(channelId, elapsedMs());
    return courier.inspect(guildId, channelId, tagsOfAll(await store.subscriptions.ofChannel(channelId)));
  }

  /** @param refusal what Discord said there just now. @returns whether the channel was taken back. */
  async function look(place: Place, refusal?: Refusal): Promise<boolean> {
    const { channelId } = place;
    const seen = await seenNow(place);
    if (seen.status === 'unknown') {
      healing.later(channelId);
      return false;
    }
    if (seen.status === 'seen' && seen.missing.length === 0) {
      const next = healing.looksWell(channelId);
      if (next === 'well') await book.restore(channelId);
      if (next === 'try') await book.tryAgain(channelId);
      return next !== 'later';
    }
    healing.forget(channelId);
    if (seen.status === 'blocked') await book.suspend(channelId, seen);
    else if (refusal) await book.suspend(channelId, { ...refusal, missing: seen.missing });
    return false;
  }

  function lookedEnough(): boolean {
    const since = elapsedMs() - LOOKS_COUNTED_MINUTES * 60_000;
    let looks = 0;
    for (const at of lookedAt.values()) if (at > since) looks++;
    return looks >= MOST_LOOKS;
  }

  return {
    async atAll(places) {
      const waited = ({ channelId }: Place) => lookedAt.get(channelId) ?? Number.NEGATIVE_INFINITY;
      const unseen = places
        .filter(({ channelId }) => !expected.has(channelId))
        .sort((a, b) => (waited(a) < waited(b) ? -1 : 1));
      for (const { channelId } of unseen) expected.add(channelId);
      let restored = false;
      for (const place of unseen) {
        expected.delete(place.channelId);
        if (lookedEnough()) healing.later(place.channelId);
        else restored = (await look(place).catch(orLater(healing, place.channelId))) || restored;
      }
      return restored;
    },

    async explain(place, refusal) {
      if (lookedEnough()) healing.later(place.channelId);
      else await look(place, refusal);
    },

    async first(row) {
      if (lookedEnough()) {
        const detail = 'the bot may not write there, and many such channels were looked at just now';
        return { step: 'again', row: waitingFor(row, now(), LOOKS_COUNTED_MINUTES * 60), detail };
      }
      const seen = await seenNow(row);
      const suspended: Delivery = { ...row, state: 'suspended' };
      if (seen.status === 'blocked') {
        return { step: 'suspend', row: suspended, code: seen.code, detail: seen.detail, missing: [] };
      }
      if (seen.status === 'unknown' || seen.missing.length === 0) return undefined;
      const { missing } = seen;
      return { step: 'suspend', row: suspended, code: MISSING_PERMISSIONS, detail: 'Missing Permissions', missing };
    },
  };
}

/** What the store did not take is looked at anew. */
function orLater(healing: Healing, channelId: string): (error: unknown) => false {
  return (error) => {
    if (!(error instanceof StoreFailure)) throw error;
    healing.later(channelId);
    return false;
  };
}
