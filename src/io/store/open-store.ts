/** Opens the store named by STORE_URL and gives the app its typed collections. */
import type { Now } from '../../app/ports/clock.ts';
import type { Log } from '../../app/ports/log.ts';
import type { Collection, Store } from '../../app/ports/store.ts';
import { openChronicles } from './dated-collections.ts';
import { type CollectionOptions, collectionOf } from './collection.ts';
import { openDatabase, purgeExpired } from './database.ts';
import { indexSubscriptions } from './subscription-index.ts';
import { SHAPES } from './value-schemas.ts';
import { SqliteAdapter } from './sqlite-adapter.ts';
import { damagedLine, faultLine, faultOf, StoreError } from './store-error.ts';
import { sqlitePath } from './store-file.ts';
import { createHealth } from './store-health.ts';
import { createTurns } from './database-executor.ts';

export interface StoreOptions {
  /** Told when reading or writing begins to fail and when that is over; nobody when left out. */
  log?: Log;
  now?: Now;
  /** How long a write waits for another program that holds the store locked. */
  patienceMs?: number;
}

/** How often the space of what has expired is given back. */
const PURGE_EVERY_MS = 3_600_000;

/**
 * Opens the store.
 * @param url `sqlite:` and a file path (relative to the working directory), or `sqlite::memory:`.
 * @throws StoreError when the kind of store is not known or the file cannot be opened and written.
 */
export function openStore(url: string, { log = NOBODY, now = () => new Date(), patienceMs }: StoreOptions = {}): Store {
  const database = open(sqlitePath(url));
  const health = createHealth(log, now);
  const turns = createTurns(database, { health, patienceMs });
  const collection = <Value>(
    namespace: string,
    options: Omit<CollectionOptions, 'onUnreadable'> = {},
  ): Collection<Value> => {
    const adapter = new SqliteAdapter(database, turns);
    const onUnreadable = (key: string) => {
      // Where that fails the health says so.
      if (health.unreadable(`${namespace}:${key}`)) adapter.keepAside(`${namespace}:${key}`).catch(() => {});
    };
    return collectionOf<Value>(adapter, namespace, { ...options, onUnreadable });
  };
  const purge = () => void turns.write(() => purgeExpired(database, Date.now())).catch(() => {});
  purge();
  const purging = setInterval(purge, PURGE_EVERY_MS).unref();

  const chronicles = openChronicles(database, turns);
  const chronicle = <Value, Summary = never>(
    namespace: string,
    options: Omit<CollectionOptions, 'onUnreadable'> = {},
  ) => chronicles.of<Value, Summary>(collection<Value>(namespace, options), namespace);
  return {
    versions: collection('versions', { compressed: true }),
    stances: collection('stances', { fits: SHAPES.stances }),
    changes: chronicle('changes', { fits: SHAPES.changes }),
    heads: collection('heads', { fits: SHAPES.heads }),
    signalVersions: collection('signal-versions', { compressed: true }),
    signalChanges: chronicle('signal-changes', { fits: SHAPES.signalChanges }),
    signalHeads: collection('signal-heads', { fits: SHAPES.signalHeads }),
    sources: collection('sources'),
    seenItems: collection('seen-items'),
    stories: chronicle('stories', { fits: SHAPES.stories }),
    newsrooms: chronicles.newsrooms,
    storyTitles: chronicles.storyTitles,
    alerts: chronicle('alerts', { fits: SHAPES.alerts }),
    outbox: collection('outbox', { fits: SHAPES.outbox }),
    delivered: collection('delivered', { fits: SHAPES.delivered }),
    subscriptions: indexSubscriptions(collection('subscriptions', { fits: SHAPES.subscriptions })),
    servers: collection('servers', { fits: SHAPES.servers }),
    trouble: health.trouble,
    ready: chronicles.ready,
    async close() {
      clearInterval(purging);
      const waiting = turns.waiting();
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
    if (faultOf(error) === 'damaged') {
      throw new StoreError('damaged', damagedLine(path, error instanceof Error ? error.message : String(error)), error);
    }
    throw new StoreError('cannot-open', `STORE_URL: cannot open ${path}: ${faultLine(error)}`, error);
  }
}

const nothing = () => {};
const NOBODY: Log = { debug: nothing, info: nothing, warn: nothing, error: nothing };
