/** Tracks read and write failures of the store for `/status`, and logs once when they begin and once when they end. */
import type { Now } from '../../app/ports/clock.ts';
import type { Log } from '../../app/ports/log.ts';
import type { StoreFaultSummary, StoreProblems } from '../../app/ports/store.ts';
import { describeStoreError, FAULT_DESCRIPTIONS, storeFaultOf } from './store-error.ts';

export type AccessMode = 'reading' | 'writing';

export interface StoreHealth {
  succeeded(access: AccessMode): void;
  failed(access: AccessMode, error: unknown): void;
  /** Remembers a value that was skipped; true the first time. */
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
      const outage = failing[access];
      // The sound parts of a damaged file still work; the damage remains.
      if (outage === undefined || outage.fault === 'damaged') return;
      delete failing[access];
      log.info(
        `${WORKS[access]}: it failed ${outage.times} times since ${outage.since}: ${FAULT_DESCRIPTIONS[outage.fault]}`,
      );
    },
    failed(access, error) {
      const fault = storeFaultOf(error);
      const previous = failing[access];
      const since = previous?.since ?? now().toISOString();
      failing[access] = { fault, since, times: (previous?.times ?? 0) + 1 };
      if (previous?.fault !== fault) log.error(`${FAILS[access]}: ${describeStoreError(error)}`, { err: error });
    },
    noteUnreadable(key) {
      if (unreadable.has(key)) return false;
      unreadable.add(key);
      log.error('skipped a stored value that cannot be read; a copy is kept', { key });
      return true;
    },
    problems: () =>
      failing.reading || failing.writing || unreadable.size > 0
        ? { ...failing, unreadable: [...unreadable] }
        : undefined,
  };
}
