/** A stored value that cannot be read stops nothing but itself. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, describe, it } from 'node:test';
import { enqueueDigests } from '../../../src/app/notify/enqueue-digests.ts';
import type { Collection } from '../../../src/app/ports/collection.ts';
import type { Store } from '../../../src/app/ports/store.ts';
import { createOpenStoryCache } from '../../../src/app/record/open-story-cache.ts';
import type { Alert, Delivery, Subscription } from '../../../src/domain/alert.ts';
import type { DocumentVersion } from '../../../src/domain/document.ts';
import type { Story } from '../../../src/domain/news.ts';
import { openStore } from '../../../src/io/store/open-store.ts';
import { createSubscriptionIndex } from '../../../src/io/store/subscription-index.ts';
import { recordStory } from '../../helpers/record-story.ts';
import { aChange, anAssessment, anItem, aSubscription, recordingLog } from '../../helpers/world.ts';

const NOW = '2026-06-01T12:00:00.000Z';
const folder = mkdtempSync(join(tmpdir(), 'clausewatch-unreadable-'));
after(() => rmSync(folder, { recursive: true }));
let files = 0;

/** Writes past the store what a failing disk or a careless edit may leave. */
function damage(path: string, key: string, value: string | Uint8Array): void {
  const database = new DatabaseSync(path);
  database.prepare('INSERT OR REPLACE INTO entries (key, value) VALUES (?, ?)').run(key, value);
  database.close();
}

const aRow: Delivery = {
  id: 'row',
  act: 'post',
  alertId: 'alert',
  kind: 'news',
  priority: 'normal',
  guildId: '1',
  channelId: '2',
  state: 'pending',
  attempts: 0,
  nextAttemptAt: NOW,
  createdAt: NOW,
};
const aStory: Story = {
  id: 'story',
  platforms: [],
  topics: ['training'],
  kind: 'policy-change',
  label: 'alert',
  firstSeen: NOW,
  items: [anItem()],
};
const anAlert: Alert = { id: 'a', kind: 'news', at: NOW, platforms: [], topics: [], storyId: 'story' };
const aSignalChange = {
  id: 'signal',
  platform: 'tunebox',
  kind: 'robots.txt',
  firstSeenNew: NOW,
  significance: 'major',
  moves: [],
};
const aWording = { version: 'v', identity: 'i', firstSeen: NOW, lastSeen: NOW };
const aHead = { current: aWording, earlier: {}, returns: 0 };
const aStance = { document: 'd', version: 'v', seen: NOW, training: 'silent', lines: [] };
const aVersion = { id: 'v', markdown: 'words' } as DocumentVersion;
const inEnvelope = (value: unknown) => JSON.stringify({ value });

/** What the file holds instead of a value of that collection. */
const DAMAGES: Readonly<Record<string, readonly [collection: keyof Store & string, stored: string | Uint8Array]>> = {
  'a subscription that is no JSON': ['subscriptions', '{"value":{"id":"x","gui'],
  'a subscription that is empty': ['subscriptions', ''],
  'a subscription of bytes': ['subscriptions', new Uint8Array([0, 255, 7])],
  'a subscription that is null': ['subscriptions', 'null'],
  'a subscription in no envelope': ['subscriptions', '{"id":"x"}'],
  'a subscription without platforms': ['subscriptions', inEnvelope({ ...aSubscription(), platforms: undefined })],
  'a subscription whose kinds are a word': ['subscriptions', inEnvelope({ ...aSubscription(), kinds: 'news' })],
  'a subscription with a trouble of no beginning': ['subscriptions', inEnvelope({ ...aSubscription(), trouble: {} })],
  'a row that is a number': ['outbox', inEnvelope(7)],
  'a row without a channel': ['outbox', inEnvelope({ ...aRow, channelId: undefined })],
  'a row of a priority that is none': ['outbox', inEnvelope({ ...aRow, priority: 'soon' })],
  'a row for the day after never': ['outbox', inEnvelope({ ...aRow, nextAttemptAt: 'never' })],
  'an alert without what it tells': ['alerts', inEnvelope({ ...anAlert, storyId: undefined })],
  'an alert of no kind': ['alerts', inEnvelope({ ...anAlert, kind: 'gossip' })],
  'a delivery that names no alert': ['deliveryLog', inEnvelope({ ...aRow, alertId: undefined, at: NOW })],
  'a server that is a list of nothing': ['servers', '{"value"'],
  'a story cut off': ['stories', inEnvelope(aStory).slice(0, -3)],
  'a server in a time zone that is none': ['servers', inEnvelope({ guildId: '1', timeZone: 'Mars/Phobos' })],
  'a story without reports': ['stories', inEnvelope({ ...aStory, items: undefined })],
  'a story whose reports are words': ['stories', inEnvelope({ ...aStory, items: ['a report'] })],
  'a story whose platforms are a word': ['stories', inEnvelope({ ...aStory, platforms: 'tunebox' })],
  'a story that was never seen': ['stories', inEnvelope({ ...aStory, firstSeen: 'never' })],
  'a change whose topics are a word': [
    'changes',
    inEnvelope(aChange({ assessment: { ...anAssessment(), topics: 'x' as never } })),
  ],
  'a change that was not read': ['changes', inEnvelope(aChange({ assessment: 'major' as never }))],
  'a signal that moved in words': ['signalChanges', inEnvelope({ ...aSignalChange, moves: ['up'] })],
  'a document whose head is nothing': ['heads', inEnvelope({})],
  'a signal source whose head has no wording': ['signalHeads', inEnvelope({ ...aHead, current: { version: 'v' } })],
  'a stance without a version': ['stances', inEnvelope({ ...aStance, version: undefined })],
  'a version that does not inflate': ['versions', 'bm90IGRlZmxhdGVk'],
  'a version that inflates to no JSON': ['versions', 'S0pMTgEA'],
};
const SOUND: Readonly<Partial<Record<keyof Store, unknown>>> = {
  subscriptions: aSubscription({ id: 'sound' }),
  outbox: aRow,
  alerts: anAlert,
  deliveryLog: { alertId: 'a', kind: 'news', guildId: '1', channelId: '2', at: NOW },
  servers: { guildId: '1' },
  stories: aStory,
  versions: aVersion,
  changes: aChange(),
  signalChanges: aSignalChange,
  heads: aHead,
  signalHeads: aHead,
  stances: aStance,
};
/** Where the namespace differs from the name of the collection. */
const NAMESPACES: Readonly<Partial<Record<keyof Store, string>>> = {
  signalChanges: 'signal-changes',
  signalHeads: 'signal-heads',
  deliveryLog: 'delivered',
};

describe('a stored value that cannot be read', () => {
  for (const [name, [collection, stored]] of Object.entries(DAMAGES)) {
    it(`is skipped, reported once with its key, and kept: ${name}`, async () => {
      const path = join(folder, `${files++}.db`);
      const before = openStore(`sqlite:${path}`);
      await (before[collection] as Collection<unknown>).put('zz-sound', SOUND[collection]);
      await before.close();
      const brokenKey = `${NAMESPACES[collection] ?? collection}:broken`;
      damage(path, brokenKey, stored);

      const log = recordingLog();
      const store = openStore(`sqlite:${path}`, { log });
      const values = store[collection] as Collection<unknown>;
      for (let times = 0; times < 2; times++) {
        assert.equal(await values.get('broken'), undefined);
        for (const prefix of ['', 'b', 'z']) {
          const keys: string[] = [];
          for await (const [key] of values.entries(prefix)) keys.push(key);
          assert.deepEqual(keys, prefix === 'b' ? [] : ['zz-sound'], `entries('${prefix}')`);
        }
      }
      assert.deepEqual(store.problems(), { unreadable: [brokenKey] });
      assert.deepEqual(log.lines, ['error: skipped a stored value that cannot be read; a copy is kept']);

      await values.put('broken', SOUND[collection]);
      assert.ok(await values.get('broken'));
      await store.close();
      const database = new DatabaseSync(path);
      const [kept] = database.prepare('SELECT key, value FROM unreadable').all();
      database.close();
      assert.deepEqual({ ...kept }, { key: brokenKey, value: stored });
    });
  }

  it('stops no alert to other channels', async () => {
    const path = join(folder, 'alerts.db');
    await openStore(`sqlite:${path}`).close();
    damage(path, 'subscriptions:broken', '{');
    damage(path, 'outbox:broken', '{');
    const store = openStore(`sqlite:${path}`);
    await store.subscriptions.put('sound', aSubscription({ id: 'sound' }));
    await recordStory(store, aStory, true, NOW);
    const rows: Delivery[] = [];
    for await (const [, row] of store.outbox.entries()) rows.push(row);
    assert.deepEqual(
      rows.map(({ channelId }) => channelId),
      [aSubscription().channelId],
    );
    await store.close();
  });

  it('stops no other story, alert in quiet hours, or digest', async () => {
    const path = join(folder, 'shapes.db');
    const subscription = aSubscription({ id: 'quiet', quiet: { from: '22:00', to: '08:00' } });
    const daily = aSubscription({
      id: 'daily',
      channelId: '7',
      rhythm: 'daily',
      createdAt: '2026-05-01T00:00:00.000Z',
    });
    await openStore(`sqlite:${path}`).close();
    damage(path, 'stories:broken', inEnvelope({ ...aStory, items: undefined }));
    damage(path, `servers:${subscription.guildId}`, inEnvelope({ guildId: '1', timeZone: 'Mars/Phobos' }));
    const store = openStore(`sqlite:${path}`);
    for (const one of [subscription, daily]) await store.subscriptions.put(one.id, one);
    assert.deepEqual(await createOpenStoryCache(store, new Date(NOW)).listForMatching(), []);
    const before = '2026-05-31T12:00:00.000Z';
    assert.ok(await recordStory(store, { ...aStory, firstSeen: before }, true, before));
    assert.equal(await enqueueDigests({ store, log: recordingLog(), now: () => new Date(NOW) }), 1);
    await store.close();
  });

  it('still exists: what was delivered is not sent again', async () => {
    const path = join(folder, 'has.db');
    await openStore(`sqlite:${path}`).close();
    damage(path, 'delivered:broken', '{');
    const store = openStore(`sqlite:${path}`);
    assert.equal(await store.deliveryLog.has('broken'), true);
    await store.close();
  });
});

describe('an expired value', () => {
  it('is not returned, and reading it writes nothing', async () => {
    const path = join(folder, 'expired.db');
    const store = openStore(`sqlite:${path}`);
    await store.servers.put('1', { guildId: '1' }, 0.001);
    await new Promise((resolve) => setTimeout(resolve, 5));
    const other = new DatabaseSync(path);
    other.exec('BEGIN IMMEDIATE');
    const keys: string[] = [];
    for await (const [key] of store.servers.entries()) keys.push(key);
    assert.deepEqual([await store.servers.get('1'), keys], [undefined, []]);
    other.exec('COMMIT');
    assert.equal(other.prepare('SELECT count(*) AS n FROM entries').get()?.n, 1);
    other.close();
    await store.close();
  });
});

describe('the subscriptions in memory', () => {
  it('are read again after a failed read', async () => {
    const store = openStore('sqlite::memory:');
    await store.subscriptions.put('one', aSubscription({ id: 'one' }));
    let fails = true;
    const stored: Collection<Subscription> = {
      ...store.subscriptions,
      async *entries() {
        if (fails) throw new Error('the disk does not answer');
        yield* store.subscriptions.entries();
      },
    };
    const subscriptions = createSubscriptionIndex(stored);
    await assert.rejects(subscriptions.get('one'), /does not answer/);
    fails = false;
    assert.equal((await subscriptions.get('one'))?.id, 'one');
  });
});
