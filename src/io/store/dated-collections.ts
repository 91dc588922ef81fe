/** Collections that are asked for by platform and date: what a list shows comes from the side table, and no value is read for it. */
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import type {
  Collection,
  DatedCollection,
  Occurrence,
  OccurrenceFilter,
  OccurrenceIndex,
  Pagination,
  StoryTitleIndex,
} from '../../app/ports/store.ts';
import { createSerialQueue } from '../../app/serial-queue.ts';
import { backfillDatedIndex, namespacesToBackfill } from './backfill-dated-index.ts';
import type { DatabaseExecutor } from './database-executor.ts';
import { NEWSROOMS } from './dated-index-schema.ts';
import { openTitleSearch } from './story-title-search.ts';

export interface DatedCollections {
  /** Of values that are stored under this Keyv namespace. */
  of<Value, Summary>(collection: Collection<Value>, namespace: string): DatedCollection<Value, Summary>;
  newsrooms: OccurrenceIndex;
  storyTitles: StoryTitleIndex;
  /** Waits until everything that is stored can be asked for. */
  ready(): Promise<void>;
}

/** Begins to fill the side table where it is not whole; whoever asks meanwhile waits until it is. */
export function openDatedCollections(database: DatabaseSync, executor: DatabaseExecutor): DatedCollections {
  const statements = prepare(database);
  /** Namespaces that are not whole, one filled after the other. What could not be filled is tried again with the next question. */
  const left = new Set(namespacesToBackfill(database));
  const underWay = new Map<string, Promise<void>>();
  const serially = createSerialQueue();
  const fill = (namespace: string): Promise<void> => {
    const filling = serially(() => backfillDatedIndex(database, executor, namespace))
      .then(() => void left.delete(namespace))
      .finally(() => underWay.delete(namespace));
    underWay.set(namespace, filling);
    return filling;
  };
  const filled = async (namespace: string) => {
    if (left.has(namespace)) await (underWay.get(namespace) ?? fill(namespace));
  };
  for (const namespace of left) fill(namespace).catch(() => {});

  const datedIndexOf = (collection: string, namespace: string): OccurrenceIndex => ({
    async occurrences(which = {}) {
      await filled(namespace);
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
      await filled(namespace);
      const row = await executor.read(() => statements.count.get(...filterParameters(collection, which)));
      return Number(row?.count);
    },
    async countByYear(which = {}) {
      await filled(namespace);
      const rows = await executor.read(() => statements.countByYear.all(...filterParameters(collection, which)));
      return rows.map(({ year, count }) => ({ year: String(year), count: Number(count) }));
    },
  });

  return {
    async ready() {
      for (const namespace of left) await filled(namespace);
    },
    newsrooms: datedIndexOf(NEWSROOMS, 'stories'),
    storyTitles: openTitleSearch(database, executor, () => filled('stories'), parse),
    of<Value, Summary>(collection: Collection<Value>, namespace: string): DatedCollection<Value, Summary> {
      const ofAll = datedIndexOf(namespace, namespace);
      return {
        ...collection,
        ...ofAll,
        async newest(which) {
          const values = await Promise.all((await ofAll.occurrences(which)).map(({ key }) => collection.get(key)));
          return values.filter((value) => value !== undefined);
        },
        async summary(key) {
          await filled(namespace);
          const row = await executor.read(() => statements.summary.get(`${namespace}:${key}`));
          return row && (parse(String(row.summary)) as Summary);
        },
        async summaries(which) {
          await filled(namespace);
          const rows = await executor.read(() =>
            statements.summaries.all(...filterParameters(namespace, which), ...pageParameters(which)),
          );
          return rows.map(({ summary }) => parse(String(summary)) as Summary);
        },
        async writtenSince(revision, limit) {
          await filled(namespace);
          const rows = await executor.read(() => statements.writtenSince.all(namespace, revision, limit));
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

/** After every date. */
const AFTER_EVERY_DATE = '\u{10FFFF}';

function filterParameters(
  collection: string,
  { platform = '', since = '', before = AFTER_EVERY_DATE, kinds }: OccurrenceFilter,
): SQLInputValue[] {
  const all = kinds === undefined ? 1 : 0;
  return [collection, platform, since, before, all, JSON.stringify(kinds ?? [])];
}

const pageParameters = ({ limit = -1, skip = 0 }: Pagination): SQLInputValue[] => [limit, skip];

function prepare(database: DatabaseSync) {
  const among =
    'FROM chronicle WHERE collection = ? AND platform = ? AND date >= ? AND date < ? ' +
    'AND (? OR kind IN (SELECT value FROM json_each(?)))';
  const inOrder = 'ORDER BY date DESC, key DESC LIMIT ? OFFSET ?';
  return {
    occurrences: database.prepare(`SELECT key, date, kind ${among} ${inOrder}`),
    count: database.prepare(`SELECT count(*) AS count ${among}`),
    countByYear: database.prepare(
      `SELECT substr(date, 1, 4) AS year, count(*) AS count ${among} GROUP BY 1 ORDER BY 1`,
    ),
    summary: database.prepare('SELECT summary FROM chronicle_summaries WHERE key = ?'),
    summaries: database.prepare(
      `SELECT summary FROM (SELECT key, date ${among} ${inOrder}) AS listed ` +
        'JOIN chronicle_summaries USING (key) ORDER BY listed.date DESC, listed.key DESC',
    ),
    writtenSince: database.prepare(
      'SELECT key, revision, summary FROM chronicle_summaries INDEXED BY chronicle_summaries_by_revision ' +
        'WHERE collection = ? AND revision > ? ORDER BY revision LIMIT ?',
    ),
  };
}

/** A string that begins with a colon is written with one more by Keyv, and rare enough to be looked for first. */
const BEGINS_WITH_COLON = /[:[,]":/;

function parse(summary: string): unknown {
  if (!BEGINS_WITH_COLON.test(summary)) return JSON.parse(summary);
  return JSON.parse(summary, (_, value) =>
    typeof value === 'string' && value.startsWith(':') ? value.slice(1) : value,
  );
}
