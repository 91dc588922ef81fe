/** How programs open their store: upgraded first, and the bot's for itself alone. */
import type { Store } from '../../app/ports/store.ts';
import { openStore, type StoreOptions } from './open-store.ts';
import { acquireStoreLock } from './store-lock.ts';
import { needsUpgrade, upgradeStore } from './upgrade-store.ts';
import { verifyStore } from './verify-store.ts';

/**
 * For the bot. Nothing is sent from a store that another bot uses, or that is damaged.
 * @returns the store, locked until it is closed.
 * @throws StoreError with one clear line.
 */
export async function openExclusiveStore(url: string, options: StoreOptions = {}): Promise<Store> {
  const releaseLock = acquireStoreLock(url);
  try {
    await verifyStore(url);
    await upgradeStore(url, options);
    const store = openStore(url, options);
    return { ...store, close: () => store.close().finally(releaseLock) };
  } catch (error) {
    releaseLock();
    throw error;
  }
}

/**
 * For programs that may run beside the bot. Only an upgrade needs the store for itself.
 * @throws StoreError with one clear line.
 */
export async function openSharedStore(url: string, options: StoreOptions = {}): Promise<Store> {
  if (!needsUpgrade(url)) return openStore(url, options);
  const releaseLock = acquireStoreLock(url);
  try {
    await verifyStore(url);
    await upgradeStore(url, options);
  } finally {
    releaseLock();
  }
  return openStore(url, options);
}
