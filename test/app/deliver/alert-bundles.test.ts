/** Bursts of alerts: what is bundled is not delivered alone as well, whoever loads the outbox meanwhile. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { MAX_ALERTS_PER_CHANNEL_PER_HOUR } from '../../../src/app/deliver/alert-rate-limit.ts';
import type { OutgoingMessage } from '../../../src/app/ports/courier.ts';
import type { Store } from '../../../src/app/ports/store.ts';
import { deliveryId } from '../../../src/core/alerts/delivery-rows.ts';
import type { Alert } from '../../../src/domain/alert.ts';
import { courierThat, sent, type TestCourier } from '../../helpers/courier.ts';
import { aDispatch } from '../../helpers/dispatch.ts';
import { recordStory } from '../../helpers/record-story.ts';
import { anItem, aStory, aSubscription, clockAt, memoryStore } from '../../helpers/world.ts';

const START = '2026-05-02T10:05:00.000Z';
const { channelId } = aSubscription();
const ALERTS = 12;

async function recordMany(store: Store, from: number, to: number, at: string) {
  for (let i = from; i < to; i++) {
    const id = `storm-${i}`;
    await recordStory(store, aStory({ id, firstSeen: at, items: [anItem({ id })] }), true, at);
  }
}

/** How often each alert was delivered to the channel, alone or in a bundle; messages with one nonce count once. */
async function countDeliveries(store: Store, messages: readonly OutgoingMessage[]): Promise<Record<string, number>> {
  const alerts: Alert[] = [];
  for await (const [, alert] of store.alerts.entries()) alerts.push(alert);
  const nonces = new Set(messages.map(({ nonce }) => nonce));
  const times: Record<string, number> = {};
  for (const alert of alerts) {
    if (!nonces.has(deliveryId(alert.id, channelId))) continue;
    for (const id of alert.kind === 'digest' ? alert.alertIds : [alert.id]) times[id] = (times[id] ?? 0) + 1;
  }
  return times;
}

const onceEach = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`storm-${i}`, 1]));
const inOrder = (times: Record<string, number>) =>
  Object.fromEntries(Object.entries(times).sort(([a], [b]) => Number(a.slice(6)) - Number(b.slice(6))));

/** A store whose every call takes so many turns of the event loop. */
function slowed(store: Store, turns: number): Store {
  const slow = (part: object): object =>
    new Proxy(part, {
      get(target, name) {
        const work: unknown = Reflect.get(target, name);
        if (typeof work !== 'function' || name === 'entries') return work;
        return async (...args: unknown[]) => {
          for (let turn = 0; turn < turns; turn++) await new Promise(setImmediate);
          return work.apply(target, args);
        };
      },
    });
  return new Proxy(store, {
    get(target, name) {
      const part: unknown = Reflect.get(target, name);
      return typeof part === 'object' && part !== null ? slow(part) : part;
    },
  });
}

describe('an alert burst', () => {
  it('delivers each alert once while ticks and outbox loads overlap, in eighty timings', async () => {
    for (let timing = 0; timing < 80; timing++) {
      const inner = memoryStore();
      const store = slowed(inner, timing % 4);
      await inner.subscriptions.put('1', aSubscription());
      const clock = clockAt(START);
      const courier = courierThat();
      const dispatch = aDispatch({ store, courier, clock });
      await recordMany(inner, 0, ALERTS, START);
      await dispatch.deliver();
      assert.equal(courier.sent.length, MAX_ALERTS_PER_CHANNEL_PER_HOUR);
      clock.moveSeconds(3601);
      const running: Promise<unknown>[] = [dispatch.tick()];
      for (let turn = 0; turn < Math.floor(timing / 4); turn++) await new Promise(setImmediate);
      running.push(dispatch.deliver(), dispatch.tick(), dispatch.deliver());
      await Promise.all(running);
      await dispatch.deliver();
      assert.deepEqual(inOrder(await countDeliveries(inner, courier.sent)), onceEach(ALERTS), `timing ${timing}`);
    }
  });

  it('does not bundle a message that may have arrived: it is searched for, and sent alone where it is missing', async () => {
    const store = memoryStore();
    await store.subscriptions.put('1', aSubscription());
    const clock = clockAt(START);
    let isLost = false;
    const courier: TestCourier = courierThat({
      send: () => {
        if (isLost || courier.sent.length !== 3) return sent;
        isLost = true;
        return { status: 'retry', detail: 'no answer', mayHaveArrived: true, afterSeconds: 1800 };
      },
      findSent: () => ({ status: 'found', messageId: '7' }),
    });
    const dispatch = aDispatch({ store, courier, clock });
    await recordMany(store, 0, ALERTS, START);
    await dispatch.deliver();
    clock.moveSeconds(3601);
    await dispatch.deliver();
    await dispatch.deliver();
    assert.deepEqual(inOrder(await countDeliveries(store, courier.sent)), onceEach(ALERTS));
    assert.equal(courier.searched.length, 1);
  });

  it('is recognised after a restart, which counts the alerts of the last hour', async () => {
    const store = memoryStore();
    await store.subscriptions.put('1', aSubscription());
    const clock = clockAt(START);
    const before = courierThat();
    await recordMany(store, 0, MAX_ALERTS_PER_CHANNEL_PER_HOUR, START);
    await aDispatch({ store, courier: before, clock }).deliver();
    clock.moveSeconds(600);
    await recordMany(store, MAX_ALERTS_PER_CHANNEL_PER_HOUR, ALERTS, clock.now().toISOString());
    const after = courierThat();
    const dispatch = aDispatch({
      store,
      courier: after,
      clock,
      elapsedMs: () => clock.now().getTime() - Date.parse(START) - 600_000,
    });
    await dispatch.deliver();
    assert.equal(after.sent.length, 0);
    clock.moveSeconds(3001);
    await dispatch.deliver();
    assert.equal(after.sent.length, 1);
    assert.deepEqual(inOrder(await countDeliveries(store, [...before.sent, ...after.sent])), onceEach(ALERTS));
  });

  it('lasts an hour even when the clock is set back', async () => {
    const store = memoryStore();
    await store.subscriptions.put('1', aSubscription());
    const clock = clockAt('2026-05-04T10:05:00.000Z');
    let elapsedMs = 0;
    const courier = courierThat();
    const dispatch = aDispatch({ store, courier, clock, elapsedMs: () => elapsedMs });
    await recordMany(store, 0, ALERTS, clock.now().toISOString());
    await dispatch.deliver();
    // The clock was two days ahead, and is set right.
    clock.moveTo(START);
    elapsedMs += 1800_000;
    clock.moveSeconds(1800);
    await dispatch.tick();
    assert.equal(courier.sent.length, MAX_ALERTS_PER_CHANNEL_PER_HOUR);
    elapsedMs += 1801_000;
    clock.moveSeconds(1801);
    await dispatch.tick();
    assert.equal(courier.sent.length, MAX_ALERTS_PER_CHANNEL_PER_HOUR + 1);
    assert.deepEqual(inOrder(await countDeliveries(store, courier.sent)), onceEach(ALERTS));
  });
});
