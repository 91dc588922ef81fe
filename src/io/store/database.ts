/** The database file of the store: its tables, its durability, and the removal of expired entries. */
import { DatabaseSync } from 'node:sqlite';
import { DAY_MS } from '../../core/instants.ts';
import { inTransaction } from './database-executor.ts';
import { createDatedIndex } from './dated-index-schema.ts';
import { SCHEMA_VERSION } from './migrations/migrations.ts';
import { readSchemaVersion, writeSchemaVersion } from './schema-version.ts';
import { StoreError } from './store-error.ts';
import { createPrivateFile } from './store-file.ts';

/** Nobody waits for answers while the database is being opened. */
export const OPENING_TIMEOUT_MS = 10_000;
/** Afterwards the executor retries with pauses, since SQLite blocks the event loop while it waits. */
const BUSY_TIMEOUT_MS = 10;

const TABLES = `
  CREATE TABLE IF NOT EXISTS entries (key TEXT PRIMARY KEY, value TEXT NOT NULL, expires_at INTEGER) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS entries_by_expiry ON entries (expires_at) WHERE expires_at IS NOT NULL;
  CREATE TABLE IF NOT EXISTS unreadable (key TEXT PRIMARY KEY, value TEXT NOT NULL, found_at INTEGER NOT NULL) WITHOUT ROWID;`;

/**
 * Opens the file with its tables, and creates what is missing. A write that returned survives the death of the process and of the
 * machine: write-ahead log, every commit flushed.
 * @param path a file path, or `:memory:`.
 * @throws StoreError when the file cannot be written or holds a store of another version, and SQLite's errors.
 */
export function openDatabase(path: string): DatabaseSync {
  const database = openDatabaseFile(path);
  try {
    const version = readSchemaVersion(database, path);
    if (version === undefined) {
      inTransaction(database, () => {
        database.exec(TABLES);
        writeSchemaVersion(database, SCHEMA_VERSION);
      });
    } else if (version < SCHEMA_VERSION) {
      throw new StoreError('outdated', `STORE_URL: ${path} has not been upgraded to schema version ${SCHEMA_VERSION}`);
    } else database.exec(TABLES);
    createDatedIndex(database);
    database.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS}`);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Opens the file as it is, empty where it did not exist. */
export function openDatabaseFile(path: string): DatabaseSync {
  if (path !== ':memory:') createPrivateFile(path);
  const database = new DatabaseSync(path, { timeout: OPENING_TIMEOUT_MS });
  try {
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** How long copies of unreadable values are kept. */
const UNREADABLE_RETENTION_MS = 90 * DAY_MS;

/** Removes expired entries, which reads do not see any more, to free their space. */
export function purgeExpired(database: DatabaseSync, nowMs: number): void {
  database.prepare('DELETE FROM entries WHERE expires_at <= ?').run(nowMs);
  database.prepare('DELETE FROM unreadable WHERE found_at <= ?').run(nowMs - UNREADABLE_RETENTION_MS);
}
