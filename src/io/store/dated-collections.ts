/** Collections that are asked for by platform and date: what a list shows comes from the side table, and no value is read for it. */
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { inTurn } from '../../app/serial-queue.ts';
import type { Chronicle, Collection, Moment, Moments, Page, Span, StoryTitles } from '../../app/ports/store.ts';
import { NEWSROOMS } from './dated-index-schema.ts';
import { fillChronicle, unfilled } from './backfill-dated-index.ts';
import { openTitles } from './story-title-search.ts';
import type { Turns } from './database-executor.ts';

export interface Chronicles {
  /** Of values that are stored under this Keyv namespace. */
  of<Value, Summary>(collection: Collection<Value>, namespace: string): Chronicle<Value, Summary>;
  newsrooms: Moments;
  storyTitles: StoryTitles;
  /** Waits until everything that is stored can be asked for. */
  ready(): Promise<void>;
}

/** Begins to fill the side table where it is not whole; whoever asks meanwhile waits until it is. */
export function openChronicles(database: DatabaseSync, turns: Turns): Chronicles {
  const statements = prepare(database);
  /** Namespaces that are not whole, one filled after the other. What could not be filled is tried again with the next question. */
  const left = new Set(unfilled(database));
  const underWay = new Map<string, Promise<void>>();
  const oneByOne = inTurn();
  const fill = (namespace: string): Promise<void> => {
    const filling = oneByOne(() => fillChronicle(database, turns, namespace))
      .then(() => void left.delete(namespace))
      .finally(() => underWay.delete(namespace));
    underWay.set(namespace, filling);
    return filling;
  };
  const filled = async (namespace: string) => {
    if (left.has(namespace)) await (underWay.get(namespace) ?? fill(namespace));
  };
  for (const namespace of left) fill(namespace).catch(() => {});

  const momentsOf = (collection: string, namespace: string): Moments => ({
    async moments(which = {}) {
      await filled(namespace);
      const rows = await turns.read(() => statements.moments.all(...chosen(collection, which), ...page(which)));
      return rows.map(
        ({ key, date, kind }): Moment => ({
          key: String(key).slice(namespace.length + 1),
          date: String(date),
          kind: String(kind),
        }),
      );
    },
    async count(which = {}) {
      await filled(namespace);
      const row = await turns.read(() => statements.count.get(...chosen(collection, which)));
      return Number(row?.count);
    },
    async countByYear(which = {}) {
      await filled(namespace);
      const rows = await turns.read(() => statements.countByYear.all(...chosen(collection, which)));
      return rows.map(({ year, count }) => ({ year: String(year), count: Number(count) }));
    },
  });

  return {
    async ready() {
      for (const namespace of left) await filled(namespace);
    },
    newsrooms: momentsOf(NEWSROOMS, 'stories'),
    storyTitles: openTitles(database, turns, () => filled('stories'), parse),
    of<Value, Summary>(collection: Collection<Value>, namespace: string): Chronicle<Value, Summary> {
      const ofAll = momentsOf(namespace, namespace);
      return {
        ...collection,
        ...ofAll,
        async newest(which) {
          const values = await Promise.all((await ofAll.moments(which)).map(({ key }) => collection.get(key)));
          return values.filter((value) => value !== undefined);
        },
        async summary(key) {
          await filled(namespace);
          const row = await turns.read(() => statements.summary.get(`${namespace}:${key}`));
          return row && (parse(String(row.summary)) as Summary);
        },
        async summaries(which) {
          await filled(namespace);
          const rows = await turns.read(() => statements.summaries.all(...chosen(namespace, which), ...page(which)));
          return rows.map(({ summary }) => parse(String(summary)) as Summary);
        },
        async writtenSince(revision, limit) {
          await filled(namespace);
          const rows = await turns.read(() => statements.writtenSince.all(namespace, revision, limit));
          return rows.map((row) => ({
            key: String(row.key).slice(namespace.length + 1),
            revision: Number(row.revision),
            summary: parse(String(row.summary)) as Summary,
          }));
        },
      };
    },
  };
}

/** After every date. */
const NEVER = '\u{10FFFF}';

function chosen(collection: string, { platform = '', since = '', before = NEVER, kinds }: Span): SQLInputValue[] {
  const all = kinds === undefined ? 1 : 0;
  return [collection, platform, since, before, all, JSON.stringify(kinds ?? [])];
}

const page = ({ limit = -1, skip = 0 }: Page): SQLInputValue[] => [limit, skip];

function prepare(database: DatabaseSync) {
  const among =
    'FROM chronicle WHERE collection = ? AND platform = ? AND date >= ? AND date < ? ' +
    'AND (? OR kind IN (SELECT value FROM json_each(?)))';
  const inOrder = 'ORDER BY date DESC, key DESC LIMIT ? OFFSET ?';
  return {
    moments: database.prepare(`SELECT key, date, kind ${among} ${inOrder}`),
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
