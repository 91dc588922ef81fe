/**
 * A store of schema version 0: what the sandbox's bot left after its whole story, run by the last program that kept no version
 * (commit 40ece4f).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { gunzipSync } from 'node:zlib';

export function unpackVersion0(path: string): string {
  writeFileSync(path, gunzipSync(readFileSync(new URL('./version-0.db.gz', import.meta.url))));
  return path;
}

export interface Entry {
  value: string;
  expiresAt: number | null;
}

/** What stands in the file, by key. */
export function readEntries(path: string): Map<string, Entry> {
  return withDatabase(path, (database) => {
    const rows = database.prepare('SELECT key, value, expires_at FROM entries ORDER BY key').all();
    return new Map(
      rows.map(({ key, value, expires_at }) => [
        String(key),
        { value: String(value), expiresAt: expires_at === null ? null : Number(expires_at) },
      ]),
    );
  });
}

export const schemaVersionOf = (path: string): unknown =>
  withDatabase(path, (database) => database.prepare('PRAGMA user_version').get()?.user_version);

export function withDatabase<Result>(path: string, use: (database: DatabaseSync) => Result): Result {
  const database = new DatabaseSync(path);
  try {
    return use(database);
  } finally {
    database.close();
  }
}
