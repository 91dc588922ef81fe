/** The thread of verify-store.ts: SQLite's own check of every page. */
import { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import type { StoreFault } from '../../app/ports/store.ts';
import { errorMessage, storeFaultOf } from './store-error.ts';

export type IntegrityResult =
  | { status: 'whole' }
  | { status: 'damaged'; detail: string }
  | { status: 'unknown'; fault: StoreFault; detail: string };

/** For another program that holds the file locked at the start. */
const LOCK_TIMEOUT_MS = 10_000;

function checkIntegrity(path: string): IntegrityResult {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(path, { timeout: LOCK_TIMEOUT_MS });
    // It stops at the first fault.
    const found = Object.values(database.prepare('PRAGMA quick_check(1)').get() ?? {}).map(String);
    return found[0] === 'ok' ? { status: 'whole' } : { status: 'damaged', detail: toOneLine(found.join(' ')) };
  } catch (error) {
    const fault = storeFaultOf(error);
    const detail = toOneLine(errorMessage(error));
    return fault === 'damaged' ? { status: 'damaged', detail } : { status: 'unknown', fault, detail };
  } finally {
    database?.close();
  }
}

const toOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

parentPort?.postMessage(checkIntegrity(workerData));
