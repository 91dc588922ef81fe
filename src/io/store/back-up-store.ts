/** Copies a store beside itself before it is upgraded. */
import { existsSync, renameSync, rmSync } from 'node:fs';
import { backup, type DatabaseSync } from 'node:sqlite';
import { describeStoreError, StoreError } from './store-error.ts';
import { createPrivateFile, DATABASE_FILE_SUFFIXES } from './store-file.ts';

/** Copied between two turns of the event loop: about 4 MB. */
const PAGES_PER_STEP = 1000;

/**
 * Writes `<path>.v<version>-<date>.bak`, or a numbered name where that exists, with SQLite's online backup.
 * @returns the path of the backup, which is complete.
 * @throws StoreError when it cannot be written; nothing is left of it then.
 */
export async function backUpStore(
  database: DatabaseSync,
  path: string,
  version: number,
  today: string,
): Promise<string> {
  const unfinished = `${path}.bak-unfinished`;
  try {
    // What an interrupted backup left.
    for (const suffix of DATABASE_FILE_SUFFIXES) rmSync(unfinished + suffix, { force: true, recursive: true });
    createPrivateFile(unfinished);
    await backup(database, unfinished, { rate: PAGES_PER_STEP });
    const target = unusedPath(`${path}.v${version}-${today}`);
    renameSync(unfinished, target);
    return target;
  } catch (error) {
    if (existsSync(unfinished)) rmSync(unfinished);
    const why = error instanceof StoreError ? error.message : describeStoreError(error);
    throw new StoreError(
      'cannot-upgrade',
      `STORE_URL: ${path} needs an upgrade and cannot be backed up: ${why}`,
      error,
    );
  }
}

function unusedPath(stem: string): string {
  let path = `${stem}.bak`;
  for (let number = 2; existsSync(path); number++) path = `${stem}-${number}.bak`;
  return path;
}
