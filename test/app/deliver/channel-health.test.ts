import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ChannelInspection, SendOutcome } from '../../../src/app/ports/courier.ts';
import { courierThat, nowhereSpecial, sent } from '../../helpers/courier.ts';
import { aDispatch } from '../../helpers/dispatch.ts';
import { recordStory } from '../../helpers/record-story.ts';
import { aStory, aSubscription, clockAt, memoryStore, recordingLog } from '../../helpers/world.ts';

const NOTICE_CHANNEL = '555';
const START = '2026-05-02T10:05:00.000Z';
const HOUR = 3600;
const DAY = 24 * HOUR;
const { guildId, channelId } = aSubscription();
const forbidden: SendOutcome = { status: 'blocked', code: 50013, detail: 'Missing Permissions' };

/** A guild whose channel refuses messages until `state.allowed` is set. */
async function aForbiddenChannel({ subscriptions = [aSubscription()] } = {}) {
  const store = memoryStore();
  for (const one of subscriptions) await store.subscriptions.put(one.id, one);
  const clock = clockAt(START);
  const log = recordingLog();
  const state = { allowed: false, inspection: undefined as ChannelInspection | undefined };
  const courier = courierThat({
    send: (message) => (state.allowed || message.channelId === NOTICE_CHANNEL ? sent : forbidden),
    inspectChannel: () => state.inspection ?? { status: 'seen', missing: state.allowed ? [] : ['Embed Links'] },
    notice: NOTICE_CHANNEL,
  });
  const dispatch = aDispatch({ store, courier, clock, log });
  const deliverStory = async (id: string) => {
    await recordStory(store, aStory({ id, firstSeen: START }), true, clock.now().toISOString());
    await dispatch.deliver();
  };
  const trouble = async () => (await store.subscriptions.listByChannel(channelId))[0]?.trouble;
  const inChannel = () => courier.sent.filter((message) => message.channelId === channelId).length;
  const notices = () => courier.sent.filter((message) => message.channelId === NOTICE_CHANNEL);
  return { store, clock, log, courier, dispatch, state, deliverStory, trouble, inChannel, notices };
}

describe('a channel that cannot be written to', () => {
  it('is suspended at the first refusal, with the reason, and keeps its settings', async () => {
    const { deliverStory, trouble, inChannel, dispatch, clock } = await aForbiddenChannel();
    await deliverStory('one');
    const { code, detail, since } = (await trouble()) ?? {};
    assert.deepEqual(
      { code, detail, since },
      { code: 50013, detail: 'Missing Permissions: Embed Links', since: START },
    );
    clock.moveSeconds(5 * HOUR);
    await deliverStory('two');
    await dispatch.tick();
    assert.equal(inChannel(), 1, 'nothing more is attempted');
    assert.equal(dispatch.progress().suspended, 2);
  });

  it('is reported to the admins once, by name, in another channel', async () => {
    const { deliverStory, notices, clock } = await aForbiddenChannel();
    await deliverStory('one');
    clock.moveSeconds(DAY);
    await deliverStory('two');
    assert.equal(notices().length, 1);
    assert.match(JSON.stringify(notices()[0]?.answer.blocks), /Embed Links/);
    assert.match(JSON.stringify(notices()[0]?.answer.blocks), new RegExp(channelId));
  });

  it('resumes when somebody changes permissions, and gets what it missed', async () => {
    const { deliverStory, trouble, inChannel, dispatch, state } = await aForbiddenChannel();
    await deliverStory('one');
    await deliverStory('two');
    await dispatch.handleGuildEvent({ kind: 'rights-changed', guildId });
    assert.equal(inChannel(), 1, 'a change that does not help leads to no attempt');
    state.allowed = true;
    await dispatch.handleGuildEvent({ kind: 'rights-changed', guildId });
    assert.equal(inChannel(), 3);
    assert.equal(await trouble(), undefined);
  });

  it('is checked every six hours without any event', async () => {
    const { deliverStory, inChannel, dispatch, state, clock } = await aForbiddenChannel();
    await deliverStory('one');
    state.allowed = true;
    clock.moveSeconds(5 * HOUR);
    await dispatch.tick();
    assert.equal(inChannel(), 1);
    clock.moveSeconds(HOUR + 1);
    await dispatch.tick();
    assert.equal(inChannel(), 2);
  });

  it('is not retried with every event when checks find nothing wrong', async () => {
    const { deliverStory, courier, dispatch, state, inChannel } = await aForbiddenChannel();
    await deliverStory('one');
    state.inspection = { status: 'seen', missing: [] };
    for (let i = 0; i < 5; i++) await dispatch.handleGuildEvent({ kind: 'rights-changed', guildId });
    assert.equal(inChannel(), 2);
    assert.ok(courier.inspected.length < 5);
  });

  it('resumes twice when it loses its permission twice within ten minutes', async () => {
    const { deliverStory, inChannel, dispatch, state, clock } = await aForbiddenChannel();
    for (let time = 1; time <= 3; time++) {
      state.allowed = false;
      await deliverStory(`story-${time}`);
      clock.moveSeconds(60);
      state.allowed = true;
      await dispatch.handleGuildEvent({ kind: 'rights-changed', guildId });
      assert.equal(inChannel(), 2 * time, 'refused once, delivered once');
    }
  });

  it('is retried with growing delays when checks find nothing wrong, and reported once', async () => {
    const { deliverStory, inChannel, dispatch, state, clock, notices, trouble } = await aForbiddenChannel();
    state.inspection = { status: 'seen', missing: [] };
    await deliverStory('one');
    const attemptedAfter: number[] = [];
    for (let second = 1; second <= 5 * HOUR; second++) {
      clock.moveSeconds(1);
      const before = inChannel();
      await dispatch.tick();
      if (inChannel() > before) attemptedAfter.push(second);
    }
    assert.deepEqual(attemptedAfter, [30, 150, 750, 4350, 7950, 11_550, 15_150]);
    assert.equal(notices().length, 1);
    state.allowed = true;
    clock.moveSeconds(HOUR);
    await dispatch.tick();
    assert.equal(await trouble(), undefined);
  });

  it('whose permission returned before its refusal was known is retried half a minute later', async () => {
    const { deliverStory, inChannel, dispatch, state, clock, courier, notices } = await aForbiddenChannel();
    const send = courier.send;
    courier.send = async (message) => {
      const refused = await send(message);
      // Somebody fixes it while the response is on its way.
      state.allowed = true;
      await dispatch.handleGuildEvent({ kind: 'rights-changed', guildId });
      return refused;
    };
    await deliverStory('one');
    courier.send = send;
    assert.equal(inChannel(), 1);
    clock.moveSeconds(31);
    await dispatch.tick();
    assert.equal(inChannel(), 2);
    assert.equal(notices().length, 0, 'what was fixed meanwhile is not reported');
  });

  it('whose permission returned just after it was seen to be missing is checked again', async () => {
    const { deliverStory, inChannel, dispatch, state, clock, courier, trouble } = await aForbiddenChannel();
    const send = courier.send;
    courier.send = async (message) => {
      await send(message);
      state.allowed = true;
      await dispatch.handleGuildEvent({ kind: 'rights-changed', guildId });
      return { ...forbidden, missing: ['Send Messages'] } as SendOutcome;
    };
    await deliverStory('one');
    courier.send = send;
    clock.moveSeconds(31);
    await dispatch.tick();
    assert.equal(inChannel(), 2);
    assert.equal(await trouble(), undefined);
  });

  it('is checked again soon when a check found out nothing', async () => {
    const { deliverStory, inChannel, dispatch, state, clock } = await aForbiddenChannel();
    await deliverStory('one');
    state.inspection = { status: 'unknown' };
    await dispatch.handleGuildEvent({ kind: 'rights-changed', guildId });
    [state.inspection, state.allowed] = [undefined, true];
    clock.moveSeconds(31);
    await dispatch.tick();
    assert.equal(inChannel(), 2);
  });

  it('waits for its turn where very many are to be checked, since Discord counts refused checks', async () => {
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

  it('is checked again after a batch of checks failed half way', async () => {
    const troubled = { trouble: { code: 50013, detail: 'Missing Permissions', since: START } };
    const subscriptions = ['1', '2'].map((id) => aSubscription({ id, channelId: id, ...troubled }));
    const { courier, dispatch, clock } = await aForbiddenChannel({ subscriptions });
    const { inspectChannel } = courier;
    courier.inspectChannel = async () => {
      throw new Error('a fault of our own');
    };
    await dispatch.handleGuildEvent({ kind: 'rights-changed', guildId }).catch(() => {});
    courier.inspectChannel = inspectChannel;
    await dispatch.handleGuildEvent({ kind: 'rights-changed', guildId });
    clock.moveSeconds(31);
    await dispatch.tick();
    assert.deepEqual(courier.inspected.sort(), ['1', '2']);
  });

  it('does not get alerts that it missed three days ago', async () => {
    const { deliverStory, inChannel, dispatch, state, clock, store } = await aForbiddenChannel();
    await deliverStory('one');
    clock.moveSeconds(4 * DAY);
    await dispatch.tick();
    state.allowed = true;
    await dispatch.handleGuildEvent({ kind: 'rights-changed', guildId });
    assert.equal(inChannel(), 1);
    for await (const _ of store.outbox.entries()) assert.fail('a row is left');
  });

  it('stays suspended after a restart', async () => {
    const first = await aForbiddenChannel();
    await first.deliverStory('one');
    const courier = courierThat();
    const dispatch = aDispatch({ store: first.store, courier, clock: first.clock, log: first.log, elapsedMs: () => 0 });
    await dispatch.deliver();
    assert.deepEqual([courier.sent.length, dispatch.progress().suspended], [0, 1]);
  });

  it('is reported when it was deleted, if a subscription used it', async () => {
    const { trouble, notices, dispatch } = await aForbiddenChannel();
    await dispatch.handleGuildEvent({ kind: 'channel-gone', guildId, channelId });
    assert.equal((await trouble())?.code, 10003);
    assert.equal(notices().length, 1);
    await dispatch.handleGuildEvent({ kind: 'channel-gone', guildId, channelId: '404' });
    assert.equal(notices().length, 1, 'a channel without a subscription is not reported');
  });
});

describe('channels that the gateway says are unwritable', () => {
  /** Half of the channels refuse messages; `known`: the gateway says so. */
  async function aFanOut({ known = true, channels = 40 } = {}) {
    const store = memoryStore();
    const unwritable = new Set(Array.from({ length: channels / 2 }, (_, i) => String(i + 1)));
    const subscriptions = Array.from({ length: channels }, (_, i) =>
      aSubscription({ id: `${i}`, channelId: `${i + 1}` }),
    );
    await store.subscriptions.putMany(subscriptions.map((value) => ({ key: value.id, value })));
    const clock = clockAt(START);
    const courier = courierThat({
      send: (message) => (unwritable.has(message.channelId) ? forbidden : sent),
      inspectChannel: (id) => ({ status: 'seen', missing: unwritable.has(id) ? ['Send Messages'] : [] }),
    });
    const dispatch = aDispatch({
      ...{ store, courier, clock },
      guildDirectory: { ...nowhereSpecial, isUnwritable: (place) => known && unwritable.has(place.channelId) },
    });
    await recordStory(store, aStory({ id: 'one', firstSeen: START }), true, START);
    const countBlocked = async () => (await store.subscriptions.listSuspended()).length;
    return { courier, dispatch, clock, unwritable, countBlocked };
  }

  it('come after all others, and are checked instead of refusing a message', async () => {
    const { courier, dispatch, countBlocked } = await aFanOut();
    await dispatch.deliver();
    assert.deepEqual([courier.sent.length, courier.inspected.length, await countBlocked()], [20, 20, 20]);
  });

  it('get their message where a check finds nothing missing', async () => {
    const { courier, dispatch, unwritable } = await aFanOut();
    const opened = [...unwritable].slice(0, 5);
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

  it('refuse one message each where nothing is known, and are diagnosed after all other messages are sent', async () => {
    const { courier, dispatch, countBlocked } = await aFanOut({ known: false });
    const order: string[] = [];
    const { send, inspectChannel: inspect } = courier;
    courier.send = (message) => {
      order.push('send');
      return send(message);
    };
    courier.inspectChannel = (...place) => {
      order.push('check');
      return inspect(...place);
    };
    await dispatch.deliver();
    assert.equal(order.lastIndexOf('send'), 39);
    assert.equal(courier.sent.length, 40);
    assert.equal(await countBlocked(), 20);
  });

  it('are checked up to a thousand times in ten minutes', async () => {
    const { courier, dispatch, clock, countBlocked } = await aFanOut({ channels: 3000 });
    await dispatch.deliver();
    assert.deepEqual([courier.sent.length, courier.inspected.length], [1500, 1000]);
    clock.moveSeconds(601);
    await dispatch.tick();
    assert.deepEqual([courier.inspected.length, await countBlocked()], [1500, 1500]);
  });
});

describe('a guild', () => {
  it('that removed the bot keeps its settings for thirty days', async () => {
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

  it('that invites the bot again gets its alerts at once', async () => {
    const { dispatch, state, deliverStory, inChannel, trouble } = await aForbiddenChannel();
    await dispatch.handleGuildEvent({ kind: 'server-left', guildId });
    await deliverStory('one');
    assert.equal(inChannel(), 0);
    state.allowed = true;
    await dispatch.handleGuildEvent({ kind: 'server-there', guildId });
    assert.equal(inChannel(), 1);
    assert.equal(await trouble(), undefined);
  });

  it('that removed the bot while it was offline is noticed when it connects', async () => {
    const other = aSubscription({ id: 'other', guildId: '7', channelId: '8' });
    const { store, dispatch } = await aForbiddenChannel({ subscriptions: [aSubscription(), other] });
    await dispatch.handleGuildEvent({ kind: 'online', guildIds: ['7'] });
    const codes = [...(await store.subscriptions.all())].map(({ trouble }) => trouble?.code);
    assert.deepEqual(codes, [10004, undefined]);
  });

  it('that removes the bot in the middle of a fan-out gets no more attempts', async () => {
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
