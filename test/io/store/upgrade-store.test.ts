/** Stores of earlier versions are upgraded once and lose nothing; stores of later ones are refused. */
import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { after, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { copyStore } from '../../../src/io/store/copy-store.ts';
import { MIGRATIONS, SCHEMA_VERSION } from '../../../src/io/store/migrations/migrations.ts';
import { openStore } from '../../../src/io/store/open-store.ts';
import { openExclusiveStore, openSharedStore } from '../../../src/io/store/open-upgraded-store.ts';
import { acquireStoreLock } from '../../../src/io/store/store-lock.ts';
import { needsUpgrade, upgradeStore } from '../../../src/io/store/upgrade-store.ts';
import { readEntries, schemaVersionOf, unpackVersion0, withDatabase } from './stores/version-0.ts';

const root = mkdtempSync(join(tmpdir(), 'clausewatch-upgrade-'));
after(() => rmSync(root, { recursive: true }));
const now = () => new Date('2026-12-01T10:00:00Z');

/** A path in a folder of its own. */
function aPath(name: string): string {
  mkdirSync(join(root, name));
  return join(root, name, 'store.db');
}

const aVersion0 = (name: string): string => unpackVersion0(aPath(name));
const backupsOf = (path: string): string[] =>
  readdirSync(dirname(path))
    .filter((file) => file.includes('.bak'))
    .sort();
const upgrade = (path: string) => upgradeStore(`sqlite:${path}`, { now });

/** What the first migration should make of an entry, spelled out once more. */
function asVersion1(key: string, stored: string): unknown {
  const { value, ...envelope } = JSON.parse(stored);
  if (key.startsWith('changes:')) {
    const { reading, ...change } = value;
    const { change: significance, alert: _, ...assessment } = reading;
    return { ...envelope, value: { ...change, assessment: { ...assessment, significance } } };
  }
  const { says, ...alert } = value;
  return { ...envelope, value: says === undefined ? alert : { ...alert, fingerprint: says } };
}

function assertUpgraded(path: string, before: ReturnType<typeof readEntries>): void {
  assert.equal(schemaVersionOf(path), SCHEMA_VERSION);
  const entries = readEntries(path);
  assert.deepEqual([...entries.keys()], [...before.keys()]);
  for (const [key, { value, expiresAt }] of before) {
    const entry = entries.get(key);
    assert.equal(entry?.expiresAt, expiresAt, key);
    if (/^(changes|alerts):/.test(key)) assert.deepEqual(JSON.parse(entry?.value ?? ''), asVersion1(key, value), key);
    else assert.equal(entry?.value, value, key);
  }
}

describe('the migrations', () => {
  it('are numbered from 1 without a gap', () => {
    assert.deepEqual(
      MIGRATIONS.map(({ version }) => version),
      MIGRATIONS.map((_, i) => i + 1),
    );
  });
});

describe('a store of version 0', () => {
  it('keeps every value and is backed up beside itself', async () => {
    const path = aVersion0('values');
    const before = readEntries(path);
    await upgrade(path);
    assertUpgraded(path, before);
    const backup = `${path}.v0-2026-12-01.bak`;
    assert.deepEqual(backupsOf(path), [basename(backup)]);
    assert.deepEqual([readEntries(backup), schemaVersionOf(backup)], [before, 0]);
    assert.equal(statSync(backup).mode & 0o777, 0o600);
  });

  it('answers queries by date from the new fields', async () => {
    const path = aVersion0('queries');
    const store = await openExclusiveStore(`sqlite:${path}`, { now });
    assert.deepEqual(
      (await store.changes.summaries({ platform: 'larkspool', kinds: ['major'] })).map(
        ({ firstSeenNew, assessment }) => [firstSeenNew.slice(0, 10), assessment],
      ),
      [
        ['2026-05-28', { significance: 'major', direction: 'mixed', topics: ['ai-content'] }],
        ['2026-05-21', { significance: 'major', direction: 'better', topics: ['training'] }],
        ['2026-02-23', { significance: 'major', direction: 'worse', topics: ['training'] }],
      ],
    );
    assert.equal((await store.changes.newest({ limit: 1 }))[0]?.assessment.capture, 'ok');
    const fingerprints = (await store.alerts.newest({ kinds: ['news'] })).map(({ fingerprint }) => fingerprint);
    assert.deepEqual(
      fingerprints.map((fingerprint) => fingerprint?.slice(0, 3)),
      ['1', '1 1', '2 1'],
    );
    assert.deepEqual([await store.stories.count(), await store.signalChanges.count()], [4, 1]);
    assert.equal(store.problems(), undefined);
    await store.close();
  });

  it('is upgraded once, and a backup of the same day is never overwritten', async () => {
    const path = aVersion0('once');
    writeFileSync(`${path}.v0-2026-12-01.bak`, 'an earlier backup');
    await upgrade(path);
    const bytes = readFileSync(path);
    await upgrade(path);
    assert.deepEqual(backupsOf(path), ['store.db.v0-2026-12-01-2.bak', 'store.db.v0-2026-12-01.bak']);
    assert.equal(readFileSync(`${path}.v0-2026-12-01.bak`, 'utf8'), 'an earlier backup');
    assert.deepEqual(readFileSync(path), bytes);
  });

  it('needs no backup where it holds no values', async () => {
    const path = aVersion0('empty');
    withDatabase(path, (database) => database.exec('DELETE FROM entries'));
    await upgrade(path);
    assert.deepEqual([backupsOf(path), schemaVersionOf(path)], [[], SCHEMA_VERSION]);
  });

  it('keeps values that cannot be read as they are', async () => {
    const path = aVersion0('unreadable');
    const unreadable = {
      'changes:a': '{"value":{"rea',
      'changes:b': '{"value":7}',
      'alerts:c': '{"value":{"says',
      'alerts:d': '',
    };
    withDatabase(path, (database) => {
      for (const [key, value] of Object.entries(unreadable)) {
        database.prepare('INSERT INTO entries (key, value) VALUES (?, ?)').run(key, value);
      }
    });
    await upgrade(path);
    for (const [key, value] of Object.entries(unreadable)) assert.equal(readEntries(path).get(key)?.value, value);
  });

  it('is not opened as it is', () => {
    assert.throws(() => openStore(`sqlite:${aVersion0('as-it-is')}`), { code: 'outdated' });
  });

  it('is not upgraded while another bot may write to it', async () => {
    const path = aVersion0('in-use');
    const before = readEntries(path);
    const releaseLock = acquireStoreLock(`sqlite:${path}`);
    await assert.rejects(openSharedStore(`sqlite:${path}`), { code: 'in-use' });
    await assert.rejects(openExclusiveStore(`sqlite:${path}`), { code: 'in-use' });
    releaseLock();
    assert.deepEqual([readEntries(path), schemaVersionOf(path), backupsOf(path)], [before, 0, []]);
    await (await openSharedStore(`sqlite:${path}`)).close();
    assertUpgraded(path, before);
    acquireStoreLock(`sqlite:${path}`)();
  });

  it('is left as it is where it cannot be backed up', async () => {
    // So long a name that the backup's would be too long.
    const path = unpackVersion0(join(dirname(aPath('no-backup')), 'x'.repeat(245)));
    const before = readEntries(path);
    await assert.rejects(upgrade(path), {
      code: 'cannot-upgrade',
      message: /^STORE_URL: .*x needs an upgrade and cannot be backed up: [^\n]+$/,
    });
    assert.deepEqual([readEntries(path), schemaVersionOf(path)], [before, 0]);
  });

  it('is left as it is where the upgrade fails, without another copy for each try', async () => {
    const path = aVersion0('failing');
    const before = readEntries(path);
    withDatabase(path, (database) =>
      database.exec(
        `CREATE TRIGGER refuse BEFORE UPDATE ON entries WHEN new.key >= 'changes:3' BEGIN SELECT RAISE(ABORT, 'no luck'); END`,
      ),
    );
    await assert.rejects(upgrade(path), {
      code: 'cannot-upgrade',
      message: /^STORE_URL: cannot upgrade .*store\.db: unexpected error \(no luck\)$/,
    });
    assert.deepEqual([readEntries(path), schemaVersionOf(path), backupsOf(path)], [before, 0, []]);
    withDatabase(path, (database) => database.exec('DROP TRIGGER refuse'));
    await upgrade(path);
    assertUpgraded(path, before);
  });

  /** The fixture with its changes many times over. */
  function aLargeVersion0(name: string, copies: number): string {
    const path = aVersion0(name);
    withDatabase(path, (database) =>
      database.exec(`
        WITH RECURSIVE copies (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM copies WHERE n < ${copies})
        INSERT INTO entries SELECT key || '-' || n, value, expires_at FROM entries, copies WHERE key GLOB 'changes:*'`),
    );
    return path;
  }

  it('of some size lets the event loop turn meanwhile', async () => {
    const path = aLargeVersion0('large', 800);
    const before = readEntries(path);
    let turns = 0;
    const counting = setInterval(() => turns++, 1);
    await upgrade(path);
    clearInterval(counting);
    assert.ok(turns > 10, `the event loop turned ${turns} times`);
    assertUpgraded(path, before);
  });

  it('survives being killed at any moment of its upgrade', async () => {
    const path = aLargeVersion0('killed', 400);
    const before = readEntries(path);
    let interrupted = 0;
    for (let waitMs = 0; schemaVersionOf(path) === 0; waitMs += 30) {
      const child = fork(fileURLToPath(new URL('./upgrade-until-killed.ts', import.meta.url)), [path]);
      const exited = once(child, 'exit');
      await Promise.race([once(child, 'message'), exited]);
      await Promise.race([sleep(waitMs), exited]);
      child.kill('SIGKILL');
      await exited;
      if (schemaVersionOf(path) === 0) {
        interrupted++;
        assert.deepEqual(readEntries(path), before, `after ${waitMs} ms`);
      }
    }
    assert.ok(interrupted > 0);
    await upgrade(path);
    assertUpgraded(path, before);
    assert.ok(!existsSync(`${path}.bak-unfinished`));
    for (const backup of backupsOf(path)) assert.deepEqual(readEntries(join(dirname(path), backup)), before);
  });
});

describe('a store of a newer version', () => {
  it('is refused in one line and left untouched', async () => {
    const path = aPath('newer');
    const url = `sqlite:${path}`;
    await openStore(url).close();
    withDatabase(path, (database) => database.exec(`PRAGMA user_version = ${SCHEMA_VERSION + 1}`));
    const bytes = readFileSync(path);
    const refusal = {
      code: 'newer-store',
      message: /^STORE_URL: .*store\.db was written by a newer Clausewatch [^\n]+$/,
    };
    assert.throws(() => openStore(url), refusal);
    await assert.rejects(openSharedStore(url), refusal);
    await assert.rejects(openExclusiveStore(url), refusal);
    assert.deepEqual(readFileSync(path), bytes);
    assert.deepEqual(backupsOf(path), []);
    acquireStoreLock(url)();
  });
});

describe('a store of this version', () => {
  it('needs no upgrade, and neither does what is not there yet, is empty, or is in memory', async () => {
    const path = aPath('new');
    const url = `sqlite:${path}`;
    assert.equal(needsUpgrade(url), false);
    writeFileSync(path, '');
    assert.equal(needsUpgrade(url), false);
    await (await openExclusiveStore(url)).close();
    assert.equal(schemaVersionOf(path), SCHEMA_VERSION);
    assert.equal(needsUpgrade(url), false);
    assert.equal(needsUpgrade('sqlite::memory:'), false);
    assert.deepEqual(backupsOf(path), []);
  });

  it('has copies of its version', async () => {
    const path = aPath('copy');
    await openStore(`sqlite:${path}`).close();
    copyStore(`sqlite:${path}`, `sqlite:${path}.copy`);
    assert.equal(schemaVersionOf(`${path}.copy`), SCHEMA_VERSION);
  });
});
