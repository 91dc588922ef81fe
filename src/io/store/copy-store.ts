/** Copies a store as it is at one moment, safely while another process writes to it. */
import { existsSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { StoreError } from './store-error.ts';
import { createPrivateFile, DATABASE_FILE_SUFFIXES, sqlitePath } from './store-file.ts';

/**
 * Makes `to` a copy of `from`, replacing what was there; where nothing is stored yet, `to` is empty.
 * @param from `sqlite:` and a file path; so is `to`.
 * @throws StoreError when the store cannot be read or the copy cannot be written.
 */
export function copyStore(from: string, to: string): void {
  const [source, target] = [sqlitePath(from), sqlitePath(to)];
  try {
    for (const companion of DATABASE_FILE_SUFFIXES) rmSync(target + companion, { force: true });
    if (!existsSync(source)) return;
    const database = new DatabaseSync(source, { readOnly: true });
    try {
      // SQLite copies into a file that is not there or empty; this one is nobody else's to read.
      createPrivateFile(target);
      // One read transaction: the write-ahead log is in it, half-done writes are not.
      database.prepare('VACUUM INTO ?').run(target);
    } finally {
      database.close();
    }
  } catch (error) {
    if (error instanceof StoreError) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new StoreError('cannot-open', `STORE_URL: cannot copy ${source} to ${target}: ${why}`, error);
  }
}
