/**
 * Checks at the start that the file is whole, before alerts are planned from half a store. A full check reads some hundred megabytes
 * in a second or two, in a thread so that a stop signal is heard meanwhile.
 */
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { damagedStoreMessage, FAULT_DESCRIPTIONS, StoreError } from './store-error.ts';
import { sqlitePath } from './store-file.ts';
import type { IntegrityResult } from './verify-worker.ts';

const WORKER = new URL('./verify-worker.ts', import.meta.url);

/**
 * @param url STORE_URL; a file that does not exist yet passes.
 * @throws StoreError that says what to do when the file is damaged.
 */
export async function verifyStore(url: string): Promise<void> {
  const path = sqlitePath(url);
  if (path === ':memory:' || !existsSync(path)) return;
  const worker = new Worker(WORKER, { workerData: path, env: {} });
  const [result] = (await once(worker, 'message')) as [IntegrityResult];
  await worker.terminate();
  switch (result.status) {
    case 'whole':
      return;
    case 'damaged':
      throw new StoreError('damaged', damagedStoreMessage(path, result.detail));
    case 'unknown':
      throw new StoreError(
        'cannot-open',
        `STORE_URL: cannot read ${path}: ${FAULT_DESCRIPTIONS[result.fault]} (${result.detail})`,
      );
  }
}
