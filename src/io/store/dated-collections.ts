/** Collections with queries by platform and date, answered from the dated index without reading a value. */
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import type {
  Collection,
  DatedCollection,
  Occurrence,
  OccurrenceFilter,
  OccurrenceIndex,
  Pagination,
} from '../../app/ports/collection.ts';
import type { StoryTitleIndex } from '../../app/ports/store.ts';
import { createSerialQueue } from '../../app/serial-queue.ts';
import { backfillDatedIndex, namespacesToBackfill } from './backfill-dated-index.ts';
import type { DatabaseExecutor } from './database-executor.ts';
import { NEWSROOMS } from './indexed-namespaces.ts';
import { openTitleSearch } from './story-title-search.ts';

interface DatedCollections {
  /** Adds the queries to the collection of a Keyv namespace. */
  of<Value, Summary>(collection: Collection<Value>, namespace: string): DatedCollection<Value, Summary>;
  newsrooms: OccurrenceIndex;
  storyTitles: StoryTitleIndex;
  /** Resolves when everything stored is indexed. */
  ready(): Promise<void>;
}

/** Starts the backfill where the index is incomplete; queries wait for it. */
export function openDatedCollections(database: DatabaseSync, executor: DatabaseExecutor): DatedCollections {
  const statements = prepare(database);
  /** Filled one after the other. Where that failed, the next query tries again. */
  const incomplete = new Set(namespacesToBackfill(database));
  const fills = new Map<string, Promise<void>>();
  const serially = createSerialQueue();
  const fill = (namespace: string): Promise<void> => {
    const filling = serially(() => backfillDatedIndex(database, executor, namespace))
      .then(() => void incomplete.delete(namespace))
      .finally(() => fills.delete(namespace));
    fills.set(namespace, filling);
    return filling;
  };
  const untilFilled = async (namespace: string) => {
    if (incomplete.has(namespace)) await (fills.get(namespace) ?? fill(namespace));
  };
  for (const namespace of incomplete) fill(namespace).catch(() => {});

  const datedIndexOf = (collection: string, namespace: string): OccurrenceIndex => ({
    async occurrences(which = {}) {
      await untilFilled(namespace);
      const rows = await executor.read(() =>
        statements.occurrences.all(...filterParameters(collection, which), ...pageParameters(which)),
      );
      return rows.map(
        ({ key, date, kind }): Occurrence => ({
          key: String(key).slice(namespace.length + 1),
          date: String(date),
          kind: String(kind),
        }),
      );
    },
    async count(which = {}) {
      await untilFilled(namespace);
      const row = await executor.read(() => statements.count.get(...filterParameters(collection, which)));
      return Number(row?.count);
    },
    async countByYear(which = {}) {
      await untilFilled(namespace);
      const rows = await executor.read(() => statements.countByYear.all(...filterParameters(collection, which)));
      return rows.map(({ year, count }) => ({ year: String(year), count: Number(count) }));
    },
  });

  return {
    async ready() {
      for (const namespace of incomplete) await untilFilled(namespace);
    },
    newsrooms: datedIndexOf(NEWSROOMS, 'stories'),
    storyTitles: openTitleSearch(database, executor, () => untilFilled('stories'), parse),
    of<Value, Summary>(collection: Collection<Value>, namespace: string): DatedCollection<Value, Summary> {
      const index = datedIndexOf(namespace, namespace);
      return {
        ...collection,
        ...index,
        async newest(which) {
          const values = await Promise.all((await index.occurrences(which)).map(({ key }) => collection.get(key)));
          return values.filter((value) => value !== undefined);
        },
        async summary(key) {
          await untilFilled(namespace);
          const row = await executor.read(() => statements.summary.get(`${namespace}:${key}`));
          return row && (parse(String(row.summary)) as Summary);
        },
        async summaries(which) {
          await untilFilled(namespace);
          const rows = await executor.read(() =>
            statements.summaries.all(...filterParameters(namespace, which), ...pageParameters(which)),
          );
          return rows.map(({ summary }) => parse(String(summary)) as Summary);
        },
        async writtenSince(sequence, limit) {
          await untilFilled(namespace);
          const rows = await executor.read(() => statements.writtenSince.all(namespace, sequence, limit));
          return rows.map((row) => ({
            key: String(row.key).slice(namespace.length + 1),
            sequence: Number(row.revision),
            summary: parse(String(row.summary)) as Summary,
          }));
        },
      };
    },
  };
}

const AFTER_EVERY_DATE = '\u{10FFFF}';

function filterParameters(
  collection: string,
  { platform = '', since = '', before = AFTER_EVERY_DATE, kinds }: OccurrenceFilter,
): SQLInputValue[] {
  const anyKind = kinds === undefined ? 1 : 0;
  return [collection, platform, since, before, anyKind, JSON.stringify(kinds ?? [])];
}

const pageParameters = ({ limit = -1, skip = 0 }: Pagination): SQLInputValue[] => [limit, skip];

function prepare(database: DatabaseSync) {
  const matching =
    'FROM chronicle WHERE collection = ? AND platform = ? AND date >= ? AND date < ? ' +
    'AND (? OR kind IN (SELECT value FROM json_each(?)))';
  const inOrder = 'ORDER BY date DESC, key DESC LIMIT ? OFFSET ?';
  return {
    occurrences: database.prepare(`SELECT key, date, kind ${matching} ${inOrder}`),
    count: database.prepare(`SELECT count(*) AS count ${matching}`),
    countByYear: database.prepare(
      `SELECT substr(date, 1, 4) AS year, count(*) AS count ${matching} GROUP BY 1 ORDER BY 1`,
    ),
    summary: database.prepare('SELECT summary FROM chronicle_summaries WHERE key = ?'),
    summaries: database.prepare(
      `SELECT summary FROM (SELECT key, date ${matching} ${inOrder}) AS listed ` +
        'JOIN chronicle_summaries USING (key) ORDER BY listed.date DESC, listed.key DESC',
    ),
    writtenSince: database.prepare(
      'SELECT key, revision, summary FROM chronicle_summaries INDEXED BY chronicle_summaries_by_revision ' +
        'WHERE collection = ? AND revision > ? ORDER BY revision LIMIT ?',
    ),
  };
}

/** Keyv escapes strings that begin with a colon by another one. They are rare, so the slow parse is kept for them. */
const BEGINS_WITH_COLON = /[:[,]":/;

function parse(summary: string): unknown {
  if (!BEGINS_WITH_COLON.test(summary)) return JSON.parse(summary);
  return JSON.parse(summary, (_, value) =>
    typeof value === 'string' && value.startsWith(':') ? value.slice(1) : value,
  );
}
