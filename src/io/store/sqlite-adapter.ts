/**
 * A Keyv 5 storage adapter over one table of Node's own SQLite. It passes Keyv's published adapter test suite, for which alone it has
 * `getMany`, `clear` and `disconnect` (test/io/store/sqlite-adapter.test.ts).
 */
import { EventEmitter } from 'node:events';
import type { DatabaseSync } from 'node:sqlite';
import type { KeyvStoreAdapter, StoredData } from 'keyv';
import { yieldToEventLoop } from '../../app/event-loop.ts';
import { createExecutor, type DatabaseExecutor } from './database-executor.ts';

/** Rows read per step of an iteration: no statement stays open while the caller works. */
const ITERATION_BATCH_SIZE = 256;

type Row = { key: string; value: unknown };

/** With its namespace in the key; `ttl` in milliseconds. Without a value, a deletion. */
export interface EntryWrite {
  key: string;
  value?: string;
  ttl?: number;
}

/** One Keyv namespace of the shared database; Keyv prefixes the keys with `<namespace>:` itself. */
export class SqliteAdapter extends EventEmitter implements KeyvStoreAdapter {
  /** `dialect` tells Keyv that this store can be iterated. */
  // biome-ignore lint/suspicious/noExplicitAny: the type Keyv declares for it
  opts: any = { dialect: 'sqlite', url: 'sqlite:' };
  namespace?: string;

  readonly #executor: DatabaseExecutor;
  readonly #statements;

  /** @param executor shared by all namespaces of a database. */
  constructor(database: DatabaseSync, executor: DatabaseExecutor = createExecutor(database)) {
    super();
    this.#executor = executor;
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
    const row = await this.#executor.read(() => this.#statements.get.get(key) as Row | undefined);
    return row && (textOf(row) as StoredData<Value>);
  }

  async getMany<Value>(keys: string[]): Promise<Array<StoredData<Value | undefined>>> {
    return Promise.all(keys.map((key) => this.get<Value>(key)));
  }

  async set(key: string, value: string, ttl?: number): Promise<void> {
    const expiresAt = ttl ? Date.now() + ttl : null;
    await this.#executor.write(() => this.#statements.set.run(key, value, expiresAt));
  }

  /** All of them or none. */
  async setMany(entries: Array<{ key: string; value: string; ttl?: number }>): Promise<void> {
    await this.apply(entries);
  }

  /** All of them or none, in their order; of any namespace. */
  async apply(writes: readonly EntryWrite[]): Promise<void> {
    if (writes.length === 0) return;
    const { set, delete: remove } = this.#statements;
    await this.#executor.write(() => {
      for (const { key, value, ttl } of writes) {
        if (value === undefined) remove.run(key);
        else set.run(key, value, ttl ? Date.now() + ttl : null);
      }
    });
    // SQLite answers at once: a caller with many batches would keep everybody else waiting.
    await yieldToEventLoop();
  }

  async delete(key: string): Promise<boolean> {
    return (await this.#executor.write(() => this.#statements.delete.run(key).changes)) > 0;
  }

  async deleteMany(keys: string[]): Promise<boolean> {
    const deleted = await this.#executor.write(() =>
      keys.reduce((sum, key) => sum + Number(this.#statements.delete.run(key).changes), 0),
    );
    return deleted > 0;
  }

  async has(key: string): Promise<boolean> {
    return this.#executor.read(() => this.#statements.has.get(key, Date.now()) !== undefined);
  }

  async clear(): Promise<void> {
    const [from, to] = keyRange(this.namespace);
    await this.#executor.write(() => this.#statements.clear.run(from, to));
  }

  /** Keeps a copy of an entry, whatever is written in its place later. */
  async quarantine(key: string): Promise<void> {
    await this.#executor.write(() => this.#statements.quarantine.run(Date.now(), key));
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
      const rows = await this.#executor.read(() => this.#statements.page.all(from, to, ITERATION_BATCH_SIZE) as Row[]);
      for (const row of rows) yield [row.key, textOf(row) as Awaited<Value>];
      const last = rows.at(-1);
      if (last === undefined || rows.length < ITERATION_BATCH_SIZE) return;
      after = last.key;
      await yieldToEventLoop();
    }
  }

  /** The database is shared; the code that opened it closes it. */
  async disconnect(): Promise<void> {}
}

/** Only text was ever written here. Anything else becomes an empty text, which the decoder reports. */
const textOf = ({ value }: Row): string => (typeof value === 'string' ? value : '');

/** Keys of a namespace sort between `<namespace>:` and `<namespace>;` (the next character), all keys below U+10FFFF. */
function keyRange(namespace: string | undefined): [from: string, to: string] {
  return namespace ? [`${namespace}:`, `${namespace};`] : ['', '\u{10FFFF}'];
}
