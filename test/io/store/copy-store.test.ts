/** Copies of a store, also of one that is open. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { copyStore } from '../../../src/io/store/copy-store.ts';
import { openStore } from '../../../src/io/store/open-store.ts';
import { aSubscription } from '../../helpers/world.ts';

describe('a copy of the store', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'copy-store-'));
  });
  after(() => rm(folder, { recursive: true }));
  const url = (name: string) => `sqlite:${join(folder, name)}`;

  test('holds the latest writes of an open store, and is independent from then on', async () => {
    const store = openStore(url('a.db'));
    await store.subscriptions.put('one', aSubscription({ id: 'one' }));
    copyStore(url('a.db'), url('b.db'));
    const copy = openStore(url('b.db'));
    assert.equal((await copy.subscriptions.get('one'))?.id, 'one');
    await copy.subscriptions.delete('one');
    assert.equal(await store.subscriptions.has('one'), true);
    await copy.close();
    await store.close();
  });

  test('replaces an older copy together with its write-ahead log', async () => {
    const older = openStore(url('c.db'));
    await older.subscriptions.put('old', aSubscription({ id: 'old' }));
    await older.close();
    copyStore(url('a.db'), url('c.db'));
    const copy = openStore(url('c.db'));
    assert.equal(await copy.subscriptions.has('old'), false);
    await copy.close();
  });

  test('of a store that does not exist is not created', () => {
    copyStore(url('never.db'), url('d.db'));
    assert.equal(existsSync(join(folder, 'd.db')), false);
    assert.equal(existsSync(join(folder, 'never.db')), false);
  });

  test('of a url that is no store is refused with one line', async () => {
    await assert.rejects(async () => copyStore('redis://localhost', url('e.db')), { code: 'unsupported-store' });
  });
});
