import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createDeliveryQueue } from '../../../src/app/deliver/delivery-queue.ts';
import type { Delivery } from '../../../src/domain/alert.ts';
import { aRow as aRowAt } from '../../helpers/dispatch.ts';

const NOW = '2026-05-02T10:00:00.000Z';
const LATER = '2026-05-02T11:00:00.000Z';
const nobody: ReadonlySet<string> = new Set();
const aRow = (overrides?: Partial<Delivery>): Delivery => aRowAt(NOW, overrides);

/** Takes all rows that are due, by id. */
function drain(queue: ReturnType<typeof createDeliveryQueue>, now = NOW, busy = nobody): string[] {
  const ids: string[] = [];
  for (let row = queue.takeNext(now, busy); row; row = queue.takeNext(now, busy)) ids.push(row.id);
  return ids;
}

const aQueue = () => createDeliveryQueue({ now: () => new Date(NOW), elapsedMs: () => 0, isUnwritable: () => false });

function queueOf(...rows: Delivery[]) {
  const queue = aQueue();
  for (const row of rows) queue.add(row);
  return queue;
}

describe('the next row', () => {
  it('is urgent before normal before digest', () => {
    const queue = queueOf(
      aRow({ id: 'digest', priority: 'digest' }),
      aRow({ id: 'normal' }),
      aRow({ id: 'urgent', priority: 'urgent' }),
    );
    assert.deepEqual(drain(queue), ['urgent', 'normal', 'digest']);
  });

  it('comes from each guild in turn, however many rows one of them has', () => {
    const queue = queueOf(
      ...['a1', 'a2', 'a3', 'a4'].map((id) => aRow({ id, guildId: 'a' })),
      aRow({ id: 'b1', guildId: 'b' }),
      ...['c1', 'c2'].map((id) => aRow({ id, guildId: 'c' })),
    );
    assert.deepEqual(drain(queue), ['a1', 'b1', 'c1', 'a2', 'c2', 'a3', 'a4']);
  });

  it('skips channels with a message in flight, and keeps the order within a channel', () => {
    const queue = queueOf(
      aRow({ id: 'first', channelId: '7' }),
      aRow({ id: 'second', channelId: '7' }),
      aRow({ id: 'other' }),
    );
    assert.deepEqual(drain(queue, NOW, new Set(['7'])), ['other']);
    assert.deepEqual(drain(queue), ['first', 'second']);
  });

  it('is not taken before it is due', () => {
    const queue = queueOf(aRow({ id: 'later', nextAttemptAt: LATER }), aRow({ id: 'now' }));
    assert.deepEqual(drain(queue), ['now']);
    assert.equal(queue.isDue(NOW), false);
    assert.equal(queue.isDue(LATER), true);
    assert.deepEqual(drain(queue, LATER), ['later']);
  });

  it('is the newer of two rows with the same id', () => {
    const queue = queueOf(aRow({ id: 'x', attempts: 1 }), aRow({ id: 'x', attempts: 2 }));
    assert.equal(queue.takeNext(NOW, nobody)?.attempts, 2);
    assert.equal(queue.takeNext(NOW, nobody), undefined);
  });
});

describe('suspended rows', () => {
  it('are not taken until their channel is resumed', () => {
    const queue = queueOf(
      aRow({ id: 'x', channelId: '7' }),
      aRow({ id: 'y', channelId: '7', nextAttemptAt: LATER }),
      aRow({ id: 'z' }),
    );
    queue.suspend({ channelId: '7' });
    assert.deepEqual(drain(queue), ['z']);
    assert.deepEqual(queue.counts(), { due: 0, later: 0, suspended: 2 });
    queue.resume('7', NOW);
    assert.deepEqual(drain(queue).sort(), ['x', 'y']);
  });

  it('include all rows of a guild, even those that are due', () => {
    const queue = queueOf(aRow({ guildId: 'a' }), aRow({ guildId: 'a' }), aRow({ id: 'b', guildId: 'b' }));
    assert.equal(queue.isDue(NOW), true);
    queue.suspend({ guildId: 'a' });
    assert.deepEqual(drain(queue), ['b']);
  });

  it('that are too old are removed', () => {
    const queue = queueOf(
      aRow({ id: 'old', state: 'suspended' }),
      aRow({ id: 'new', state: 'suspended', createdAt: LATER }),
    );
    assert.deepEqual(
      queue.takeSuspendedBefore(LATER).map(({ id }) => id),
      ['old'],
    );
    assert.equal(queue.has('old'), false);
    assert.equal(queue.has('new'), true);
  });
});

it('ten thousand rows are queued and taken quickly', () => {
  const queue = aQueue();
  for (let i = 0; i < 10_000; i++) queue.add(aRow({ guildId: String(i % 2500) }));
  const ids = drain(queue);
  assert.equal(new Set(ids).size, 10_000);
});
