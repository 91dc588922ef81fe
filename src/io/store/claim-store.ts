/**
 * Keeps a second bot from running on the same store: it would tell everything twice over, and each would hold subscriptions that
 * the other does not know. The claim is a lock on a file beside the store, which the system takes back when the process ends,
 * however it ends. `clausewatch poll --once` beside the bot claims nothing.
 */
import { DatabaseSync } from 'node:sqlite';
import { StoreError, sqlitePath } from './open-store.ts';

/** SQLite's code for a file that another process has locked. */
const BUSY = 5;

/**
 * @param url STORE_URL; a store in memory needs no claim.
 * @returns gives the claim back.
 * @throws StoreError when another bot has it.
 */
export function claimStore(url: string): () => void {
  const path = sqlitePath(url);
  if (path === ':memory:') return () => {};
  const lock = new DatabaseSync(`${path}.lock`);
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (error instanceof Error && 'errcode' in error && error.errcode === BUSY) {
      throw new StoreError('in-use', `STORE_URL: another Clausewatch is running on ${path}; stop it first.`, error);
    }
    throw error;
  }
  return () => {
    if (lock.isOpen) lock.close();
  };
}
