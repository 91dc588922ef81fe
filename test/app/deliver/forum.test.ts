/** Deliveries to forums: without a nonce, whatever is in doubt is looked for before it is said again. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bundleRows } from '../../../src/app/deliver/alert-rate-limit.ts';
import { enqueueCorrection } from '../../../src/app/notify/enqueue-alert.ts';
import { recordStory } from '../../../src/app/record/record-document.ts';
import { deliveryId } from '../../../src/core/alerts/plan-deliveries.ts';
import type { Delivery, Subscription } from '../../../src/domain/alert.ts';
import { courierThat, sent, type TestCourier } from '../../helpers/courier.ts';
import { aDispatch } from '../../helpers/dispatch.ts';
import { aStory, aSubscription, clockAt, memoryStore } from '../../helpers/world.ts';

const story = aStory();
const TERMS = '500000000000000001';
const NEWS = '500000000000000002';
const aForumAlert = (overrides: Partial<Subscription> = {}) => aSubscription({ tagIds: [TERMS], ...overrides });
const ROW = deliveryId(story.id, aForumAlert().channelId);

/** A forum in which one story is planned. */
async function aPlannedStory(courier: TestCourier, subscriptions = [aForumAlert()]) {
  const store = memoryStore();
  for (const one of subscriptions) await store.subscriptions.put(one.id, one);
  const clock = clockAt('2026-05-02T10:05:00.000Z');
  await recordStory(store, story, true, clock.now().toISOString());
  const dispatch = aDispatch({ store, courier, clock, random: () => 0 });
  return { store, clock, dispatch };
}

const lost = { status: 'retry', detail: 'no answer from Discord', mayHaveArrived: true } as const;
const onceThenSent = (first: Parameters<typeof courierThat>[0] & object = {}) => {
  let tries = 0;
  return courierThat({ ...first, send: () => (tries++ === 0 ? lost : sent) });
};

describe('a delivery to a forum', () => {
  it('carries the tags of all alerts of that forum', async () => {
    const courier = courierThat();
    const second = aForumAlert({ id: 'subscription-2', tagIds: [NEWS, TERMS] });
    const { dispatch } = await aPlannedStory(courier, [aForumAlert(), second]);
    await dispatch.deliver();
    assert.deepEqual(
      courier.sent.map(({ forum }) => forum),
      [{ guildId: aForumAlert().guildId, tagIds: [TERMS, NEWS] }],
    );
  });

  it('whose answer was lost is found, and not posted again', async () => {
    const courier = onceThenSent({ findSent: () => ({ status: 'found', messageId: '900000000000000002' }) });
    const { store, clock, dispatch } = await aPlannedStory(courier);
    await dispatch.deliver();
    clock.moveSeconds(2);
    await dispatch.deliver();
    assert.deepEqual(courier.searched, [], 'it is given time to show');
    clock.moveSeconds(3);
    await dispatch.deliver();
    assert.deepEqual([courier.searched, courier.sent.length], [[ROW], 1]);
    assert.equal((await store.deliveryLog.get(ROW))?.messageId, '900000000000000002');
  });

  it('that is not found is posted again', async () => {
    const courier = onceThenSent();
    const { clock, dispatch } = await aPlannedStory(courier);
    await dispatch.deliver();
    clock.moveSeconds(5);
    assert.equal((await dispatch.deliver()).sent, 1);
    assert.deepEqual([courier.searched, courier.sent.length], [[ROW], 2]);
  });

  it('that Discord surely did not take is tried again without a search', async () => {
    let tries = 0;
    const wait = { status: 'retry', detail: 'too many open threads', afterSeconds: 3600 } as const;
    const courier = courierThat({ send: () => (tries++ === 0 ? wait : sent) });
    const { clock, dispatch } = await aPlannedStory(courier);
    await dispatch.deliver();
    clock.moveSeconds(3601);
    assert.equal((await dispatch.deliver()).sent, 1);
    assert.deepEqual(courier.searched, []);
  });

  it('is corrected in its post', async () => {
    const courier = courierThat();
    const { store, clock, dispatch } = await aPlannedStory(courier);
    await dispatch.deliver();
    assert.equal(await enqueueCorrection(store, story.id, clock.now().toISOString()), 1);
    clock.moveSeconds(301);
    await dispatch.deliver();
    assert.ok(courier.edited[0]?.message.forum);
  });

  it('waits in a forum that wants tags until somebody names one, and has it then', async () => {
    let tagged = false;
    const courier = courierThat({
      send: ({ forum }) =>
        forum?.tagIds.length ? sent : { status: 'blocked', code: 40067, detail: 'A tag is required' },
      inspectChannel: () =>
        tagged ? { status: 'seen', missing: [] } : { status: 'blocked', code: 40067, detail: 'A tag' },
    });
    const { store, dispatch } = await aPlannedStory(courier, [aForumAlert({ tagIds: [] })]);
    await dispatch.deliver();
    const changed = { kind: 'rights-changed', guildId: aForumAlert().guildId } as const;
    await dispatch.handleGuildEvent(changed);
    const [held] = await store.subscriptions.listSuspended();
    assert.equal(held?.trouble?.code, 40067);

    await store.subscriptions.put('subscription-1', { ...aForumAlert(), trouble: held?.trouble });
    tagged = true;
    await dispatch.handleGuildEvent(changed);
    assert.deepEqual(courier.sent.at(-1)?.forum?.tagIds, [TERMS]);
    assert.deepEqual(await store.subscriptions.listSuspended(), []);
  });

  it('that stands for several has the tags of them all', async () => {
    const { store } = await aPlannedStory(courierThat());
    const row = (await store.outbox.get(ROW)) as Delivery;
    const together = await bundleRows(store, [row, { ...row, id: 'x', tagIds: [NEWS] }], row.createdAt);
    assert.deepEqual(together.tagIds, [TERMS, NEWS]);
  });
});
