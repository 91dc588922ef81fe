import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { deliverDue } from '../../src/app/deliver.ts';
import type { SendOutcome } from '../../src/app/ports.ts';
import { recordStory } from '../../src/app/record.ts';
import type { Story } from '../../src/domain.ts';
import { anItem, aPlatform, aSubscription, clockAt, listeningLog, memoryStore, sendingTo } from '../helpers/world.ts';

const story: Story = {
  id: 'story-1',
  platforms: ['tunebox'],
  topics: ['training'],
  kind: 'policy-change',
  label: 'alert',
  firstSeen: '2026-05-02T10:00:00.000Z',
  items: [anItem()],
};

/** A store in which one story is planned for the channels of the given subscriptions. */
async function aPlannedStory(outcome: () => SendOutcome, subscriptions = [aSubscription()]) {
  const store = memoryStore();
  for (const one of subscriptions) await store.subscriptions.put(one.id, one);
  const clock = clockAt('2026-05-02T10:05:00.000Z');
  const log = listeningLog();
  await recordStory(store, story, true, clock.now().toISOString());
  const sender = sendingTo(outcome);
  const archive = { catalog: { platforms: [aPlatform()], feeds: [] }, store };
  const deliver = () => deliverDue({ store, archive, sender, log, now: clock.now, retryDelaySeconds: (n) => 60 * n });
  return { store, clock, log, sender, deliver };
}

const sent: SendOutcome = { status: 'sent', messageId: '900000000000000001' };

describe('a delivery', () => {
  it('is sent once, marked, and not planned again by a repeated plan', async () => {
    const { store, sender, deliver, clock } = await aPlannedStory(() => sent);
    assert.deepEqual(await deliver(), { sent: 1, waiting: 0, dropped: 0 });
    await recordStory(store, story, true, clock.now().toISOString());
    assert.deepEqual(await deliver(), { sent: 0, waiting: 0, dropped: 0 });
    assert.equal(sender.sent.length, 1);
    assert.match(sender.sent[0]?.answer.title ?? '', /Tunebox changes its terms/);
  });

  it('repeats under the same nonce after a passing fault, when its time has come', async () => {
    const outcomes: SendOutcome[] = [{ status: 'retry', detail: 'Discord answered 502' }, sent];
    const { sender, deliver, clock, log } = await aPlannedStory(() => outcomes.shift() ?? sent);
    assert.deepEqual(await deliver(), { sent: 0, waiting: 1, dropped: 0 });
    assert.deepEqual(await deliver(), { sent: 0, waiting: 0, dropped: 0 });
    clock.moveSeconds(61);
    assert.deepEqual(await deliver(), { sent: 1, waiting: 0, dropped: 0 });
    assert.equal(sender.sent[0]?.nonce, sender.sent[1]?.nonce);
    assert.match(log.lines.join('\n'), /warn: not posted, next try in 60 s: Discord answered 502/);
  });

  it('waits as long as Discord asks', async () => {
    const outcomes: SendOutcome[] = [{ status: 'retry', detail: 'Discord asks to wait', afterSeconds: 3600 }, sent];
    const { deliver, clock } = await aPlannedStory(() => outcomes.shift() ?? sent);
    await deliver();
    clock.moveSeconds(3599);
    assert.equal((await deliver()).sent, 0);
    clock.moveSeconds(2);
    assert.equal((await deliver()).sent, 1);
  });

  it('to a channel without permission is kept, shown as trouble, and arrives when the permission is back', async () => {
    const outcomes: SendOutcome[] = [{ status: 'blocked', code: 50013, detail: 'Missing Permissions' }, sent];
    const { store, deliver, clock } = await aPlannedStory(() => outcomes.shift() ?? sent);
    await deliver();
    assert.deepEqual((await store.subscriptions.get('subscription-1'))?.trouble, {
      code: 50013,
      detail: 'Missing Permissions',
      since: '2026-05-02T10:05:00.000Z',
    });
    clock.moveSeconds(3601);
    assert.equal((await deliver()).sent, 1);
    assert.equal((await store.subscriptions.get('subscription-1'))?.trouble, undefined);
  });

  it('that Discord refuses as such is dropped with a line in the log; the others go on', async () => {
    const outcomes: SendOutcome[] = [{ status: 'refused', code: 50035, detail: 'Invalid Form Body' }, sent];
    const { deliver, log } = await aPlannedStory(
      () => outcomes.shift() ?? sent,
      [aSubscription({ id: '1', channelId: '1' }), aSubscription({ id: '2', channelId: '2' })],
    );
    assert.deepEqual(await deliver(), { sent: 1, waiting: 0, dropped: 1 });
    assert.match(log.lines.join('\n'), /error: Discord refused the message \(50035\)/);
  });

  it('stops all when the token is not valid any more, and loses nothing', async () => {
    const { store, sender, deliver } = await aPlannedStory(
      () => ({ status: 'unauthorised', detail: 'no' }),
      [aSubscription({ id: '1', channelId: '1' }), aSubscription({ id: '2', channelId: '2' })],
    );
    await deliver();
    assert.equal(sender.sent.length, 1);
    let waiting = 0;
    for await (const _ of store.outbox.entries()) waiting++;
    assert.equal(waiting, 2);
  });

  it('is given up after many tries, with a line in the log', async () => {
    const { deliver, clock, log } = await aPlannedStory(() => ({ status: 'retry', detail: 'Discord answered 500' }));
    for (let i = 0; i < 60; i++) {
      await deliver();
      clock.moveSeconds(100_000);
    }
    assert.match(log.lines.join('\n'), /error: given up after 48 tries/);
  });
});
