/** Queries by platform and date, and searches of titles, over everything a store may go through. */
import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Occurrence, OccurrenceFilter, Pagination } from '../../../src/app/ports/collection.ts';
import type { Store } from '../../../src/app/ports/store.ts';
import type { Change } from '../../../src/domain/document.ts';
import type { Story } from '../../../src/domain/news.ts';
import { backfillDatedIndex } from '../../../src/io/store/backfill-dated-index.ts';
import { openDatabase } from '../../../src/io/store/database.ts';
import { createExecutor } from '../../../src/io/store/database-executor.ts';
import { openStore } from '../../../src/io/store/open-store.ts';
import { aChange, anAssessment, anItem, memoryStore } from '../../helpers/world.ts';

const folder = mkdtempSync(join(tmpdir(), 'chronicle-'));
after(() => rmSync(folder, { recursive: true }));

const PLATFORMS = ['tunebox', 'wavebarn', 'larkspool'];
const KINDS = ['deal', 'lawsuit', 'opinion'] as const;

function aStory(overrides: Partial<Story> = {}): Story {
  return {
    id: 's',
    platforms: ['tunebox'],
    topics: [],
    kind: 'deal',
    label: 'alert',
    firstSeen: '2024-05-02T10:00:00.000Z',
    items: [anItem()],
    ...overrides,
  };
}

/** Random numbers from 0 up to `below`, the same for the same seed. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * below);
  };
}

const instant = (roll: (below: number) => number) =>
  new Date(Date.UTC(2016, 0, 1) + roll(3650) * 86_400_000).toISOString();

function randomStory(id: string, roll: (below: number) => number): Story {
  return aStory({
    id,
    // May repeat a platform, or have none.
    platforms: Array.from({ length: roll(4) }, () => PLATFORMS[roll(3)] ?? ''),
    kind: KINDS[roll(3)] ?? 'deal',
    firstSeen: instant(roll),
    items: Array.from({ length: 1 + roll(3) }, (_, i) =>
      anItem({ id: `${i}`, official: roll(3) === 0, date: roll(3) === 0 ? undefined : instant(roll) }),
    ),
  });
}

async function all<Value>(collection: { entries(): AsyncIterable<[string, Value]> }): Promise<[string, Value][]> {
  const entries: [string, Value][] = [];
  for await (const entry of collection.entries()) entries.push(entry);
  return entries;
}

/** What a query should answer, found by reading everything. */
async function scan(
  store: Store,
  { platform, since = '', before = '~', kinds, limit, skip = 0 }: OccurrenceFilter & Pagination,
) {
  const moments = (await all(store.stories))
    .filter(([, story]) => platform === undefined || story.platforms.includes(platform))
    .map(([key, { firstSeen: date, kind }]): Occurrence => ({ key, date, kind }))
    .filter(({ date, kind }) => date >= since && date < before && (kinds?.includes(kind) ?? true))
    .sort((a, b) => (`${a.date} ${a.key}` < `${b.date} ${b.key}` ? 1 : -1));
  return moments.slice(skip, limit === undefined ? undefined : skip + limit);
}

const QUERIES: (OccurrenceFilter & Pagination)[] = [
  {},
  { limit: 7 },
  { limit: 7, skip: 5 },
  { limit: 0 },
  { platform: 'tunebox' },
  { platform: 'nobody' },
  { platform: 'wavebarn', since: '2020' },
  { platform: 'wavebarn', since: '2020-03', before: '2023-01-01T00:00:00.000Z', limit: 3 },
  { before: '2018' },
  { kinds: ['deal', 'opinion'] },
  { kinds: [] },
  { platform: 'larkspool', kinds: ['lawsuit'], since: '2017', limit: 4, skip: 1 },
];

async function assertAsScanned(store: Store): Promise<void> {
  for (const which of QUERIES) {
    const expected = await scan(store, which);
    const what = JSON.stringify(which);
    assert.deepEqual(await store.stories.occurrences(which), expected, what);
    const { limit: _, skip: __, ...span } = which;
    const whole = await scan(store, span);
    assert.equal(await store.stories.count(span), whole.length, what);
    const ids = expected.map(({ key }) => key);
    assert.deepEqual(
      (await store.stories.newest(which)).map(({ id }) => id),
      ids,
      what,
    );
    assert.deepEqual(
      (await store.stories.summaries(which)).map(({ id }) => id),
      ids,
      what,
    );
    const years = Map.groupBy(whole, ({ date }) => date.slice(0, 4));
    const byYear = [...years]
      .map(([year, { length }]) => ({ year, count: length }))
      .sort((a, b) => (a.year < b.year ? -1 : 1));
    assert.deepEqual(await store.stories.countByYear(span), byYear, what);
  }
  for (const platform of PLATFORMS) {
    const said = (await all(store.stories)).flatMap(([key, { platforms, items, firstSeen }]) =>
      platforms.includes(platform)
        ? items.filter(({ official }) => official).map(({ date }) => `${date ?? firstSeen} ${key}`)
        : [],
    );
    const moments = await store.newsrooms.occurrences({ platform });
    assert.deepEqual(
      moments.map(({ date, key }) => `${date} ${key}`),
      [...new Set(said)].sort().reverse(),
    );
  }
}

/** Removes the dated index, as a program from before it left the store. */
function dropDatedIndex(path: string): void {
  const database = new DatabaseSync(path);
  for (const { name } of database.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").all()) {
    database.exec(`DROP TRIGGER ${name}`);
  }
  for (const name of ['story_title_words', 'story_titles', 'chronicle', 'chronicle_summaries', 'chronicle_filled']) {
    database.exec(`DROP TABLE ${name}`);
  }
  database.close();
}

describe('a query by platform and date', () => {
  it('finds what a scan of everything finds, after writes, overwrites and deletions in any order', async () => {
    const store = memoryStore();
    const roll = dice(7);
    for (let i = 0; i < 400; i++) {
      const key = `s${roll(120)}`;
      if (roll(5) === 0) await store.stories.delete(key);
      else if (roll(4) === 0) {
        const keys = [key, `s${roll(120)}`].filter((one, place, both) => both.indexOf(one) === place);
        await store.stories.putMany(keys.map((one) => ({ key: one, value: randomStory(one, roll) })));
      } else await store.stories.put(key, randomStory(key, roll));
    }
    await assertAsScanned(store);
  });

  it('of changes filters by significance as well', async () => {
    const store = memoryStore();
    const change = (id: string, meaning: Change['assessment']['significance'], firstSeenNew: string) =>
      store.changes.put(id, aChange({ id, firstSeenNew, assessment: anAssessment({ significance: meaning }) }));
    await change('a', 'none', '2024-01-03T00:00:00.000Z');
    await change('b', 'major', '2024-01-02T00:00:00.000Z');
    await change('c', 'minor', '2024-01-01T00:00:00.000Z');
    const keys = async (which: OccurrenceFilter) => (await store.changes.occurrences(which)).map(({ key }) => key);
    assert.deepEqual(await keys({}), ['a', 'b', 'c']);
    assert.deepEqual(await keys({ kinds: ['minor', 'major'] }), ['b', 'c']);
    await change('a', 'major', '2023-01-01T00:00:00.000Z');
    assert.deepEqual(
      await keys({ kinds: ['major'] }),
      ['b', 'a'],
      'a change that is written again moves to its new place',
    );
  });

  it('returns summaries that match the values', async () => {
    const store = memoryStore();
    const title = ':colon first, a “quote”, a \\ and an \u{1F3B5}';
    const story = aStory({ id: 's', items: [anItem({ title, outlet: ':' }), anItem({ title: 'Second' })] });
    await store.stories.put('s', story);
    const items = story.items.map(({ title: words, link, outlet }) => ({ title: words, link, outlet }));
    const { id, platforms, kind, firstSeen } = story;
    assert.deepEqual(await store.stories.summary('s'), { id, platforms, kind, firstSeen, items });

    const change = aChange({ id: 'c' });
    await store.changes.put('c', change);
    const { document, platform, firstSeenNew, assessment: reading } = change;
    assert.deepEqual(await store.changes.summary('c'), {
      id: 'c',
      document,
      platform,
      firstSeenNew,
      assessment: { significance: reading.significance, direction: reading.direction, topics: reading.topics },
    });
    await store.changes.put('c', { ...change, origin: 'Somebody' });
    assert.equal((await store.changes.summary('c'))?.origin, 'Somebody');
    assert.equal(await store.changes.summary('nothing'), undefined);
  });

  it('lists what was written since a sequence number, each value once and in its latest state', async () => {
    const store = memoryStore();
    for (const id of ['a', 'b', 'c']) await store.stories.put(id, aStory({ id }));
    const first = await store.stories.writtenSince(0, 2);
    assert.deepEqual(
      first.map(({ key }) => key),
      ['a', 'b'],
    );
    await store.stories.put('a', aStory({ id: 'a', kind: 'lawsuit' }));
    const then = await store.stories.writtenSince(first.at(-1)?.sequence ?? 0, 10);
    assert.deepEqual(
      then.map(({ key, summary }) => [key, summary.kind]),
      [
        ['c', 'deal'],
        ['a', 'lawsuit'],
      ],
    );
  });
});

describe('a store from before the dated index', () => {
  const older = async (name: string, stories: number): Promise<string> => {
    const path = join(folder, name);
    const store = openStore(`sqlite:${path}`);
    const roll = dice(11);
    const keys = Array.from({ length: stories }, (_, i) => `s${i}`);
    await store.stories.putMany(keys.map((key) => ({ key, value: randomStory(key, roll) })));
    await store.changes.put('c', aChange({ id: 'c' }));
    await store.close();
    dropDatedIndex(path);
    return path;
  };

  it('is indexed, and queries wait for it', async () => {
    const store = openStore(`sqlite:${await older('filled.db', 400)}`);
    assert.equal(await store.stories.count(), 400);
    await assertAsScanned(store);
    assert.equal(await store.changes.count({ platform: 'tunebox' }), 1);
    assert.equal((await store.storyTitles.search([{ word: 'tunebox', platforms: [] }], 'all', 3)).total, 400);
    await store.close();
  });

  it('resumes an interrupted backfill, with what was written in between', async () => {
    const path = await older('interrupted.db', 600);
    const first = openStore(`sqlite:${path}`);
    await sleep(5);
    await first.close();
    const second = openStore(`sqlite:${path}`);
    const roll = dice(13);
    for (const key of ['s3', 's599', 'new']) await second.stories.put(key, randomStory(key, roll));
    await second.stories.delete('s300');
    await second.ready();
    await assertAsScanned(second);
    await second.close();
  });

  it('is indexed except for a value that cannot be read', async () => {
    const path = await older('damaged.db', 3);
    const database = new DatabaseSync(path);
    database.exec("UPDATE entries SET value = '{\"value\":{' WHERE key = 'stories:s1'");
    database.close();
    const store = openStore(`sqlite:${path}`);
    const keys = (await store.stories.occurrences()).map(({ key }) => key).sort();
    assert.deepEqual(keys, ['s0', 's2']);
    await store.close();
  });

  it('is indexed except for values of a wrong shape, written before or now', async () => {
    const path = await older('shapes.db', 3);
    const wrong: [key: string, value: unknown][] = [
      ['stories:words', aStory({ items: ['a report'] as never })],
      ['stories:word', aStory({ platforms: 'tunebox' as never })],
      ['stories:never', aStory({ firstSeen: 'never' })],
      ['stories:untitled', aStory({ items: [{ ...anItem(), title: 5 as never }] })],
      ['changes:word', aChange({ assessment: { ...anAssessment(), topics: 'training' as never } })],
      [
        'signal-changes:words',
        { id: 's', platform: 'tunebox', kind: 'ai.txt', firstSeenNew: '2024-05-02', moves: ['x'] },
      ],
      ['alerts:date', { id: 'a', kind: 'news', at: { year: 2024 } }],
    ];
    const write = (prefix: string) => {
      const database = new DatabaseSync(path);
      const put = database.prepare('INSERT INTO entries (key, value) VALUES (?, ?)');
      for (const [key, value] of wrong) put.run(key.replace(':', `:${prefix}`), JSON.stringify({ value }));
      database.close();
    };
    write('older-');
    const store = openStore(`sqlite:${path}`);
    await store.ready();
    write('now-');
    const keys = (await store.stories.occurrences()).map(({ key }) => key).sort();
    assert.deepEqual(keys, ['s0', 's1', 's2']);
    assert.deepEqual(
      [await store.changes.count(), await store.signalChanges.count(), await store.alerts.count()],
      [1, 0, 0],
    );
    assert.equal((await store.stories.summaries({})).length, 3);
    await store.close();
  });

  it('keeps up with writes that go past the collections', async () => {
    const path = join(folder, 'back-and-forth.db');
    const store = openStore(`sqlite:${path}`);
    await store.stories.put('s', aStory({ id: 's' }));
    await store.close();
    // Straight into the table, as programs from before the index do.
    const database = openDatabase(path);
    const value = JSON.stringify({ value: aStory({ id: 't' }) });
    database.prepare('INSERT INTO entries (key, value) VALUES (?, ?)').run('stories:t', value);
    database.exec("DELETE FROM entries WHERE key = 'stories:s'");
    database.close();
    const again = openStore(`sqlite:${path}`);
    assert.deepEqual(
      (await again.stories.occurrences()).map(({ key }) => key),
      ['t'],
    );
    await again.close();
  });

  it('can be closed during the backfill', async () => {
    const path = await older('closed.db', 300);
    const database = openDatabase(path);
    const filling = assert.doesNotReject(
      backfillDatedIndex(database, createExecutor(database), 'signal-changes').catch(() => {}),
    );
    database.close();
    await filling;
  });
});

describe('when the process dies', () => {
  it('values and the dated index agree, whatever was being written or indexed', async () => {
    const path = join(folder, 'killed.db');
    for (let round = 0; round < 6; round++) {
      const child = fork(fileURLToPath(new URL('./write-until-killed.ts', import.meta.url)), [path, String(round)]);
      await once(child, 'message');
      await sleep(round * 15);
      child.kill('SIGKILL');
      await once(child, 'exit');
      const store = openStore(`sqlite:${path}`);
      await store.ready();
      await assertAsScanned(store);
      await store.close();
      // The next round begins with a backfill.
      if (round % 2 === 0) dropDatedIndex(path);
    }
  });
});

describe('the titles of stories', () => {
  const store = memoryStore();
  const find = async (words: string, how: 'all' | 'any' = 'all') =>
    (
      await store.storyTitles.search(
        words.split(' ').map((word) => ({ word, platforms: [] })),
        how,
        10,
      )
    ).best
      .map(({ id }) => id)
      .sort();

  it('are found by their words, whatever the accents, by the start of a word, and by platform', async () => {
    const put = (id: string, title: string, platforms: string[] = []) =>
      store.stories.put(id, aStory({ id, platforms, items: [anItem({ title })] }));
    await put('a', 'Straßenmusik klagt: „Ohne Erlaubnis“');
    await put('b', 'L’éditeur demande une licence', ['wave-barn']);
    await put('c', 'A licence for "everybody" OR nobody*');
    assert.deepEqual(await find('strassenmusik'), ['a']);
    assert.deepEqual(await find('editeur licence'), ['b']);
    assert.deepEqual(await find('licen'), ['b', 'c']);
    assert.deepEqual(await find('everybody klagt'), []);
    assert.deepEqual(await find('everybody klagt', 'any'), ['a', 'c']);
    const byPlatform = await store.storyTitles.search([{ word: 'barn', platforms: ['wave-barn'] }], 'all', 10);
    assert.deepEqual(
      byPlatform.best.map(({ id }) => id),
      ['b'],
    );
  });

  it('are found despite a wrong letter where no title has the word', async () => {
    await store.storyTitles.warmUp();
    assert.deepEqual(await find('everibody'), ['c']);
    assert.deepEqual(await find('everibodi'), ['c']);
    assert.deepEqual(await find('nobady'), ['c']);
  });

  it('change and disappear with their stories', async () => {
    await store.stories.put('c', aStory({ id: 'c', items: [anItem({ title: 'Quite another title' })] }));
    await store.stories.delete('b');
    assert.deepEqual(await find('licence'), []);
    assert.deepEqual(await find('another'), ['c']);
  });

  it('treat search operators as plain words', async () => {
    for (const words of ['"', 'OR', 'NEAR', '*', 'a:b', '{x}', '-', '(', "'; DROP TABLE entries", '\0', '検索']) {
      await store.storyTitles.search([{ word: words, platforms: ['"'] }], 'all', 3);
    }
    assert.deepEqual(await store.storyTitles.search([], 'any', 3), { total: 0, best: [] });
  });
});
