/** A clock that was days ahead and is set right delays nothing. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createDeliveryQueue } from '../../../src/app/deliver/delivery-queue.ts';
import type { SendOutcome } from '../../../src/app/ports/courier.ts';
import { courierThat, sent } from '../../helpers/courier.ts';
import { aDispatch, aRow } from '../../helpers/dispatch.ts';
import { recordStory } from '../../helpers/record-story.ts';
import { aStory, aSubscription, clockAt, memoryStore } from '../../helpers/world.ts';

const RIGHT = '2026-05-02T10:00:00.000Z';
const AHEAD = '2026-05-04T10:00:00.000Z';

async function aWorld(outcomes: SendOutcome[], at: string) {
  const store = memoryStore();
  await store.subscriptions.put('1', aSubscription());
  const clock = clockAt(at);
  const passed = { ms: 0 };
  const courier = courierThat({
    send: () => outcomes.shift() ?? sent,
    findSent: () => ({ status: 'found', messageId: '7' }),
  });
  const start = () => aDispatch({ store, courier, clock, elapsedMs: () => passed.ms });
  await recordStory(store, aStory({ firstSeen: at }), true, at);
  const wait = (seconds: number) => {
    passed.ms += seconds * 1000;
    clock.moveSeconds(seconds);
  };
  return { store, clock, courier, start, wait };
}

describe('a message that waits while the clock is set right', () => {
  const limited: SendOutcome = { status: 'retry', detail: 'Discord’s limit for this channel', afterSeconds: 60 };

  it('is sent after the planned time has passed', async () => {
    const { clock, courier, start, wait } = await aWorld([limited], AHEAD);
    const dispatch = start();
    await dispatch.deliver();
    clock.moveTo(RIGHT);
    wait(59);
    await dispatch.tick();
    assert.equal(courier.sent.length, 1);
    wait(2);
    await dispatch.tick();
    assert.equal(courier.sent.length, 2);
  });

  it('waits no longer than planned after a restart either', async () => {
    const { clock, courier, start, wait } = await aWorld([limited], AHEAD);
    const before = start();
    await before.deliver();
    await before.stop();
    clock.moveTo(RIGHT);
    const dispatch = start();
    await dispatch.deliver();
    wait(61);
    await dispatch.tick();
    assert.equal(courier.sent.length, 2);
  });

  it('and has been in doubt since a future time is searched for before it is sent again', async () => {
    const { clock, courier, start, wait } = await aWorld(
      [{ status: 'retry', detail: 'no answer', mayHaveArrived: true }],
      AHEAD,
    );
    const dispatch = start();
    await dispatch.deliver();
    clock.moveTo(RIGHT);
    wait(3);
    await dispatch.tick();
    assert.deepEqual([courier.searched.length, courier.sent.length], [1, 1]);
  });

  it('is not given up because the clock jumped ahead', async () => {
    const { clock, courier, start, wait } = await aWorld([limited, limited, limited], RIGHT);
    const dispatch = start();
    await dispatch.deliver();
    clock.moveTo(AHEAD);
    for (let i = 0; i < 5; i++) {
      wait(61);
      await dispatch.tick();
    }
    assert.equal(courier.sent.length, 4);
  });
});

it('a row created by a clock that was ahead is due at once', () => {
  const clock = clockAt(RIGHT);
  const queue = createDeliveryQueue({ now: clock.now, elapsedMs: () => 5, isUnwritable: () => false });
  queue.add(aRow(AHEAD));
  assert.equal(queue.isDue(RIGHT), true);
});
