/** A program that closes its reading thread just when an answer is on its way, and has nothing else to do. */
import { createAnalysisWorker } from '../../../src/io/analysis-worker.ts';
import { CRAWLERS } from '../../core/signals/crawlers.ts';

const program = new URL('./hanging.ts', import.meta.url);
const thread = createAnalysisWorker({ platforms: [], crawlers: CRAWLERS }, { program });
const text = { id: 'text', document: 'tunebox/Terms of Service', markdown: 'answer and go on', seen: '2026-05-01' };
const asking = thread.readStance(text as never).catch(() => {});
// The question is on its way; the answer comes while nobody looks, and is found after the close.
setTimeout(async () => {
  for (const until = performance.now() + 2000; performance.now() < until; );
  await thread.close();
  await asking;
  process.stdout.write('closed');
}, 50);
