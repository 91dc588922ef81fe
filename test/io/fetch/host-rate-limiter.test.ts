import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as settle } from 'node:timers/promises';
import { createHostRateLimiter } from '../../../src/io/fetch/host-rate-limiter.ts';

/** Turns under a clock that only sleeping moves, and a diary of what happened when. */
function createWorld({ spacingMs = 2_000, maxParallel = 8 } = {}) {
  let clock = 0;
  const diary: string[] = [];
  const turns = createHostRateLimiter({
    spacingMs,
    maxParallel,
    now: () => clock,
    sleep: async (ms) => {
      clock += ms;
    },
  });
  const visit = (host: string, name: string) =>
    turns.enqueue(host, async () => {
      diary.push(`${name} at ${clock}`);
      return name;
    });
  return { turns, diary, visit, pass: (ms: number) => (clock += ms) };
}

test('visits to one host keep their order and their distance', async () => {
  const { diary, visit } = createWorld();
  assert.deepEqual(await Promise.all(['a', 'b', 'c'].map((name) => visit('host', name))), ['a', 'b', 'c']);
  assert.deepEqual(diary, ['a at 0', 'b at 2000', 'c at 4000']);
});

test('time that has passed already is not waited for again', async () => {
  const { diary, visit, pass } = createWorld();
  await visit('host', 'a');
  pass(1_500);
  await visit('host', 'b');
  pass(10_000);
  await visit('host', 'c');
  assert.deepEqual(diary, ['a at 0', 'b at 2000', 'c at 12000']);
});

test('another host does not wait', async () => {
  const { diary, visit } = createWorld();
  await visit('one', 'a');
  await visit('two', 'b');
  assert.deepEqual(diary, ['a at 0', 'b at 0']);
});

test('a visit that fails does not hold up the next', async () => {
  const { turns, visit } = createWorld();
  const failing = turns.enqueue('host', async () => {
    throw new Error('no answer');
  });
  const next = visit('host', 'b');
  await assert.rejects(failing, /no answer/);
  assert.equal(await next, 'b');
});

test('no more hosts than agreed are visited at the same time', async () => {
  const { turns } = createWorld({ maxParallel: 2 });
  const leave: (() => void)[] = [];
  const all = ['a', 'b', 'c', 'd'].map((host) =>
    turns.enqueue(host, () => new Promise<void>((resolve) => leave.push(resolve))),
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
