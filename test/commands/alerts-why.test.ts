/** /alerts why: what became of an alert, subscription by subscription. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { enqueueAlert } from '../../src/app/notify/enqueue-alert.ts';
import { createChangeAlert } from '../../src/core/alerts/create-alert.ts';
import { deliveryId } from '../../src/core/alerts/delivery-rows.ts';
import type { Subscription } from '../../src/domain/alert.ts';
import { alertsWorld, aRequest, command } from '../helpers/run-command.ts';
import { aChange, aSubscription } from '../helpers/world.ts';

const GUILD = '100000000000000001';

describe('/alerts why', () => {
  async function worldWithChange() {
    const world = alertsWorld();
    const change = aChange();
    await world.store.changes.put(change.id, change);
    const put = (overrides: Partial<Subscription>) =>
      world.store.subscriptions.put(overrides.id ?? 's', aSubscription(overrides));
    const notify = async () => {
      const alert = createChangeAlert(change, change.firstSeenNew);
      assert.ok(alert);
      await enqueueAlert(world.store, alert, alert.at);
      return alert;
    };
    return { ...world, put, notify, why: () => world.ask('why', { what: change.id.slice(0, 80) }) };
  }

  it('explains the outcome for each of the server’s alerts', async () => {
    const world = await worldWithChange();
    await world.put({ id: 'posted', channelId: '200000000000000001' });
    await world.put({ id: 'waits', channelId: '200000000000000002' });
    await world.put({ id: 'other-topic', channelId: '200000000000000003', topics: ['pay'] });
    await world.put({ id: 'digest', channelId: '200000000000000004', rhythm: 'weekly' });
    await world.put({ id: 'late', channelId: '200000000000000005', createdAt: '2026-05-30T00:00:00.000Z' });
    await world.put({ id: 'asleep', channelId: '200000000000000006', snoozedUntil: '2026-05-20T00:00:00.000Z' });
    await world.store.subscriptions.delete('late');
    const alert = await world.notify();
    await world.put({ id: 'late', channelId: '200000000000000005', createdAt: '2026-05-30T00:00:00.000Z' });
    const row = deliveryId(alert.id, '200000000000000001');
    const { kind, id: alertId } = alert;
    await world.store.outbox.delete(row);
    await world.store.deliveryLog.put(row, {
      alertId,
      kind,
      guildId: GUILD,
      channelId: '200000000000000001',
      messageId: '900000000000000001',
      at: '2026-05-01T10:00:05.000Z',
    });
    const reply = await world.why();
    for (const [channel, outcome] of [
      [1, /posted on 1 May 2026 10:00 UTC: the message <https:\/\/discord\.com\/channels\/1\d+\/2\d+1\/9\d+1>/],
      [2, /waits to be posted/],
      [3, /about other topics/],
      [4, /told by its digest/],
      [5, /added later/],
      [6, /was asleep/],
    ] as const) {
      const line = reply.split('\n').find((text) => text.includes(`#20000000000000000${channel}`)) ?? '';
      assert.match(line, outcome);
    }
  });

  it('says that a change made no alert, or is unknown', async () => {
    const world = await worldWithChange();
    await world.put({});
    assert.match(await world.why(), /recorded and pinged nobody/);
    assert.match(await world.ask('why', { what: 'nothing' }), /no such change or story/);
    assert.match(await world.ask('why', {}), /no such change or story/);
  });

  it('finds laws', async () => {
    const { context, ask, store } = await worldWithChange();
    await store.subscriptions.put('s', aSubscription({ id: 's' }));
    context.readModel.catalog.regulation.push({
      date: '2026-05-20',
      jurisdiction: 'EU',
      kind: 'law',
      status: 'in-force',
      title: 'Machines must ask',
      effect: 'Mining needs a licence.',
      topics: ['scraping'],
      sources: ['https://law.example'],
    });
    const [law] = (await command('alerts').autocomplete?.('what', 'machines ask', aRequest(), context)) ?? [];
    assert.equal(law?.name, '20 May 2026 · European Union · Machines must ask');
    assert.match(await ask('why', { what: law?.value ?? '' }), /known from the catalog and pinged nobody/);
  });

  it('suggests changes by the words of their names', async () => {
    const { context } = await worldWithChange();
    const suggest = async (typed: string) =>
      command('alerts').autocomplete?.('what', typed, aRequest({ subcommand: 'why' }), context);
    assert.equal((await suggest('TUNEBOX terms'))?.length, 1);
    assert.deepEqual(await suggest('tunebox weather'), []);
  });
});
