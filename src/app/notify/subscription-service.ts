/** Adds, lists, changes, removes and tests the alert subscriptions of a guild. */
import { sha256 } from '../../core/text/sha256.ts';
import type { Subscription } from '../../domain/alert.ts';
import type { Answer } from '../../domain/answer.ts';
import { DISCORD_LIMITS } from '../../domain/discord-limits.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import type { Now } from '../ports/clock.ts';
import type { Courier, OutgoingMessage, SendOutcome } from '../ports/courier.ts';
import type { Store } from '../ports/store.ts';

/** More than any guild needs; keeps one guild from filling the store. */
export const MAX_SUBSCRIPTIONS_PER_GUILD = 200;

/** What a member can choose. */
export type SubscriptionOptions = Omit<Subscription, 'id' | 'createdAt' | 'trouble' | 'digestedUntil' | 'lastDigest'>;
/** What a member can change later. A key that is present but undefined clears that option. */
export type SubscriptionChanges = Partial<Omit<SubscriptionOptions, 'guildId' | 'createdBy'>>;

export type AddOutcome =
  | { status: 'added'; subscription: Subscription }
  | { status: 'already-there'; subscription: Subscription }
  | { status: 'too-many' };

export interface SubscriptionService {
  add(options: SubscriptionOptions): Promise<AddOutcome>;
  /** Oldest first. */
  list(guildId: string): Promise<Subscription[]>;
  /** @returns the subscription as it is now; nothing where the guild has none of that id. */
  change(guildId: string, id: string, changes: SubscriptionChanges): Promise<Subscription | undefined>;
  /** @returns the removed subscription; nothing where the guild has none of that id. */
  remove(guildId: string, id: string): Promise<Subscription | undefined>;
  /** Posts a message that is marked as a test. */
  sendTest(channelId: string, answer: Answer, forum?: OutgoingMessage['forum']): Promise<SendOutcome>;
  /** What keeps the bot from posting in a channel, as far as can be known now. */
  inspectChannel: Courier['inspectChannel'];
  getForum: Courier['getForum'];
  checkOwnership: Courier['checkOwnership'];
}

export function createSubscriptionService(
  { store }: { store: Store },
  courier: Pick<Courier, 'send' | 'inspectChannel' | 'getForum' | 'checkOwnership'>,
  now: Now,
  /** Called when a change may have fixed what kept a guild's alerts from being posted. */
  onPossibleFix: (guildId: string) => void = () => {},
): SubscriptionService {
  const findOwned = async (guildId: string, id: string): Promise<Subscription | undefined> => {
    const subscription = await store.subscriptions.get(id);
    return subscription?.guildId === guildId ? subscription : undefined;
  };
  return {
    add: (options) => add(store, options, now().toISOString()),
    list: (guildId) => list(store, guildId),
    async change(guildId, id, changes) {
      const subscription = await findOwned(guildId, id);
      if (subscription === undefined) return undefined;
      // The trouble of the old channel says nothing about the new one.
      const isMoved = changes.channelId !== undefined && changes.channelId !== subscription.channelId;
      const changed = { ...subscription, ...changes, ...(isMoved ? { trouble: undefined } : {}) };
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
  const existing = await list(store, options.guildId);
  const duplicate = existing.find((subscription) => dedupeKey(subscription) === dedupeKey(options));
  if (duplicate !== undefined) return { status: 'already-there', subscription: duplicate };
  if (existing.length >= MAX_SUBSCRIPTIONS_PER_GUILD) return { status: 'too-many' };
  const subscription: Subscription = { id: subscriptionId(options, createdAt), ...options, createdAt };
  await store.subscriptions.put(subscription.id, subscription);
  return { status: 'added', subscription };
}

async function list(store: Store, guildId: string): Promise<Subscription[]> {
  const subscriptions = await store.subscriptions.listByGuild(guildId);
  return subscriptions.sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
}

/** Equal for subscriptions that alert the same channel in the same way; their author and date do not matter. */
function dedupeKey(options: SubscriptionOptions): string {
  const { channelId, tagIds = [], platforms, topics, kinds, least, rhythm, quiet, language, roleId } = options;
  return JSON.stringify([
    ...[channelId, [...platforms].sort(), [...topics].sort(), [...kinds].sort()],
    ...[least ?? 'major', rhythm ?? 'instant', quiet?.from, quiet?.to, language, roleId, [...tagIds].sort()],
  ]);
}

/** The same options sent twice at once make one subscription. */
function subscriptionId(options: SubscriptionOptions, createdAt: Instant): string {
  return sha256(options.guildId, dedupeKey(options), createdAt).slice(0, 16);
}

const testNonce = (channelId: string, now: Date): string =>
  sha256(`test ${channelId} ${now.toISOString()}`).slice(0, DISCORD_LIMITS.nonce);
