import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSerialQueue } from '../../src/app/serial-queue.ts';

test('jobs run one after the other, in the order they came, and one that fails keeps no other from its turn', async () => {
  const serially = createSerialQueue();
  const seen: string[] = [];
  const first = Promise.withResolvers<void>();
  const jobs = [
    serially(async () => {
      await first.promise;
      seen.push('first');
      throw new Error('the first fails');
    }),
    serially(async () => {
      seen.push('second');
      return 2;
    }),
  ];
  await Promise.resolve();
  assert.deepEqual(seen, []);
  first.resolve();
  const [failed, done] = await Promise.allSettled(jobs);
  assert.equal(failed?.status, 'rejected');
  assert.deepEqual(done, { status: 'fulfilled', value: 2 });
  assert.deepEqual(seen, ['first', 'second']);
});
