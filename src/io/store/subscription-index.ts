/** Holds all subscriptions in memory, by channel and by server. Every write reaches the store before the memory. */
import type { Collection } from '../../app/ports/collection.ts';
import type { SubscriptionCollection } from '../../app/ports/store.ts';
import type { Subscription } from '../../domain/alert.ts';

export interface SubscriptionIndex extends SubscriptionCollection {
  load(): Promise<void>;
  /** Takes over a write that has reached the store; without a subscription, a deletion. The index must be loaded. */
  reflect(id: string, subscription?: Subscription): void;
}

/** Read from the store once, on first use; no other process may write subscriptions meanwhile. */
export function createSubscriptionIndex(stored: Collection<Subscription>): SubscriptionIndex {
  const byId = new Map<string, Subscription>();
  const byChannel = new Map<string, Set<string>>();
  const byServer = new Map<string, Set<string>>();
  const suspended = new Set<string>();
  let loading: Promise<void> | undefined;

  const unindex = (id: string) => {
    const subscription = byId.get(id);
    if (subscription === undefined) return;
    byId.delete(id);
    suspended.delete(id);
    removeFromIndex(byChannel, subscription.channelId, id);
    removeFromIndex(byServer, subscription.guildId, id);
  };
  const index = (id: string, subscription: Subscription) => {
    const previous = byId.get(id);
    if (previous && previous.channelId !== subscription.channelId) removeFromIndex(byChannel, previous.channelId, id);
    // A known one keeps its place.
    byId.set(id, subscription);
    if (subscription.trouble) suspended.add(id);
    else suspended.delete(id);
    addToIndex(byChannel, subscription.channelId, id);
    addToIndex(byServer, subscription.guildId, id);
  };
  const readAll = async () => {
    for await (const [id, subscription] of stored.entries()) index(id, subscription);
  };
  /** After a failure, the next caller tries again. */
  const load = () => {
    loading ??= readAll().catch((error) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
  const withIds = (ids: Iterable<string> = []): Subscription[] =>
    [...ids].map((id) => byId.get(id)).filter((subscription) => subscription !== undefined);

  return {
    load,
    reflect(id, subscription) {
      if (subscription === undefined) unindex(id);
      else index(id, subscription);
    },
    async get(id) {
      await load();
      return byId.get(id);
    },
    async has(id) {
      await load();
      return byId.has(id);
    },
    async put(id, subscription) {
      await load();
      await stored.put(id, subscription);
      index(id, subscription);
    },
    async putMany(entries) {
      await load();
      await stored.putMany(entries);
      for (const { key, value } of entries) index(key, value);
    },
    async delete(id) {
      await load();
      await stored.delete(id);
      unindex(id);
    },
    async deleteMany(ids) {
      await load();
      await stored.deleteMany(ids);
      for (const id of ids) unindex(id);
    },
    async *entries(prefix = '') {
      await load();
      const found = [...byId].filter(([id]) => id.startsWith(prefix));
      yield* found.sort(([a], [b]) => (a < b ? -1 : 1));
    },
    async all() {
      await load();
      return byId.values();
    },
    async listByChannel(channelId) {
      await load();
      return withIds(byChannel.get(channelId));
    },
    async listByGuild(guildId) {
      await load();
      return withIds(byServer.get(guildId));
    },
    async listSuspended() {
      await load();
      return withIds(suspended);
    },
  };
}

function addToIndex(index: Map<string, Set<string>>, key: string, id: string): void {
  const ids = index.get(key);
  if (ids) ids.add(id);
  else index.set(key, new Set([id]));
}

function removeFromIndex(index: Map<string, Set<string>>, key: string, id: string): void {
  const ids = index.get(key);
  ids?.delete(id);
  if (ids?.size === 0) index.delete(key);
}
