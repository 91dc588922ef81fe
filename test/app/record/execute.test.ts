/** A record plan may stop after any write, and be repeated by the next poll. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Store } from '../../../src/app/ports/store.ts';
import { executeRecordPlan } from '../../../src/app/record/execute.ts';
import { recordDocumentObservation } from '../../../src/app/record/record-document.ts';
import { computeChangeId, type DocumentHead } from '../../../src/core/history/observe-document.ts';
import { planItemRecord, planSignalRecord } from '../../../src/core/recording/plan.ts';
import type { DocumentVersion } from '../../../src/domain/document.ts';
import type { SignalChange, SignalVersion } from '../../../src/domain/signal.ts';
import { recordStory } from '../../helpers/record-story.ts';
import { aChange, anItem, aStory, aSubscription, memoryStore } from '../../helpers/world.ts';

const BEFORE = '2026-05-02T08:00:00.000Z';
const NOW = '2026-05-02T12:00:00.000Z';
const DOCUMENT = 'tunebox/Terms of Service';
const [OLD, NEW] = ['old', 'new'];
const CHANGE = aChange({
  id: computeChangeId(DOCUMENT, OLD, { version: NEW, firstSeen: BEFORE }),
  ...{ document: DOCUMENT, oldVersion: OLD, newVersion: NEW, firstSeenNew: BEFORE },
});
const REPORT = aStory({ aboutTerms: true });
const SOURCE = 'tunebox https://tunebox.example/robots.txt';
const SIGNAL_CHANGE: SignalChange = {
  ...{
    id: 'signals',
    source: SOURCE,
    platform: 'tunebox',
    kind: 'robots.txt',
    url: 'https://tunebox.example/robots.txt',
  },
  ...{
    lastSeenOld: BEFORE,
    firstSeenNew: NOW,
    significance: 'major',
    direction: 'better',
    topics: ['scraping'],
    moves: [],
  },
};

const revision = (version: string) => ({ version, identity: version, firstSeen: BEFORE, lastSeen: BEFORE });
const versionOf = (id: string): DocumentVersion => ({
  ...{ id, document: DOCUMENT, markdown: `Terms, ${id}`, identity: id, seen: BEFORE },
});
const headAt = (version: string, earlier: string): DocumentHead => ({
  ...{
    document: DOCUMENT,
    current: revision(version),
    earlier: { [earlier]: revision(earlier) },
    returns: 0,
    said: {},
  },
});
const signalHeadAt = (version: string) => ({ source: SOURCE, current: revision(version), earlier: {}, returns: 0 });
const signalVersion = (id: string): SignalVersion => ({ id, source: SOURCE, text: id, seen: NOW });

const recordChange = (store: Store, at = NOW) =>
  recordDocumentObservation(
    store,
    { observation: { outcome: 'changed', change: CHANGE, head: headAt(NEW, OLD) }, version: versionOf(NEW) },
    at,
  );
const recordReturnTo = (store: Store, version: string, earlier: string, at = NOW) =>
  recordDocumentObservation(
    store,
    { observation: { outcome: 'variant', head: headAt(version, earlier) }, version: versionOf(version) },
    at,
  );
async function recordItem(store: Store, id: string) {
  const item = anItem({ id, outlet: `Outlet ${id}`, date: NOW });
  const { platforms, topics, kind } = REPORT;
  const classification = { label: 'alert', platforms, topics, kind, aboutTerms: true, reason: '' } as const;
  const story = await store.stories.get(REPORT.id);
  const known = { feedUrl: 'https://gazette.example/feed', story, hasBeenPolled: true };
  await executeRecordPlan(store, planItemRecord({ item, classification, storyId: REPORT.id }, known, NOW), NOW);
}

/** Turns the planned posts into messages. */
async function post(store: Store): Promise<void> {
  for await (const [id, { alertId, kind, guildId, channelId }] of store.outbox.entries()) {
    await store.deliveryLog.put(id, { alertId, kind, guildId, channelId, messageId: '9', at: BEFORE });
    await store.outbox.delete(id);
  }
}

const SCENARIOS: [
  what: string,
  arrange: (store: Store) => Promise<unknown>,
  record: (store: Store) => Promise<unknown>,
][] = [
  ['a change', async () => {}, recordChange],
  [
    'a change that a story has reported',
    async (store) => {
      await recordStory(store, REPORT, true, BEFORE);
      await post(store);
    },
    recordChange,
  ],
  [
    'a change that is taken back',
    async (store) => {
      await recordChange(store, BEFORE);
      await post(store);
    },
    (store) => recordReturnTo(store, OLD, NEW),
  ],
  [
    'a change that stands again',
    async (store) => {
      await recordChange(store, BEFORE);
      await post(store);
      await recordReturnTo(store, OLD, NEW, BEFORE);
      await store.outbox.delete((await entriesOf(store, 'outbox'))[0]?.[0] ?? '');
    },
    (store) => recordReturnTo(store, NEW, OLD),
  ],
  ['an item that begins a story', async () => {}, (store) => recordItem(store, 'first')],
  [
    'an item that joins a story which has alerted',
    async (store) => {
      await recordStory(store, REPORT, true, BEFORE);
      await post(store);
    },
    (store) => recordItem(store, 'second'),
  ],
  [
    'an item that reports a change which has alerted',
    async (store) => {
      await recordChange(store, BEFORE);
      await post(store);
    },
    (store) => recordItem(store, 'report'),
  ],
  [
    'a change of signals',
    async () => {},
    (store) => {
      const observation = { outcome: 'changed', change: SIGNAL_CHANGE, head: signalHeadAt('after') } as const;
      return executeRecordPlan(store, planSignalRecord(observation, signalVersion('after'), 'before'), NOW);
    },
  ],
  [
    'signals that say the same in another text',
    async (store) => {
      const observation = { outcome: 'first', head: signalHeadAt('before') } as const;
      await executeRecordPlan(store, planSignalRecord(observation, signalVersion('before'), undefined), BEFORE);
    },
    (store) => {
      const observation = { outcome: 'same', head: signalHeadAt('after') } as const;
      return executeRecordPlan(store, planSignalRecord(observation, signalVersion('after'), 'before'), NOW);
    },
  ],
];

describe('a plan stopped at any write leaves the progress as it was, and its repeat the store as without the stop:', () => {
  for (const [what, arrange, record] of SCENARIOS) {
    it(what, async () => {
      const prepare = async () => {
        const store = memoryStore();
        await store.subscriptions.put('1', aSubscription({ kinds: ['documents', 'news', 'signals'] }));
        await store.subscriptions.put(
          '2',
          aSubscription({ id: '2', channelId: '200000000000000002', kinds: ['news'] }),
        );
        await arrange(store);
        return store;
      };
      const whole = await prepare();
      const before = await contentOf(whole, PROGRESS);
      const count = countingWrites(whole);
      await record(count.store);
      const expected = await contentOf(whole);
      assert.ok(count.writes() >= 2);
      for (let stop = 0; stop < count.writes(); stop++) {
        const store = await prepare();
        await assert.rejects(Promise.resolve(record(countingWrites(store, stop).store)), /stopped/);
        const why = `stopped after ${stop} of ${count.writes()} writes`;
        assert.deepEqual(await contentOf(store, PROGRESS), before, why);
        await record(store);
        assert.deepEqual(await contentOf(store), expected, why);
      }
    });
  }
});

/** What the next poll goes on from. */
const PROGRESS = ['stances', 'heads', 'signalHeads', 'seenItems'] as const;
const COLLECTIONS = [
  ...PROGRESS,
  ...(['versions', 'changes', 'signalVersions', 'signalChanges', 'stories'] as const),
  ...(['alerts', 'outbox', 'deliveryLog'] as const),
];

async function entriesOf(store: Store, name: (typeof COLLECTIONS)[number]): Promise<[key: string, value: unknown][]> {
  const entries: [string, unknown][] = [];
  for await (const entry of store[name].entries()) entries.push(entry);
  return entries;
}

async function contentOf(store: Store, collections: readonly (typeof COLLECTIONS)[number][] = COLLECTIONS) {
  return Promise.all(collections.map(async (name) => ({ name, entries: await entriesOf(store, name) })));
}

/** Counts the writes of a store, and lets only so many of them through. */
function countingWrites(store: Store, limit = Number.POSITIVE_INFINITY) {
  const WRITES: ReadonlySet<string | symbol> = new Set(['put', 'putMany', 'delete', 'deleteMany', 'commit']);
  let writes = 0;
  const wrap = <Target extends object>(target: Target): Target =>
    new Proxy(target, {
      get(of, name) {
        const member: unknown = Reflect.get(of, name);
        if (typeof member === 'object' && member !== null) return wrap(member);
        if (typeof member !== 'function' || !WRITES.has(name)) return member;
        return async (...args: unknown[]) => {
          if (writes === limit) throw new Error('stopped');
          writes++;
          return member.apply(of, args);
        };
      },
    });
  return { store: wrap(store), writes: () => writes };
}
