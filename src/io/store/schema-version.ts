/** The schema version of a store: a number in its database file, set in the same transaction as the values it speaks for. */
import type { DatabaseSync } from 'node:sqlite';
import { SCHEMA_VERSION } from './migrations/migrations.ts';
import { StoreError } from './store-error.ts';

/**
 * The version, or undefined where the database holds no store yet.
 * @throws StoreError when a newer program wrote the store.
 */
export function readSchemaVersion(database: DatabaseSync, path: string): number | undefined {
  const tables = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'entries'";
  const version = Number(database.prepare('PRAGMA user_version').get()?.user_version);
  if (version > SCHEMA_VERSION) {
    throw new StoreError(
      'newer-store',
      `STORE_URL: ${path} was written by a newer Clausewatch (schema version ${version}; this one reads up to ${SCHEMA_VERSION}). ` +
        'Update Clausewatch, or put a backup in its place.',
    );
  }
  return database.prepare(tables).get() === undefined ? undefined : version;
}

export function writeSchemaVersion(database: DatabaseSync, version: number): void {
  database.exec(`PRAGMA user_version = ${version}`);
}
