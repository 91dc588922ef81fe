/**
 * A Keyv 5 storage adapter over one table of Node's own SQLite.
 * Passes Keyv's published adapter test suite (test/io/store/sqlite-adapter.test.ts).
 */
import { EventEmitter } from 'node:events';
import type { DatabaseSync } from 'node:sqlite';
import type { KeyvStoreAdapter, StoredData } from 'keyv';
import { yieldToEventLoop } from '../../app/event-loop.ts';
import { createExecutor, type DatabaseExecutor } from './database-executor.ts';

/** Keys read per step of an iteration, so that no statement stays open while the reader thinks. */
const ITERATION_BATCH = 256;

type Row = { key: string; value: unknown };

/** One Keyv namespace of the shared database; Keyv prefixes the keys with `<namespace>:` itself. */
export class SqliteAdapter extends EventEmitter implements KeyvStoreAdapter {
  /** `dialect` tells Keyv that this store can be iterated. */
  // biome-ignore lint/suspicious/noExplicitAny: the type Keyv declares for it
  opts: any = { dialect: 'sqlite', url: 'sqlite:' };
  namespace?: string;

  readonly #turns: DatabaseExecutor;
  readonly #statements;

  /** @param executor shared by all namespaces of a database. */
  constructor(database: DatabaseSync, executor: DatabaseExecutor = createExecutor(database)) {
    super();
    this.#turns = executor;
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
      quarantine: database.prepare(
        'INSERT OR REPLACE INTO unreadable (key, value, found_at) SELECT key, value, ? FROM entries WHERE key = ?',
      ),
    };
  }

  async get<Value>(key: string): Promise<StoredData<Value> | undefined> {
    const row = await this.#turns.read(() => this.#statements.get.get(key) as Row | undefined);
    return row && (textOf(row) as StoredData<Value>);
  }

  async getMany<Value>(keys: string[]): Promise<Array<StoredData<Value | undefined>>> {
    return Promise.all(keys.map((key) => this.get<Value>(key)));
  }

  async set(key: string, value: string, ttl?: number): Promise<void> {
    const expiresAt = ttl ? Date.now() + ttl : null;
    await this.#turns.write(() => this.#statements.set.run(key, value, expiresAt));
  }

  /** All or nothing: the entries stand together or not at all. */
  async setMany(entries: Array<{ key: string; value: string; ttl?: number }>): Promise<void> {
    await this.#turns.write(() => {
      for (const { key, value, ttl } of entries) this.#statements.set.run(key, value, ttl ? Date.now() + ttl : null);
    });
    // Whoever writes many such sets lets others in between.
    await yieldToEventLoop();
  }

  async delete(key: string): Promise<boolean> {
    return (await this.#turns.write(() => this.#statements.delete.run(key).changes)) > 0;
  }

  async deleteMany(keys: string[]): Promise<boolean> {
    const deleted = await this.#turns.write(() =>
      keys.reduce((sum, key) => sum + Number(this.#statements.delete.run(key).changes), 0),
    );
    return deleted > 0;
  }

  async has(key: string): Promise<boolean> {
    return this.#turns.read(() => this.#statements.has.get(key, Date.now()) !== undefined);
  }

  async clear(): Promise<void> {
    const [from, to] = keyRange(this.namespace);
    await this.#turns.write(() => this.#statements.clear.run(from, to));
  }

  /** Keeps a copy of an entry as it stands, whatever is written in its place. */
  async quarantine(key: string): Promise<void> {
    await this.#turns.write(() => this.#statements.quarantine.run(Date.now(), key));
  }

  async *iterator<Value>(namespace?: string): AsyncGenerator<Array<string | Awaited<Value> | undefined>, void> {
    const [from, to] = keyRange(namespace);
    yield* this.#rows<Value>(from, to);
  }

  /** Keys of this namespace that begin with the prefix, without the namespace, in order. */
  async *keys(namespace: string, prefix: string): AsyncGenerator<string, void> {
    const from = `${namespace}:${prefix}`;
    if (await this.has(from)) yield prefix;
    for await (const [key] of this.#rows(from, `${from}\u{10FFFF}`)) yield String(key).slice(namespace.length + 1);
  }

  async *#rows<Value>(from: string, to: string): AsyncGenerator<Array<string | Awaited<Value> | undefined>, void> {
    let after = from;
    for (;;) {
      const from = after;
      const rows = await this.#turns.read(() => this.#statements.page.all(from, to, ITERATION_BATCH) as Row[]);
      for (const row of rows) yield [row.key, textOf(row) as Awaited<Value>];
      const last = rows.at(-1);
      if (last === undefined || rows.length < ITERATION_BATCH) return;
      after = last.key;
      // Everything here answers at once; whoever waits for the network is let in between.
      await yieldToEventLoop();
    }
  }

  /** The database is shared by all namespaces; whoever opened it closes it. */
  async disconnect(): Promise<void> {}
}

/** Anything but text is none of what was written here; as text, it is found out when it is read. */
const textOf = ({ value }: Row): string => (typeof value === 'string' ? value : '');

/** Keys of a namespace sort between `<namespace>:` and `<namespace>;` (the next character), all keys below U+10FFFF. */
function keyRange(namespace: string | undefined): [from: string, to: string] {
  return namespace ? [`${namespace}:`, `${namespace};`] : ['', '\u{10FFFF}'];
}
