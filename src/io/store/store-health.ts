/** Keeps how the store is doing, for `/status`, and tells the log once when trouble begins and once when it is over. */
import type { Now } from '../../app/ports/clock.ts';
import type { Log } from '../../app/ports/log.ts';
import type { StoreFaultSummary, StoreProblems } from '../../app/ports/store.ts';
import { describeStoreError, FAULT_DESCRIPTIONS, storeFaultOf } from './store-error.ts';

export type AccessMode = 'reading' | 'writing';

export interface StoreHealth {
  succeeded(access: AccessMode): void;
  failed(access: AccessMode, error: unknown): void;
  /** A value that makes no sense is passed over; true for one that was not known yet. */
  noteUnreadable(key: string): boolean;
  problems(): StoreProblems | undefined;
}

const FAILS = { reading: 'the store cannot be read', writing: 'the store cannot be written' } as const;
const WORKS = { reading: 'the store can be read again', writing: 'the store can be written again' } as const;

export function createStoreHealth(log: Log, now: Now): StoreHealth {
  const failing: Partial<Record<AccessMode, StoreFaultSummary>> = {};
  const unreadable = new Set<string>();

  return {
    succeeded(access) {
      const over = failing[access];
      // What is sound of a damaged file still works, and the damage is there all the same.
      if (over === undefined || over.fault === 'damaged') return;
      delete failing[access];
      log.info(
        `${WORKS[access]}: it failed ${over.times} times since ${over.since}, as ${FAULT_DESCRIPTIONS[over.fault]}`,
      );
    },
    failed(access, error) {
      const fault = storeFaultOf(error);
      const known = failing[access];
      const since = known?.since ?? now().toISOString();
      failing[access] = { fault, since, times: (known?.times ?? 0) + 1 };
      if (known?.fault !== fault) log.error(`${FAILS[access]}: ${describeStoreError(error)}`, { err: error });
    },
    noteUnreadable(key) {
      if (unreadable.has(key)) return false;
      unreadable.add(key);
      log.error('a stored value cannot be read: it is passed over, and kept as it is', { key });
      return true;
    },
    problems: () =>
      failing.reading || failing.writing || unreadable.size > 0
        ? { ...failing, unreadable: [...unreadable] }
        : undefined,
  };
}
