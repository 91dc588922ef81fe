import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as settle } from 'node:timers/promises';
import { createHostRateLimiter } from '../../../src/io/fetch/host-rate-limiter.ts';

/** A limiter under a clock that only sleeping moves, and a log of what ran when. */
function createFixture({ spacingMs = 2_000, maxParallel = 8 } = {}) {
  let clock = 0;
  const log: string[] = [];
  const limiter = createHostRateLimiter({
    spacingMs,
    maxParallel,
    now: () => clock,
    sleep: async (ms) => {
      clock += ms;
    },
  });
  const visit = (host: string, name: string) =>
    limiter.enqueue(host, async () => {
      log.push(`${name} at ${clock}`);
      return name;
    });
  return { limiter, log, visit, pass: (ms: number) => (clock += ms) };
}

test('tasks for one host run in order with a pause in between', async () => {
  const { log, visit } = createFixture();
  assert.deepEqual(await Promise.all(['a', 'b', 'c'].map((name) => visit('host', name))), ['a', 'b', 'c']);
  assert.deepEqual(log, ['a at 0', 'b at 2000', 'c at 4000']);
});

test('time that has passed counts towards the pause', async () => {
  const { log, visit, pass } = createFixture();
  await visit('host', 'a');
  pass(1_500);
  await visit('host', 'b');
  pass(10_000);
  await visit('host', 'c');
  assert.deepEqual(log, ['a at 0', 'b at 2000', 'c at 12000']);
});

test('hosts do not wait for each other', async () => {
  const { log, visit } = createFixture();
  await visit('one', 'a');
  await visit('two', 'b');
  assert.deepEqual(log, ['a at 0', 'b at 0']);
});

test('a failed task does not block the next', async () => {
  const { limiter, visit } = createFixture();
  const failing = limiter.enqueue('host', async () => {
    throw new Error('no answer');
  });
  const next = visit('host', 'b');
  await assert.rejects(failing, /no answer/);
  assert.equal(await next, 'b');
});

test('at most maxParallel hosts are active at a time', async () => {
  const { limiter } = createFixture({ maxParallel: 2 });
  const leave: (() => void)[] = [];
  const all = ['a', 'b', 'c', 'd'].map((host) =>
    limiter.enqueue(host, () => new Promise<void>((resolve) => leave.push(resolve))),
  );
  await settle();
  assert.equal(leave.length, 2);
  leave[0]?.();
  await settle();
  assert.equal(leave.length, 3);
  leave[1]?.();
  await settle();
  assert.equal(leave.length, 4);
  for (const go of leave) go();
  await Promise.all(all);
});
