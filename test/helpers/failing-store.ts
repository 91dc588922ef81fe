/** A real store whose disk is full for a while: writes fail as SQLite's do, reads go on. */
import { DatabaseSync } from 'node:sqlite';
import type { Store } from '../../src/app/ports/store.ts';
import { openStore } from '../../src/io/store/open-store.ts';

const WRITES: ReadonlySet<string | symbol> = new Set(['put', 'putMany', 'delete', 'deleteMany']);

export interface Disk {
  full: boolean;
  /** Writes that were refused. */
  refused: number;
  /** Which collections are on it; all of them when left out. */
  holds?: (collection: string) => boolean;
  /** Reading fails as well. */
  broken?: boolean;
}

export class DiskFull extends Error {
  readonly code = 'ERR_SQLITE_ERROR';
  readonly errcode = 13;
  constructor() {
    super('database or disk is full');
  }
}

/** Puts a disk that can be full under a store. */
export function onDisk(store: Store, disk: Disk): Store {
  return new Proxy(store, {
    get(target, name) {
      const collection: unknown = Reflect.get(target, name);
      if (typeof collection !== 'object' || collection === null) return collection;
      return new Proxy(collection, {
        get(part, method) {
          const work: unknown = Reflect.get(part, method);
          if (typeof work !== 'function') return work;
          return (...args: unknown[]) => {
            const held = disk.holds?.(String(name)) ?? true;
            if (disk.full && held && (disk.broken || WRITES.has(method))) {
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

/** A store in a file whose database can be kept from growing, as a full disk keeps it. */
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
    /** Not one page more than there are. */
    fill: () => setPages(1),
    empty: () => setPages(1_000_000),
  };
}
