/**
 * Keeps a second bot off the same store: both would send every alert, and each would hold subscriptions the other does not know.
 * It is a lock on a file beside the store, which the system releases however the process ends. Programs that may run beside the bot
 * do not take it.
 */
import { DatabaseSync } from 'node:sqlite';
import { describeStoreError, StoreError, storeFaultOf } from './store-error.ts';
import { createPrivateFile, sqlitePath } from './store-file.ts';

/** Keeps the locks from being garbage-collected, which would release them. */
const heldLocks = new Set<DatabaseSync>();

/**
 * @param url STORE_URL; a store in memory needs no lock.
 * @returns a function that releases it.
 * @throws StoreError when another bot holds it, or nothing can be written beside the store.
 */
export function acquireStoreLock(url: string): () => void {
  const path = sqlitePath(url);
  if (path === ':memory:') return () => {};
  createPrivateFile(`${path}.lock`);
  const lock = openLock(path);
  heldLocks.add(lock);
  return () => {
    heldLocks.delete(lock);
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
