/**
 * How long commands wait while hostile sources are read: the longest time for which the event loop was held, with the reading in its
 * thread as the bot has it, and beside it on the loop itself. Then what the thread costs: time a document, and resident memory.
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
/** Recorded texts that are read both ways. */
const DOCUMENTS = 150;

const catalog = await requireCatalog(['catalog']);
const ROWS: readonly (readonly [what: string, look: (reader: Analyser) => Promise<Look>])[] = [
  ['nothing', () => sleep(1000, undefined)],
  ...HOSTILE_PAGES.map(([what, html]) => row(what, (reader) => lookAtPage(reader, html))),
  ...HOSTILE_FEEDS.map(([what, xml]) => row(what, (reader) => lookAtFeed(reader, xml))),
  ...HOSTILE_SIGNALS.map(([what, text]) => row(what, (reader) => lookAtRobots(reader, text))),
];

const inThread = await throughThread();
const here = createTestAnalyser(catalog);
console.log('the loop was held (of which the program worked in one go), of the time of the look:');
for (const [i, [what, look]] of ROWS.entries()) {
  const { said, outcome } = await measured(here, look);
  console.log(`  ${what.padEnd(36)} in a thread ${inThread[i]?.said}   on the loop ${said}   ${outcome}`);
}
await readRecorded();

/** First, so that the memory is what the bot would take. */
async function throughThread() {
  const megabytes = () => `${(process.memoryUsage.rss() / 2 ** 20).toFixed(0)} MB`;
  const resident = [`${megabytes()} before the thread`];
  const thread = createAnalysisWorker(catalog);
  await thread.parseSignals({ kind: 'robots.txt', text: '' });
  resident.push(`${megabytes()} with it idle`);
  const rows = [];
  for (const [, look] of ROWS) rows.push(await measured(thread, look));
  resident.push(`${megabytes()} after all hostile sources`);
  await thread.close();
  await sleep(500);
  console.log(`resident: ${resident.join(', ')}, ${megabytes()} when it has ended`);
  return rows;
}

function row(what: string, look: (reader: Analyser) => Promise<Look>) {
  return [what, look] as const;
}

type Look = { outcome: string; detail?: string } | undefined;

async function measured(reader: Analyser, look: (reader: Analyser) => Promise<Look>) {
  const begun = performance.now();
  const held = watchLoop();
  const became = await look(reader);
  const loop = held();
  const ms = (time: number) => `${time.toFixed(0).padStart(5)} ms`;
  return {
    said: `${ms(loop.heldMs)} (at work ${ms(loop.workedMs)}) of ${ms(performance.now() - begun)}`,
    outcome: became ? `${became.outcome} ${(became.detail ?? '').slice(0, 60)}` : '',
  };
}

/** A page that was known, and sends something else now. */
async function lookAtPage(reader: Analyser, html: string): Promise<Look> {
  const web = fakeWeb({ [URLS.page]: termsPage([]) });
  const clock = clockAt('2026-05-01T10:00:00.000Z');
  const context = {
    store: memoryStore(),
    fetcher: web,
    analyser: reader,
    log: quiet,
    now: clock.now,
    confirmAfterSeconds: 0,
  };
  await pollDocuments([aDocument()], context);
  web.answers[URLS.page] = html;
  await pollDocuments([aDocument()], context);
  return (await pollDocuments([aDocument()], context)).at(0);
}

async function lookAtFeed(reader: Analyser, xml: string): Promise<Look> {
  const { now } = clockAt('2026-05-01T10:00:00.000Z');
  const context = { store: memoryStore(), fetcher: fakeWeb({ [URLS.feed]: xml }), analyser: reader, log: quiet, now };
  return (await pollFeeds([aFeed()], context)).at(0);
}

async function lookAtRobots(reader: Analyser, text: string): Promise<Look> {
  const { now } = clockAt('2026-05-01T10:00:00.000Z');
  const fetcher = fakeWeb({ [URLS.robots]: text });
  const context = { store: memoryStore(), fetcher, analyser: reader, log: quiet, now, confirmAfterSeconds: 0 };
  return (await pollSignals([aPlatform()], context)).at(0);
}

/** Texts of a recorded history, each read as the page of a document that was known. */
async function readRecorded(): Promise<void> {
  const bundle = corpusFile('versions-dev.bundle');
  if (bundle === undefined) return console.log(`time a document: ${NO_CORPUS}`);
  const repository = cloneBundle(bundle);
  const texts: string[] = [];
  for await (const { content } of readHistory(repository, {})) {
    if (typeof content === 'string') texts.push(content);
    if (texts.length === DOCUMENTS) break;
  }
  rmSync(dirname(repository), { recursive: true });
  const pages = texts.map((text) => termsPage([text.replaceAll('\n\n', '</p><p>')]));
  const timeOf = async (reader: Analyser) => {
    const begun = performance.now();
    for (const page of pages) await lookAtPage(reader, page);
    return `${((performance.now() - begun) / pages.length).toFixed(1)} ms`;
  };
  const thread = createAnalysisWorker(catalog);
  await timeOf(thread);
  console.log(`three looks at a recorded text: ${await timeOf(thread)} in a thread, ${await timeOf(here)} on the loop`);
  await thread.close();
}
