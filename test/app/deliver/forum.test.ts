/** Deliveries to forums: posts have no nonce, so one that is in doubt is searched for before it is sent again. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bundleRows } from '../../../src/app/deliver/alert-bundles.ts';
import { enqueueCorrection } from '../../../src/app/notify/enqueue-alert.ts';
import { deliveryId } from '../../../src/core/alerts/delivery-rows.ts';
import type { Delivery, Subscription } from '../../../src/domain/alert.ts';
import { courierThat, sent, type TestCourier } from '../../helpers/courier.ts';
import { aDispatch } from '../../helpers/dispatch.ts';
import { recordStory } from '../../helpers/record-story.ts';
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
  let attempts = 0;
  return courierThat({ ...first, send: () => (attempts++ === 0 ? lost : sent) });
};

describe('a delivery to a forum', () => {
  it('carries the tags of all subscriptions of the forum', async () => {
    const courier = courierThat();
    const second = aForumAlert({ id: 'subscription-2', tagIds: [NEWS, TERMS] });
    const { dispatch } = await aPlannedStory(courier, [aForumAlert(), second]);
    await dispatch.deliver();
    assert.deepEqual(
      courier.sent.map(({ forum }) => forum),
      [{ guildId: aForumAlert().guildId, tagIds: [TERMS, NEWS] }],
    );
  });

  it('whose answer was lost is found and not posted again', async () => {
    const courier = onceThenSent({ findSent: () => ({ status: 'found', messageId: '900000000000000002' }) });
    const { store, clock, dispatch } = await aPlannedStory(courier);
    await dispatch.deliver();
    clock.moveSeconds(2);
    await dispatch.deliver();
    assert.deepEqual(courier.searched, [], 'Discord gets time to list it');
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

  it('that Discord certainly rejected is retried without a search', async () => {
    let attempts = 0;
    const wait = { status: 'retry', detail: 'too many open threads', afterSeconds: 3600 } as const;
    const courier = courierThat({ send: () => (attempts++ === 0 ? wait : sent) });
    const { clock, dispatch } = await aPlannedStory(courier);
    await dispatch.deliver();
    clock.moveSeconds(3601);
    assert.equal((await dispatch.deliver()).sent, 1);
    assert.deepEqual(courier.searched, []);
  });

  it('is edited in its post', async () => {
    const courier = courierThat();
    const { store, clock, dispatch } = await aPlannedStory(courier);
    await dispatch.deliver();
    assert.equal(await enqueueCorrection(store, story.id, clock.now().toISOString()), 1);
    clock.moveSeconds(301);
    await dispatch.deliver();
    assert.ok(courier.edited[0]?.message.forum);
  });

  it('waits in a forum that requires tags until somebody chooses one, and carries it then', async () => {
    let hasTag = false;
    const courier = courierThat({
      send: ({ forum }) =>
        forum?.tagIds.length ? sent : { status: 'blocked', code: 40067, detail: 'A tag is required' },
      inspectChannel: () =>
        hasTag ? { status: 'seen', missing: [] } : { status: 'blocked', code: 40067, detail: 'A tag' },
    });
    const { store, dispatch } = await aPlannedStory(courier, [aForumAlert({ tagIds: [] })]);
    await dispatch.deliver();
    const changed = { kind: 'rights-changed', guildId: aForumAlert().guildId } as const;
    await dispatch.handleGuildEvent(changed);
    const [suspended] = await store.subscriptions.listSuspended();
    assert.equal(suspended?.trouble?.code, 40067);

    await store.subscriptions.put('subscription-1', { ...aForumAlert(), trouble: suspended?.trouble });
    hasTag = true;
    await dispatch.handleGuildEvent(changed);
    assert.deepEqual(courier.sent.at(-1)?.forum?.tagIds, [TERMS]);
    assert.deepEqual(await store.subscriptions.listSuspended(), []);
  });

  it('that bundles several rows has the tags of all of them', async () => {
    const { store } = await aPlannedStory(courierThat());
    const row = (await store.outbox.get(ROW)) as Delivery;
    const bundled = await bundleRows(store, [row, { ...row, id: 'x', tagIds: [NEWS] }], row.createdAt);
    assert.deepEqual(bundled.tagIds, [TERMS, NEWS]);
  });
});
