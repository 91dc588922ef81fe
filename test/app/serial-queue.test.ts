import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSerialQueue } from '../../src/app/serial-queue.ts';

test('jobs run one after the other in the order of the calls, also after one that fails', async () => {
  const serially = createSerialQueue();
  const events: string[] = [];
  const first = Promise.withResolvers<void>();
  const jobs = [
    serially(async () => {
      await first.promise;
      events.push('first');
      throw new Error('the first fails');
    }),
    serially(async () => {
      events.push('second');
      return 2;
    }),
  ];
  await Promise.resolve();
  assert.deepEqual(events, []);
  first.resolve();
  const [failed, done] = await Promise.allSettled(jobs);
  assert.equal(failed?.status, 'rejected');
  assert.deepEqual(done, { status: 'fulfilled', value: 2 });
  assert.deepEqual(events, ['first', 'second']);
});
