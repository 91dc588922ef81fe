/** What can be wrong with a store, from SQLite's result codes to plain words. */
import type { StoreFault } from '../../app/ports/store.ts';

/** A store that cannot be opened, or a read or write that failed. The message is one line for the operator. */
export class StoreError extends Error {
  readonly code:
    | 'unsupported-store'
    | 'cannot-open'
    | 'in-use'
    | 'damaged'
    | 'outdated'
    | 'newer-store'
    | 'cannot-upgrade'
    | 'not-written'
    | 'not-read';
  constructor(code: StoreError['code'], message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'StoreError';
    this.code = code;
  }
}

/** SQLite's primary result codes. */
const FAULT_BY_SQLITE_CODE: Readonly<Record<number, StoreFault>> = {
  3: 'read-only',
  5: 'locked',
  6: 'locked',
  8: 'read-only',
  10: 'io',
  11: 'damaged',
  13: 'full',
  14: 'cannot-open',
  26: 'damaged',
};

/** For the log and the command line; `/status` says the same in the member's language. */
export const FAULT_DESCRIPTIONS = {
  full: 'the disk is full',
  'read-only': 'the file or its folder cannot be written',
  locked: 'another program holds it locked',
  damaged: 'the file is damaged',
  io: 'the disk reports an error',
  'cannot-open': 'the file cannot be opened any more',
  other: 'unexpected error',
} as const satisfies Record<StoreFault, string>;

/** Extended result codes keep the primary code in their low byte. */
export function storeFaultOf(error: unknown): StoreFault {
  const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0;
  return FAULT_BY_SQLITE_CODE[code] ?? 'other';
}

/** Our words, then the library's. */
export function describeStoreError(error: unknown): string {
  return `${FAULT_DESCRIPTIONS[storeFaultOf(error)]} (${errorMessage(error)})`;
}

export const errorMessage = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** What failed while the file was being opened, as a StoreError. */
export function toOpenError(path: string, error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  return storeFaultOf(error) === 'damaged'
    ? new StoreError('damaged', damagedStoreMessage(path, errorMessage(error)), error)
    : new StoreError('cannot-open', `STORE_URL: cannot open ${path}: ${describeStoreError(error)}`, error);
}

/** docs/delivery.md says more. */
export const damagedStoreMessage = (path: string, found: string): string =>
  `STORE_URL: ${path} is damaged: ${found}. Stop the bot and copy ${path}, ${path}-wal and ${path}-shm elsewhere; then restore a backup, ` +
  `or recover what is still readable: sqlite3 ${path} .recover | sqlite3 recovered.db (docs/delivery.md)`;
