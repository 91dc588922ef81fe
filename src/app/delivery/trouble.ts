/**
 * Looks after channels that cannot be written to. Their subscriptions keep their settings and say why; the server's admins are
 * told once, in another channel; and when Discord says that somebody changed something, the bot looks whether it may again.
 */
import { tagsOfAll } from '../../core/post-tags.ts';
import type { Delivery, Instant, Language, Subscription } from '../../domain.ts';
import type { Now } from '../ports/clock.ts';
import type { Courier, PlaceEvent } from '../ports/courier.ts';
import type { Log } from '../ports/log.ts';
import type { Store } from '../ports/store.ts';
import type { Marks } from './marks.ts';
import { noticeNonce, noticeOf } from './notice.ts';
import type { Queue } from './queue.ts';

/** Discord's codes for a server the bot is not in, and a channel that is no more. */
const UNKNOWN_SERVER = 10004;
const UNKNOWN_CHANNEL = 10003;
/** Settings of servers that threw the bot out, and of channels that were deleted, are kept so long. */
const SETTINGS_KEPT_DAYS = 30;
/** Alerts that a suspended channel missed are told if it comes back within this time; older ones are not news. */
const MISSED_KEPT_HOURS = 72;
/** Without any sign from Discord a channel in trouble is looked at so often. */
const LOOK_AGAIN_HOURS = 6;
/** A channel that looked well and was not is left alone for so long. */
const LEFT_ALONE_MINUTES = 10;
/** Looks within ten minutes: most of them are answered 403, and Discord counts those. The others have their turn later. */
const MOST_LOOKS = 1000;
const LOOKS_COUNTED_MS = 10 * 60_000;

export interface TroubleDesk {
  /** A message could not be posted for a reason that lasts. */
  note(row: Delivery, code: number, detail: string): Promise<void>;
  /** A message was posted: whatever was wrong is not. */
  clear(channelId: string): Promise<void>;
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
  languageOf(guildId: string): Promise<Language>;
}

export function createTroubleDesk({ store, courier, queue, marks, log, now, languageOf }: TroubleContext): TroubleDesk {
  /** When a channel was last taken back, by its id. */
  const restoredAt = new Map<string, number>();
  /** When a channel was last looked at, by its id. */
  const lookedAt = new Map<string, number>();
  /** Channels that are about to be looked at. */
  const toInspect = new Set<string>();
  let inspecting: Promise<unknown> = Promise.resolve();
  let lookedMs = now().getTime();

  async function mark(affected: readonly Subscription[], trouble: NonNullable<Subscription['trouble']>): Promise<void> {
    await store.subscriptions.putMany(
      affected.map((one) => ({
        key: one.id,
        // What lasts longer keeps its beginning, and who was told is not told again.
        value: { ...one, trouble: { ...trouble, since: one.trouble?.since ?? trouble.since, told: one.trouble?.told } },
      })),
    );
  }

  async function suspend(channelId: string, code: number, detail: string): Promise<Subscription[]> {
    const affected = await store.subscriptions.ofChannel(channelId);
    const changed = affected.filter(({ trouble }) => trouble?.code !== code || trouble.detail !== detail);
    if (changed.length > 0) await mark(changed, { code, detail, since: isoNow() });
    queue.suspend({ channelId });
    return affected;
  }

  /** In words: which permission is missing, where that can be found out. */
  async function reason(guildId: string, channelId: string, detail: string): Promise<string> {
    const seen = await courier.inspect(guildId, channelId);
    return seen.status === 'seen' && seen.missing.length > 0 ? `${detail}: ${seen.missing.join(', ')}` : detail;
  }

  async function tellAdmins(guildId: string, channelId: string): Promise<void> {
    const [first] = await store.subscriptions.ofChannel(channelId);
    if (first?.trouble === undefined || first.trouble.told !== undefined) return;
    const { trouble } = first;
    const told = isoNow();
    const affected = await store.subscriptions.ofChannel(channelId);
    // First that they were told: a crash in between leaves it unsaid, and never says it twice.
    await store.subscriptions.putMany(
      affected.map((one) => ({ key: one.id, value: { ...one, trouble: { ...trouble, told } } })),
    );
    const where = await courier.noticeChannel(guildId, channelId);
    if (where === undefined) {
      log.warn('nobody could be told of a channel in trouble', { server: guildId, channel: channelId });
      return;
    }
    const answer = noticeOf(channelId, trouble, affected[0]?.language ?? (await languageOf(guildId)));
    await courier.send({ channelId: where, answer, nonce: noticeNonce(channelId, trouble.since) });
  }

  async function restore(channelId: string): Promise<void> {
    const affected = (await store.subscriptions.ofChannel(channelId)).filter(({ trouble }) => trouble);
    if (affected.length === 0) return;
    await store.subscriptions.putMany(affected.map(({ trouble: _gone, ...one }) => ({ key: one.id, value: one })));
    restoredAt.set(channelId, now().getTime());
    queue.resume(channelId, isoNow());
    log.info('a channel can be written to again', { channel: channelId });
  }

  /** Looks at channels, one after the other, and takes those back that are well. */
  async function inspectAll(channels: readonly Pick<Subscription, 'guildId' | 'channelId'>[]): Promise<boolean> {
    const news = channels.filter(({ channelId }) => !toInspect.has(channelId) && !isLeftAlone(channelId));
    for (const { channelId } of news) toInspect.add(channelId);
    let restored = false;
    for (const { guildId, channelId } of news) {
      if (!toInspect.delete(channelId) || lookedEnough()) continue;
      lookedAt.set(channelId, now().getTime());
      const tagIds = tagsOfAll(await store.subscriptions.ofChannel(channelId));
      const seen = await courier.inspect(guildId, channelId, tagIds);
      if (seen.status === 'seen' && seen.missing.length === 0) {
        await restore(channelId);
        restored = true;
      } else if (seen.status === 'blocked') await suspend(channelId, seen.code, seen.detail);
    }
    return restored;
  }

  function lookedEnough(): boolean {
    const since = now().getTime() - LOOKS_COUNTED_MS;
    let looks = 0;
    for (const at of lookedAt.values()) if (at > since) looks++;
    return looks >= MOST_LOOKS;
  }

  function isLeftAlone(channelId: string): boolean {
    const at = restoredAt.get(channelId);
    return at !== undefined && now().getTime() - at < LEFT_ALONE_MINUTES * 60_000;
  }

  const inTurn = <T>(job: () => Promise<T>): Promise<T> => {
    const next = inspecting.then(job, job);
    inspecting = next.catch(() => {});
    return next;
  };

  async function leave(guildId: string): Promise<void> {
    const theirs = (await store.subscriptions.ofServer(guildId)).filter(
      ({ trouble }) => trouble?.code !== UNKNOWN_SERVER,
    );
    if (theirs.length === 0) return;
    await mark(theirs, { code: UNKNOWN_SERVER, detail: 'Unknown Guild', since: isoNow() });
    queue.suspend({ guildId });
    log.info(`the bot left a server; its settings are kept for ${SETTINGS_KEPT_DAYS} days`, { server: guildId });
  }

  async function forget(): Promise<void> {
    const before = new Date(now().getTime() - SETTINGS_KEPT_DAYS * 86_400_000).toISOString();
    const gone = (await store.subscriptions.inTrouble()).filter(
      ({ trouble }) =>
        trouble !== undefined &&
        (trouble.code === UNKNOWN_SERVER || trouble.code === UNKNOWN_CHANNEL) &&
        trouble.since < before,
    );
    await store.subscriptions.deleteMany(gone.map(({ id }) => id));
    for (const { guildId, channelId } of gone)
      log.info('forgot a subscription', { server: guildId, channel: channelId });
  }

  const isoNow = (): Instant => now().toISOString();

  return {
    async note({ guildId, channelId }, code, detail) {
      await suspend(channelId, code, await reason(guildId, channelId, detail));
      await tellAdmins(guildId, channelId);
    },

    async clear(channelId) {
      const affected = await store.subscriptions.ofChannel(channelId);
      if (affected.some(({ trouble }) => trouble)) await restore(channelId);
    },

    async hear(event) {
      switch (event.kind) {
        case 'online': {
          const there = new Set(event.guildIds);
          const gone = new Set<string>();
          for (const { guildId } of await store.subscriptions.all()) if (!there.has(guildId)) gone.add(guildId);
          for (const guildId of gone) await leave(guildId);
          return false;
        }
        case 'server-left':
          await leave(event.guildId);
          return false;
        case 'channel-gone':
          if ((await suspend(event.channelId, UNKNOWN_CHANNEL, 'Unknown Channel')).length > 0) {
            await tellAdmins(event.guildId, event.channelId);
          }
          return false;
        case 'server-there':
        case 'rights-changed': {
          const theirs = (await store.subscriptions.ofServer(event.guildId)).filter(({ trouble }) => trouble);
          return theirs.length > 0 && inTurn(() => inspectAll(oneEach(theirs)));
        }
      }
    },

    async look() {
      if (now().getTime() - lookedMs < LOOK_AGAIN_HOURS * 3_600_000) return;
      lookedMs = now().getTime();
      await forget();
      const missed = new Date(lookedMs - MISSED_KEPT_HOURS * 3_600_000).toISOString();
      for (const row of queue.dropSuspended(missed)) {
        const { alertId, kind, guildId, channelId } = row;
        const failed = { detail: `the channel was suspended for ${MISSED_KEPT_HOURS} hours` };
        await marks.over(
          row,
          row.act === 'post' ? { alertId, kind, guildId, channelId, at: isoNow(), failed } : undefined,
        );
      }
      await marks.flush();
      const troubled = (await store.subscriptions.inTrouble()).filter(
        ({ trouble }) => trouble?.code !== UNKNOWN_SERVER,
      );
      const waited = ({ channelId }: Subscription) => lookedAt.get(channelId) ?? 0;
      await inTurn(() => inspectAll(oneEach(troubled).sort((a, b) => waited(a) - waited(b))));
    },
  };
}

/** Several subscriptions of one channel are one look. */
function oneEach(subscriptions: readonly Subscription[]): Subscription[] {
  return [...new Map(subscriptions.map((one) => [one.channelId, one])).values()];
}
