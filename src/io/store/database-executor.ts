/**
 * Runs every read and write of the database. Each write is one transaction, and writes keep their order. While another program holds
 * the database locked they retry with pauses, since SQLite's own waiting would block the event loop. Reads need not wait: with a
 * write-ahead log no writer blocks them.
 */
import type { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { FAULT_DESCRIPTIONS, StoreError, storeFaultOf } from './store-error.ts';
import type { AccessMode, StoreHealth } from './store-health.ts';

export interface DatabaseExecutor {
  read<Value>(query: () => Value): Promise<Value>;
  write<Value>(change: () => Value): Promise<Value>;
  /** Resolves after the last queued write; undefined when none is queued. */
  pendingWrites(): Promise<void> | undefined;
}

interface ExecutorOptions {
  health?: StoreHealth;
  /** How long to wait for another program's lock before a read or a write fails. */
  lockTimeoutMs?: number;
}

const LOCK_TIMEOUT_MS = 30_000;
const MIN_RETRY_DELAY_MS = 10;
const MAX_RETRY_DELAY_MS = 250;

type Attempt<Value> = { status: 'done'; value: Value } | { status: 'locked'; error: unknown };

export function createExecutor(database: DatabaseSync, options: ExecutorOptions = {}): DatabaseExecutor {
  const { health, lockTimeoutMs = LOCK_TIMEOUT_MS } = options;
  /** The last queued write. Never rejects. */
  let last: Promise<void> | undefined;

  /** @throws StoreError for any fault but a lock. */
  function attempt<Value>(access: AccessMode, work: () => Value): Attempt<Value> {
    try {
      const value = work();
      health?.succeeded(access);
      return { status: 'done', value };
    } catch (error) {
      if (storeFaultOf(error) === 'locked') return { status: 'locked', error };
      throw recordFailure(access, error);
    }
  }

  function recordFailure(access: AccessMode, error: unknown): unknown {
    // Late calls after closing are no problem of the store.
    if (!database.isOpen) return error;
    health?.failed(access, error);
    const [code, verb] = access === 'reading' ? (['not-read', 'read'] as const) : (['not-written', 'written'] as const);
    return new StoreError(code, `the store could not be ${verb}: ${FAULT_DESCRIPTIONS[storeFaultOf(error)]}`, error);
  }

  async function retryWhileLocked<Value>(access: AccessMode, work: () => Value, deadlineMs: number): Promise<Value> {
    for (let pauseMs = MIN_RETRY_DELAY_MS; ; pauseMs = Math.min(pauseMs * 2, MAX_RETRY_DELAY_MS)) {
      const tried = attempt(access, work);
      if (tried.status === 'done') return tried.value;
      const remainingMs = deadlineMs - performance.now();
      if (remainingMs <= 0) throw recordFailure(access, tried.error);
      await sleep(Math.min(pauseMs, remainingMs));
    }
  }

  function enqueueWrite<Value>(change: () => Value, deadlineMs: number): Promise<Value> {
    const done = (last ?? Promise.resolve()).then(() => retryWhileLocked('writing', change, deadlineMs));
    const settled = done.then(
      () => {},
      () => {},
    );
    last = settled;
    settled.then(() => {
      if (last === settled) last = undefined;
    });
    return done;
  }

  return {
    async read(query) {
      const tried = attempt('reading', query);
      return tried.status === 'done'
        ? tried.value
        : retryWhileLocked('reading', query, performance.now() + lockTimeoutMs);
    },
    async write(change) {
      const transaction = () => inTransaction(database, change);
      if (last === undefined) {
        const tried = attempt('writing', transaction);
        if (tried.status === 'done') return tried.value;
      }
      return enqueueWrite(transaction, performance.now() + lockTimeoutMs);
    },
    pendingWrites: () => last,
  };
}

/** Commits, or rolls back and throws what went wrong. */
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

/** After a full disk, for example, SQLite has rolled back by itself; a second rollback would throw and hide the first error. */
export function rollBack(database: DatabaseSync): void {
  if (!database.isTransaction) return;
  try {
    database.exec('ROLLBACK');
  } catch {
    // The caller throws the first error. A transaction left open would fail the next one, which is reported.
  }
}
