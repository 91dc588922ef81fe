import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bundleRows } from '../../../src/app/deliver/alert-bundles.ts';
import { MAX_ALERTS_PER_CHANNEL_PER_HOUR } from '../../../src/app/deliver/alert-rate-limit.ts';
import { enqueueCorrection } from '../../../src/app/notify/enqueue-alert.ts';
import type { GuildDirectory, SendOutcome } from '../../../src/app/ports/courier.ts';
import type { Store } from '../../../src/app/ports/store.ts';
import { deliveryId } from '../../../src/core/alerts/delivery-rows.ts';
import { courierThat, nowhereSpecial, sent, type TestCourier } from '../../helpers/courier.ts';
import { aDispatch, outboxOf as outbox } from '../../helpers/dispatch.ts';
import { type Disk, onDisk } from '../../helpers/failing-store.ts';
import { recordStory } from '../../helpers/record-story.ts';
import { anItem, aStory, aSubscription, clockAt, memoryStore, recordingLog } from '../../helpers/world.ts';

const story = aStory();
const START = '2026-05-02T10:05:00.000Z';
const CHANNEL = aSubscription().channelId;
const ROW = deliveryId(story.id, CHANNEL);
const none = { sent: 0, waiting: 0, dropped: 0 };

/** A store with one story planned for the channels of the subscriptions. */
async function aPlannedStory(
  courier: TestCourier,
  { subscriptions = [aSubscription()], guildDirectory = nowhereSpecial, store = memoryStore(), at = START } = {},
) {
  for (const one of subscriptions) await store.subscriptions.put(one.id, one);
  const clock = clockAt(at);
  const log = recordingLog();
  await recordStory(store, story, true, clock.now().toISOString());
  return { store, clock, log, courier, dispatch: aDispatch({ store, courier, log, clock, guildDirectory }) };
}

/** Outcomes one after the other; the last one is repeated. */
const inSequence = (...outcomes: SendOutcome[]) => {
  let next = 0;
  return () => outcomes[Math.min(next++, outcomes.length - 1)] ?? sent;
};

const twoChannels = [aSubscription({ id: '1', channelId: '1' }), aSubscription({ id: '2', channelId: '2' })];

describe('a delivery', () => {
  it('is sent once, and not planned again by a repeated plan', async () => {
    const { store, courier, dispatch, clock } = await aPlannedStory(courierThat());
    assert.deepEqual(await dispatch.deliver(), { ...none, sent: 1 });
    await recordStory(store, story, true, clock.now().toISOString());
    assert.deepEqual(await dispatch.deliver(), none);
    assert.equal(courier.sent.length, 1);
    assert.match(courier.sent[0]?.answer.title ?? '', /Tunebox changes its terms/);
    assert.deepEqual(await outbox(store), []);
    assert.equal((await store.deliveryLog.get(ROW))?.messageId, '900000000000000001');
  });

  it('is not sent again when another process plans the same alert at the same moment', async () => {
    const { store, courier, dispatch, clock } = await aPlannedStory(courierThat());
    const rows = await outbox(store);
    await dispatch.deliver();
    // A process that looked before the alert was there writes its rows after they were delivered.
    await store.outbox.putMany(rows.map((row) => ({ key: row.id, value: row })));
    assert.deepEqual(await dispatch.deliver(), none);
    assert.equal(courier.sent.length, 1);
    assert.deepEqual(await outbox(store), []);
    await store.outbox.putMany(rows.map((row) => ({ key: row.id, value: row })));
    assert.deepEqual(await aDispatch({ store, courier, clock }).deliver(), none);
    assert.equal(courier.sent.length, 1);
  });

  it('is retried under the same nonce after a transient failure', async () => {
    const { courier, dispatch, clock, log } = await aPlannedStory(
      courierThat({
        send: inSequence({ status: 'retry', detail: 'Discord answered 502', mayHaveArrived: true }, sent),
      }),
    );
    assert.deepEqual(await dispatch.deliver(), { ...none, waiting: 1 });
    assert.deepEqual(await dispatch.deliver(), none);
    clock.moveSeconds(3);
    assert.deepEqual(await dispatch.deliver(), { ...none, sent: 1 });
    assert.equal(courier.sent[0]?.nonce, courier.sent[1]?.nonce);
    assert.match(
      log.lines.join('\n'),
      /warn: not posted, next attempt at 2026-05-02T10:05:02.000Z: Discord answered 502/,
    );
  });

  it('waits as long as Discord asks', async () => {
    const { dispatch, clock } = await aPlannedStory(
      courierThat({
        send: inSequence({ status: 'retry', detail: 'Discord asks to wait', afterSeconds: 3600 }, sent),
      }),
    );
    await dispatch.deliver();
    clock.moveSeconds(3599);
    assert.equal((await dispatch.deliver()).sent, 0);
    clock.moveSeconds(2);
    assert.equal((await dispatch.deliver()).sent, 1);
  });

  it('that Discord refuses is dropped and logged, and the others go on', async () => {
    const { store, dispatch, log } = await aPlannedStory(
      courierThat({ send: inSequence({ status: 'refused', code: 50109, detail: 'no' }, sent) }),
      { subscriptions: twoChannels },
    );
    assert.deepEqual(await dispatch.deliver(), { ...none, sent: 1, dropped: 1 });
    assert.match(log.lines.join('\n'), /error: not posted \(50109\): no/);
    assert.deepEqual((await store.deliveryLog.get(deliveryId(story.id, '1')))?.failed, { code: 50109, detail: 'no' });
  });

  it('that Discord finds malformed is retried once as plain text', async () => {
    const unfit: SendOutcome = { status: 'unfit', code: 50035, detail: 'Invalid Form Body', fallback: 'plain' };
    const { courier, dispatch } = await aPlannedStory(courierThat({ send: () => unfit }));
    assert.deepEqual(await dispatch.deliver(), { ...none, waiting: 1, dropped: 1 });
    assert.deepEqual(
      courier.sent.map(({ form }) => form),
      [undefined, 'plain'],
    );
  });

  it('is given up after two days, and logged', async () => {
    const { store, dispatch, clock, log } = await aPlannedStory(
      courierThat({ send: () => ({ status: 'retry', detail: 'Discord answered 500' }) }),
    );
    for (let i = 0; i < 60; i++) {
      await dispatch.deliver();
      clock.moveSeconds(3600);
    }
    assert.match(log.lines.join('\n'), /error: not posted: given up after \d+ attempts: Discord answered 500/);
    assert.deepEqual(await outbox(store), []);
  });

  it('to a channel without a subscription is not sent', async () => {
    const { store, courier, dispatch } = await aPlannedStory(courierThat());
    await store.subscriptions.delete('subscription-1');
    assert.deepEqual(await dispatch.deliver(), { ...none, dropped: 1 });
    assert.equal(courier.sent.length, 0);
  });

  it('waits until its plan is complete', async () => {
    const { store, dispatch } = await aPlannedStory(courierThat());
    const alert = await store.alerts.get(story.id);
    assert.ok(alert);
    await store.alerts.delete(story.id);
    assert.deepEqual(await dispatch.deliver(), none);
    await store.alerts.put(alert.id, alert);
    assert.equal((await dispatch.deliver()).sent, 1);
  });
});

it('rows of a plan that was not completed within a week are deleted', async () => {
  const { store, courier, dispatch, clock } = await aPlannedStory(courierThat());
  await store.alerts.delete(story.id);
  clock.moveSeconds(6 * 86_400);
  await dispatch.deliver();
  assert.equal((await outbox(store)).length, 1);
  clock.moveSeconds(2 * 86_400);
  await dispatch.deliver();
  assert.deepEqual([await outbox(store), courier.sent.length], [[], 0]);
});

describe('in an announcement channel', () => {
  const guildDirectory: GuildDirectory = { ...nowhereSpecial, isAnnouncement: () => true };

  it('a message is published once it is posted', async () => {
    const { store, courier, dispatch } = await aPlannedStory(courierThat(), { guildDirectory });
    assert.deepEqual(await dispatch.deliver(), { ...none, sent: 2 });
    assert.deepEqual(courier.published, ['900000000000000001']);
    assert.deepEqual(await outbox(store), []);
  });

  it('a limit on publishing does not hold up the next message', async () => {
    const outcome = inSequence(
      { status: 'retry', detail: 'Discord’s limit for this channel', afterSeconds: 3600 },
      sent,
    );
    const { store, courier, dispatch, clock } = await aPlannedStory(courierThat({ publish: outcome }), {
      guildDirectory,
    });
    assert.deepEqual(await dispatch.deliver(), { ...none, sent: 1, waiting: 1 });
    await recordStory(store, { ...story, id: 'story-2' }, true, clock.now().toISOString());
    await dispatch.deliver();
    assert.equal(courier.sent.length, 2);
    clock.moveSeconds(3601);
    await dispatch.deliver();
    assert.equal(courier.published.length, 3);
    assert.deepEqual(await outbox(store), []);
  });
});

describe('a correction', () => {
  it('edits the message after a delay, and several corrections make one edit', async () => {
    const { store, courier, dispatch, clock } = await aPlannedStory(courierThat());
    await dispatch.deliver();
    const outlets = ['Rock Daily', 'Pop Weekly'].map((outlet, i) =>
      anItem({ id: `item-${i + 2}`, outlet, link: `https://outlet.example/${i}` }),
    );
    await store.stories.put(story.id, { ...story, items: [...story.items, ...outlets] });
    assert.equal(await enqueueCorrection(store, story.id, clock.now().toISOString()), 1);
    assert.equal(await enqueueCorrection(store, story.id, clock.now().toISOString()), 1);
    assert.deepEqual(await dispatch.deliver(), none);
    clock.moveSeconds(301);
    assert.deepEqual(await dispatch.deliver(), { ...none, sent: 1 });
    assert.equal(courier.edited.length, 1);
    assert.equal(courier.edited[0]?.messageId, '900000000000000001');
    assert.match(JSON.stringify(courier.edited[0]?.message.answer), /Pop Weekly/);
    assert.deepEqual(await outbox(store), []);
  });

  it('that a crash left half planned is completed by the next poll', async () => {
    const disk: Disk = { full: false, refused: 0, holds: (collection) => collection === 'outbox' };
    const { store, courier, dispatch, clock } = await aPlannedStory(courierThat(), {
      store: onDisk(memoryStore(), disk),
    });
    await dispatch.deliver();
    const further = { ...story, items: [...story.items, anItem({ id: 'item-2', outlet: 'Rock Daily' })] };
    disk.full = true;
    await assert.rejects(recordStory(store, further, true, clock.now().toISOString()));
    disk.full = false;
    await recordStory(store, further, true, clock.now().toISOString());
    await recordStory(store, further, true, clock.now().toISOString());
    clock.moveSeconds(301);
    await dispatch.deliver();
    assert.equal(courier.edited.length, 1);
    assert.match(JSON.stringify(courier.edited[0]?.message.answer), /Rock Daily/);
  });

  it('edits a message whose answer was lost', async () => {
    const lost: SendOutcome = { status: 'retry', detail: 'no answer', mayHaveArrived: true };
    const { store, courier, dispatch, clock } = await aPlannedStory(courierThat({ send: inSequence(lost, sent) }));
    await dispatch.deliver();
    assert.equal(await enqueueCorrection(store, story.id, clock.now().toISOString()), 1);
    clock.moveSeconds(301);
    await dispatch.deliver();
    await dispatch.deliver();
    clock.moveSeconds(301);
    await dispatch.deliver();
    assert.equal(courier.edited.length, 1);
  });

  it('of an alert older than two days edits nothing', async () => {
    const { store, dispatch, clock } = await aPlannedStory(courierThat());
    await dispatch.deliver();
    clock.moveSeconds(49 * 3600);
    assert.equal(await enqueueCorrection(store, story.id, clock.now().toISOString()), 0);
  });

  it('that is planned while the message is in flight is made afterwards', async () => {
    const store = memoryStore();
    const courier: TestCourier = courierThat({
      send: async () => {
        if (courier.sent.length === 1) await enqueueCorrection(store, story.id, START);
        return sent;
      },
    });
    const { dispatch, clock } = await aPlannedStory(courier, { store });
    await dispatch.deliver();
    clock.moveSeconds(301);
    await dispatch.deliver();
    assert.equal(courier.edited.length, 1);
  });

  it('of a deleted message is dropped', async () => {
    const { store, dispatch, clock } = await aPlannedStory(
      courierThat({ edit: () => ({ status: 'refused', code: 10008, detail: 'Unknown Message' }) }),
    );
    await dispatch.deliver();
    await enqueueCorrection(store, story.id, clock.now().toISOString());
    clock.moveSeconds(301);
    assert.deepEqual(await dispatch.deliver(), { ...none, dropped: 1 });
    assert.deepEqual(await outbox(store), []);
  });
});

describe('a message that a crash left in doubt', () => {
  /** A store whose one row was in flight when the process died. */
  async function aCrash(secondsAgo: number) {
    const planned = await aPlannedStory(courierThat());
    const [row] = await outbox(planned.store);
    assert.ok(row);
    await planned.store.outbox.put(row.id, { ...row, state: 'sending', unsureSince: START });
    planned.clock.moveSeconds(secondsAgo);
    return planned;
  }

  it('is sent again under the same nonce while Discord remembers it', async () => {
    const { store, clock } = await aCrash(60);
    const courier = courierThat();
    assert.equal((await aDispatch({ store, courier, clock }).deliver()).sent, 1);
    assert.deepEqual(courier.searched, []);
    assert.equal(courier.sent[0]?.nonce, ROW);
  });

  it('is searched for first after that, and not sent again when it is found', async () => {
    const { store, clock } = await aCrash(181);
    const courier = courierThat({ findSent: () => ({ status: 'found', messageId: '7' }) });
    assert.equal((await aDispatch({ store, courier, clock }).deliver()).sent, 1);
    assert.deepEqual(courier.searched, [ROW]);
    assert.equal(courier.sent.length, 0);
    assert.equal((await store.deliveryLog.get(ROW))?.messageId, '7');
  });

  it('is sent when it is not found', async () => {
    const { store, clock } = await aCrash(181);
    const courier = courierThat();
    await aDispatch({ store, courier, clock }).deliver();
    assert.deepEqual([courier.searched.length, courier.sent.length], [1, 1]);
  });

  it('stays in doubt through later refusals', async () => {
    const { courier, dispatch, clock } = await aPlannedStory(
      courierThat({
        send: inSequence(
          { status: 'retry', detail: 'no answer', mayHaveArrived: true },
          { status: 'retry', detail: 'Discord’s limit', afterSeconds: 200 },
          sent,
        ),
      }),
    );
    await dispatch.deliver();
    clock.moveSeconds(3);
    await dispatch.deliver();
    clock.moveSeconds(201);
    await dispatch.deliver();
    assert.deepEqual([courier.searched.length, courier.sent.length], [1, 3]);
  });
});

describe('a burst of alerts', () => {
  const recordMany = async (store: Store, from: number, to: number, at: string) => {
    for (let i = from; i < to; i++) await recordStory(store, { ...story, id: `storm-${i}` }, true, at);
  };

  it('is delivered one by one up to the limit, and the rest in one message after the hour', async () => {
    const { store, courier, dispatch, clock } = await aPlannedStory(courierThat());
    await recordMany(store, 1, 20, clock.now().toISOString());
    await dispatch.deliver();
    assert.equal(courier.sent.length, MAX_ALERTS_PER_CHANNEL_PER_HOUR);
    clock.moveSeconds(1800);
    await recordMany(store, 20, 22, clock.now().toISOString());
    await dispatch.deliver();
    assert.equal(courier.sent.length, MAX_ALERTS_PER_CHANNEL_PER_HOUR);
    clock.moveSeconds(1801);
    await dispatch.deliver();
    assert.equal(courier.sent.length, MAX_ALERTS_PER_CHANNEL_PER_HOUR + 1);
    const digest = await store.deliveryLog.get(courier.sent.at(-1)?.nonce ?? '');
    assert.equal(digest?.kind, 'digest');
    const alert = await store.alerts.get(digest?.alertId ?? '');
    assert.ok(alert?.kind === 'digest');
    assert.equal(new Set(alert.alertIds).size, 22 - MAX_ALERTS_PER_CHANNEL_PER_HOUR);
    assert.deepEqual(await outbox(store), []);
  });

  it('logs held alerts at debug, and later failures of the same alerts as warnings', async () => {
    let isDown = false;
    const courier = courierThat({ send: () => (isDown ? { status: 'retry', detail: 'Discord answered 503' } : sent) });
    const { store, dispatch, clock, log } = await aPlannedStory(courier);
    await recordMany(store, 1, MAX_ALERTS_PER_CHANNEL_PER_HOUR + 1, START);
    await dispatch.deliver();
    isDown = true;
    clock.moveSeconds(3601);
    await dispatch.deliver();
    const lines = log.lines.filter((line) => /not posted|held back/.test(line));
    assert.equal(lines.length, 2);
    assert.match(lines[0] ?? '', /^debug: held back until 2026-05-02T11:05:00.000Z/);
    assert.match(lines[1] ?? '', /^warn: not posted, next attempt at .*: Discord answered 503/);
  });

  it('is delivered as a bundle where a crash left both the bundle and its rows', async () => {
    const { store, clock } = await aPlannedStory(courierThat());
    await recordMany(store, 1, 5, clock.now().toISOString());
    const [first, ...others] = await outbox(store);
    assert.ok(first);
    await bundleRows(store, [first, ...others], clock.now().toISOString());
    const courier = courierThat();
    assert.equal((await aDispatch({ store, courier, clock }).deliver()).sent, 1);
    assert.deepEqual(await outbox(store), []);
  });
});

describe('the dispatcher', () => {
  it('stops when the token becomes invalid, and loses nothing', async () => {
    const { store, courier, dispatch, log } = await aPlannedStory(
      courierThat({ send: () => ({ status: 'unauthorised', detail: 'no' }) }),
      { subscriptions: twoChannels },
    );
    await dispatch.deliver();
    const attempts = courier.sent.length;
    await dispatch.deliver();
    assert.equal(courier.sent.length, attempts);
    assert.equal((await outbox(store)).length, 2);
    assert.equal(log.lines.filter((line) => line === 'error: nothing can be sent: no').length, 1);
  });

  it('pauses when Discord asks for it, and goes on afterwards', async () => {
    const { courier, dispatch, clock } = await aPlannedStory(
      courierThat({ send: inSequence({ status: 'paused', detail: 'banned', afterSeconds: 120 }, sent) }),
    );
    await dispatch.deliver();
    assert.equal(dispatch.progress().remainingPauseSeconds, 120);
    clock.moveSeconds(119);
    await dispatch.tick();
    assert.equal(courier.sent.length, 1);
    clock.moveSeconds(2);
    await dispatch.tick();
    assert.equal(courier.sent.length, 2);
  });

  it('sends at most eight messages at a time, and one per channel', async () => {
    let inFlight = 0;
    let maxInFlight = 0;
    const perChannel = new Map<string, number>();
    const courier = courierThat({
      send: async ({ channelId }) => {
        inFlight += 1;
        perChannel.set(channelId, (perChannel.get(channelId) ?? 0) + 1);
        assert.equal(perChannel.get(channelId), 1);
        maxInFlight = Math.max(maxInFlight, inFlight);
        await new Promise(setImmediate);
        inFlight -= 1;
        perChannel.set(channelId, 0);
        return sent;
      },
    });
    const subscriptions = Array.from({ length: 30 }, (_, i) =>
      aSubscription({ id: `${i}`, channelId: `${i + 1}`, guildId: `${i % 7}` }),
    );
    const { store, dispatch, clock } = await aPlannedStory(courier, { subscriptions });
    await recordStory(store, { ...story, id: 'story-2' }, true, clock.now().toISOString());
    assert.equal((await dispatch.deliver()).sent, 60);
    assert.equal(maxInFlight, 8);
  });

  it('sends each message once while the outbox is loaded again and again', async () => {
    const courier = courierThat({
      send: async () => {
        await new Promise(setImmediate);
        return sent;
      },
    });
    const subscriptions = Array.from({ length: 400 }, (_, i) =>
      aSubscription({ id: `${i}`, channelId: `${i + 1}`, guildId: `${i % 7}` }),
    );
    const { dispatch } = await aPlannedStory(courier, { subscriptions });
    let isRunning = true;
    const first = dispatch.deliver().finally(() => {
      isRunning = false;
    });
    while (isRunning) {
      void dispatch.deliver();
      await new Promise(setImmediate);
    }
    await first;
    await dispatch.deliver();
    assert.equal(courier.sent.length, 400);
  });

  it('finishes and records what is in flight at a stop, and begins nothing more', async () => {
    const answers: ((outcome: SendOutcome) => void)[] = [];
    const courier = courierThat({ send: () => new Promise((resolve) => answers.push(resolve)) });
    const { store, dispatch } = await aPlannedStory(courier, {
      subscriptions: Array.from({ length: 20 }, (_, i) => aSubscription({ id: `${i}`, channelId: `${i + 1}` })),
    });
    void dispatch.deliver();
    while (answers.length < 8) await new Promise(setImmediate);
    const stopped = dispatch.stop();
    for (const resolve of answers) resolve(sent);
    await stopped;
    assert.equal(courier.sent.length, 8);
    const rows = await outbox(store);
    assert.equal(rows.length, 12);
    assert.ok(rows.every(({ state }) => state === 'pending'));
  });
});
