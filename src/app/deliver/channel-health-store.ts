/** Writes the health of channels down with their subscriptions, which keep their settings, and suspends or resumes their rows. */
import { addDays } from '../../core/instants.ts';
import type { Subscription } from '../../domain/alert.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import type { Now } from '../ports/clock.ts';
import { CHANNEL_FAULTS } from '../ports/courier.ts';
import type { Log } from '../ports/log.ts';
import type { DeliveryQueue } from './delivery-queue.ts';
import type { DeliveryStore } from './guarded-store.ts';

const ABANDONED_SETTINGS_RETENTION_DAYS = 30;
/** Settings of a guild that removed the bot, or of a deleted channel, are abandoned. */
const ABANDONED_CODES: ReadonlySet<number> = new Set([
  CHANNEL_FAULTS.unknownGuild.code,
  CHANNEL_FAULTS.unknownChannel.code,
]);

/** Why a channel takes no message. */
export interface ChannelFault {
  code: number;
  detail: string;
  /** Missing permissions, where they are known. */
  missing?: readonly string[];
}

export interface ChannelHealthStore {
  /** @returns the subscriptions of the channel. */
  markBlocked(channelId: string, fault: ChannelFault): Promise<Subscription[]>;
  /** The channel can be written to again, and its rows are due. */
  markHealthy(channelId: string): Promise<void>;
  /** Makes the channel's rows due; it counts as healthy once one is posted, or at once where there are none. */
  resumeTentatively(channelId: string): Promise<void>;
  markGuildLeft(guildId: string): Promise<void>;
  deleteAbandoned(): Promise<void>;
}

export function createChannelHealthStore(
  store: DeliveryStore,
  queue: DeliveryQueue,
  log: Log,
  now: Now,
): ChannelHealthStore {
  const isoNow = (): Instant => now().toISOString();

  async function saveFault(
    subscriptions: readonly Subscription[],
    { code, detail }: { code: number; detail: string },
  ): Promise<void> {
    await store.subscriptions.putMany(
      subscriptions.map((subscription) => {
        // Admins who were told of a lasting fault are not told again.
        const { since = isoNow(), told } = subscription.trouble ?? {};
        return { key: subscription.id, value: { ...subscription, trouble: { code, detail, since, told } } };
      }),
    );
  }

  async function markHealthy(channelId: string): Promise<void> {
    const blocked = (await store.subscriptions.listByChannel(channelId)).filter(({ trouble }) => trouble);
    if (blocked.length > 0) {
      await store.subscriptions.putMany(
        blocked.map(({ trouble: _trouble, ...subscription }) => ({ key: subscription.id, value: subscription })),
      );
      log.info('a channel can be written to again', { channel: channelId });
    }
    queue.resume(channelId, isoNow());
  }

  return {
    async markBlocked(channelId, { code, detail, missing = [] }) {
      queue.suspend({ channelId });
      const fullDetail = missing.length > 0 ? `${detail}: ${missing.join(', ')}` : detail;
      const subscriptions = await store.subscriptions.listByChannel(channelId);
      const changed = subscriptions.filter(({ trouble }) => trouble?.code !== code || trouble.detail !== fullDetail);
      if (changed.length > 0) await saveFault(changed, { code, detail: fullDetail });
      return subscriptions;
    },

    markHealthy,
    async resumeTentatively(channelId) {
      if (queue.resume(channelId, isoNow()) === 0) await markHealthy(channelId);
    },

    async markGuildLeft(guildId) {
      const subscriptions = (await store.subscriptions.listByGuild(guildId)).filter(
        ({ trouble }) => trouble?.code !== CHANNEL_FAULTS.unknownGuild.code,
      );
      if (subscriptions.length === 0) return;
      queue.suspend({ guildId });
      await saveFault(subscriptions, CHANNEL_FAULTS.unknownGuild);
      log.info(`the bot left a server; its settings are kept for ${ABANDONED_SETTINGS_RETENTION_DAYS} days`, {
        server: guildId,
      });
    },

    async deleteAbandoned() {
      const before = addDays(now(), -ABANDONED_SETTINGS_RETENTION_DAYS);
      const abandoned = (await store.subscriptions.listSuspended()).filter(
        ({ trouble }) => trouble !== undefined && ABANDONED_CODES.has(trouble.code) && trouble.since < before,
      );
      if (abandoned.length === 0) return;
      await store.subscriptions.deleteMany(abandoned.map(({ id }) => id));
      for (const { guildId, channelId } of abandoned) {
        log.info('deleted an abandoned subscription', { server: guildId, channel: channelId });
      }
    },
  };
}
