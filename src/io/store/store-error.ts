/** What can be wrong with a store, in SQLite's numbers and in plain words. */
import type { StoreFault } from '../../app/ports/store.ts';

/** Thrown when the store named in the configuration cannot be opened, and when a read or a write of it fails. */
export class StoreError extends Error {
  readonly code: 'unsupported-store' | 'cannot-open' | 'in-use' | 'damaged' | 'not-written' | 'not-read';
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
  io: 'the disk does not do what it should',
  'cannot-open': 'the file cannot be opened any more',
  other: 'something unexpected',
} as const satisfies Record<StoreFault, string>;

/** The low byte is the primary code; what stands above it only says more of the same. */
export function storeFaultOf(error: unknown): StoreFault {
  const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0;
  return FAULT_BY_SQLITE_CODE[code] ?? 'other';
}

/** The plain words, and the library's own. */
export function describeStoreError(error: unknown): string {
  return `${FAULT_DESCRIPTIONS[storeFaultOf(error)]} (${error instanceof Error ? error.message : String(error)})`;
}

/** What whoever runs the bot can do about a damaged file; docs/delivery.md says more. */
export const damagedStoreMessage = (path: string, found: string): string =>
  `STORE_URL: ${path} is damaged: ${found}. Stop the bot and copy ${path}, ${path}-wal and ${path}-shm elsewhere; then put a backup ` +
  `in their place, or take out what can still be read: sqlite3 ${path} .recover | sqlite3 recovered.db (docs/delivery.md)`;
