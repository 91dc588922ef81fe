/**
 * A side table by platform and date, in the same file as the values. Triggers keep it: whatever writes an entry, in whatever process,
 * writes its rows in the same transaction, so the two cannot disagree after a crash. What was written before them is taken in by
 * fill-chronicle.ts.
 */
import type { DatabaseSync } from 'node:sqlite';
import { inTransaction } from './database-executor.ts';
import { createTitleIndex } from './story-title-search.ts';

/** To be raised when the rows below come out otherwise: what is there is then made anew. */
const INDEX_VERSION = 2;

/** The entry whose rows are written: `it.value` is what Keyv wrote, as SQLite's binary JSON, so that it is parsed once. */
const field = (path: string) => `it.value ->> '$.value.${path}'`;
const each = (path: string, as: string) => `json_each(it.value, '$.value.${path}') AS ${as}`;
/** A value that cannot be read has no rows. */
export const jsonbOf = (value: string) => `CASE WHEN json_valid(${value}) THEN jsonb(${value}) END`;
/**
 * Nor has one of a wrong shape: where words stand in the place of a list SQLite ends the whole write, and with it the filling of an
 * older store. In a trigger; the limits keep SQLite from writing the parsing into each place where the value is used.
 */
const newEntry = (validity: string) =>
  `(SELECT key, CASE WHEN ${validity} THEN value END AS value
    FROM (SELECT new.key AS key, ${jsonbOf('new.value')} AS value LIMIT 1) AS it LIMIT 1) AS it`;

const isText = (path: string) => `json_type(it.value, '$.value.${path}') IS 'text'`;
const isInstant = (path: string) => `${isText(path)} AND julianday(${field(path)}) IS NOT NULL`;
const isList = (path: string, fault: string) =>
  `json_type(it.value, '$.value.${path}') IS 'array' AND NOT EXISTS (SELECT 1 FROM ${each(path, 'one')} WHERE ${fault})`;
const areTexts = (path: string) => isList(path, `one.type <> 'text'`);
/** @param names parts of each that are text. */
const areObjects = (path: string, names: readonly string[] = []) => {
  const faults = names.map((name) => `json_type(it.value, one.fullkey || '.${name}') IS NOT 'text'`);
  return isList(path, [`one.type <> 'object'`, ...faults].join(' OR '));
};
const all = (...conditions: string[]) => conditions.join(' AND ');

interface IndexedNamespace {
  /** The Keyv namespace. */
  namespace: string;
  /** What the statements below rely on; the date is asked for besides. */
  validity: string;
  date: string;
  kind: string;
  /** Where it has several platforms or one; absent: it is asked for by date alone. */
  platforms?: { from?: string; name: string };
  /** What a list shows of it, as JSON. */
  summary?: string;
}

/** What is known of each kind of value, as SQL over a row called `it`. */
export const INDEXED_NAMESPACES: readonly IndexedNamespace[] = [
  {
    namespace: 'changes',
    validity: all(
      isInstant('firstSeenNew'),
      ...['id', 'document', 'platform', 'reading.change'].map(isText),
      areTexts('reading.topics'),
      areObjects('reading.evidence'),
    ),
    date: field('firstSeenNew'),
    kind: field('reading.change'),
    platforms: { name: field('platform') },
    summary: `json_object('id', ${field('id')}, 'document', ${field('document')}, 'platform', ${field('platform')},
      'firstSeenNew', ${field('firstSeenNew')}, 'origin', ${field('origin')},
      'reading', json_object('change', ${field('reading.change')}, 'direction', ${field('reading.direction')},
        'topics', json(${field('reading.topics')})))`,
  },
  {
    namespace: 'signal-changes',
    validity: all(isInstant('firstSeenNew'), ...['id', 'platform', 'kind'].map(isText), areObjects('moves')),
    date: field('firstSeenNew'),
    kind: field('significance'),
    platforms: { name: field('platform') },
    summary: `json_object('id', ${field('id')}, 'platform', ${field('platform')}, 'kind', ${field('kind')},
      'firstSeenNew', ${field('firstSeenNew')}, 'significance', ${field('significance')},
      'moves', (SELECT json_group_array(json(json_remove(move.value, '$.before', '$.after'))) FROM ${each('moves', 'move')}))`,
  },
  {
    namespace: 'stories',
    validity: all(
      isInstant('firstSeen'),
      ...['id', 'kind', 'label'].map(isText),
      areTexts('platforms'),
      areTexts('topics'),
      areObjects('items', ['title', 'link', 'outlet']),
    ),
    date: field('firstSeen'),
    kind: field('kind'),
    platforms: { from: each('platforms', 'platform'), name: 'platform.value' },
    summary: `json_object('id', ${field('id')}, 'platforms', json(${field('platforms')}),
      'kind', ${field('kind')}, 'firstSeen', ${field('firstSeen')},
      'items', (SELECT json_group_array(json_object('title', item.value ->> '$.title', 'link', item.value ->> '$.link',
        'outlet', item.value ->> '$.outlet')) FROM ${each('items', 'item')}))`,
  },
  { namespace: 'alerts', validity: isInstant('at'), date: field('at'), kind: field('kind') },
];

/** Rows under a name of their own: when a platform's newsroom spoke, by each official item of a story about it. */
export const NEWSROOMS = 'newsrooms';
const STATED_AT = `coalesce(item.value ->> '$.date', ${field('firstSeen')})`;
const NEWSROOM_PROJECTION = {
  namespace: 'stories',
  columns: [`'${NEWSROOMS}'`, 'platform.value', STATED_AT, 'it.key', "''"],
  from: [each('platforms', 'platform'), each('items', 'item')],
  where: `item.value ->> '$.official' AND ${STATED_AT} IS NOT NULL AND platform.value <> ''`,
};

/** Makes tables and triggers where they are not there, or not as they should be. */
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
  const outdated = INDEXED_NAMESPACES.filter(({ namespace }) => !isUpToDate(database, namespace));
  if (outdated.length === 0) return;
  inTransaction(database, () => {
    for (const written of outdated) {
      createTriggers(database, written);
      startBackfill(database, written);
    }
  });
}

function isUpToDate(database: DatabaseSync, namespace: string): boolean {
  const known = database.prepare('SELECT edition FROM chronicle_filled WHERE namespace = ?').get(namespace);
  return known?.edition === INDEX_VERSION;
}

/** From here on the triggers keep the rows; what was written before is taken in from the first entry on, where there is one. */
function startBackfill(database: DatabaseSync, { namespace }: IndexedNamespace): void {
  const range = [`${namespace}:`, `${namespace};`];
  const first = database.prepare('SELECT key FROM entries WHERE key > ? AND key < ? LIMIT 1').get(...range);
  saveBackfillProgress(database, namespace, first === undefined ? null : `${namespace}:`);
}

/** @param upTo the last entry that was taken in; nothing when all were. */
export function saveBackfillProgress(database: DatabaseSync, namespace: string, upTo: string | null): void {
  database
    .prepare('INSERT OR REPLACE INTO chronicle_filled (namespace, edition, up_to) VALUES (?, ?, ?)')
    .run(namespace, INDEX_VERSION, upTo);
}

function createTriggers(database: DatabaseSync, written: IndexedNamespace): void {
  const { namespace } = written;
  const name = `chronicle_${namespace.replace('-', '_')}`;
  const isOurs = (row: string) => `${row}.key >= '${namespace}:' AND ${row}.key < '${namespace};'`;
  const putIn = insertStatements(written, newEntry(written.validity)).join(';\n');
  const takeOut = (row: string) =>
    ['chronicle', 'chronicle_summaries'].map((table) => `DELETE FROM ${table} WHERE key = ${row}.key;`).join(' ');
  for (const event of ['insert', 'update', 'delete']) database.exec(`DROP TRIGGER IF EXISTS ${name}_${event}`);
  database.exec(
    `CREATE TRIGGER ${name}_insert AFTER INSERT ON entries WHEN ${isOurs('new')} BEGIN ${takeOut('new')} ${putIn}; END`,
  );
  database.exec(
    `CREATE TRIGGER ${name}_update AFTER UPDATE OF value ON entries WHEN ${isOurs('new')} BEGIN ${takeOut('new')} ${putIn}; END`,
  );
  database.exec(
    `CREATE TRIGGER ${name}_delete AFTER DELETE ON entries WHEN ${isOurs('old')} BEGIN ${takeOut('old')} END`,
  );
}

/**
 * Statements that write the rows of `it`. What has no date, or no platform, has no row. They may meet nothing that is there: inside
 * a trigger SQLite heeds no OR IGNORE.
 * @param source where `it` comes from.
 */
export function insertStatements(
  { namespace, date, kind, platforms, summary }: IndexedNamespace,
  source: string,
): string[] {
  const rows = (columns: string[], tables: string[], where: string) =>
    'INSERT INTO chronicle (collection, platform, date, key, kind) ' +
    `SELECT DISTINCT ${columns.join(', ')} FROM ${[source, ...tables].join(', ')} WHERE ${where}`;
  const known = `coalesce(${kind}, '')`;
  const statements = [rows([`'${namespace}'`, "''", date, 'it.key', known], [], `${date} IS NOT NULL`)];
  if (platforms !== undefined) {
    const { name, from } = platforms;
    const columns = [`'${namespace}'`, name, date, 'it.key', known];
    statements.push(rows(columns, from ? [from] : [], `${date} IS NOT NULL AND ${name} <> ''`));
  }
  if (namespace === NEWSROOM_PROJECTION.namespace) {
    statements.push(rows(NEWSROOM_PROJECTION.columns, NEWSROOM_PROJECTION.from, NEWSROOM_PROJECTION.where));
  }
  if (summary !== undefined) {
    // Merging into nothing leaves out what is null.
    const columns = `it.key, '${namespace}', json_patch('{}', ${summary})`;
    statements.push(
      `INSERT INTO chronicle_summaries (key, collection, summary) SELECT ${columns} FROM ${source} WHERE ${date} IS NOT NULL`,
    );
  }
  return statements;
}
