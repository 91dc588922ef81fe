/** Runs in the thread instead of the analyser: the text of a stance request says whether it answers, hangs, ends or breaks. */
import { parentPort } from 'node:worker_threads';

parentPort?.on('message', ({ args: [{ markdown }] }: { args: [{ markdown: string }] }) => {
  if (markdown === 'for ever') for (;;);
  if (markdown === 'end') process.exit();
  if (markdown === 'break later') setImmediate(() => Promise.reject(new Error('nobody waits for this')));
  if (markdown === 'answer') parentPort?.postMessage({ result: 'an answer' });
  if (markdown === 'answer and go on') {
    // The thread cannot be terminated while it parses this.
    const json = JSON.stringify(Array.from({ length: 3_000_000 }, (_, i) => i));
    parentPort?.postMessage({ result: 'an answer' });
    for (;;) JSON.parse(json);
  }
});
