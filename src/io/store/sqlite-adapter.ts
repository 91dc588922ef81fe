/**
 * Hides `node:sqlite`: a Keyv 5 storage adapter over one table of Node's own SQLite.
 * Passes Keyv's published adapter test suite (test/io/store/sqlite-adapter.test.ts).
 */
import { EventEmitter } from 'node:events';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate as breathe } from 'node:timers/promises';
import type { KeyvStoreAdapter, StoredData } from 'keyv';

/** Keys read per step of an iteration, so that no statement stays open while the reader thinks. */
const ITERATION_BATCH = 256;
/** How long a write waits for another process (an import beside a running bot) before it fails. */
const BUSY_TIMEOUT_MS = 10_000;

type Row = { key: string; value: string };

/**
 * Opens (and makes, with its folder) the database file and its table. A write that returned survives the death of the
 * process and of the machine: write-ahead log, every commit flushed.
 * @param path a file path, or `:memory:`.
 */
export function openDatabase(path: string): DatabaseSync {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
  const database = new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MS });
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
  database.exec(
    'CREATE TABLE IF NOT EXISTS entries (key TEXT PRIMARY KEY, value TEXT NOT NULL, expires_at INTEGER) WITHOUT ROWID',
  );
  database.exec('CREATE INDEX IF NOT EXISTS entries_by_expiry ON entries (expires_at) WHERE expires_at IS NOT NULL');
  return database;
}

/** Removes entries whose time to live has passed. Keyv hides them from reads; this gives their space back. */
export function purgeExpired(database: DatabaseSync, nowMs: number): void {
  database.prepare('DELETE FROM entries WHERE expires_at <= ?').run(nowMs);
}

/** One Keyv namespace of the shared database; Keyv prefixes the keys with `<namespace>:` itself. */
export class SqliteAdapter extends EventEmitter implements KeyvStoreAdapter {
  /** `dialect` tells Keyv that this store can be iterated. */
  // biome-ignore lint/suspicious/noExplicitAny: the type Keyv declares for it
  opts: any = { dialect: 'sqlite', url: 'sqlite:' };
  namespace?: string;

  readonly #database: DatabaseSync;
  readonly #statements;

  constructor(database: DatabaseSync) {
    super();
    this.#database = database;
    this.#statements = {
      get: database.prepare('SELECT value FROM entries WHERE key = ?'),
      set: database.prepare(
        'INSERT INTO entries (key, value, expires_at) VALUES (?, ?, ?) ' +
          'ON CONFLICT (key) DO UPDATE SET value = excluded.value, expires_at = excluded.expires_at',
      ),
      delete: database.prepare('DELETE FROM entries WHERE key = ?'),
      has: database.prepare('SELECT 1 FROM entries WHERE key = ? AND (expires_at IS NULL OR expires_at > ?)'),
      clear: database.prepare('DELETE FROM entries WHERE key >= ? AND key < ?'),
      page: database.prepare('SELECT key, value FROM entries WHERE key > ? AND key < ? ORDER BY key LIMIT ?'),
    };
  }

  async get<Value>(key: string): Promise<StoredData<Value> | undefined> {
    return (this.#statements.get.get(key) as Row | undefined)?.value as StoredData<Value> | undefined;
  }

  async getMany<Value>(keys: string[]): Promise<Array<StoredData<Value | undefined>>> {
    return Promise.all(keys.map((key) => this.get<Value>(key)));
  }

  async set(key: string, value: string, ttl?: number): Promise<void> {
    this.#statements.set.run(key, value, ttl ? Date.now() + ttl : null);
  }

  /** All or nothing: the entries stand together or not at all. */
  async setMany(entries: Array<{ key: string; value: string; ttl?: number }>): Promise<void> {
    this.#together(() => {
      for (const { key, value, ttl } of entries) this.#statements.set.run(key, value, ttl ? Date.now() + ttl : null);
    });
    // Whoever writes many such sets lets others in between.
    await breathe();
  }

  async delete(key: string): Promise<boolean> {
    return this.#statements.delete.run(key).changes > 0;
  }

  async deleteMany(keys: string[]): Promise<boolean> {
    let deleted = 0;
    this.#together(() => {
      for (const key of keys) deleted += Number(this.#statements.delete.run(key).changes);
    });
    return deleted > 0;
  }

  async has(key: string): Promise<boolean> {
    return this.#statements.has.get(key, Date.now()) !== undefined;
  }

  async clear(): Promise<void> {
    const [from, to] = keyRange(this.namespace);
    this.#statements.clear.run(from, to);
  }

  async *iterator<Value>(namespace?: string): AsyncGenerator<Array<string | Awaited<Value> | undefined>, void> {
    const [from, to] = keyRange(namespace);
    yield* this.#rows<Value>(from, to);
  }

  /** Keys of this namespace that begin with the prefix, without the namespace, in order. */
  async *keys(namespace: string, prefix: string): AsyncGenerator<string, void> {
    const from = `${namespace}:${prefix}`;
    if (this.#statements.has.get(from, Date.now())) yield prefix;
    for await (const [key] of this.#rows(from, `${from}\u{10FFFF}`)) yield String(key).slice(namespace.length + 1);
  }

  async *#rows<Value>(from: string, to: string): AsyncGenerator<Array<string | Awaited<Value> | undefined>, void> {
    let after = from;
    for (;;) {
      const rows = this.#statements.page.all(after, to, ITERATION_BATCH) as Row[];
      for (const row of rows) yield [row.key, row.value as Awaited<Value>];
      const last = rows.at(-1);
      if (last === undefined || rows.length < ITERATION_BATCH) return;
      after = last.key;
      // Everything here answers at once; whoever waits for the network is let in between.
      await breathe();
    }
  }

  /** The database is shared by all namespaces; whoever opened it closes it. */
  async disconnect(): Promise<void> {}

  #together(write: () => void): void {
    this.#database.exec('BEGIN IMMEDIATE');
    try {
      write();
      this.#database.exec('COMMIT');
    } catch (error) {
      this.#database.exec('ROLLBACK');
      throw error;
    }
  }
}

/** Keys of a namespace sort between `<namespace>:` and `<namespace>;` (the next character), all keys below U+10FFFF. */
function keyRange(namespace: string | undefined): [from: string, to: string] {
  return namespace ? [`${namespace}:`, `${namespace};`] : ['', '\u{10FFFF}'];
}
