/** Holds all subscriptions in memory, by channel and by server. Every write reaches the store before the memory. */
import type { Collection, SubscriptionCollection } from '../../app/ports/store.ts';
import type { Subscription } from '../../domain/alert.ts';

/** They are read from the store once, when first asked for; no other process may write them meanwhile. */
export function createSubscriptionIndex(stored: Collection<Subscription>): SubscriptionCollection {
  const byId = new Map<string, Subscription>();
  const byChannel = new Map<string, Set<string>>();
  const byServer = new Map<string, Set<string>>();
  const troubled = new Set<string>();
  let loading: Promise<void> | undefined;

  const unindex = (id: string) => {
    const known = byId.get(id);
    if (known === undefined) return;
    byId.delete(id);
    troubled.delete(id);
    removeFromIndex(byChannel, known.channelId, id);
    removeFromIndex(byServer, known.guildId, id);
  };
  const indexOne = (id: string, one: Subscription) => {
    const known = byId.get(id);
    if (known && known.channelId !== one.channelId) removeFromIndex(byChannel, known.channelId, id);
    // Keeps its place where it is known already.
    byId.set(id, one);
    if (one.trouble) troubled.add(id);
    else troubled.delete(id);
    addToIndex(byChannel, one.channelId, id);
    addToIndex(byServer, one.guildId, id);
  };
  const load = async () => {
    for await (const [id, one] of stored.entries()) indexOne(id, one);
  };
  /** One that failed is begun anew when the next one asks. */
  const loaded = () => {
    loading ??= load().catch((error) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
  const named = (ids: Iterable<string> = []): Subscription[] =>
    [...ids].map((id) => byId.get(id)).filter((one) => one !== undefined);

  return {
    async get(id) {
      await loaded();
      return byId.get(id);
    },
    async has(id) {
      await loaded();
      return byId.has(id);
    },
    async put(id, one) {
      await loaded();
      await stored.put(id, one);
      indexOne(id, one);
    },
    async putMany(entries) {
      await loaded();
      await stored.putMany(entries);
      for (const { key, value } of entries) indexOne(key, value);
    },
    async delete(id) {
      await loaded();
      await stored.delete(id);
      unindex(id);
    },
    async deleteMany(ids) {
      await loaded();
      await stored.deleteMany(ids);
      for (const id of ids) unindex(id);
    },
    async *entries(prefix = '') {
      await loaded();
      const found = [...byId].filter(([id]) => id.startsWith(prefix));
      yield* found.sort(([a], [b]) => (a < b ? -1 : 1));
    },
    async all() {
      await loaded();
      return byId.values();
    },
    async listByChannel(channelId) {
      await loaded();
      return named(byChannel.get(channelId));
    },
    async listByGuild(guildId) {
      await loaded();
      return named(byServer.get(guildId));
    },
    async listSuspended() {
      await loaded();
      return named(troubled);
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
