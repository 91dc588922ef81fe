/** The desk where servers say what they want to be told: add, list, remove, try out. Subscriptions belong to the server. */
import { createHash } from 'node:crypto';
import type { Subscription } from '../domain.ts';
import type { Answer } from './answer.ts';
import type { Now, Sender, SendOutcome, Store } from './ports.ts';
import { type Archive, subscriptionsOf } from './queries.ts';

/** More than any server needs; keeps one server from filling the store. */
export const MOST_SUBSCRIPTIONS_PER_SERVER = 200;

export type Wish = Pick<
  Subscription,
  'guildId' | 'channelId' | 'platforms' | 'topics' | 'kinds' | 'roleId' | 'createdBy'
>;

export type AddOutcome =
  | { status: 'added'; subscription: Subscription }
  | { status: 'already-there'; subscription: Subscription }
  | { status: 'too-many' };

export interface SubscriptionDesk {
  add(wish: Wish): Promise<AddOutcome>;
  list(guildId: string): Promise<Subscription[]>;
  /** The removed subscription, or nothing when this server has none of that id. */
  remove(guildId: string, id: string): Promise<Subscription | undefined>;
  /** Posts a message that says it is a test. */
  test(channelId: string, answer: Answer): Promise<SendOutcome>;
}

export function subscriptionDesk(archive: Archive, sender: Sender, now: Now): SubscriptionDesk {
  const { store } = archive;
  return {
    add: (wish) => add(store, archive, wish, now),
    list: (guildId) => subscriptionsOf(archive, guildId),
    async remove(guildId, id) {
      const subscription = await store.subscriptions.get(id);
      if (subscription?.guildId !== guildId) return undefined;
      await store.subscriptions.delete(id);
      return subscription;
    },
    test: (channelId, answer) => sender.send({ channelId, answer, nonce: testNonce(channelId, now()) }),
  };
}

async function add(store: Store, archive: Archive, wish: Wish, now: Now): Promise<AddOutcome> {
  const subscription: Subscription = { id: subscriptionId(wish), ...wish, createdAt: now().toISOString() };
  const known = await store.subscriptions.get(subscription.id);
  if (known !== undefined) return { status: 'already-there', subscription: known };
  const held = await subscriptionsOf(archive, wish.guildId);
  if (held.length >= MOST_SUBSCRIPTIONS_PER_SERVER) return { status: 'too-many' };
  await store.subscriptions.put(subscription.id, subscription);
  return { status: 'added', subscription };
}

/** Derived from what is wished, so that the same wish twice is one subscription. */
function subscriptionId({ guildId, channelId, platforms, topics, kinds, roleId }: Wish): string {
  const wish = JSON.stringify([
    guildId,
    channelId,
    [...platforms].sort(),
    [...topics].sort(),
    [...kinds].sort(),
    roleId,
  ]);
  return createHash('sha256').update(wish).digest('hex').slice(0, 16);
}

const testNonce = (channelId: string, now: Date): string =>
  createHash('sha256').update(`test ${channelId} ${now.toISOString()}`).digest('hex').slice(0, 25);
