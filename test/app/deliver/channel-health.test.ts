import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ChannelInspection, SendOutcome } from '../../../src/app/ports/courier.ts';
import { recordStory } from '../../../src/app/record/record-document.ts';
import { courierThat, nowhereSpecial, sent } from '../../helpers/courier.ts';
import { aDispatch } from '../../helpers/dispatch.ts';
import { aStory, aSubscription, clockAt, listeningLog, memoryStore } from '../../helpers/world.ts';

const NOTICE_CHANNEL = '555';
const START = '2026-05-02T10:05:00.000Z';
const HOUR = 3600;
const DAY = 24 * HOUR;
const { guildId, channelId } = aSubscription();
const forbidden: SendOutcome = { status: 'blocked', code: 50013, detail: 'Missing Permissions' };

/** A server whose channel takes no message until `allowed` says so. */
async function aForbiddenChannel({ subscriptions = [aSubscription()] } = {}) {
  const store = memoryStore();
  for (const one of subscriptions) await store.subscriptions.put(one.id, one);
  const clock = clockAt(START);
  const log = listeningLog();
  const state = { allowed: false, inspection: undefined as ChannelInspection | undefined };
  const courier = courierThat({
    send: (message) => (state.allowed || message.channelId === NOTICE_CHANNEL ? sent : forbidden),
    inspectChannel: () => state.inspection ?? { status: 'seen', missing: state.allowed ? [] : ['Embed Links'] },
    notice: NOTICE_CHANNEL,
  });
  const dispatch = aDispatch({ store, courier, clock, log });
  const tell = async (id: string) => {
    await recordStory(store, aStory({ id, firstSeen: START }), true, clock.now().toISOString());
    await dispatch.deliver();
  };
  const trouble = async () => (await store.subscriptions.listByChannel(channelId))[0]?.trouble;
  const inChannel = () => courier.sent.filter((message) => message.channelId === channelId).length;
  const notices = () => courier.sent.filter((message) => message.channelId === NOTICE_CHANNEL);
  return { store, clock, log, courier, dispatch, state, tell, trouble, inChannel, notices };
}

describe('a channel that cannot be written to', () => {
  it('is suspended at the first refusal, with its reason, and keeps its settings', async () => {
    const { tell, trouble, inChannel, dispatch, clock } = await aForbiddenChannel();
    await tell('one');
    const { code, detail, since } = (await trouble()) ?? {};
    assert.deepEqual(
      { code, detail, since },
      { code: 50013, detail: 'Missing Permissions: Embed Links', since: START },
    );
    clock.moveSeconds(5 * HOUR);
    await tell('two');
    await dispatch.tick();
    assert.equal(inChannel(), 1, 'nothing more is tried');
    assert.equal(dispatch.progress().suspended, 2);
  });

  it('is told of once, in another channel, in words that name it', async () => {
    const { tell, notices, clock } = await aForbiddenChannel();
    await tell('one');
    clock.moveSeconds(DAY);
    await tell('two');
    assert.equal(notices().length, 1);
    assert.match(JSON.stringify(notices()[0]?.answer.blocks), /Embed Links/);
    assert.match(JSON.stringify(notices()[0]?.answer.blocks), new RegExp(channelId));
  });

  it('comes back by itself when somebody changes rights, and is told what it missed', async () => {
    const { tell, trouble, inChannel, dispatch, state } = await aForbiddenChannel();
    await tell('one');
    await tell('two');
    await dispatch.handleGuildEvent({ kind: 'rights-changed', guildId });
    assert.equal(inChannel(), 1, 'a change that does not help leads to no try');
    state.allowed = true;
    await dispatch.handleGuildEvent({ kind: 'rights-changed', guildId });
    assert.equal(inChannel(), 3);
    assert.equal(await trouble(), undefined);
  });

  it('is looked at every six hours without any sign', async () => {
    const { tell, inChannel, dispatch, state, clock } = await aForbiddenChannel();
    await tell('one');
    state.allowed = true;
    clock.moveSeconds(5 * HOUR);
    await dispatch.tick();
    assert.equal(inChannel(), 1);
    clock.moveSeconds(HOUR + 1);
    await dispatch.tick();
    assert.equal(inChannel(), 2);
  });

  it('that looks well and is not, is left alone for a while', async () => {
    const { tell, courier, dispatch, state, inChannel } = await aForbiddenChannel();
    await tell('one');
    state.inspection = { status: 'seen', missing: [] };
    for (let i = 0; i < 5; i++) await dispatch.handleGuildEvent({ kind: 'rights-changed', guildId });
    assert.equal(inChannel(), 2);
    assert.ok(courier.inspected.length < 5);
  });

  it('that loses its permission twice within ten minutes comes back twice', async () => {
    const { tell, inChannel, dispatch, state, clock } = await aForbiddenChannel();
    for (let time = 1; time <= 3; time++) {
      state.allowed = false;
      await tell(`story-${time}`);
      clock.moveSeconds(60);
      state.allowed = true;
      await dispatch.handleGuildEvent({ kind: 'rights-changed', guildId });
      assert.equal(inChannel(), 2 * time, 'refused once, told once');
    }
  });

  it('that looks well and is not is tried again soon, with growing pauses, and nobody is told more than once', async () => {
    const { tell, inChannel, dispatch, state, clock, notices, trouble } = await aForbiddenChannel();
    state.inspection = { status: 'seen', missing: [] };
    await tell('one');
    const triedAfter: number[] = [];
    for (let second = 1; second <= 5 * HOUR; second++) {
      clock.moveSeconds(1);
      const before = inChannel();
      await dispatch.tick();
      if (inChannel() > before) triedAfter.push(second);
    }
    assert.deepEqual(triedAfter, [30, 150, 750, 4350, 7950, 11_550, 15_150]);
    assert.equal(notices().length, 1);
    state.allowed = true;
    clock.moveSeconds(HOUR);
    await dispatch.tick();
    assert.equal(await trouble(), undefined);
  });

  it('whose permission returned before its refusal was known is told half a minute later', async () => {
    const { tell, inChannel, dispatch, state, clock, courier, notices } = await aForbiddenChannel();
    const send = courier.send;
    courier.send = async (message) => {
      const refused = await send(message);
      // Somebody mends it while the answer is on its way.
      state.allowed = true;
      await dispatch.handleGuildEvent({ kind: 'rights-changed', guildId });
      return refused;
    };
    await tell('one');
    courier.send = send;
    assert.equal(inChannel(), 1);
    clock.moveSeconds(31);
    await dispatch.tick();
    assert.equal(inChannel(), 2);
    assert.equal(notices().length, 0, 'what mended itself is nobody’s trouble');
  });

  it('whose permission returned just after it was seen to be missing is looked at again', async () => {
    const { tell, inChannel, dispatch, state, clock, courier, trouble } = await aForbiddenChannel();
    const send = courier.send;
    courier.send = async (message) => {
      await send(message);
      state.allowed = true;
      await dispatch.handleGuildEvent({ kind: 'rights-changed', guildId });
      return { ...forbidden, missing: ['Send Messages'] } as SendOutcome;
    };
    await tell('one');
    courier.send = send;
    clock.moveSeconds(31);
    await dispatch.tick();
    assert.equal(inChannel(), 2);
    assert.equal(await trouble(), undefined);
  });

  it('is looked at again soon where nothing could be found out', async () => {
    const { tell, inChannel, dispatch, state, clock } = await aForbiddenChannel();
    await tell('one');
    state.inspection = { status: 'unknown' };
    await dispatch.handleGuildEvent({ kind: 'rights-changed', guildId });
    [state.inspection, state.allowed] = [undefined, true];
    clock.moveSeconds(31);
    await dispatch.tick();
    assert.equal(inChannel(), 2);
  });

  it('is looked at in its turn where there are very many: Discord counts the looks that it refuses', async () => {
    const subscriptions = Array.from({ length: 1500 }, (_, i) =>
      aSubscription({
        id: `${i}`,
        channelId: `${i + 1}`,
        trouble: { code: 50001, detail: 'Missing Access', since: START },
      }),
    );
    const { courier, dispatch, clock } = await aForbiddenChannel({ subscriptions });
    await dispatch.handleGuildEvent({ kind: 'server-there', guildId });
    assert.equal(courier.inspected.length, 1000);
    clock.moveSeconds(6 * HOUR);
    await dispatch.tick();
    assert.equal(new Set(courier.inspected).size, 1500);
  });

  it('forgets alerts that it missed three days ago', async () => {
    const { tell, inChannel, dispatch, state, clock, store } = await aForbiddenChannel();
    await tell('one');
    clock.moveSeconds(4 * DAY);
    await dispatch.tick();
    state.allowed = true;
    await dispatch.handleGuildEvent({ kind: 'rights-changed', guildId });
    assert.equal(inChannel(), 1);
    for await (const _ of store.outbox.entries()) assert.fail('a row is left');
  });

  it('stays suspended over a restart', async () => {
    const first = await aForbiddenChannel();
    await first.tell('one');
    const courier = courierThat();
    const dispatch = aDispatch({ store: first.store, courier, clock: first.clock, log: first.log, elapsedMs: () => 0 });
    await dispatch.deliver();
    assert.deepEqual([courier.sent.length, dispatch.progress().suspended], [0, 1]);
  });

  it('that was deleted is told of as well', async () => {
    const { trouble, notices, dispatch } = await aForbiddenChannel();
    await dispatch.handleGuildEvent({ kind: 'channel-gone', guildId, channelId });
    assert.equal((await trouble())?.code, 10003);
    assert.equal(notices().length, 1);
    await dispatch.handleGuildEvent({ kind: 'channel-gone', guildId, channelId: '404' });
    assert.equal(notices().length, 1, 'a channel nobody wanted told is nobody’s trouble');
  });
});

describe('channels that are closed by all that is known', () => {
  /** Half of the channels take no message; the bot knows that of those named. */
  async function aFanOut({ known = true, many = 40 } = {}) {
    const store = memoryStore();
    const closed = new Set(Array.from({ length: many / 2 }, (_, i) => String(i + 1)));
    const subscriptions = Array.from({ length: many }, (_, i) => aSubscription({ id: `${i}`, channelId: `${i + 1}` }));
    await store.subscriptions.putMany(subscriptions.map((value) => ({ key: value.id, value })));
    const clock = clockAt(START);
    const courier = courierThat({
      send: (message) => (closed.has(message.channelId) ? forbidden : sent),
      inspectChannel: (id) => ({ status: 'seen', missing: closed.has(id) ? ['Send Messages'] : [] }),
    });
    const dispatch = aDispatch({
      ...{ store, courier, clock },
      guildDirectory: { ...nowhereSpecial, isUnwritable: (place) => known && closed.has(place.channelId) },
    });
    await recordStory(store, aStory({ id: 'one', firstSeen: START }), true, START);
    const troubled = async () => (await store.subscriptions.listSuspended()).length;
    return { courier, dispatch, clock, closed, troubled, subscriptions };
  }

  it('come after all others, and are looked at instead of being sent what they would refuse', async () => {
    const { courier, dispatch, troubled } = await aFanOut();
    await dispatch.deliver();
    assert.deepEqual([courier.sent.length, courier.inspected.length, await troubled()], [20, 20, 20]);
  });

  it('are told all the same where a look finds nothing missing', async () => {
    const { courier, dispatch, closed } = await aFanOut();
    const opened = [...closed].slice(0, 5);
    courier.inspectChannel = async (_guildId, id) => ({
      status: 'seen',
      missing: opened.includes(id) ? [] : ['Send Messages'],
    });
    courier.send = async (message) => {
      courier.sent.push(message);
      return sent;
    };
    await dispatch.deliver();
    assert.deepEqual(
      courier.sent.slice(-5).map(({ channelId: id }) => id),
      opened,
    );
    assert.equal(courier.sent.length, 25);
  });

  it('are refused once each where nothing is known, and what is missing is found out when the others are told', async () => {
    const { courier, dispatch, troubled } = await aFanOut({ known: false });
    const order: string[] = [];
    const { send, inspectChannel: inspect } = courier;
    courier.send = (message) => {
      order.push('send');
      return send(message);
    };
    courier.inspectChannel = (...place) => {
      order.push('look');
      return inspect(...place);
    };
    await dispatch.deliver();
    assert.equal(order.lastIndexOf('send'), 39);
    assert.equal(courier.sent.length, 40);
    assert.equal(await troubled(), 20);
  });

  it('are looked at a thousand in ten minutes, and the others in the next', async () => {
    const { courier, dispatch, clock, troubled } = await aFanOut({ many: 3000 });
    await dispatch.deliver();
    assert.deepEqual([courier.sent.length, courier.inspected.length], [1500, 1000]);
    clock.moveSeconds(601);
    await dispatch.tick();
    assert.deepEqual([courier.inspected.length, await troubled()], [1500, 1500]);
  });
});

describe('a server', () => {
  it('that threw the bot out keeps its settings for thirty days', async () => {
    const { store, dispatch, clock, trouble } = await aForbiddenChannel();
    await dispatch.handleGuildEvent({ kind: 'server-left', guildId });
    assert.equal((await trouble())?.code, 10004);
    clock.moveSeconds(29 * DAY);
    await dispatch.tick();
    assert.equal((await store.subscriptions.listByGuild(guildId)).length, 1);
    clock.moveSeconds(2 * DAY);
    await dispatch.tick();
    assert.equal((await store.subscriptions.listByGuild(guildId)).length, 0);
  });

  it('that lets the bot in again is told at once', async () => {
    const { dispatch, state, tell, inChannel, trouble } = await aForbiddenChannel();
    await dispatch.handleGuildEvent({ kind: 'server-left', guildId });
    await tell('one');
    assert.equal(inChannel(), 0);
    state.allowed = true;
    await dispatch.handleGuildEvent({ kind: 'server-there', guildId });
    assert.equal(inChannel(), 1);
    assert.equal(await trouble(), undefined);
  });

  it('that left while the bot was away is noticed when it comes online', async () => {
    const other = aSubscription({ id: 'other', guildId: '7', channelId: '8' });
    const { store, dispatch } = await aForbiddenChannel({ subscriptions: [aSubscription(), other] });
    await dispatch.handleGuildEvent({ kind: 'online', guildIds: ['7'] });
    const codes = [...(await store.subscriptions.all())].map(({ trouble }) => trouble?.code);
    assert.deepEqual(codes, [10004, undefined]);
  });

  it('that leaves in the middle of a fan-out takes its rows with it', async () => {
    const subscriptions = Array.from({ length: 40 }, (_, i) => aSubscription({ id: `${i}`, channelId: `${i + 1}` }));
    const { courier, dispatch, store } = await aForbiddenChannel({ subscriptions });
    courier.send = async (message) => {
      courier.sent.push(message);
      await dispatch.handleGuildEvent({ kind: 'server-left', guildId });
      return sent;
    };
    await recordStory(store, aStory({ id: 'one', firstSeen: START }), true, START);
    await dispatch.deliver();
    assert.ok(courier.sent.length <= 8, `${courier.sent.length} were sent`);
  });
});
