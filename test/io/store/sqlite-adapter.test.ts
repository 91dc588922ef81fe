/** Keyv's published suite for adapters, and what it does not cover. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as nodeTest from 'node:test';
import { keyvIteratorTests, default as keyvTestSuite } from '@keyv/test-suite';
import { expect } from 'expect';
import Keyv from 'keyv';
import { openDatabase, purgeExpired } from '../../../src/io/store/database.ts';
import { SqliteAdapter } from '../../../src/io/store/sqlite-adapter.ts';

/** Keyv's published suite asks for vitest's shape of a test runner; node:test with Jest's `expect` has the same shape. */
const runner = {
  beforeEach: nodeTest.beforeEach,
  afterEach: nodeTest.afterEach,
  it: (name: string, body: (context: { expect: typeof expect }) => unknown) =>
    nodeTest.it(name, async () => {
      await body({ expect });
      const [missed] = expect.extractExpectedAssertionsErrors();
      if (missed) throw missed.error;
    }),
} as unknown as Parameters<typeof keyvTestSuite>[0];

nodeTest.describe("Keyv's published adapter test suite", () => {
  const database = openDatabase(':memory:');
  keyvTestSuite(runner, Keyv, () => new SqliteAdapter(database));
  nodeTest.describe('iterator', () => {
    keyvIteratorTests(runner, Keyv, () => new SqliteAdapter(database));
  });
});

nodeTest.describe('beyond the suite', () => {
  nodeTest.it('namespaces sharing one database do not see, clear or iterate each other', async () => {
    const database = openDatabase(':memory:');
    const one = new Keyv({ store: new SqliteAdapter(database), namespace: 'one', throwOnErrors: true });
    const onetwo = new Keyv({ store: new SqliteAdapter(database), namespace: 'onetwo', throwOnErrors: true });
    await one.set('key', 1);
    await onetwo.set('key', 2);
    await one.clear();
    assert.equal(await one.get('key'), undefined);
    assert.equal(await onetwo.get('key'), 2);
  });

  nodeTest.it('an iteration over more keys than one batch yields each key once, in order', async () => {
    const keyv = new Keyv({ store: new SqliteAdapter(openDatabase(':memory:')), namespace: 'n' });
    await keyv.setMany(Array.from({ length: 1000 }, (_, i) => ({ key: String(i).padStart(4, '0'), value: i })));
    const keys: string[] = [];
    for await (const [key] of keyv.iterator?.({}) ?? []) keys.push(key);
    assert.deepEqual(
      keys,
      Array.from({ length: 1000 }, (_, i) => String(i).padStart(4, '0')),
    );
  });

  nodeTest.it('values survive reopening the file', async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'clausewatch-'));
    t.after(() => rmSync(folder, { recursive: true }));
    const path = join(folder, 'new', 'store.db');
    const first = openDatabase(path);
    await new Keyv({ store: new SqliteAdapter(first), namespace: 'n' }).set('key', { kept: true });
    first.close();
    const second = openDatabase(path);
    t.after(() => second.close());
    assert.deepEqual(await new Keyv({ store: new SqliteAdapter(second), namespace: 'n' }).get('key'), { kept: true });
  });

  nodeTest.it('expired entries give their space back', async () => {
    const database = openDatabase(':memory:');
    const keyv = new Keyv({ store: new SqliteAdapter(database), namespace: 'n' });
    await keyv.set('short', 1, 1000);
    await keyv.set('long', 1);
    purgeExpired(database, Date.now() + 2000);
    assert.deepEqual(
      database
        .prepare('SELECT key FROM entries')
        .all()
        .map((row) => row.key),
      ['n:long'],
    );
  });
});
