/** Opens a store of the current schema version and gives the app its typed collections. */
import type { Now } from '../../app/ports/clock.ts';
import type { Log } from '../../app/ports/log.ts';
import type { CollectionName, Store, StoredValue, StoreWrite } from '../../app/ports/store.ts';
import { createCollection, type StoredCollection } from './collection.ts';
import { openDatabase, purgeExpired } from './database.ts';
import { createExecutor } from './database-executor.ts';
import { openDatedCollections } from './dated-collections.ts';
import { type EntryWrite, SqliteAdapter } from './sqlite-adapter.ts';
import { toOpenError } from './store-error.ts';
import { sqlitePath } from './store-file.ts';
import { createStoreHealth } from './store-health.ts';
import { createSubscriptionIndex } from './subscription-index.ts';
import { VALUE_GUARDS } from './value-schemas.ts';

export interface StoreOptions {
  /** Logs when reading or writing begins to fail and when that ends; silent when left out. */
  log?: Log;
  now?: Now;
  /** How long a write waits for another program that holds the store locked. */
  lockTimeoutMs?: number;
}

const PURGE_INTERVAL_MS = 3_600_000;

/** Their names on disk. */
const NAMESPACES = {
  versions: 'versions',
  stances: 'stances',
  changes: 'changes',
  heads: 'heads',
  signalVersions: 'signal-versions',
  signalChanges: 'signal-changes',
  signalHeads: 'signal-heads',
  sources: 'sources',
  seenItems: 'seen-items',
  stories: 'stories',
  alerts: 'alerts',
  outbox: 'outbox',
  deliveryLog: 'delivered',
  subscriptions: 'subscriptions',
  servers: 'servers',
} as const satisfies Record<CollectionName, string>;

const COMPRESSED: ReadonlySet<CollectionName> = new Set(['versions', 'signalVersions']);

/**
 * Programs call `openExclusiveStore` or `openSharedStore`, which upgrade the store first.
 * @param url `sqlite:` and a file path (relative to the working directory), or `sqlite::memory:`.
 * @throws StoreError when the url is not supported, the file cannot be opened and written, or it holds another schema version.
 */
export function openStore(
  url: string,
  { log = SILENT_LOG, now = () => new Date(), lockTimeoutMs }: StoreOptions = {},
): Store {
  const database = open(sqlitePath(url));
  const health = createStoreHealth(log, now);
  const executor = createExecutor(database, { health, lockTimeoutMs });
  const purge = () => void executor.write(() => purgeExpired(database, Date.now())).catch(() => {});
  purge();
  const purging = setInterval(purge, PURGE_INTERVAL_MS).unref();

  const encoders = new Map<CollectionName, StoredCollection<unknown>['encodeWrite']>();
  const collection = <Name extends CollectionName>(name: Name): StoredCollection<StoredValue<Name>> => {
    const adapter = new SqliteAdapter(database, executor);
    const namespace = NAMESPACES[name];
    const opened = createCollection<StoredValue<Name>>(adapter, namespace, {
      isValid: VALUE_GUARDS[name],
      compressed: COMPRESSED.has(name),
      onUnreadable(key) {
        // Where the copy fails, the health reports it.
        if (health.noteUnreadable(`${namespace}:${key}`)) adapter.quarantine(`${namespace}:${key}`).catch(() => {});
      },
    });
    encoders.set(name, opened.encodeWrite);
    return opened;
  };
  const dated = openDatedCollections(database, executor);
  const subscriptions = createSubscriptionIndex(collection('subscriptions'));
  const commitAdapter = new SqliteAdapter(database, executor);

  async function encode(write: StoreWrite): Promise<EntryWrite> {
    const encodeWrite = encoders.get(targetOf(write));
    if (encodeWrite === undefined) throw new TypeError(`no such collection: ${targetOf(write)}`);
    return 'put' in write ? encodeWrite(write.key, write.value, write.ttlSeconds) : encodeWrite(write.key);
  }

  return {
    versions: collection('versions'),
    stances: collection('stances'),
    changes: dated.of(collection('changes'), NAMESPACES.changes),
    heads: collection('heads'),
    signalVersions: collection('signalVersions'),
    signalChanges: dated.of(collection('signalChanges'), NAMESPACES.signalChanges),
    signalHeads: collection('signalHeads'),
    sources: collection('sources'),
    seenItems: collection('seenItems'),
    stories: dated.of(collection('stories'), NAMESPACES.stories),
    newsrooms: dated.newsrooms,
    storyTitles: dated.storyTitles,
    alerts: dated.of(collection('alerts'), NAMESPACES.alerts),
    outbox: collection('outbox'),
    deliveryLog: collection('deliveryLog'),
    subscriptions,
    servers: collection('servers'),
    async commit(writes) {
      const entries = await Promise.all(writes.map(encode));
      if (writes.some((write) => targetOf(write) === 'subscriptions')) await subscriptions.load();
      await commitAdapter.apply(entries);
      for (const write of writes) {
        if ('put' in write && write.put === 'subscriptions') subscriptions.reflect(write.key, write.value);
        else if ('delete' in write && write.delete === 'subscriptions') subscriptions.reflect(write.key);
      }
    },
    problems: health.problems,
    ready: dated.ready,
    async close() {
      clearInterval(purging);
      const pending = executor.pendingWrites();
      if (pending) await pending;
      if (database.isOpen) database.close();
    },
  };
}

function open(path: string) {
  try {
    return openDatabase(path);
  } catch (error) {
    throw toOpenError(path, error);
  }
}

const targetOf = (write: StoreWrite): CollectionName => ('put' in write ? write.put : write.delete);

const nothing = () => {};
const SILENT_LOG: Log = { debug: nothing, info: nothing, warn: nothing, error: nothing };
