/** Keeps how the store is doing, for `/status`, and tells the log once when trouble begins and once when it is over. */
import type { Now } from '../../app/ports/clock.ts';
import type { Log } from '../../app/ports/log.ts';
import type { StoreFailing, StoreTrouble } from '../../app/ports/store.ts';
import { FAULT_WORDS, faultLine, faultOf } from './store-error.ts';

export type Access = 'reading' | 'writing';

export interface StoreHealth {
  succeeded(access: Access): void;
  failed(access: Access, error: unknown): void;
  /** A value that makes no sense is passed over; true for one that was not known yet. */
  unreadable(key: string): boolean;
  trouble(): StoreTrouble | undefined;
}

const FAILS = { reading: 'the store cannot be read', writing: 'the store cannot be written' } as const;
const WORKS = { reading: 'the store can be read again', writing: 'the store can be written again' } as const;

export function createHealth(log: Log, now: Now): StoreHealth {
  const failing: Partial<Record<Access, StoreFailing>> = {};
  const unreadable = new Set<string>();

  return {
    succeeded(access) {
      const over = failing[access];
      // What is sound of a damaged file still works, and the damage is there all the same.
      if (over === undefined || over.fault === 'damaged') return;
      delete failing[access];
      log.info(`${WORKS[access]}: it failed ${over.times} times since ${over.since}, as ${FAULT_WORDS[over.fault]}`);
    },
    failed(access, error) {
      const fault = faultOf(error);
      const known = failing[access];
      const since = known?.since ?? now().toISOString();
      failing[access] = { fault, since, times: (known?.times ?? 0) + 1 };
      if (known?.fault !== fault) log.error(`${FAILS[access]}: ${faultLine(error)}`, { err: error });
    },
    unreadable(key) {
      if (unreadable.has(key)) return false;
      unreadable.add(key);
      log.error('a stored value cannot be read: it is passed over, and kept as it is', { key });
      return true;
    },
    trouble: () =>
      failing.reading || failing.writing || unreadable.size > 0
        ? { ...failing, unreadable: [...unreadable] }
        : undefined,
  };
}
