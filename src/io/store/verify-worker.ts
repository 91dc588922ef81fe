/** What runs in the thread of check-store.ts: SQLite's own look at every page. */
import { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import type { StoreFault } from '../../app/ports/store.ts';
import { storeFaultOf } from './store-error.ts';

export type IntegrityResult =
  | { status: 'whole' }
  | { status: 'damaged'; detail: string }
  | { status: 'unknown'; fault: StoreFault; detail: string };

/** Where another program holds the file locked at the start. */
const LOCK_TIMEOUT_MS = 10_000;

function checkIntegrity(path: string): IntegrityResult {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(path, { timeout: LOCK_TIMEOUT_MS });
    // The first fault is enough: it ends there.
    const found = Object.values(database.prepare('PRAGMA quick_check(1)').get() ?? {}).map(String);
    return found[0] === 'ok' ? { status: 'whole' } : { status: 'damaged', detail: oneLine(found.join(' ')) };
  } catch (error) {
    const fault = storeFaultOf(error);
    const detail = oneLine(error instanceof Error ? error.message : String(error));
    return fault === 'damaged' ? { status: 'damaged', detail } : { status: 'unknown', fault, detail };
  } finally {
    database?.close();
  }
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

parentPort?.postMessage(checkIntegrity(workerData));
