/** Copies a store as it is at one moment, even while another process writes to it. */
import { existsSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { errorMessage, StoreError } from './store-error.ts';
import { createPrivateFile, DATABASE_FILE_SUFFIXES, sqlitePath } from './store-file.ts';

/**
 * Replaces `to` by a copy of `from`; where `from` does not exist, `to` does not either.
 * @param from `sqlite:` and a file path, like `to`.
 * @throws StoreError when the store cannot be read or the copy cannot be written.
 */
export function copyStore(from: string, to: string): void {
  const [source, target] = [sqlitePath(from), sqlitePath(to)];
  try {
    for (const suffix of DATABASE_FILE_SUFFIXES) rmSync(target + suffix, { force: true });
    if (!existsSync(source)) return;
    const database = new DatabaseSync(source, { readOnly: true });
    try {
      // SQLite accepts an empty target; created by us, only its owner can read it.
      createPrivateFile(target);
      // One read transaction: it includes the write-ahead log and no unfinished write.
      database.prepare('VACUUM INTO ?').run(target);
    } finally {
      database.close();
    }
  } catch (error) {
    if (error instanceof StoreError) throw error;
    throw new StoreError('cannot-open', `STORE_URL: cannot copy ${source} to ${target}: ${errorMessage(error)}`, error);
  }
}
