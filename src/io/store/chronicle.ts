/** Collections that are asked for by platform and date: what a list shows comes from the side table, and no value is read for it. */
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import type { Chronicle, Collection, Moment, Moments, Page, Span } from '../../app/ports/store.ts';
import { fillChronicle, layOutChronicle, NEWSROOMS, unfilled } from './chronicle-tables.ts';

export interface Chronicles {
  /** Of values that are stored under this Keyv namespace. */
  of<Value, Summary>(collection: Collection<Value>, namespace: string): Chronicle<Value, Summary>;
  newsrooms: Moments;
}

/** Makes the side table and begins to fill it where it is not whole; whoever asks meanwhile waits until it is. */
export function openChronicles(database: DatabaseSync): Chronicles {
  layOutChronicle(database);
  const statements = prepare(database);
  let filling: Promise<void> | undefined;
  let whole = false;
  /** What could not be filled is tried again with the next question. */
  const filled = async () => {
    if (whole) return;
    filling ??= fillChronicle(database).finally(() => {
      filling = undefined;
    });
    await filling;
    whole = true;
  };
  if (unfilled(database).length > 0) filled().catch(() => {});
  else whole = true;

  const momentsOf = (collection: string, namespace: string): Moments => ({
    async moments(which = {}) {
      await filled();
      const rows = statements.moments.all(...chosen(collection, which), ...page(which));
      return rows.map(
        ({ key, date, kind }): Moment => ({
          key: String(key).slice(namespace.length + 1),
          date: String(date),
          kind: String(kind),
        }),
      );
    },
    async count(which = {}) {
      await filled();
      return Number(statements.count.get(...chosen(collection, which))?.count);
    },
  });

  return {
    newsrooms: momentsOf(NEWSROOMS, 'stories'),
    of<Value, Summary>(collection: Collection<Value>, namespace: string): Chronicle<Value, Summary> {
      const { moments, count } = momentsOf(namespace, namespace);
      return {
        ...collection,
        moments,
        count,
        async newest(which) {
          const values = await Promise.all((await moments(which)).map(({ key }) => collection.get(key)));
          return values.filter((value) => value !== undefined);
        },
        async summary(key) {
          await filled();
          const row = statements.summary.get(`${namespace}:${key}`);
          return row && (parse(String(row.summary)) as Summary);
        },
        async summaries(which) {
          await filled();
          const rows = statements.summaries.all(...chosen(namespace, which), ...page(which));
          return rows.map(({ summary }) => parse(String(summary)) as Summary);
        },
        async writtenSince(revision, limit) {
          await filled();
          return statements.writtenSince.all(namespace, revision, limit).map((row) => ({
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
