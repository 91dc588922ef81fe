/** The database file of the store: its tables, how safely it is written, and what has expired in it. */
import { DatabaseSync } from 'node:sqlite';
import { createDatedIndex } from './dated-index-schema.ts';
import { createPrivateFile } from './store-file.ts';

/** While the database is opened nobody waits for answers yet. */
const OPENING_TIMEOUT_MS = 10_000;
/** From then on locks are waited for in turns.ts: SQLite holds up everything while it waits. */
const BUSY_TIMEOUT_MS = 10;

/**
 * Opens (and makes, with its folder) the file and its tables. A write that returned survives the death of the process and of the
 * machine: write-ahead log, every commit flushed.
 * @param path a file path, or `:memory:`.
 * @throws StoreError where the file cannot be made or written, and SQLite's errors.
 */
export function openDatabase(path: string): DatabaseSync {
  if (path !== ':memory:') createPrivateFile(path);
  const database = new DatabaseSync(path, { timeout: OPENING_TIMEOUT_MS });
  try {
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
    database.exec(
      'CREATE TABLE IF NOT EXISTS entries (key TEXT PRIMARY KEY, value TEXT NOT NULL, expires_at INTEGER) WITHOUT ROWID',
    );
    database.exec('CREATE INDEX IF NOT EXISTS entries_by_expiry ON entries (expires_at) WHERE expires_at IS NOT NULL');
    database.exec(
      'CREATE TABLE IF NOT EXISTS unreadable (key TEXT PRIMARY KEY, value TEXT NOT NULL, found_at INTEGER NOT NULL) WITHOUT ROWID',
    );
    createDatedIndex(database);
    database.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS}`);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Values that make no sense are kept for whoever wants to look at them; nobody has for so long. */
const UNREADABLE_RETENTION_MS = 90 * 86_400_000;

/** Removes entries whose time to live has passed. They are hidden from reads; this gives their space back. */
export function purgeExpired(database: DatabaseSync, nowMs: number): void {
  database.prepare('DELETE FROM entries WHERE expires_at <= ?').run(nowMs);
  database.prepare('DELETE FROM unreadable WHERE found_at <= ?').run(nowMs - UNREADABLE_RETENTION_MS);
}
