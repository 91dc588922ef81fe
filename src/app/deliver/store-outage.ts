/**
 * When the store takes nothing (a full disk, a lock): what needs it waits, with growing pauses, and the log has one line at the
 * beginning and one at the end, however many rows are waiting.
 */
import type { Log } from '../ports/log.ts';
import type { Store } from '../ports/store.ts';

const INITIAL_BACKOFF_SECONDS = 1;
const MAX_BACKOFF_SECONDS = 60;
/** A disk that is nearly full takes one write and not the next: it is over when nothing has failed for so long. */
const RECOVERED_AFTER_SECONDS = 15;

export interface StoreOutage {
  /** Whether it is too early for another try. */
  isBackingOff(): boolean;
  recordFailure(error: unknown): void;
  recordSuccess(): void;
  /** Says that it is over, when it is; to be called now and then. */
  logWhenOver(): void;
}

/** @param logLines what is said of it: when it begins, and when it is over. */
export function createStoreOutage(
  elapsedMs: () => number,
  log: Log,
  logLines: { begins: string; ends: string },
): StoreOutage {
  let lasts = false;
  let failures = 0;
  let failedMs = 0;
  let pauseSeconds = 0;
  const secondsSince = () => (elapsedMs() - failedMs) / 1000;
  const isBackingOff = () => failures > 0 && secondsSince() < pauseSeconds;
  return {
    isBackingOff,
    recordFailure(error) {
      // What was under way together fails together.
      if (isBackingOff()) return;
      if (!lasts) log.error(logLines.begins, { err: error });
      lasts = true;
      failedMs = elapsedMs();
      pauseSeconds = Math.min(INITIAL_BACKOFF_SECONDS * 2 ** failures, MAX_BACKOFF_SECONDS);
      failures += 1;
    },
    recordSuccess() {
      // What began before the failure says nothing about it.
      if (!isBackingOff()) failures = 0;
    },
    logWhenOver() {
      if (!lasts || failures > 0 || secondsSince() < RECOVERED_AFTER_SECONDS) return;
      lasts = false;
      log.info(logLines.ends);
    },
  };
}

/** A write the store did not take. */
export class StoreWriteError extends Error {
  readonly code = 'store-failed';
  constructor(cause: unknown) {
    super('the store did not take a write', { cause });
    this.name = 'StoreFailure';
  }
}

/** @returns nothing where the store did not take a write: its outage was told of that. */
export async function undefinedOnWriteError<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StoreWriteError) return undefined;
    throw error;
  }
}

const WRITES: ReadonlySet<string | symbol> = new Set(['put', 'putMany', 'delete', 'deleteMany']);

/** The same store; its outage is told of every write, and a write that fails throws a StoreFailure. */
export function guardWrites(store: Store, outage: StoreOutage): Store {
  const watched = new Map<object, object>();
  const watch = (collection: object): object => {
    const known = watched.get(collection) ?? new Proxy(collection, { get: watchedMethod });
    watched.set(collection, known);
    return known;
  };
  const watchedMethod = (collection: object, name: string | symbol): unknown => {
    const method: unknown = Reflect.get(collection, name);
    if (typeof method !== 'function' || !WRITES.has(name)) return method;
    return async (...parts: unknown[]) => {
      try {
        await method.apply(collection, parts);
      } catch (error) {
        outage.recordFailure(error);
        throw new StoreWriteError(error);
      }
      outage.recordSuccess();
    };
  };
  return new Proxy(store, {
    get(target, name) {
      const part: unknown = Reflect.get(target, name);
      return typeof part === 'object' && part !== null ? watch(part) : part;
    },
  });
}
