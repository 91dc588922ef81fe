/**
 * Keeps a second bot from running on the same store: it would tell everything twice over, and each would hold subscriptions that
 * the other does not know. The claim is a lock on a file beside the store, which the system takes back when the process ends,
 * however it ends. `clausewatch poll --once` beside the bot claims nothing.
 */
import { DatabaseSync } from 'node:sqlite';
import { describeStoreError, StoreError, storeFaultOf } from './store-error.ts';
import { createPrivateFile, sqlitePath } from './store-file.ts';

/** A lock that nobody holds on to would be given back by the garbage collector. */
const claims = new Set<DatabaseSync>();

/**
 * @param url STORE_URL; a store in memory needs no claim.
 * @returns gives the claim back.
 * @throws StoreError when another bot has it, or nothing can be written beside the store.
 */
export function acquireStoreLock(url: string): () => void {
  const path = sqlitePath(url);
  if (path === ':memory:') return () => {};
  createPrivateFile(`${path}.lock`);
  const lock = openLock(path);
  claims.add(lock);
  return () => {
    claims.delete(lock);
    if (lock.isOpen) lock.close();
  };
}

function openLock(path: string): DatabaseSync {
  let lock: DatabaseSync | undefined;
  try {
    lock = new DatabaseSync(`${path}.lock`);
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock?.close();
    if (storeFaultOf(error) === 'locked') {
      throw new StoreError('in-use', `STORE_URL: another Clausewatch is running on ${path}; stop it first.`, error);
    }
    throw new StoreError('cannot-open', `STORE_URL: cannot lock ${path}.lock: ${describeStoreError(error)}`, error);
  }
}
