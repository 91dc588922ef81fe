/** What is written down of channels in trouble: with their subscriptions, which keep their settings. */
import type { Subscription } from '../../domain/alert.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import type { Now } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Store } from '../ports/store.ts';
import type { DeliveryQueue } from './delivery-queue.ts';

/** Discord's codes for a server the bot is not in, and a channel that is no more. */
export const UNKNOWN_GUILD_CODE = 10004;
export const UNKNOWN_CHANNEL_CODE = 10003;
/** Settings of servers that threw the bot out, and of channels that were deleted, are kept so long. */
const ABANDONED_SETTINGS_RETENTION_DAYS = 30;

/** Why a channel takes no message. */
export interface ChannelFault {
  code: number;
  detail: string;
  /** Permissions that are missing, where that is known. */
  missing?: readonly string[];
}

export interface ChannelHealthStore {
  /** @returns the subscriptions of the channel. */
  markBlocked(channelId: string, refusal: ChannelFault): Promise<Subscription[]>;
  /** The channel can be written to again, and what waits for it is due. */
  markHealthy(channelId: string): Promise<void>;
  /** What waits for the channel is due; its trouble is over once a message was posted, or now where nothing waits. */
  resumeTentatively(channelId: string): Promise<void>;
  /** The bot is not in the server any more. */
  markGuildLeft(guildId: string): Promise<void>;
  /** Settings that nobody came back for. */
  deleteAbandoned(): Promise<void>;
}

export function createChannelHealthStore(store: Store, queue: DeliveryQueue, log: Log, now: Now): ChannelHealthStore {
  const isoNow = (): Instant => now().toISOString();

  async function setFault(
    affected: readonly Subscription[],
    trouble: NonNullable<Subscription['trouble']>,
  ): Promise<void> {
    await store.subscriptions.putMany(
      affected.map((one) => ({
        key: one.id,
        // What lasts longer keeps its beginning, and who was told is not told again.
        value: { ...one, trouble: { ...trouble, since: one.trouble?.since ?? trouble.since, told: one.trouble?.told } },
      })),
    );
  }

  async function restore(channelId: string): Promise<void> {
    const affected = (await store.subscriptions.listByChannel(channelId)).filter(({ trouble }) => trouble);
    if (affected.length > 0) {
      await store.subscriptions.putMany(affected.map(({ trouble: _gone, ...one }) => ({ key: one.id, value: one })));
      log.info('a channel can be written to again', { channel: channelId });
    }
    queue.resume(channelId, isoNow());
  }

  return {
    async markBlocked(channelId, { code, detail, missing = [] }) {
      queue.suspend({ channelId });
      const words = missing.length > 0 ? `${detail}: ${missing.join(', ')}` : detail;
      const affected = await store.subscriptions.listByChannel(channelId);
      const changed = affected.filter(({ trouble }) => trouble?.code !== code || trouble.detail !== words);
      if (changed.length > 0) await setFault(changed, { code, detail: words, since: isoNow() });
      return affected;
    },

    markHealthy: restore,
    async resumeTentatively(channelId) {
      if (queue.resume(channelId, isoNow()) === 0) await restore(channelId);
    },

    async markGuildLeft(guildId) {
      const theirs = (await store.subscriptions.listByGuild(guildId)).filter(
        ({ trouble }) => trouble?.code !== UNKNOWN_GUILD_CODE,
      );
      if (theirs.length === 0) return;
      queue.suspend({ guildId });
      await setFault(theirs, { code: UNKNOWN_GUILD_CODE, detail: 'Unknown Guild', since: isoNow() });
      log.info(`the bot left a server; its settings are kept for ${ABANDONED_SETTINGS_RETENTION_DAYS} days`, {
        server: guildId,
      });
    },

    async deleteAbandoned() {
      const before = new Date(now().getTime() - ABANDONED_SETTINGS_RETENTION_DAYS * 86_400_000).toISOString();
      const gone = (await store.subscriptions.listSuspended()).filter(
        ({ trouble }) =>
          trouble !== undefined &&
          (trouble.code === UNKNOWN_GUILD_CODE || trouble.code === UNKNOWN_CHANNEL_CODE) &&
          trouble.since < before,
      );
      await store.subscriptions.deleteMany(gone.map(({ id }) => id));
      for (const { guildId, channelId } of gone)
        log.info('forgot a subscription', { server: guildId, channel: channelId });
    },
  };
}
