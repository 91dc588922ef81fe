/** Several writes in one transaction. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import type { Store } from '../../../src/app/ports/store.ts';
import type { DeliveryLogEntry } from '../../../src/core/alerts/delivery-rows.ts';
import type { DocumentVersion } from '../../../src/domain/document.ts';
import { openStore } from '../../../src/io/store/open-store.ts';
import { aChange, aSubscription, memoryStore } from '../../helpers/world.ts';
import { readEntries, withDatabase } from './stores/version-0.ts';

const folder = mkdtempSync(join(tmpdir(), 'clausewatch-commit-'));
after(() => rmSync(folder, { recursive: true }));

const NOW = '2026-06-01T12:00:00.000Z';
const aLogEntry: DeliveryLogEntry = { alertId: 'a', kind: 'documents', guildId: '1', channelId: '2', at: NOW };
const subscriptionIds = async (store: Store) => [...(await store.subscriptions.all())].map(({ id }) => id);

describe('a commit', () => {
  it('writes what the collections themselves would write', async () => {
    const change = aChange({ id: 'c', origin: ':a colon first' });
    const version = { id: 'v', markdown: 'long text '.repeat(100) } as DocumentVersion;
    const path = join(folder, 'alike.db');
    const store = openStore(`sqlite:${path}`);
    await store.commit([
      { put: 'changes', key: 'c', value: change },
      { put: 'versions', key: 'v', value: version },
      { put: 'deliveryLog', key: 'd', value: aLogEntry },
    ]);
    assert.deepEqual([await store.changes.get('c'), await store.versions.get('v')], [change, version]);
    assert.equal(await store.changes.count({ platform: change.platform }), 1);
    const committed = readEntries(path);
    await store.changes.put('c', change);
    await store.versions.put('v', version);
    await store.deliveryLog.put('d', aLogEntry);
    assert.deepEqual(readEntries(path), committed);
    await store.close();
  });

  it('works in the order of its writes, and lets values expire', async () => {
    const store = memoryStore();
    await store.servers.put('old', { guildId: 'old' });
    await store.commit([
      { delete: 'servers', key: 'old' },
      { put: 'servers', key: 'gone', value: { guildId: 'gone' } },
      { delete: 'servers', key: 'gone' },
      { put: 'servers', key: 'expired', value: { guildId: 'expired' }, ttlSeconds: 0.001 },
      { put: 'servers', key: 'kept', value: { guildId: 'kept' }, ttlSeconds: 60 },
    ]);
    await new Promise((resolve) => setTimeout(resolve, 5));
    const keys: string[] = [];
    for await (const [key] of store.servers.entries()) keys.push(key);
    assert.deepEqual(keys, ['kept']);
  });

  it('is seen by the subscriptions in memory', async () => {
    const store = memoryStore();
    await store.subscriptions.put('a', aSubscription({ id: 'a' }));
    await store.commit([
      { put: 'subscriptions', key: 'b', value: aSubscription({ id: 'b', channelId: '77' }) },
      { delete: 'subscriptions', key: 'a' },
    ]);
    assert.deepEqual(await subscriptionIds(store), ['b']);
    assert.equal((await store.subscriptions.listByChannel('77')).length, 1);
  });

  it('that fails changes nothing, on disk or in memory', async () => {
    const path = join(folder, 'fails.db');
    const store = openStore(`sqlite:${path}`);
    await store.deliveryLog.put('d', aLogEntry);
    const before = readEntries(path);
    withDatabase(path, (database) =>
      database.exec(
        `CREATE TRIGGER refuse BEFORE INSERT ON entries WHEN new.key = 'changes:c' BEGIN SELECT RAISE(ABORT, 'no luck'); END`,
      ),
    );
    const commit = store.commit([
      { put: 'subscriptions', key: 's', value: aSubscription({ id: 's' }) },
      { delete: 'deliveryLog', key: 'd' },
      { put: 'changes', key: 'c', value: aChange({ id: 'c' }) },
    ]);
    await assert.rejects(commit, { code: 'not-written' });
    assert.deepEqual(readEntries(path), before);
    assert.deepEqual(await subscriptionIds(store), []);
    assert.equal(store.problems()?.writing?.times, 1);
    await store.close();
  });
});
