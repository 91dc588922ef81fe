/** Takes older entries into the side table, in small batches: a store may have years of them, and others are to be heard meanwhile. */
import type { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DatabaseExecutor } from './database-executor.ts';
import { INDEXED_NAMESPACES, insertStatements, jsonbOf, saveBackfillProgress } from './dated-index-schema.ts';

/**
 * Fills the tables from the entries of a namespace that were written before the tables were there, a batch at a time. Goes on where
 * it was interrupted.
 * @returns when all of it is there, or the database was closed.
 */
export async function backfillDatedIndex(
  database: DatabaseSync,
  executor: DatabaseExecutor,
  namespace: string,
): Promise<void> {
  let size = INITIAL_BATCH_SIZE;
  while (database.isOpen) {
    const began = performance.now();
    if (!(await executor.write(() => backfillBatch(database, namespace, size)))) return;
    // As many as a moment holds: values differ in length, and disks in speed.
    const took = performance.now() - began;
    size = Math.min(Math.max(Math.round((size * TARGET_BATCH_MS) / Math.max(took, 1)), 1), MAX_BATCH_SIZE);
    await sleep(PAUSE_MS);
  }
}

const INITIAL_BATCH_SIZE = 16;
const MAX_BATCH_SIZE = 512;
/** How long a batch may hold up everybody else, and how long they then have to themselves. */
const TARGET_BATCH_MS = 25;
const PAUSE_MS = 1;

/** The namespaces whose older entries have not all been taken in. */
export function namespacesToBackfill(database: DatabaseSync): string[] {
  const known = database.prepare('SELECT namespace FROM chronicle_filled WHERE up_to IS NULL').all();
  const filled = new Set(known.map((row) => row.namespace));
  return INDEXED_NAMESPACES.map(({ namespace }) => namespace).filter((namespace) => !filled.has(namespace));
}

/** Inside a transaction. @returns whether anything was left to do. */
function backfillBatch(database: DatabaseSync, namespace: string, size: number): boolean {
  const written = INDEXED_NAMESPACES.find((one) => one.namespace === namespace);
  if (written === undefined) return false;
  const at = database.prepare('SELECT up_to FROM chronicle_filled WHERE namespace = ?').get(namespace);
  const from = String(at?.up_to ?? `${namespace};`);
  const keys = database
    .prepare('SELECT key FROM entries WHERE key > ? AND key < ? ORDER BY key LIMIT ?')
    .all(from, `${namespace};`, size);
  const last = keys.length > 0 ? String(keys.at(-1)?.key) : null;
  if (last !== null) {
    const among = [from, last];
    for (const table of ['chronicle', 'chronicle_summaries']) {
      database.prepare(`DELETE FROM ${table} WHERE key > ? AND key <= ?`).run(...among);
    }
    database.exec('CREATE TEMP TABLE IF NOT EXISTS taken_in (key TEXT, value BLOB); DELETE FROM taken_in');
    database
      .prepare(`INSERT INTO taken_in SELECT key, ${jsonbOf('value')} FROM entries WHERE key > ? AND key <= ?`)
      .run(...among);
    database.exec(`DELETE FROM taken_in AS it WHERE NOT (${written.validity})`);
    for (const sql of insertStatements(written, 'taken_in AS it')) database.exec(sql);
    database.exec('DELETE FROM taken_in');
  }
  saveBackfillProgress(database, namespace, last);
  return last !== null;
}
