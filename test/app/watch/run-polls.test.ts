import assert from 'node:assert/strict';
import { it } from 'node:test';
import { runConcurrently } from '../../../src/app/watch/run-polls.ts';

const sourcesOf = (count: number) => Array.from({ length: count }, (_, i) => ({ url: `https://a.example/${i}`, i }));

it('keeps the errors of work until they are awaited, and goes on with the rest', async () => {
  const work = runConcurrently(sourcesOf(40), ({ i }) => {
    if (i % 3 === 0) throw new Error(`thrown ${i}`);
    return i % 3 === 1 ? Promise.reject(new Error(`rejected ${i}`)) : Promise.resolve(i);
  });
  // An unhandled rejection would end the program here.
  await new Promise((resolve) => setTimeout(resolve, 20));
  const settled = await Promise.allSettled(work);
  assert.deepEqual(
    settled.map((result) => (result.status === 'fulfilled' ? result.value : result.reason.message)),
    sourcesOf(40).map(({ i }) => (i % 3 === 0 ? `thrown ${i}` : i % 3 === 1 ? `rejected ${i}` : i)),
  );
});
