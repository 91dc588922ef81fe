/** Runs in place of the reading: does as it is told by the text of a stance, and forgets to answer, or ends, or breaks. */
import { parentPort } from 'node:worker_threads';

/** To read it takes a while in which no thread can be ended. */
const LONG = JSON.stringify(Array.from({ length: 3_000_000 }, (_, i) => i));

parentPort?.on('message', ({ args: [{ markdown }] }: { args: [{ markdown: string }] }) => {
  if (markdown === 'for ever') for (;;);
  if (markdown === 'end') process.exit();
  if (markdown === 'break later') setImmediate(() => Promise.reject(new Error('nobody waits for this')));
  if (markdown === 'answer') parentPort?.postMessage({ result: 'an answer' });
  if (markdown === 'answer and go on') {
    parentPort?.postMessage({ result: 'an answer' });
    for (;;) JSON.parse(LONG);
  }
});
