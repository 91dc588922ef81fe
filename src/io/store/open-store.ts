/** Opens the store named by STORE_URL and gives the app its typed collections. */
import type { Now } from '../../app/ports/clock.ts';
import type { Log } from '../../app/ports/log.ts';
import type { Collection, Store } from '../../app/ports/store.ts';
import { type CollectionOptions, createCollection } from './collection.ts';
import { openDatabase, purgeExpired } from './database.ts';
import { createExecutor } from './database-executor.ts';
import { openDatedCollections } from './dated-collections.ts';
import { SqliteAdapter } from './sqlite-adapter.ts';
import { damagedStoreMessage, describeStoreError, StoreError, storeFaultOf } from './store-error.ts';
import { sqlitePath } from './store-file.ts';
import { createStoreHealth } from './store-health.ts';
import { createSubscriptionIndex } from './subscription-index.ts';
import { VALUE_GUARDS } from './value-schemas.ts';

export interface StoreOptions {
  /** Told when reading or writing begins to fail and when that is over; nobody when left out. */
  log?: Log;
  now?: Now;
  /** How long a write waits for another program that holds the store locked. */
  lockTimeoutMs?: number;
}

/** How often the space of what has expired is given back. */
const PURGE_INTERVAL_MS = 3_600_000;

/**
 * Opens the store.
 * @param url `sqlite:` and a file path (relative to the working directory), or `sqlite::memory:`.
 * @throws StoreError when the kind of store is not known or the file cannot be opened and written.
 */
export function openStore(
  url: string,
  { log = SILENT_LOG, now = () => new Date(), lockTimeoutMs: patienceMs }: StoreOptions = {},
): Store {
  const database = open(sqlitePath(url));
  const health = createStoreHealth(log, now);
  const turns = createExecutor(database, { health, lockTimeoutMs: patienceMs });
  const collection = <Value>(
    namespace: string,
    options: Omit<CollectionOptions, 'onUnreadable'> = {},
  ): Collection<Value> => {
    const adapter = new SqliteAdapter(database, turns);
    const onUnreadable = (key: string) => {
      // Where that fails the health says so.
      if (health.noteUnreadable(`${namespace}:${key}`)) adapter.quarantine(`${namespace}:${key}`).catch(() => {});
    };
    return createCollection<Value>(adapter, namespace, { ...options, onUnreadable });
  };
  const purge = () => void turns.write(() => purgeExpired(database, Date.now())).catch(() => {});
  purge();
  const purging = setInterval(purge, PURGE_INTERVAL_MS).unref();

  const datedCollections = openDatedCollections(database, turns);
  const chronicle = <Value, Summary = never>(
    namespace: string,
    options: Omit<CollectionOptions, 'onUnreadable'> = {},
  ) => datedCollections.of<Value, Summary>(collection<Value>(namespace, options), namespace);
  return {
    versions: collection('versions', { compressed: true }),
    stances: collection('stances', { isValid: VALUE_GUARDS.stances }),
    changes: chronicle('changes', { isValid: VALUE_GUARDS.changes }),
    heads: collection('heads', { isValid: VALUE_GUARDS.heads }),
    signalVersions: collection('signal-versions', { compressed: true }),
    signalChanges: chronicle('signal-changes', { isValid: VALUE_GUARDS.signalChanges }),
    signalHeads: collection('signal-heads', { isValid: VALUE_GUARDS.signalHeads }),
    sources: collection('sources'),
    seenItems: collection('seen-items'),
    stories: chronicle('stories', { isValid: VALUE_GUARDS.stories }),
    newsrooms: datedCollections.newsrooms,
    storyTitles: datedCollections.storyTitles,
    alerts: chronicle('alerts', { isValid: VALUE_GUARDS.alerts }),
    outbox: collection('outbox', { isValid: VALUE_GUARDS.outbox }),
    deliveryLog: collection('delivered', { isValid: VALUE_GUARDS.delivered }),
    subscriptions: createSubscriptionIndex(collection('subscriptions', { isValid: VALUE_GUARDS.subscriptions })),
    servers: collection('servers', { isValid: VALUE_GUARDS.servers }),
    problems: health.problems,
    ready: datedCollections.ready,
    async close() {
      clearInterval(purging);
      const waiting = turns.pendingWrites();
      if (waiting) await waiting;
      if (database.isOpen) database.close();
    },
  };
}

function open(path: string) {
  try {
    return openDatabase(path);
  } catch (error) {
    if (error instanceof StoreError) throw error;
    if (storeFaultOf(error) === 'damaged') {
      throw new StoreError(
        'damaged',
        damagedStoreMessage(path, error instanceof Error ? error.message : String(error)),
        error,
      );
    }
    throw new StoreError('cannot-open', `STORE_URL: cannot open ${path}: ${describeStoreError(error)}`, error);
  }
}

const nothing = () => {};
const SILENT_LOG: Log = { debug: nothing, info: nothing, warn: nothing, error: nothing };
