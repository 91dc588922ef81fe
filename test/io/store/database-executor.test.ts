/** The order of writes under another program's lock, and what a full disk does to them. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, describe, it } from 'node:test';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Story } from '../../../src/domain/news.ts';
import { openDatabase } from '../../../src/io/store/database.ts';
import { openStore } from '../../../src/io/store/open-store.ts';
import { SqliteAdapter } from '../../../src/io/store/sqlite-adapter.ts';
import { recordingLog } from '../../helpers/world.ts';

const aStory: Story = {
  id: 'story',
  platforms: [],
  topics: [],
  kind: 'policy-change',
  label: 'digest',
  firstSeen: '2026-06-01T12:00:00.000Z',
  items: [],
};

const folder = mkdtempSync(join(tmpdir(), 'clausewatch-executor-'));
after(() => rmSync(folder, { recursive: true }));
const aPath = (name: string) => join(folder, `${name}.db`);

/** Another program on the same file, which holds the write lock until it is told to release it. */
async function lockFromOtherProgram(path: string) {
  const thread = new Worker(
    `const { parentPort, workerData } = require('node:worker_threads');
     const { DatabaseSync } = require('node:sqlite');
     const other = new DatabaseSync(workerData);
     other.exec('BEGIN IMMEDIATE');
     parentPort.postMessage('locked');
     parentPort.once('message', () => { other.exec('COMMIT'); other.close(); parentPort.postMessage('free'); });`,
    { eval: true, workerData: path },
  );
  await once(thread, 'message');
  return {
    async release() {
      thread.postMessage('release');
      await once(thread, 'message');
      await thread.terminate();
    },
  };
}

describe('a store that another program holds locked', () => {
  it('still answers reads, and writes in order once the lock is released', async () => {
    const path = aPath('order');
    const log = recordingLog();
    const store = openStore(`sqlite:${path}`, { log });
    await store.servers.put('1', { guildId: '1', language: 'en' });
    const other = await lockFromOtherProgram(path);

    const written: string[] = [];
    const startedAt = performance.now();
    const languages = ['fr', 'de', 'es'] as const;
    const writes = [
      ...languages.map((language) =>
        store.servers.put('1', { guildId: '1', language }).then(() => written.push(language)),
      ),
      (async () => {
        await store.stories.putMany([{ key: 'a', value: aStory }]);
        await store.stories.put('b', aStory);
        await store.stories.delete('a');
      })(),
    ];
    let turns = 0;
    while (performance.now() - startedAt < 300) {
      await nextTurn();
      turns += 1;
    }
    assert.ok(turns > 100, `the event loop turned ${turns} times`);
    assert.equal((await store.servers.get('1'))?.language, 'en', 'reads go on meanwhile');
    assert.deepEqual(written, []);

    await other.release();
    await Promise.all(writes);
    assert.deepEqual(written, languages);
    assert.equal((await store.servers.get('1'))?.language, 'es');
    assert.deepEqual([await store.stories.has('a'), await store.stories.has('b')], [false, true]);
    assert.deepEqual([store.problems(), log.lines], [undefined, []], 'waiting is no problem');
    await store.close();
  });

  it('reports a failed write and its reason after the timeout, and recovers once the lock is released', async () => {
    const path = aPath('patience');
    const log = recordingLog();
    const store = openStore(`sqlite:${path}`, { log, lockTimeoutMs: 60, now: () => new Date('2026-06-01T12:00:00Z') });
    const other = await lockFromOtherProgram(path);
    await assert.rejects(store.servers.put('1', { guildId: '1' }), {
      code: 'not-written',
      message: 'the store could not be written: another program holds it locked',
    });
    assert.deepEqual(store.problems()?.writing, { fault: 'locked', since: '2026-06-01T12:00:00.000Z', times: 1 });
    await other.release();
    await store.servers.put('1', { guildId: '1' });
    assert.equal(store.problems(), undefined);
    assert.match(
      log.lines.join('\n'),
      /^error: the store cannot be written: another program .*\ninfo: the store can be/,
    );
    await store.close();
  });

  it('closes after its queued writes', async () => {
    const path = aPath('close');
    const store = openStore(`sqlite:${path}`);
    const other = await lockFromOtherProgram(path);
    const write = store.servers.put('1', { guildId: '1' });
    await nextTurn();
    const closing = store.close();
    await other.release();
    await Promise.all([write, closing]);
    const again = openStore(`sqlite:${path}`);
    assert.ok(await again.servers.has('1'));
    await again.close();
  });

  it('can be opened', async () => {
    const path = aPath('open');
    await openStore(`sqlite:${path}`).close();
    const other = await lockFromOtherProgram(path);
    const store = openStore(`sqlite:${path}`);
    assert.equal(await store.servers.get('1'), undefined);
    await other.release();
    await store.close();
  });
});

describe('a write that fails', () => {
  /** A file that cannot grow is what a full disk looks like to SQLite. */
  function almostFull(name: string) {
    const database = openDatabase(aPath(name));
    const { page_count: pages } = database.prepare('PRAGMA page_count').get() ?? {};
    database.exec(`PRAGMA max_page_count = ${Number(pages) + 8}`);
    return { database, adapter: new SqliteAdapter(database) };
  }
  const much = Array.from({ length: 100 }, (_, i) => ({ key: `n:${i}`, value: 'x'.repeat(3000) }));

  it('is reported with its cause and rolled back as a whole, and the next one succeeds', async () => {
    const { database, adapter } = almostFull('full');
    await assert.rejects(adapter.setMany(much), (error: Error & { cause: Error }) => {
      assert.equal(error.message, 'the store could not be written: the disk is full');
      assert.match(error.cause.message, /database or disk is full/);
      return true;
    });
    assert.equal(await adapter.has('n:0'), false);
    database.exec('PRAGMA max_page_count = 10000');
    await adapter.setMany(much);
    assert.equal(await adapter.has('n:99'), true);
    database.close();
  });

  it('is reported with its cause where SQLite has rolled the transaction back by itself', async () => {
    const { database, adapter } = almostFull('rolled-back');
    // What a full disk or a lack of memory can do in the middle of a transaction.
    database.exec(
      `CREATE TRIGGER refuse BEFORE INSERT ON entries WHEN new.key = 'n:1' BEGIN SELECT RAISE(ROLLBACK, 'no more'); END`,
    );
    await assert.rejects(adapter.setMany(much.slice(0, 3)), (error: Error & { cause: Error }) => {
      assert.match(error.cause.message, /no more/);
      return true;
    });
    assert.equal(await adapter.has('n:0'), false);
    await adapter.set('n:0', 'fits');
    assert.equal(await adapter.get('n:0'), 'fits');
    database.close();
  });

  it('is not counted as a problem once the store is closed', async () => {
    const log = recordingLog();
    const store = openStore(`sqlite:${aPath('closed')}`, { log });
    await store.close();
    await assert.rejects(store.servers.put('1', { guildId: '1' }));
    assert.deepEqual([store.problems(), log.lines], [undefined, []]);
  });

  it('is counted, and logged once when failures begin and once when they end', async () => {
    const path = aPath('counted');
    const log = recordingLog();
    const store = openStore(`sqlite:${path}`, { log, now: () => new Date('2026-06-01T12:00:00Z') });
    const saboteur = new DatabaseSync(path);
    saboteur.exec(`CREATE TRIGGER refuse BEFORE INSERT ON entries BEGIN SELECT RAISE(ABORT, 'no luck'); END`);
    for (let i = 0; i < 3; i++) await assert.rejects(store.servers.put('1', { guildId: '1' }), { code: 'not-written' });
    assert.equal(store.problems()?.writing?.times, 3);
    saboteur.exec('DROP TRIGGER refuse');
    saboteur.close();
    await store.servers.put('1', { guildId: '1' });
    assert.equal(store.problems(), undefined);
    assert.deepEqual(log.lines, [
      'error: the store cannot be written: unexpected error (no luck)',
      'info: the store can be written again: it failed 3 times since 2026-06-01T12:00:00.000Z: unexpected error',
    ]);
    await store.close();
  });
});
