/** Indexes entries from before the dated index, in small batches: a store may have years of them, and the bot goes on meanwhile. */
import type { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DatabaseExecutor } from './database-executor.ts';
import { insertStatements, jsonbOf, saveBackfillProgress } from './dated-index-schema.ts';
import { INDEXED_NAMESPACES } from './indexed-namespaces.ts';

/**
 * Indexes the older entries of a namespace, from where it was interrupted.
 * @returns when all are indexed, or the database was closed.
 */
export async function backfillDatedIndex(
  database: DatabaseSync,
  executor: DatabaseExecutor,
  namespace: string,
): Promise<void> {
  let size = INITIAL_BATCH_SIZE;
  while (database.isOpen) {
    const startedAt = performance.now();
    if (!(await executor.write(() => backfillBatch(database, namespace, size)))) return;
    // Values differ in length and disks in speed, so the batch size follows the time that the last one took.
    const tookMs = Math.max(performance.now() - startedAt, 1);
    size = Math.min(Math.max(Math.round((size * TARGET_BATCH_MS) / tookMs), 1), MAX_BATCH_SIZE);
    await sleep(PAUSE_MS);
  }
}

const INITIAL_BATCH_SIZE = 16;
const MAX_BATCH_SIZE = 512;
/** How long a batch may block the event loop, and the pause after it. */
const TARGET_BATCH_MS = 25;
const PAUSE_MS = 1;

/** The namespaces with entries that are not indexed yet. */
export function namespacesToBackfill(database: DatabaseSync): string[] {
  const rows = database.prepare('SELECT namespace FROM chronicle_filled WHERE up_to IS NULL').all();
  const complete = new Set(rows.map((row) => row.namespace));
  return INDEXED_NAMESPACES.map(({ namespace }) => namespace).filter((namespace) => !complete.has(namespace));
}

/** Runs inside a transaction. @returns whether there was anything to do. */
function backfillBatch(database: DatabaseSync, namespace: string, size: number): boolean {
  const indexed = INDEXED_NAMESPACES.find((candidate) => candidate.namespace === namespace);
  if (indexed === undefined) return false;
  const progress = database.prepare('SELECT up_to FROM chronicle_filled WHERE namespace = ?').get(namespace);
  const from = String(progress?.up_to ?? `${namespace};`);
  const keys = database
    .prepare('SELECT key FROM entries WHERE key > ? AND key < ? ORDER BY key LIMIT ?')
    .all(from, `${namespace};`, size);
  const last = keys.length > 0 ? String(keys.at(-1)?.key) : null;
  if (last !== null) {
    const range = [from, last];
    for (const table of ['chronicle', 'chronicle_summaries']) {
      database.prepare(`DELETE FROM ${table} WHERE key > ? AND key <= ?`).run(...range);
    }
    database.exec('CREATE TEMP TABLE IF NOT EXISTS taken_in (key TEXT, value BLOB); DELETE FROM taken_in');
    database
      .prepare(`INSERT INTO taken_in SELECT key, ${jsonbOf('value')} FROM entries WHERE key > ? AND key <= ?`)
      .run(...range);
    database.exec(`DELETE FROM taken_in AS it WHERE NOT (${indexed.validity})`);
    for (const sql of insertStatements(indexed, 'taken_in AS it')) database.exec(sql);
    database.exec('DELETE FROM taken_in');
  }
  saveBackfillProgress(database, indexed, last);
  return last !== null;
}
