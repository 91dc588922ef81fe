/** The desk where servers say what they want to be told: add, list, change, remove, try out. Subscriptions belong to the server. */
import { createHash } from 'node:crypto';
import type { Subscription } from '../../domain/alert.ts';
import type { Answer } from '../../domain/answer.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import type { ReadModel } from '../ask/read-model.ts';
import type { Now } from '../ports/clock.ts';
import type { Courier, OutgoingMessage, SendOutcome } from '../ports/courier.ts';
import type { Store } from '../ports/store.ts';

/** More than any server needs; keeps one server from filling the store. */
export const MAX_SUBSCRIPTIONS_PER_GUILD = 200;

/** What a member can wish. */
export type SubscriptionOptions = Omit<Subscription, 'id' | 'createdAt' | 'trouble' | 'digestedUntil' | 'lastDigest'>;
/** What can be changed of a wish that was granted. A key that is there with nothing in it takes the restriction back. */
export type SubscriptionChanges = Partial<Omit<SubscriptionOptions, 'guildId' | 'createdBy'>>;

export type AddOutcome =
  | { status: 'added'; subscription: Subscription }
  | { status: 'already-there'; subscription: Subscription }
  | { status: 'too-many' };

export interface SubscriptionService {
  add(options: SubscriptionOptions): Promise<AddOutcome>;
  /** Oldest first. */
  list(guildId: string): Promise<Subscription[]>;
  /** The subscription as it is now, or nothing when this server has none of that id. */
  change(guildId: string, id: string, changes: SubscriptionChanges): Promise<Subscription | undefined>;
  /** The removed subscription, or nothing when this server has none of that id. */
  remove(guildId: string, id: string): Promise<Subscription | undefined>;
  /** Posts a message that says it is a test. */
  sendTest(channelId: string, answer: Answer, forum?: OutgoingMessage['forum']): Promise<SendOutcome>;
  /** What keeps the bot from posting in a channel, as far as it can be found out now. */
  inspectChannel: Courier['inspectChannel'];
  getForum: Courier['getForum'];
  checkOwnership: Courier['checkOwnership'];
}

export function createSubscriptionService(
  { store }: ReadModel,
  courier: Pick<Courier, 'send' | 'inspectChannel' | 'getForum' | 'checkOwnership'>,
  now: Now,
  /** Something was changed that may have been in a server's way. */
  onPossibleFix: (guildId: string) => void = () => {},
): SubscriptionService {
  const findOwned = async (guildId: string, id: string): Promise<Subscription | undefined> => {
    const subscription = await store.subscriptions.get(id);
    return subscription?.guildId === guildId ? subscription : undefined;
  };
  return {
    add: (wish) => add(store, wish, now().toISOString()),
    list: (guildId) => listOf(store, guildId),
    async change(guildId, id, changes) {
      const subscription = await findOwned(guildId, id);
      if (subscription === undefined) return undefined;
      // What was in the way of the old channel says nothing of another one.
      const moved = changes.channelId !== undefined && changes.channelId !== subscription.channelId;
      const changed = { ...subscription, ...changes, ...(moved ? { trouble: undefined } : {}) };
      await store.subscriptions.put(id, changed);
      if (changed.trouble && changes.tagIds) onPossibleFix(guildId);
      return changed;
    },
    async remove(guildId, id) {
      const subscription = await findOwned(guildId, id);
      if (subscription) await store.subscriptions.delete(id);
      return subscription;
    },
    sendTest: (channelId, answer, forum) =>
      courier.send({ channelId, answer, nonce: testNonce(channelId, now()), ...(forum ? { forum } : {}) }),
    inspectChannel: courier.inspectChannel,
    getForum: courier.getForum,
    checkOwnership: courier.checkOwnership,
  };
}

async function add(store: Store, options: SubscriptionOptions, createdAt: Instant): Promise<AddOutcome> {
  const findOwned = await listOf(store, options.guildId);
  const same = findOwned.find((one) => dedupeKey(one) === dedupeKey(options));
  if (same !== undefined) return { status: 'already-there', subscription: same };
  if (findOwned.length >= MAX_SUBSCRIPTIONS_PER_GUILD) return { status: 'too-many' };
  const subscription: Subscription = { id: subscriptionId(options, createdAt), ...options, createdAt };
  await store.subscriptions.put(subscription.id, subscription);
  return { status: 'added', subscription };
}

async function listOf(store: Store, guildId: string): Promise<Subscription[]> {
  const subscriptions = await store.subscriptions.listByGuild(guildId);
  return subscriptions.sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
}

/** What makes two wishes one: what is told, how and where. Who wished it, and when, does not. */
function dedupeKey(options: SubscriptionOptions): string {
  const { channelId, tagIds = [], platforms, topics, kinds, least, rhythm, quiet, language, roleId } = options;
  return JSON.stringify([
    ...[channelId, [...platforms].sort(), [...topics].sort(), [...kinds].sort()],
    ...[least ?? 'major', rhythm ?? 'instant', quiet?.from, quiet?.to, language, roleId, [...tagIds].sort()],
  ]);
}

/** Derived from the wish and its time: the same one asked for twice at once is one subscription. */
function subscriptionId(options: SubscriptionOptions, createdAt: Instant): string {
  return createHash('sha256')
    .update(`${options.guildId}\0${dedupeKey(options)}\0${createdAt}`)
    .digest('hex')
    .slice(0, 16);
}

const testNonce = (channelId: string, now: Date): string =>
  createHash('sha256').update(`test ${channelId} ${now.toISOString()}`).digest('hex').slice(0, 25);
