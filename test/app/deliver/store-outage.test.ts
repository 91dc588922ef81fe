/** A store that fails for a while: what is delivered then, what is not, and that everything goes on afterwards. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { SendOutcome } from '../../../src/app/ports/courier.ts';
import type { Store } from '../../../src/app/ports/store.ts';
import { courierThat, sent, type TestCourier } from '../../helpers/courier.ts';
import { aDispatch, outboxOf } from '../../helpers/dispatch.ts';
import { type Disk, onDisk, storeThatFills } from '../../helpers/failing-store.ts';
import { recordStory } from '../../helpers/record-story.ts';
import { anItem, aStory, aSubscription, clockAt, memoryStore, recordingLog } from '../../helpers/world.ts';

const CHANNELS = 60;
const START = '2026-05-02T10:05:00.000Z';

/** Sixty subscribed channels, and a bot whose store can fail. */
async function aWorld({
  courier = courierThat(),
  inner = memoryStore() as Store,
  channels = CHANNELS,
  tagIds = [] as string[] | undefined,
} = {}) {
  const disk: Disk = { full: false, refused: 0 };
  const store = onDisk(inner, disk);
  const forum = tagIds?.length ? { tagIds } : {};
  const subscriptions = Array.from({ length: channels }, (_, i) =>
    aSubscription({ id: `${i}`, channelId: `${i + 1}`, guildId: `${i % 7}`, ...forum }),
  );
  await store.subscriptions.putMany(subscriptions.map((value) => ({ key: value.id, value })));
  const clock = clockAt(START);
  const log = recordingLog();
  const dispatch = aDispatch({ store, courier, clock, log });
  const seconds = async (count: number) => {
    for (let i = 0; i < count; i++) {
      clock.moveSeconds(1);
      await dispatch.tick();
    }
  };
  const plan = (id: string) => recordStory(store, aStory({ id, firstSeen: START }), true, clock.now().toISOString());
  return { disk, store, inner, clock, log, courier, dispatch, seconds, plan };
}

const channelsOf = ({ sent: messages }: TestCourier, story: number) =>
  messages.filter((_, i) => Math.floor(i / CHANNELS) === story).map(({ channelId }) => channelId);
const rowsIn = async (store: Store) => (await outboxOf(store)).length;

describe('a store that refuses writes for eight seconds in a fan-out', () => {
  it('holds back rows it cannot mark, and every channel gets this alert and the next exactly once', async () => {
    const courier: TestCourier = courierThat({
      send: () => {
        if (courier.sent.length === 20) world.disk.full = true;
        return sent;
      },
    });
    const world = await aWorld({ courier });
    await world.plan('one');
    await world.dispatch.deliver();
    const before = courier.sent.length;
    assert.ok(before < 30, `${before} were sent`);
    await world.seconds(8);
    assert.equal(courier.sent.length, before, 'rows that cannot be marked are not sent');
    assert.ok(world.disk.refused < 60, `${world.disk.refused} writes were attempted`);

    world.disk.full = false;
    await world.seconds(20);
    assert.equal(new Set(channelsOf(courier, 0)).size, CHANNELS);
    assert.equal(courier.sent.length, CHANNELS);
    await world.plan('two');
    await world.dispatch.deliver();
    assert.equal(new Set(channelsOf(courier, 1)).size, CHANNELS);
    assert.equal(courier.sent.length, 2 * CHANNELS);
    assert.equal(await rowsIn(world.store), 0);
    assert.equal(world.dispatch.progress().due, 0);
  });

  it('is logged once when it begins and once when it is over', async () => {
    const courier: TestCourier = courierThat({
      send: () => {
        world.disk.full = courier.sent.length >= 20;
        return sent;
      },
    });
    const world = await aWorld({ courier });
    await world.plan('one');
    await world.dispatch.deliver();
    await world.seconds(8);
    world.disk.full = false;
    courier.send = async () => sent;
    await world.seconds(40);
    const lines = world.log.lines.filter((line) => !line.startsWith('debug'));
    assert.equal(lines.filter((line) => /^error: the store cannot be written to/.test(line)).length, 1);
    assert.equal(lines.filter((line) => /^info: the store can be written to again/.test(line)).length, 1);
    assert.equal(lines.length, 2, lines.join('\n'));
  });

  it('does not send a second message where it could not record the first', async () => {
    const forum = { tagIds: ['500000000000000001'] };
    const courier: TestCourier = courierThat({
      send: () => {
        world.disk.full = true;
        return sent;
      },
      findSent: () => ({ status: 'absent' }),
    });
    const world = await aWorld({ courier, channels: 8, ...forum });
    await world.plan('one');
    await world.dispatch.deliver();
    await world.seconds(400);
    world.disk.full = false;
    courier.send = async (message) => {
      courier.sent.push(message);
      return sent;
    };
    await world.seconds(90);
    assert.equal(courier.sent.length, 8);
    assert.equal(await rowsIn(world.store), 0);
  });

  it('loads planned rows later when it cannot be read either', async () => {
    const world = await aWorld();
    await world.plan('one');
    Object.assign(world.disk, { full: true, broken: true });
    await world.dispatch.deliver();
    await world.seconds(8);
    assert.equal(world.courier.sent.length, 0);
    world.disk.full = false;
    await world.seconds(10);
    assert.equal(world.courier.sent.length, CHANNELS);
  });

  it('does not keep a stop from ending, and leaves the rest to the next start', async () => {
    const courier: TestCourier = courierThat({
      send: () => {
        world.disk.full = true;
        return sent;
      },
    });
    const world = await aWorld({ courier });
    await world.plan('one');
    await world.dispatch.deliver();
    await world.dispatch.stop();
    const next = courierThat();
    const { dispatch } = await aWorld({ courier: next, inner: world.inner });
    await dispatch.deliver();
    const nonces = [...courier.sent, ...next.sent].map(({ nonce }) => nonce);
    assert.equal(new Set(nonces).size, CHANNELS);
  });

  it('records blocked and recovered channels afterwards', async () => {
    const forbidden: SendOutcome = { status: 'blocked', code: 50013, detail: 'Missing Permissions' };
    let allowed = false;
    const courier: TestCourier = courierThat({
      send: () => {
        if (!allowed) world.disk.full = true;
        return allowed ? sent : forbidden;
      },
      inspectChannel: () => ({ status: 'seen', missing: allowed ? [] : ['Send Messages'] }),
    });
    const world = await aWorld({ courier, channels: 1 });
    await world.plan('one');
    await world.dispatch.deliver();
    await world.seconds(5);
    world.disk.full = false;
    await world.seconds(10);
    const trouble = async () => (await world.store.subscriptions.listByChannel('1'))[0]?.trouble;
    assert.match((await trouble())?.detail ?? '', /Send Messages/);

    allowed = true;
    world.disk.full = true;
    await world.dispatch.handleGuildEvent({ kind: 'rights-changed', guildId: '0' });
    assert.equal(courier.sent.length, 1);
    world.disk.full = false;
    await world.seconds(200);
    assert.equal(await trouble(), undefined);
    assert.equal(courier.sent.length, 2);
  });
});

it('a write refused during the six-hour maintenance delays its jobs by seconds, not by six hours', async () => {
  const { disk, inner, clock, dispatch, seconds } = await aWorld({
    courier: courierThat({ inspectChannel: () => ({ status: 'seen', missing: [] }) }),
    channels: 0,
  });
  const fault = (code: number, since: string) => ({ code, detail: 'Missing Permissions', since });
  await inner.subscriptions.put(
    'left',
    aSubscription({ id: 'left', trouble: fault(10004, '2026-03-01T00:00:00.000Z') }),
  );
  const mended = aSubscription({ id: 'mended', channelId: '7', trouble: fault(50013, START) });
  await inner.subscriptions.put('mended', mended);
  clock.moveSeconds(6 * 3600);
  disk.full = true;
  await dispatch.tick();
  disk.full = false;
  await seconds(120);
  assert.equal(await inner.subscriptions.get('left'), undefined, 'abandoned settings are deleted');
  assert.equal((await inner.subscriptions.get('mended'))?.trouble, undefined, 'the mended channel is back');
});

it('deliveries survive a database that cannot grow by a page', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'clausewatch-full-'));
  const { store: inner, fill, empty } = storeThatFills(join(folder, 'store.db'));
  try {
    const courier: TestCourier = courierThat({
      send: () => {
        if (courier.sent.length === 20) fill();
        return sent;
      },
    });
    const world = await aWorld({ courier, inner });
    await world.plan('one');
    await world.dispatch.deliver();
    await world.seconds(8);
    const story = aStory({ id: 'big', firstSeen: START, items: [anItem({ summary: 'x'.repeat(100_000) })] });
    await assert.rejects(recordStory(inner, story, true, START), 'the database is full');
    empty();
    await world.seconds(30);
    await world.plan('two');
    await world.dispatch.deliver();
    const nonces = courier.sent.map(({ nonce }) => nonce);
    assert.deepEqual([nonces.length, new Set(nonces).size], [2 * CHANNELS, 2 * CHANNELS]);
    assert.equal(await rowsIn(inner), 0);
  } finally {
    await inner.close();
    rmSync(folder, { recursive: true });
  }
});
