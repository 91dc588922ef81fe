import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { enqueueAlert } from '../../../src/app/notify/enqueue-alert.ts';
import { enqueueDigests } from '../../../src/app/notify/enqueue-digests.ts';
import { enqueueLawAlerts } from '../../../src/app/notify/enqueue-law-alerts.ts';
import { alertMessage } from '../../../src/app/reply/alert-message.ts';
import { createChangeAlert } from '../../../src/core/alerts/create-alert.ts';
import type { Alert, Subscription } from '../../../src/domain/alert.ts';
import type { Change } from '../../../src/domain/document.ts';
import type { Story } from '../../../src/domain/news.ts';
import { answerText } from '../../../src/io/terminal.ts';
import { type Disk, onDisk } from '../../helpers/failing-store.ts';
import { recordStory } from '../../helpers/record-story.ts';
import {
  aChange,
  anAssessment,
  anItem,
  aPlatform,
  aSubscription,
  clockAt,
  memoryStore,
  quiet,
} from '../../helpers/world.ts';

const MONDAY_NINE = '2026-06-01T09:00:00.000Z';
const aStory = (overrides: Partial<Story> = {}): Story => ({
  id: 'story-1',
  platforms: ['tunebox'],
  topics: ['training'],
  kind: 'press-report',
  label: 'alert',
  firstSeen: '2026-05-28T10:00:00.000Z',
  items: [anItem()],
  ...overrides,
});

function aWorld(wanted: Partial<Subscription> = {}) {
  const store = memoryStore();
  const clock = clockAt('2026-05-20T10:00:00.000Z');
  const readModel = { catalog: { platforms: [aPlatform()], feeds: [], regulation: [], crawlers: [] }, store };
  const subscription = aSubscription({ rhythm: 'weekly', createdAt: clock.now().toISOString(), ...wanted });
  const rows = async () => {
    const all = [];
    for await (const [, row] of store.outbox.entries()) all.push(row);
    return all;
  };
  return {
    store,
    clock,
    readModel,
    rows,
    subscribe: () => store.subscriptions.put(subscription.id, subscription),
    digests: (scheduled = false) => enqueueDigests({ store, log: quiet, now: clock.now }, { scheduled }),
    async recordChange(at: string, overrides: Partial<Change> = {}) {
      const change = aChange({ firstSeenNew: at, ...overrides });
      await store.changes.put(change.id, change);
      const alert = createChangeAlert(change, at);
      if (alert) await enqueueAlert(store, alert, at);
    },
    /** The end and the contents of each digest. */
    async digestsSent() {
      const digests: [to: string, alertIds: string[]][] = [];
      for await (const [, alert] of store.alerts.entries()) {
        if (alert.kind === 'digest') digests.push([alert.to, alert.alertIds]);
      }
      return digests.sort(([a], [b]) => (a < b ? -1 : 1));
    },
    async words() {
      const [row] = await rows();
      const alert = row && (await store.alerts.get(row.alertId));
      assert.ok(alert);
      return answerText(await alertMessage(alert, readModel, 'en'));
    },
  };
}

describe('a digest', () => {
  it('gathers what happened, minor things too, on the guild’s digest day', async () => {
    const world = aWorld();
    await world.subscribe();
    await world.store.servers.put('100000000000000001', { guildId: '100000000000000001', digestDay: 'monday' });
    await world.recordChange('2026-05-26T10:00:00.000Z');
    const minor = anAssessment({ significance: 'minor', topics: ['ai-features'], direction: 'neutral' });
    await world.recordChange('2026-05-27T10:00:00.000Z', {
      id: 'd'.repeat(64),
      assessment: { ...minor, training: { old: 'silent', new: 'silent' } },
    });
    await recordStory(world.store, aStory(), true, '2026-05-28T10:05:00.000Z');
    assert.deepEqual(await world.rows(), [], 'nothing is sent at once');

    world.clock.moveTo('2026-06-01T08:59:00.000Z');
    assert.equal(await world.digests(), 0);
    world.clock.moveTo(MONDAY_NINE);
    assert.equal(await world.digests(), 1);
    assert.match(
      await world.words(),
      /From 25 May 2026[\s\S]*Stances that moved\n- Tunebox may train AI on your content or data \(before: does not say[\s\S]*What changed\n- 27 May 2026[\s\S]*minor change[\s\S]*- 26 May 2026[\s\S]*What was said\n- Press report/,
    );
    assert.equal(await world.digests(), 0, 'once a week');
    const [row] = await world.rows();
    assert.equal(row?.priority, 'digest');
  });

  it('whose progress a crash kept from being written is sent as planned, and the next one follows it', async () => {
    const disk: Disk = { full: false, refused: 0, holds: (collection) => collection === 'subscriptions' };
    const world = aWorld({ rhythm: 'daily' });
    const store = onDisk(world.store, disk);
    const plan = () => enqueueDigests({ store, log: quiet, now: world.clock.now });
    await world.subscribe();
    await world.recordChange('2026-05-20T11:00:00.000Z');
    disk.full = true;
    world.clock.moveTo('2026-05-21T09:00:00.000Z');
    await assert.rejects(plan());
    disk.full = false;
    await world.recordChange('2026-05-21T11:00:00.000Z', { id: 'd'.repeat(64) });
    world.clock.moveTo('2026-05-22T09:00:00.000Z');
    assert.equal(await plan(), 1);
    assert.deepEqual(await world.digestsSent(), [
      ['2026-05-21T09:00:00.000Z', ['c'.repeat(64)]],
      ['2026-05-22T09:00:00.000Z', ['d'.repeat(64)]],
    ]);
  });

  it('includes alerts that were dated before the last digest and stored after it', async () => {
    const world = aWorld({ rhythm: 'daily' });
    await world.subscribe();
    await world.recordChange('2026-05-20T11:00:00.000Z');
    world.clock.moveTo('2026-05-21T09:00:01.000Z');
    assert.equal(await world.digests(), 1);
    await world.recordChange('2026-05-21T08:59:59.000Z', { id: 'd'.repeat(64) });
    world.clock.moveTo('2026-05-22T09:00:00.000Z');
    assert.equal(await world.digests(), 1);
    assert.deepEqual(
      (await world.digestsSent()).map(([, ids]) => ids),
      [['c'.repeat(64)], ['d'.repeat(64)]],
    );
  });

  it('comes the next morning, though the clock was two days ahead for a while', async () => {
    const world = aWorld({ rhythm: 'daily' });
    await world.subscribe();
    await world.recordChange('2026-05-20T11:00:00.000Z');
    world.clock.moveTo('2026-05-22T12:00:00.000Z');
    assert.equal(await world.digests(), 1);
    world.clock.moveTo('2026-05-20T12:05:00.000Z');
    assert.equal(await world.digests(), 0);
    await world.recordChange('2026-05-20T15:00:00.000Z', { id: 'd'.repeat(64) });
    world.clock.moveTo('2026-05-21T09:00:00.000Z');
    assert.equal(await world.digests(), 1);
    assert.deepEqual((await world.digestsSent()).map(([, ids]) => ids).sort(), [['c'.repeat(64)], ['d'.repeat(64)]]);
  });

  it('is not sent when nothing happened, and the next one starts where it would have ended', async () => {
    const world = aWorld({ rhythm: 'daily' });
    await world.subscribe();
    world.clock.moveTo('2026-05-21T09:00:00.000Z');
    assert.equal(await world.digests(), 0);
    await world.recordChange('2026-05-21T09:30:00.000Z');
    world.clock.moveTo('2026-05-22T09:00:00.000Z');
    assert.equal(await world.digests(), 1);
    assert.match(await world.words(), /From 21 May 2026 09:00 UTC to 22 May 2026 09:00 UTC/);
  });

  it('of a guild without a digest day comes by the operator’s schedule', async () => {
    const world = aWorld();
    await world.subscribe();
    await world.recordChange('2026-05-21T09:30:00.000Z');
    world.clock.moveTo('2026-06-01T12:00:00.000Z');
    assert.equal(await world.digests(false), 0);
    assert.equal(await world.digests(true), 1);
  });

  it('contains only what the subscription wants', async () => {
    const world = aWorld({ rhythm: 'daily', topics: ['pay'] });
    await world.subscribe();
    await world.recordChange('2026-05-20T11:00:00.000Z');
    world.clock.moveTo('2026-05-21T09:00:00.000Z');
    assert.equal(await world.digests(), 0);
  });

  it('contains a story once that was minor first and major later', async () => {
    const world = aWorld({ rhythm: 'daily' });
    await world.subscribe();
    await recordStory(world.store, aStory({ label: 'digest' }), true, '2026-05-20T11:00:00.000Z');
    await recordStory(world.store, aStory({ label: 'alert' }), true, '2026-05-20T12:00:00.000Z');
    world.clock.moveTo('2026-05-21T09:00:00.000Z');
    await world.digests();
    assert.equal((await world.words()).match(/Tunebox changes its terms/g)?.length, 1);
  });

  it('is not sent while its subscription is paused, and is the same one when a crash repeats the plan', async () => {
    const paused = aWorld({ rhythm: 'daily', paused: true });
    await paused.subscribe();
    await paused.recordChange('2026-05-20T11:00:00.000Z');
    paused.clock.moveTo('2026-05-21T09:00:00.000Z');
    assert.equal(await paused.digests(), 0);

    const world = aWorld({ rhythm: 'daily' });
    await world.subscribe();
    await world.recordChange('2026-05-20T11:00:00.000Z');
    world.clock.moveTo('2026-05-21T09:00:00.000Z');
    await world.digests();
    await world.subscribe(); // as if the mark had not been written
    await world.digests();
    assert.equal((await world.rows()).length, 1);
  });
});

describe('minor changes', () => {
  const minor = anAssessment({ significance: 'minor' });

  it('alert those who want them, and nobody else', async () => {
    const world = aWorld({ rhythm: 'instant', least: 'minor' });
    await world.subscribe();
    await world.store.subscriptions.put('other', aSubscription({ id: 'other', channelId: '200000000000000009' }));
    await world.recordChange('2026-05-26T10:00:00.000Z', { assessment: minor });
    assert.deepEqual(
      (await world.rows()).map(({ channelId }) => channelId),
      ['200000000000000001'],
    );
  });

  it('alert nobody when the page only alternates', async () => {
    const world = aWorld({ rhythm: 'instant', least: 'minor' });
    await world.subscribe();
    await world.recordChange('2026-05-26T10:00:00.000Z', { assessment: minor, returns: 2 });
    assert.deepEqual(await world.rows(), []);
  });
});

describe('a law', () => {
  const law = {
    date: '2026-06-01',
    jurisdiction: 'EU',
    kind: 'law',
    status: 'in-force',
    title: { en: 'Labels become a duty', fr: 'L’étiquetage devient obligatoire' },
    effect: 'AI-made sound must be marked.',
    topics: ['ai-content'],
    sources: ['https://law.example/a'],
  } as const;

  it('is announced once, on its day, to those who want news of the law', async () => {
    const world = aWorld({ rhythm: 'instant' });
    await world.store.subscriptions.put('law', aSubscription({ id: 'law', kinds: ['regulation'] }));
    await world.store.subscriptions.put('news', aSubscription({ id: 'news', channelId: '200000000000000009' }));
    world.readModel.catalog.regulation.push({ ...law, topics: [...law.topics], sources: [...law.sources] } as never);
    const announced = async (at: string): Promise<Alert[]> => {
      world.clock.moveTo(at);
      return enqueueLawAlerts(world.store, world.readModel.catalog.regulation, world.clock.now);
    };
    assert.equal((await announced('2026-05-31T23:59:00.000Z')).length, 0);
    assert.equal((await announced('2026-06-01T00:05:00.000Z')).length, 1);
    assert.equal((await announced('2026-06-01T00:10:00.000Z')).length, 0);
    assert.match(
      await world.words(),
      /European Union: Labels become a duty\nAI-made sound must be marked\.\n Source: law\.example/,
    );
    assert.deepEqual(
      (await world.rows()).map(({ channelId }) => channelId),
      ['200000000000000001'],
    );
  });

  it('of the past, added to the catalog later, is no news', async () => {
    const world = aWorld();
    world.readModel.catalog.regulation.push(
      { ...law, date: '2025-01-01' } as never,
      { ...law, date: '2026-06' } as never,
    );
    world.clock.moveTo('2026-06-02T00:00:00.000Z');
    assert.deepEqual(await enqueueLawAlerts(world.store, world.readModel.catalog.regulation, world.clock.now), []);
  });
});
