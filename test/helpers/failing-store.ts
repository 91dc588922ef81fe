/** Stores that fail for a while, as SQLite does on a full or broken disk. */
import { DatabaseSync } from 'node:sqlite';
import type { Store } from '../../src/app/ports/store.ts';
import { openStore } from '../../src/io/store/open-store.ts';

const WRITES: ReadonlySet<string | symbol> = new Set(['put', 'putMany', 'delete', 'deleteMany']);

export interface Disk {
  full: boolean;
  /** Calls that failed. */
  refused: number;
  /** Which collections fail; all of them when left out. */
  holds?: (collection: string) => boolean;
  /** While the disk is full, reads fail as well. */
  broken?: boolean;
  /** Reads fail, writes do not. */
  unreadable?: boolean;
}

export class DiskFull extends Error {
  readonly code = 'ERR_SQLITE_ERROR';
  readonly errcode = 13;
  constructor() {
    super('database or disk is full');
  }
}

/** Puts a disk that can fail under a store. */
export function onDisk(store: Store, disk: Disk): Store {
  const holds = (collection: string) => disk.holds?.(collection) ?? true;
  const commit: Store['commit'] = async (writes) => {
    if (!disk.full || !writes.some((write) => holds('put' in write ? write.put : write.delete)))
      return store.commit(writes);
    disk.refused++;
    throw new DiskFull();
  };
  return new Proxy(store, {
    get(target, name) {
      const collection: unknown = Reflect.get(target, name);
      if (name === 'commit') return commit;
      if (typeof collection !== 'object' || collection === null) return collection;
      return new Proxy(collection, {
        get(part, method) {
          const work: unknown = Reflect.get(part, method);
          if (typeof work !== 'function') return work;
          return (...args: unknown[]) => {
            const affected = holds(String(name));
            const fails = WRITES.has(method) ? disk.full : disk.unreadable || (disk.full && disk.broken);
            if (affected && fails) {
              disk.refused++;
              return method === 'entries' ? failing() : Promise.reject(new DiskFull());
            }
            return work.apply(part, args);
          };
        },
      });
    },
  });
}

// biome-ignore lint/correctness/useYield: it fails before its first value
async function* failing(): AsyncGenerator<never> {
  throw new DiskFull();
}

/** A store in a file whose database can be kept from growing, as by a full disk. */
export function storeThatFills(path: string) {
  const exec = DatabaseSync.prototype.exec;
  let database: DatabaseSync | undefined;
  DatabaseSync.prototype.exec = function (sql) {
    database = this;
    return exec.call(this, sql);
  };
  const store = openStore(`sqlite:${path}`);
  DatabaseSync.prototype.exec = exec;
  const setPages = (pages: number) => database?.exec(`PRAGMA max_page_count = ${pages}`);
  return {
    store,
    /** Allows no page more than there are. */
    fill: () => setPages(1),
    empty: () => setPages(1_000_000),
  };
}
