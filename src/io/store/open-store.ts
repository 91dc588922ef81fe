/** Hides Keyv: opens the store named by STORE_URL and gives the app its typed collections. */
import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';
import Keyv from 'keyv';
import type { Collection, Store } from '../../app/ports/store.ts';
import { openChronicles } from './chronicle.ts';
import { indexSubscriptions } from './index-subscriptions.ts';
import { openDatabase, purgeExpired, SqliteAdapter } from './sqlite-adapter.ts';

/** Thrown when the store named in the configuration cannot be opened. */
export class StoreError extends Error {
  readonly code: 'unsupported-store' | 'cannot-open' | 'in-use';
  constructor(code: StoreError['code'], message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'StoreError';
    this.code = code;
  }
}

/**
 * Opens the store.
 * @param url `sqlite:` and a file path (relative to the working directory), or `sqlite::memory:`.
 * @throws StoreError when the kind of store is not known or the file cannot be opened.
 */
export function openStore(url: string): Store {
  const database = open(sqlitePath(url));
  purgeExpired(database, Date.now());
  const collection = <Value>(namespace: string, options: { compressed?: boolean } = {}): Collection<Value> =>
    collectionOf<Value>(new SqliteAdapter(database), namespace, options);
  const chronicles = openChronicles(database);
  const chronicle = <Value, Summary = never>(namespace: string) =>
    chronicles.of<Value, Summary>(collection<Value>(namespace), namespace);
  return {
    versions: collection('versions', { compressed: true }),
    stances: collection('stances'),
    changes: chronicle('changes'),
    heads: collection('heads'),
    signalVersions: collection('signal-versions', { compressed: true }),
    signalChanges: chronicle('signal-changes'),
    signalHeads: collection('signal-heads'),
    sources: collection('sources'),
    seenItems: collection('seen-items'),
    stories: chronicle('stories'),
    newsrooms: chronicles.newsrooms,
    storyTitles: chronicles.storyTitles,
    alerts: chronicle('alerts'),
    outbox: collection('outbox'),
    delivered: collection('delivered'),
    subscriptions: indexSubscriptions(collection('subscriptions')),
    servers: collection('servers'),
    ready: chronicles.ready,
    async close() {
      if (database.isOpen) database.close();
    },
  };
}

/**
 * The file a store is kept in, or `:memory:`.
 * @throws StoreError when the kind of store is not known.
 */
export function sqlitePath(url: string): string {
  if (!url.startsWith('sqlite:')) {
    throw new StoreError('unsupported-store', `STORE_URL: only sqlite: is supported, not ${url.split(':')[0]}:`);
  }
  return url.slice('sqlite:'.length).replace(/^\/\/(?=\/)/, '');
}

function open(path: string) {
  try {
    return openDatabase(path);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new StoreError('cannot-open', `STORE_URL: cannot open ${path}: ${why}`, error);
  }
}

function collectionOf<Value>(
  adapter: SqliteAdapter,
  namespace: string,
  { compressed = false }: { compressed?: boolean },
): Collection<Value> {
  const keyv = new Keyv<Value>({
    store: adapter,
    namespace,
    throwOnErrors: true,
    useKeyPrefix: true,
    ...(compressed ? { serialize: deflated, deserialize: inflated } : {}),
  });
  // Errors are thrown to the caller (throwOnErrors); without a listener Node would take them for unhandled.
  keyv.on('error', () => {});
  return {
    get: (key) => keyv.get<Value>(key),
    async put(key, value, ttlSeconds) {
      await keyv.set(key, value, milliseconds(ttlSeconds));
    },
    async putMany(entries) {
      await keyv.setMany(entries.map(({ key, value, ttlSeconds }) => ({ key, value, ttl: milliseconds(ttlSeconds) })));
    },
    has: (key) => keyv.has(key),
    async delete(key) {
      await keyv.delete(key);
    },
    async deleteMany(keys) {
      await keyv.delete([...keys]);
    },
    async *entries(prefix = '') {
      if (prefix === '') {
        for await (const [key, value] of keyv.iterator?.({}) ?? []) yield [key as string, value as Value];
        return;
      }
      for await (const key of adapter.keys(namespace, prefix)) {
        const value = await keyv.get<Value>(key);
        if (value !== undefined) yield [key, value];
      }
    },
  };
}

const milliseconds = (seconds: number | undefined): number | undefined =>
  seconds === undefined ? undefined : seconds * 1000;

const deflate = promisify(deflateRaw);
const inflate = promisify(inflateRaw);

/** Versions of terms are long and rarely read: they are kept compressed, as base64 of raw DEFLATE. */
async function deflated(data: unknown): Promise<string> {
  return (await deflate(JSON.stringify(data) as string)).toString('base64');
}

async function inflated(stored: string) {
  return JSON.parse((await inflate(Buffer.from(stored, 'base64'))).toString('utf8'));
}
