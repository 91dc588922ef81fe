/** The channels that are told: of each kind of channel, and of each thing there is to want. */
import type { LoopbackDiscord } from '../../../sandbox/discord/loopback-discord.ts';
import type { Store } from '../../../src/app/ports/store.ts';
import type { Subscription } from '../../../src/domain/alert.ts';
import { aSubscription } from '../../helpers/world.ts';

/** One channel of so many is a forum, whose posts Discord knows no nonce of; of the others one is for announcements. */
const FORUM_AMONG = 3;
const ANNOUNCEMENTS_AMONG = 10;
/** What ten channels want, in turn. */
const WISHES: readonly Partial<Subscription>[] = [
  ...Array<Partial<Subscription>>(4).fill({ kinds: ['documents', 'news'] }),
  { kinds: ['signals'] },
  { kinds: ['documents', 'regulation'] },
  { kinds: ['regulation', 'news'] },
  ...Array<Partial<Subscription>>(3).fill({ kinds: ['documents', 'news', 'signals', 'regulation'], rhythm: 'daily' }),
];
/** Their mornings lie an hour apart, so that there is always one soon. */
const ZONES = 24;

/** Makes the channels and their subscriptions, one a channel. */
export async function subscribeAll(store: Store, discord: LoopbackDiscord, channels: number, at: Date): Promise<void> {
  const own = BigInt(discord.world.guild.id);
  const subscriptions = Array.from({ length: channels }, (_, i) => {
    const forum = i % FORUM_AMONG === 0;
    const announcements = !forum && i % ANNOUNCEMENTS_AMONG === 1;
    const kind = forum ? 'forum' : announcements ? 'announcements' : 'text';
    const { id: channelId } = discord.addChannel(`channel-${i}`, kind);
    const wish = WISHES[i % WISHES.length];
    // A forum's posts are looked for in its own server; the others have one a time zone.
    const guildId = forum ? String(own) : String(own + 1n + BigInt(i % ZONES));
    const id = announcements ? `announcements-${i}` : `${i}`;
    const createdAt = at.toISOString();
    return aSubscription({ id, channelId, guildId, createdAt, ...wish, ...(forum ? { tagIds: [] } : {}) });
  });
  await store.subscriptions.putMany(subscriptions.map((value) => ({ key: value.id, value })));
  for (let zone = 0; zone < ZONES; zone++) {
    const guildId = String(own + 1n + BigInt(zone));
    // The zones' names count westwards.
    const timeZone = zone < 12 ? `Etc/GMT-${zone}` : `Etc/GMT+${zone - 11}`;
    await store.servers.put(guildId, { guildId, timeZone });
  }
}

export const isAnnouncement = ({ id }: Subscription): boolean => id.startsWith('announcements');
