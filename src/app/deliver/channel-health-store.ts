/** What is written down of channels in trouble: with their subscriptions, which keep their settings. */
import type { Subscription } from '../../domain/alert.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import type { Now } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Store } from '../ports/store.ts';
import type { Queue } from './delivery-queue.ts';

/** Discord's codes for a server the bot is not in, and a channel that is no more. */
export const UNKNOWN_SERVER = 10004;
export const UNKNOWN_CHANNEL = 10003;
/** Settings of servers that threw the bot out, and of channels that were deleted, are kept so long. */
const SETTINGS_KEPT_DAYS = 30;

/** Why a channel takes no message. */
export interface Refusal {
  code: number;
  detail: string;
  /** Permissions that are missing, where that is known. */
  missing?: readonly string[];
}

export interface TroubleBook {
  /** @returns the subscriptions of the channel. */
  suspend(channelId: string, refusal: Refusal): Promise<Subscription[]>;
  /** The channel can be written to again, and what waits for it is due. */
  restore(channelId: string): Promise<void>;
  /** What waits for the channel is due; its trouble is over once a message was posted, or now where nothing waits. */
  tryAgain(channelId: string): Promise<void>;
  /** The bot is not in the server any more. */
  leave(guildId: string): Promise<void>;
  /** Settings that nobody came back for. */
  forget(): Promise<void>;
}

export function createTroubleBook(store: Store, queue: Queue, log: Log, now: Now): TroubleBook {
  const isoNow = (): Instant => now().toISOString();

  async function mark(affected: readonly Subscription[], trouble: NonNullable<Subscription['trouble']>): Promise<void> {
    await store.subscriptions.putMany(
      affected.map((one) => ({
        key: one.id,
        // What lasts longer keeps its beginning, and who was told is not told again.
        value: { ...one, trouble: { ...trouble, since: one.trouble?.since ?? trouble.since, told: one.trouble?.told } },
      })),
    );
  }

  async function restore(channelId: string): Promise<void> {
    const affected = (await store.subscriptions.ofChannel(channelId)).filter(({ trouble }) => trouble);
    if (affected.length > 0) {
      await store.subscriptions.putMany(affected.map(({ trouble: _gone, ...one }) => ({ key: one.id, value: one })));
      log.info('a channel can be written to again', { channel: channelId });
    }
    queue.resume(channelId, isoNow());
  }

  return {
    async suspend(channelId, { code, detail, missing = [] }) {
      queue.suspend({ channelId });
      const words = missing.length > 0 ? `${detail}: ${missing.join(', ')}` : detail;
      const affected = await store.subscriptions.ofChannel(channelId);
      const changed = affected.filter(({ trouble }) => trouble?.code !== code || trouble.detail !== words);
      if (changed.length > 0) await mark(changed, { code, detail: words, since: isoNow() });
      return affected;
    },

    restore,
    async tryAgain(channelId) {
      if (queue.resume(channelId, isoNow()) === 0) await restore(channelId);
    },

    async leave(guildId) {
      const theirs = (await store.subscriptions.ofServer(guildId)).filter(
        ({ trouble }) => trouble?.code !== UNKNOWN_SERVER,
      );
      if (theirs.length === 0) return;
      queue.suspend({ guildId });
      await mark(theirs, { code: UNKNOWN_SERVER, detail: 'Unknown Guild', since: isoNow() });
      log.info(`the bot left a server; its settings are kept for ${SETTINGS_KEPT_DAYS} days`, { server: guildId });
    },

    async forget() {
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
    },
  };
}
