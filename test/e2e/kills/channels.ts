/** Makes channels of every kind, with subscriptions of every kind. */
import type { LoopbackDiscord } from '../../../sandbox/discord/loopback-discord.ts';
import type { Store } from '../../../src/app/ports/store.ts';
import type { Subscription } from '../../../src/domain/alert.ts';
import { aSubscription } from '../../helpers/world.ts';

/** One of so many channels is a forum, where Discord knows no nonces; one of so many others is for announcements. */
const CHANNELS_PER_FORUM = 3;
const CHANNELS_PER_ANNOUNCEMENTS = 10;
/** Of ten channels in turn. */
const OPTIONS: readonly Partial<Subscription>[] = [
  ...Array<Partial<Subscription>>(4).fill({ kinds: ['documents', 'news'] }),
  { kinds: ['signals'] },
  { kinds: ['documents', 'regulation'] },
  { kinds: ['regulation', 'news'] },
  ...Array<Partial<Subscription>>(3).fill({ kinds: ['documents', 'news', 'signals', 'regulation'], rhythm: 'daily' }),
];
/** An hour apart, so that it is soon nine in the morning in one of them. */
const TIME_ZONES = 24;

/** Makes the channels, with one subscription each. */
export async function subscribeAll(store: Store, discord: LoopbackDiscord, channels: number, at: Date): Promise<void> {
  const guild = BigInt(discord.world.guild.id);
  const subscriptions = Array.from({ length: channels }, (_, i) => {
    const isForum = i % CHANNELS_PER_FORUM === 0;
    const isAnnouncements = !isForum && i % CHANNELS_PER_ANNOUNCEMENTS === 1;
    const kind = isForum ? 'forum' : isAnnouncements ? 'announcements' : 'text';
    const { id: channelId } = discord.addChannel(`channel-${i}`, kind);
    const options = OPTIONS[i % OPTIONS.length];
    // A forum's posts are searched for in its own guild; of the others there is one for each time zone.
    const guildId = isForum ? String(guild) : String(guild + 1n + BigInt(i % TIME_ZONES));
    const id = isAnnouncements ? `announcements-${i}` : `${i}`;
    const createdAt = at.toISOString();
    return aSubscription({ id, channelId, guildId, createdAt, ...options, ...(isForum ? { tagIds: [] } : {}) });
  });
  await store.subscriptions.putMany(subscriptions.map((value) => ({ key: value.id, value })));
  for (let zone = 0; zone < TIME_ZONES; zone++) {
    const guildId = String(guild + 1n + BigInt(zone));
    // The names of these zones count westwards.
    const timeZone = zone < 12 ? `Etc/GMT-${zone}` : `Etc/GMT+${zone - 11}`;
    await store.servers.put(guildId, { guildId, timeZone });
  }
}

export const isAnnouncement = ({ id }: Subscription): boolean => id.startsWith('announcements');
