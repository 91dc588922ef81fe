/** /alerts health: what keeps the bot from posting in each channel. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ChannelInspection } from '../../src/app/ports/courier.ts';
import { alertsWorld, aRequest, command, words } from '../helpers/run-command.ts';
import { aSubscription } from '../helpers/world.ts';

describe('/alerts health', () => {
  it('lists failing channels first, each with what is missing and since when', async () => {
    const { context, store } = alertsWorld();
    const trouble = { code: 50013, detail: 'Missing Permissions', since: '2026-05-30T10:00:00.000Z' };
    await store.subscriptions.put('a', aSubscription({ id: 'a', channelId: '200000000000000001' }));
    await store.subscriptions.put('b', aSubscription({ id: 'b', channelId: '200000000000000002', trouble }));
    await store.subscriptions.put('c', aSubscription({ id: 'c', channelId: '200000000000000003', trouble }));
    const inspectChannel = async (_guild: string, channelId: string): Promise<ChannelInspection> => ({
      status: 'seen',
      missing: channelId.endsWith('2') ? ['Send Messages'] : [],
    });
    const subscriptionService = { ...context.subscriptionService, inspectChannel };
    const answer = await command('alerts').execute(aRequest({ subcommand: 'health' }), {
      ...context,
      subscriptionService,
    });
    assert.match(
      words(answer),
      /1 channel in trouble\n- #2\d+2: I lack Send Messages\. Since 30 May 2026 10:00 UTC\.\n- #2\d+3: the permission is back; .*\n- #2\d+1: all is well\./,
    );
  });

  it('inspects only as many channels as an answer has time for, failing ones first', async () => {
    const { context, store } = alertsWorld();
    const trouble = { code: 50013, detail: 'Missing Permissions', since: '2026-05-30T10:00:00.000Z' };
    for (let i = 0; i < 200; i++) {
      const subscription = { id: `s${i}`, channelId: `2000000000000${String(i).padStart(5, '0')}` };
      await store.subscriptions.put(
        subscription.id,
        aSubscription(i % 5 === 0 ? { ...subscription, trouble } : subscription),
      );
    }
    const inspected: string[] = [];
    const inspectChannel = async (_guild: string, channelId: string): Promise<ChannelInspection> => {
      inspected.push(channelId);
      return { status: 'unknown' };
    };
    const subscriptionService = { ...context.subscriptionService, inspectChannel };
    const answer = await command('alerts').execute(aRequest({ subcommand: 'health' }), {
      ...context,
      subscriptionService,
    });
    assert.equal(inspected.length, 25);
    assert.ok(inspected.every((channelId) => Number(channelId.slice(-5)) % 5 === 0));
    assert.match(words(answer), /^40 channels in trouble\n.* 175 more, not looked at now: 15 were in trouble/s);
  });

  it('says that a server has no alerts', async () => {
    const { ask } = alertsWorld();
    assert.match(await ask('health'), /No alerts yet/);
  });
});
