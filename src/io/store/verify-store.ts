/**
 * Finds out at the start whether the file is whole: alerts that were planned by half a store are worse than none. Reading all of it
 * takes a second or two for some hundred megabytes, in a thread, so that a stop is heard meanwhile.
 */
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { damagedStoreMessage, FAULT_DESCRIPTIONS, StoreError } from './store-error.ts';
import { sqlitePath } from './store-file.ts';
import type { IntegrityResult } from './verify-worker.ts';

const WORKER = new URL('./verify-worker.ts', import.meta.url);

/**
 * @param url STORE_URL; what is not there yet is whole.
 * @throws StoreError that says what to do when the file is damaged.
 */
export async function verifyStore(url: string): Promise<void> {
  const path = sqlitePath(url);
  if (path === ':memory:' || !existsSync(path)) return;
  const thread = new Worker(WORKER, { workerData: path, env: {} });
  const [finding] = (await once(thread, 'message')) as [IntegrityResult];
  await thread.terminate();
  switch (finding.status) {
    case 'whole':
      return;
    case 'damaged':
      throw new StoreError('damaged', damagedStoreMessage(path, finding.detail));
    case 'unknown':
      throw new StoreError(
        'cannot-open',
        `STORE_URL: cannot read ${path}: ${FAULT_DESCRIPTIONS[finding.fault]} (${finding.detail})`,
      );
  }
}
