/** Run as a process: closes an analysis worker just as an answer is on its way, with nothing else to do. */
import { createAnalysisWorker } from '../../../src/io/analysis/analysis-worker.ts';
import { CRAWLERS } from '../../core/signals/crawlers.ts';

const program = new URL('./hanging.ts', import.meta.url);
const thread = createAnalysisWorker({ platforms: [], crawlers: CRAWLERS }, { program });
const text = { id: 'text', document: 'tunebox/Terms of Service', markdown: 'answer and go on', seen: '2026-05-01' };
const asking = thread.readStance(text as never).catch(() => {});
// The request has been sent. The answer arrives while the loop is blocked and is found after the close.
setTimeout(async () => {
  for (const until = performance.now() + 2000; performance.now() < until; );
  await thread.close();
  await asking;
  process.stdout.write('closed');
}, 50);
