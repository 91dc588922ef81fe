/**
 * Measures how long hostile sources block the event loop, with the analysis in its worker thread as in the bot and on the event
 * loop itself; then what the thread costs in time per document and resident memory.
 */
import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Analyser } from '../src/app/ports/analyser.ts';
import { pollDocuments } from '../src/app/watch/poll-documents.ts';
import { pollFeeds } from '../src/app/watch/poll-feeds.ts';
import { pollSignals } from '../src/app/watch/poll-signals.ts';
import { requireCatalog } from '../src/bot/setup.ts';
import { createAnalysisWorker } from '../src/io/analysis/analysis-worker.ts';
import { readHistory } from '../src/io/git-history/read-history.ts';
import { createTestAnalyser } from '../test/helpers/analyser.ts';
import { cloneBundle, corpusFile, NO_CORPUS } from '../test/helpers/corpus.ts';
import { HOSTILE_FEEDS, HOSTILE_PAGES, HOSTILE_SIGNALS } from '../test/helpers/hostile.ts';
import { watchLoop } from '../test/helpers/loop-delay.ts';
import { aDocument, aFeed, aPlatform, clockAt, fakeWeb, memoryStore, quiet, termsPage } from '../test/helpers/world.ts';

const URLS = {
  page: 'https://tunebox.example/terms',
  feed: 'https://tunebox.example/feed',
  robots: 'https://tunebox.example/robots.txt',
};
/** Number of recorded texts to poll both ways. */
const DOCUMENTS = 150;

const catalog = await requireCatalog(['catalog']);
const CASES: readonly (readonly [what: string, look: (analyser: Analyser) => Promise<PollOutcome>])[] = [
  ['nothing', () => sleep(1000, undefined)],
  ...HOSTILE_PAGES.map(([what, html]) => testCase(what, (analyser) => pollPage(analyser, html))),
  ...HOSTILE_FEEDS.map(([what, xml]) => testCase(what, (analyser) => pollFeed(analyser, xml))),
  ...HOSTILE_SIGNALS.map(([what, text]) => testCase(what, (analyser) => pollRobots(analyser, text))),
];

const workerResults = await measureInWorker();
const inlineAnalyser = createTestAnalyser(catalog);
console.log('longest block of the event loop (CPU time within it), and the duration of the poll:');
for (const [i, [what, look]] of CASES.entries()) {
  const { timing, outcome } = await measurePoll(inlineAnalyser, look);
  console.log(`  ${what.padEnd(36)} in a worker ${workerResults[i]?.timing}   on the loop ${timing}   ${outcome}`);
}
await measureRecordedTexts();

/** Runs first, so that the measured memory is what the bot would use. */
async function measureInWorker() {
  const megabytes = () => `${(process.memoryUsage.rss() / 2 ** 20).toFixed(0)} MB`;
  const resident = [`${megabytes()} before the thread`];
  const thread = createAnalysisWorker(catalog);
  await thread.parseSignals({ kind: 'robots.txt', text: '' });
  resident.push(`${megabytes()} with the thread idle`);
  const rows = [];
  for (const [, look] of CASES) rows.push(await measurePoll(thread, look));
  resident.push(`${megabytes()} after all hostile sources`);
  await thread.close();
  await sleep(500);
  console.log(`resident: ${resident.join(', ')}, ${megabytes()} after closing it`);
  return rows;
}

function testCase(what: string, look: (analyser: Analyser) => Promise<PollOutcome>) {
  return [what, look] as const;
}

type PollOutcome = { outcome: string; detail?: string } | undefined;

async function measurePoll(analyser: Analyser, look: (analyser: Analyser) => Promise<PollOutcome>) {
  const startedAt = performance.now();
  const held = watchLoop();
  const result = await look(analyser);
  const loop = held();
  const ms = (time: number) => `${time.toFixed(0).padStart(5)} ms`;
  return {
    timing: `${ms(loop.heldMs)} (CPU ${ms(loop.workedMs)}) of ${ms(performance.now() - startedAt)}`,
    outcome: result ? `${result.outcome} ${(result.detail ?? '').slice(0, 60)}` : '',
  };
}

/** Polls a known page whose content has become hostile. */
async function pollPage(analyser: Analyser, html: string): Promise<PollOutcome> {
  const web = fakeWeb({ [URLS.page]: termsPage([]) });
  const clock = clockAt('2026-05-01T10:00:00.000Z');
  const context = {
    store: memoryStore(),
    fetcher: web,
    analyser,
    log: quiet,
    now: clock.now,
    confirmAfterSeconds: 0,
  };
  await pollDocuments([aDocument()], context);
  web.answers[URLS.page] = html;
  await pollDocuments([aDocument()], context);
  return (await pollDocuments([aDocument()], context)).at(0);
}

async function pollFeed(analyser: Analyser, xml: string): Promise<PollOutcome> {
  const { now } = clockAt('2026-05-01T10:00:00.000Z');
  const context = { store: memoryStore(), fetcher: fakeWeb({ [URLS.feed]: xml }), analyser, log: quiet, now };
  return (await pollFeeds([aFeed()], context)).at(0);
}

async function pollRobots(analyser: Analyser, text: string): Promise<PollOutcome> {
  const { now } = clockAt('2026-05-01T10:00:00.000Z');
  const fetcher = fakeWeb({ [URLS.robots]: text });
  const context = { store: memoryStore(), fetcher, analyser, log: quiet, now, confirmAfterSeconds: 0 };
  return (await pollSignals([aPlatform()], context)).at(0);
}

/** Times polls of recorded texts. */
async function measureRecordedTexts(): Promise<void> {
  const bundle = corpusFile('versions-dev.bundle');
  if (bundle === undefined) return console.log(`time per document: ${NO_CORPUS}`);
  const repository = cloneBundle(bundle);
  const texts: string[] = [];
  for await (const { content } of readHistory(repository, {})) {
    if (typeof content === 'string') texts.push(content);
    if (texts.length === DOCUMENTS) break;
  }
  rmSync(dirname(repository), { recursive: true });
  const pages = texts.map((text) => termsPage([text.replaceAll('\n\n', '</p><p>')]));
  const timeOf = async (analyser: Analyser) => {
    const startedAt = performance.now();
    for (const page of pages) await pollPage(analyser, page);
    return `${((performance.now() - startedAt) / pages.length).toFixed(1)} ms`;
  };
  const thread = createAnalysisWorker(catalog);
  await timeOf(thread);
  console.log(
    `three polls of a recorded text: ${await timeOf(thread)} in a worker, ${await timeOf(inlineAnalyser)} on the loop`,
  );
  await thread.close();
}
