/**
 * The tables and triggers of the dated index: an index of values by platform and date, in the file of the store. The triggers write its
 * rows in the transaction that writes an entry, in whatever process, so the two agree after a crash. Entries from before the triggers
 * are indexed by backfill-dated-index.ts.
 */
import type { DatabaseSync } from 'node:sqlite';
import { inTransaction } from './database-executor.ts';
import { INDEXED_NAMESPACES, type IndexedNamespace, NEWSROOM_PROJECTION } from './indexed-namespaces.ts';
import { createTitleIndex } from './story-title-search.ts';

/** Creates missing tables, and the triggers of namespaces whose version has changed. */
export function createDatedIndex(database: DatabaseSync): void {
  database.exec(`
    CREATE TABLE IF NOT EXISTS chronicle (
      collection TEXT NOT NULL, platform TEXT NOT NULL, date TEXT NOT NULL, key TEXT NOT NULL, kind TEXT NOT NULL,
      PRIMARY KEY (collection, platform, date, key)
    ) WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS chronicle_by_key ON chronicle (key);
    CREATE TABLE IF NOT EXISTS chronicle_summaries (
      revision INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, collection TEXT NOT NULL, summary TEXT NOT NULL
    );
    CREATE INDEX IF NOT EXISTS chronicle_summaries_by_revision ON chronicle_summaries (collection, revision);
    CREATE TABLE IF NOT EXISTS chronicle_filled (
      namespace TEXT PRIMARY KEY, edition INTEGER NOT NULL, up_to TEXT
    ) WITHOUT ROWID;`);
  createTitleIndex(database);
  const outdated = INDEXED_NAMESPACES.filter((indexed) => !isUpToDate(database, indexed));
  if (outdated.length === 0) return;
  inTransaction(database, () => {
    for (const indexed of outdated) {
      createTriggers(database, indexed);
      startBackfill(database, indexed);
    }
  });
}

function isUpToDate(database: DatabaseSync, { namespace, version }: IndexedNamespace): boolean {
  const row = database.prepare('SELECT edition FROM chronicle_filled WHERE namespace = ?').get(namespace);
  return row?.edition === version;
}

/** New entries are the triggers' work; older ones, where there are any, are backfilled from the first on. */
function startBackfill(database: DatabaseSync, indexed: IndexedNamespace): void {
  const { namespace } = indexed;
  const range = [`${namespace}:`, `${namespace};`];
  const first = database.prepare('SELECT key FROM entries WHERE key > ? AND key < ? LIMIT 1').get(...range);
  saveBackfillProgress(database, indexed, first === undefined ? null : `${namespace}:`);
}

/** @param upTo the last entry that was indexed; null when all are. */
export function saveBackfillProgress(
  database: DatabaseSync,
  { namespace, version }: IndexedNamespace,
  upTo: string | null,
): void {
  database
    .prepare('INSERT OR REPLACE INTO chronicle_filled (namespace, edition, up_to) VALUES (?, ?, ?)')
    .run(namespace, version, upTo);
}

function createTriggers(database: DatabaseSync, indexed: IndexedNamespace): void {
  const { namespace } = indexed;
  const name = `chronicle_${namespace.replace('-', '_')}`;
  const isOurs = (row: string) => `${row}.key >= '${namespace}:' AND ${row}.key < '${namespace};'`;
  const insert = insertStatements(indexed, newEntry(indexed.validity)).join(';\n');
  const remove = (row: string) =>
    ['chronicle', 'chronicle_summaries'].map((table) => `DELETE FROM ${table} WHERE key = ${row}.key;`).join(' ');
  for (const event of ['insert', 'update', 'delete']) database.exec(`DROP TRIGGER IF EXISTS ${name}_${event}`);
  database.exec(
    `CREATE TRIGGER ${name}_insert AFTER INSERT ON entries WHEN ${isOurs('new')} BEGIN ${remove('new')} ${insert}; END`,
  );
  database.exec(
    `CREATE TRIGGER ${name}_update AFTER UPDATE OF value ON entries WHEN ${isOurs('new')} BEGIN ${remove('new')} ${insert}; END`,
  );
  database.exec(
    `CREATE TRIGGER ${name}_delete AFTER DELETE ON entries WHEN ${isOurs('old')} BEGIN ${remove('old')} END`,
  );
}

/** NULL for a value that is no JSON, which then gets no rows. */
export const jsonbOf = (value: string) => `CASE WHEN json_valid(${value}) THEN jsonb(${value}) END`;
/**
 * For a trigger. Values of a wrong shape are left out: a text where a list belongs would fail the whole write. The LIMITs keep SQLite from
 * inlining the parsing everywhere the value is used.
 */
const newEntry = (validity: string) =>
  `(SELECT key, CASE WHEN ${validity} THEN value END AS value
    FROM (SELECT new.key AS key, ${jsonbOf('new.value')} AS value LIMIT 1) AS it LIMIT 1) AS it`;

/**
 * Statements that insert the rows of `it`. The rows must not exist yet: inside a trigger SQLite ignores OR IGNORE.
 * @param source the table expression that `it` comes from.
 */
export function insertStatements(
  { namespace, date, kind, platforms, summary }: IndexedNamespace,
  source: string,
): string[] {
  const rows = (columns: string[], tables: string[], where: string) =>
    'INSERT INTO chronicle (collection, platform, date, key, kind) ' +
    `SELECT DISTINCT ${columns.join(', ')} FROM ${[source, ...tables].join(', ')} WHERE ${where}`;
  const kindOrEmpty = `coalesce(${kind}, '')`;
  const statements = [rows([`'${namespace}'`, "''", date, 'it.key', kindOrEmpty], [], `${date} IS NOT NULL`)];
  if (platforms !== undefined) {
    const { name, from } = platforms;
    const columns = [`'${namespace}'`, name, date, 'it.key', kindOrEmpty];
    statements.push(rows(columns, from ? [from] : [], `${date} IS NOT NULL AND ${name} <> ''`));
  }
  if (namespace === NEWSROOM_PROJECTION.namespace) {
    statements.push(rows(NEWSROOM_PROJECTION.columns, NEWSROOM_PROJECTION.from, NEWSROOM_PROJECTION.where));
  }
  if (summary !== undefined) {
    // Patching {} drops fields that are null.
    const columns = `it.key, '${namespace}', json_patch('{}', ${summary})`;
    statements.push(
      `INSERT INTO chronicle_summaries (key, collection, summary) SELECT ${columns} FROM ${source} WHERE ${date} IS NOT NULL`,
    );
  }
  return statements;
}
