/** A store that takes nothing for a while: what is delivered then, what is not, and that all goes on afterwards. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { SendOutcome } from '../../../src/app/ports/courier.ts';
import type { Store } from '../../../src/app/ports/store.ts';
import { recordStory } from '../../../src/app/record/record-document.ts';
import { courierThat, sent, type TestCourier } from '../../helpers/courier.ts';
import { aDispatch } from '../../helpers/dispatch.ts';
import { type Disk, onDisk, storeThatFills } from '../../helpers/failing-store.ts';
import { anItem, aStory, aSubscription, clockAt, listeningLog, memoryStore } from '../../helpers/world.ts';

const CHANNELS = 60;
const START = '2026-05-02T10:05:00.000Z';

/** Sixty channels that want to be told, and a bot whose store is on a disk of ours. */
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
  const log = listeningLog();
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
const rowsIn = async (store: Store) => {
  let rows = 0;
  for await (const _ of store.outbox.entries()) rows++;
  return rows;
};

describe('a store that takes nothing for eight seconds in a fan-out', () => {
  it('holds up what it cannot mark, and every channel is told once, of this and of the next', async () => {
    const courier: TestCourier = courierThat({
      send: () => {
        if (courier.sent.length === 20) world.disk.full = true;
        return sent;
      },
    });
    const world = await aWorld({ courier });
    await world.plan('one');
    await world.dispatch.deliver();
    const told = courier.sent.length;
    assert.ok(told < 30, `${told} were told`);
    await world.seconds(8);
    assert.equal(courier.sent.length, told, 'what cannot be marked is not sent');
    assert.ok(world.disk.refused < 60, `${world.disk.refused} writes were tried`);

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

  it('is told of in one line when it begins and one when it is over', async () => {
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
    assert.equal(lines.filter((line) => /^error: the store takes nothing/.test(line)).length, 1);
    assert.equal(lines.filter((line) => /^info: the store takes what is written again/.test(line)).length, 1);
    assert.equal(lines.length, 2, lines.join('\n'));
  });

  it('does not make a second message of one whose answer it could not take down', async () => {
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

  it('that cannot be read either takes in later what was planned before', async () => {
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

  it('at a stop leaves what it knows to the next start, and does not hang', async () => {
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

  it('learns afterwards of a channel that took no message, and of one that can be written to again', async () => {
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

it('a database that may not grow by a page is no end either', async () => {
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
