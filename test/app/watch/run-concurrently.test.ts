import assert from 'node:assert/strict';
import { it } from 'node:test';
import { runConcurrently } from '../../../src/app/watch/run-concurrently.ts';

const sourcesOf = (count: number) => Array.from({ length: count }, (_, i) => ({ url: `https://a.example/${i}`, i }));

it('work that rejects or throws before anybody awaits it waits to be heard, and stops nothing else', async () => {
  const work = runConcurrently(sourcesOf(40), ({ i }) => {
    if (i % 3 === 0) throw new Error(`thrown ${i}`);
    return i % 3 === 1 ? Promise.reject(new Error(`rejected ${i}`)) : Promise.resolve(i);
  });
  // A rejection that nobody heard would end the program here.
  await new Promise((resolve) => setTimeout(resolve, 20));
  const settled = await Promise.allSettled(work);
  assert.deepEqual(
    settled.map((one) => (one.status === 'fulfilled' ? one.value : one.reason.message)),
    sourcesOf(40).map(({ i }) => (i % 3 === 0 ? `thrown ${i}` : i % 3 === 1 ? `rejected ${i}` : i)),
  );
});
