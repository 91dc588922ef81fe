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

  test('holds what was written last, while the store is open, and goes its own way from then on', async () => {
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

  test('replaces an older copy, write-ahead log and all', async () => {
    const older = openStore(url('c.db'));
    await older.subscriptions.put('old', aSubscription({ id: 'old' }));
    await older.close();
    copyStore(url('a.db'), url('c.db'));
    const copy = openStore(url('c.db'));
    assert.equal(await copy.subscriptions.has('old'), false);
    await copy.close();
  });

  test('of nothing is nothing', () => {
    copyStore(url('never.db'), url('d.db'));
    assert.equal(existsSync(join(folder, 'd.db')), false);
    assert.equal(existsSync(join(folder, 'never.db')), false);
  });

  test('of something that is no store says so in one line', async () => {
    await assert.rejects(async () => copyStore('redis://localhost', url('e.db')), { code: 'unsupported-store' });
  });
});
