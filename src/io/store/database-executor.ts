/**
 * Every read and every write of the database. A write is one transaction, all of it or nothing, and writes are done in the order
 * they were asked for. Where another program holds the database locked they wait for it with pauses, so that the program goes on
 * meanwhile: SQLite's own waiting would hold up everything. Reads pass by: in a write-ahead log they wait for no writer.
 */
import type { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { FAULT_DESCRIPTIONS, StoreError, storeFaultOf } from './store-error.ts';
import type { AccessMode, StoreHealth } from './store-health.ts';

export interface DatabaseExecutor {
  read<Value>(look: () => Value): Promise<Value>;
  write<Value>(change: () => Value): Promise<Value>;
  /** Ends with the last write that waits; nothing when none does. */
  pendingWrites(): Promise<void> | undefined;
}

export interface ExecutorOptions {
  health?: StoreHealth;
  /** How long another program's lock is waited for before a read or a write fails. */
  lockTimeoutMs?: number;
}

const LOCK_TIMEOUT_MS = 30_000;
const MIN_RETRY_DELAY_MS = 10;
const MAX_RETRY_DELAY_MS = 250;

type Attempt<Value> = { status: 'done'; value: Value } | { status: 'locked'; error: unknown };

export function createExecutor(database: DatabaseSync, options: ExecutorOptions = {}): DatabaseExecutor {
  const { health, lockTimeoutMs: patienceMs = LOCK_TIMEOUT_MS } = options;
  /** Never rejects. */
  let last: Promise<void> | undefined;

  /** @throws StoreError for any fault but a lock. */
  function attempt<Value>(access: AccessMode, work: () => Value): Attempt<Value> {
    try {
      const value = work();
      health?.succeeded(access);
      return { status: 'done', value };
    } catch (error) {
      if (storeFaultOf(error) === 'locked') return { status: 'locked', error };
      throw failed(access, error);
    }
  }

  function failed(access: AccessMode, error: unknown): unknown {
    // Whoever still asks after the end has no trouble with the store.
    if (!database.isOpen) return error;
    health?.failed(access, error);
    const [code, verb] = access === 'reading' ? (['not-read', 'read'] as const) : (['not-written', 'written'] as const);
    return new StoreError(code, `the store could not be ${verb}: ${FAULT_DESCRIPTIONS[storeFaultOf(error)]}`, error);
  }

  async function retryWhileLocked<Value>(access: AccessMode, work: () => Value, untilMs: number): Promise<Value> {
    for (let pauseMs = MIN_RETRY_DELAY_MS; ; pauseMs = Math.min(pauseMs * 2, MAX_RETRY_DELAY_MS)) {
      const tried = attempt(access, work);
      if (tried.status === 'done') return tried.value;
      const leftMs = untilMs - performance.now();
      if (leftMs <= 0) throw failed(access, tried.error);
      await sleep(Math.min(pauseMs, leftMs));
    }
  }

  function enqueueWrite<Value>(change: () => Value, untilMs: number): Promise<Value> {
    const done = (last ?? Promise.resolve()).then(() => retryWhileLocked('writing', change, untilMs));
    const over = done.then(
      () => {},
      () => {},
    );
    last = over;
    over.then(() => {
      if (last === over) last = undefined;
    });
    return done;
  }

  return {
    async read(look) {
      const tried = attempt('reading', look);
      return tried.status === 'done' ? tried.value : retryWhileLocked('reading', look, performance.now() + patienceMs);
    },
    async write(change) {
      const together = () => inTransaction(database, change);
      if (last === undefined) {
        const tried = attempt('writing', together);
        if (tried.status === 'done') return tried.value;
      }
      return enqueueWrite(together, performance.now() + patienceMs);
    },
    pendingWrites: () => last,
  };
}

/** All of it or nothing. @throws what went wrong. */
export function inTransaction<Value>(database: DatabaseSync, change: () => Value): Value {
  database.exec('BEGIN IMMEDIATE');
  try {
    const value = change();
    database.exec('COMMIT');
    return value;
  } catch (error) {
    rollBack(database);
    throw error;
  }
}

/** After a full disk and its like SQLite has taken the transaction back itself, and a second time would be a fault that hides the first. */
function rollBack(database: DatabaseSync): void {
  if (!database.isTransaction) return;
  try {
    database.exec('ROLLBACK');
  } catch {
    // What went wrong first is what is told. A transaction that would stay open fails the next one, which is told as well.
  }
}
