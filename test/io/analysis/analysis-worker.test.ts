import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { after, describe, it, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Analyser } from '../../../src/app/ports/analyser.ts';
import { pollDocuments } from '../../../src/app/watch/poll-documents.ts';
import { pollFeeds } from '../../../src/app/watch/poll-feeds.ts';
import { pollSignals } from '../../../src/app/watch/poll-signals.ts';
import {
  AnalysisWorkerError,
  type AnalysisWorkerOptions,
  createAnalysisWorker,
} from '../../../src/io/analysis/analysis-worker.ts';
import { CRAWLERS } from '../../core/signals/crawlers.ts';
import { createTestAnalyser } from '../../helpers/analyser.ts';
import { HOSTILE_FEEDS, HOSTILE_PAGES, HOSTILE_SIGNALS } from '../../helpers/hostile.ts';
import { pdfOf, pdfWith } from '../../helpers/pdf.ts';
import { typeset } from '../../helpers/typeset.ts';
import {
  aDocument,
  aFeed,
  anItem,
  aPlatform,
  clockAt,
  fakeWeb,
  memoryStore,
  quiet,
  termsPage,
} from '../../helpers/world.ts';

const CATALOG = { platforms: [aPlatform()], crawlers: CRAWLERS };
const TRAINING = 'We may use the content that you upload to train our artificial intelligence models.';
const NOW = '2026-05-01T10:00:00.000Z';

function openWorker(t: Pick<TestContext, 'after'>, options?: AnalysisWorkerOptions) {
  const worker = createAnalysisWorker(CATALOG, options);
  t.after(() => worker.close());
  return worker;
}

const stanceRequest = (markdown: string) => ({
  id: 'text-1',
  document: 'tunebox/Terms of Service',
  markdown,
  seen: NOW,
});

const documentRequest = (...bodies: (string | Uint8Array)[]) => {
  const page = {
    fetch: 'https://a.example/',
    select: [],
    remove: [],
    removeQueryParams: [],
    executeClientScripts: false,
  };
  return {
    document: 'tunebox/Terms of Service',
    declaration: { pages: bodies.map(() => page) },
    readBy: 'as today',
    pages: bodies.map((body) => ({ body, url: page.fetch })),
    seen: NOW,
    confirmAfterSeconds: 0,
  };
};

describe('the analysis worker', () => {
  const worker = createAnalysisWorker(CATALOG);
  after(() => worker.close());

  const requests: [title: string, send: (analyser: Analyser) => Promise<unknown>][] = [
    ['a page', (analyser) => analyser.analyseDocument(documentRequest(termsPage([TRAINING])))],
    ['a page without content', (analyser) => analyser.analyseDocument(documentRequest('<main></main>'))],
    [
      'a PDF file',
      (analyser) =>
        analyser.analyseDocument(documentRequest(pdfOf(typeset([TRAINING, `${TRAINING} You agree to it.`])))),
    ],
    ['a stance', (analyser) => analyser.readStance(stanceRequest(TRAINING))],
    ['a feed', (analyser) => analyser.parseFeed(HOSTILE_FEEDS[0]?.[1] ?? '', aFeed())],
    ['no feed', (analyser) => analyser.parseFeed('hello', aFeed())],
    [
      'news',
      (analyser) => analyser.classifyNews({ items: [anItem(), anItem({ id: '2', outlet: 'B' })], open: [], at: NOW }),
    ],
    [
      'a robots.txt',
      (analyser) => analyser.parseSignals({ kind: 'robots.txt', text: 'User-agent: GPTBot\nDisallow: /' }),
    ],
    ['a page in its place', (analyser) => analyser.parseSignals({ kind: 'robots.txt', text: '<html>' })],
    [
      'a home page',
      (analyser) => analyser.parseSignalPage({ html: termsPage([]), url: 'https://a.example', headers: {} }),
    ],
  ];
  for (const [title, send] of requests) {
    it(`answers as the analyser without a thread does: ${title}`, async () => {
      assert.deepEqual(await send(worker), await send(createTestAnalyser(CATALOG)));
    });
  }

  it('answers requests in the order they came', async () => {
    const texts = ['AI one.', 'AI two.', 'AI three.'];
    const answered: number[] = [];
    await Promise.all(texts.map((text, i) => worker.readStance(stanceRequest(text)).then(() => answered.push(i))));
    assert.deepEqual(answered, [0, 1, 2]);
  });

  it('reports a bug as an error with its cause, and goes on', async () => {
    const nonsense = null as unknown as Parameters<Analyser['readStance']>[0];
    await assert.rejects(worker.readStance(nonsense), (error) => {
      assert.ok(error instanceof AnalysisWorkerError && error.code === 'bug', String(error));
      assert.ok(error.cause instanceof Error && /null/.test(error.cause.message), String(error.cause));
      return true;
    });
    assert.equal((await worker.readStance(stanceRequest(TRAINING))).status, 'read');
  });
});

describe('an analysis thread', () => {
  const program = new URL('./hanging.ts', import.meta.url);

  it('that works too long is terminated, and the next request gets a new one', async (t) => {
    const worker = openWorker(t, { program, deadlineMs: 3000 });
    const [first, second] = await Promise.all([
      worker.readStance(stanceRequest('for ever')),
      worker.readStance(stanceRequest('answer')),
    ]);
    assert.deepEqual(first, {
      status: 'unreadable',
      reason: 'took-too-long',
      detail: 'too much to read: it was not read within 3 s',
    });
    assert.equal(second, 'an answer');
  });

  it('is awaited by a close that comes just as it answers, so that the rest can be closed too', async () => {
    const program = fileURLToPath(new URL('./close-while-answering.ts', import.meta.url));
    const { stdout } = await promisify(execFile)(process.execPath, [program], { timeout: 60_000 });
    assert.equal(stdout, 'closed');
  });

  it('that takes too much memory is terminated, and the next request gets a new one', async (t) => {
    const worker = openWorker(t, { maxHeapMegabytes: 100 });
    // It grows in one allocation, which V8's own limit would end the whole process for.
    const brackets = HOSTILE_PAGES.find(([what]) => what === '4 MB of brackets')?.[1] ?? '';
    const [first, second] = await Promise.all([
      worker.analyseDocument(documentRequest(brackets)),
      worker.readStance(stanceRequest(TRAINING)),
    ]);
    assert.deepEqual(first, {
      status: 'unreadable',
      reason: 'too-large',
      detail: 'too much to read: it takes too much memory',
    });
    assert.equal(second.status, 'read');
  });

  it('that waits for an endless PDF file is terminated with the PDF thread', async (t) => {
    const worker = openWorker(t, { deadlineMs: 2000 });
    const endless = pdfWith([`BT /F1 11 Tf (Terms) Tj ET ${'q Q '.repeat(2_000_000)}`]);
    const first = await worker.analyseDocument(documentRequest(endless, endless, endless, endless));
    assert.equal(first.status, 'unreadable');
    await worker.close();
  });

  for (const command of ['end', 'break later']) {
    it(`that ends by itself (“${command}”) rejects only its own request`, async (t) => {
      const worker = openWorker(t, { program });
      const [first, second] = await Promise.allSettled([
        worker.readStance(stanceRequest(command)),
        worker.readStance(stanceRequest('answer')),
      ]);
      assert.ok(first.status === 'rejected' && first.reason instanceof AnalysisWorkerError);
      assert.equal(first.reason.code, 'thread-ended');
      assert.deepEqual(second, { status: 'fulfilled', value: 'an answer' });
    });
  }

  it('is terminated by a close, which rejects pending and later requests', async () => {
    const worker = createAnalysisWorker(CATALOG, { program });
    const open = [worker.readStance(stanceRequest('for ever')), worker.readStance(stanceRequest('answer'))];
    const settled = Promise.allSettled(open);
    await new Promise((resolve) => setImmediate(resolve));
    await worker.close();
    const late = await Promise.allSettled([worker.readStance(stanceRequest('answer'))]);
    for (const one of [...(await settled), ...late]) {
      assert.ok(
        one.status === 'rejected' && one.reason instanceof AnalysisWorkerError && one.reason.code === 'stopped',
      );
    }
  });

  it('ends when idle, and a new request starts another', async (t) => {
    const worker = openWorker(t, { idleMs: 1 });
    for (let i = 0; i < 3; i++) {
      assert.equal((await worker.readStance(stanceRequest(TRAINING))).status, 'read');
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  });
});

describe('a hostile source is polled to a result (bench/hostile.ts measures that the event loop stays free)', () => {
  const analyser = createAnalysisWorker(CATALOG);
  after(() => analyser.close());
  const url = 'https://tunebox.example/terms';

  for (const [title, html] of HOSTILE_PAGES) {
    it(title, async () => {
      const web = fakeWeb({ [url]: termsPage([TRAINING]) });
      const clock = clockAt(NOW);
      const store = memoryStore();
      const context = { store, fetcher: web, analyser, log: quiet, now: clock.now, confirmAfterSeconds: 0 };
      await pollDocuments([aDocument()], context);
      const knownVersion = (await store.heads.get(aDocument().id))?.current.version;
      web.answers[url] = html;
      const [result] = await pollDocuments([aDocument()], context);
      if (result?.outcome !== 'unreadable')
        return assert.ok(result && result.outcome !== 'failed', JSON.stringify(result));
      assert.match(result.detail ?? '', /^(too-large|took-too-long): too much to read/);
      assert.equal(
        (await store.heads.get(aDocument().id))?.current.version,
        knownVersion,
        'the last good version stays',
      );
    });
  }

  for (const [title, xml] of HOSTILE_FEEDS) {
    it(title, async () => {
      const context = { store: memoryStore(), fetcher: fakeWeb({ [aFeed().url]: xml }), analyser, log: quiet };
      const [result] = await pollFeeds([aFeed()], { ...context, now: clockAt(NOW).now });
      assert.ok(['read', 'failed', 'unreadable'].includes(result?.outcome ?? ''), JSON.stringify(result));
    });
  }

  for (const [title, text] of HOSTILE_SIGNALS) {
    it(title, async () => {
      const fetcher = fakeWeb({ 'https://tunebox.example/robots.txt': text });
      const context = { store: memoryStore(), fetcher, analyser, log: quiet, confirmAfterSeconds: 0 };
      const [result] = await pollSignals([aPlatform()], { ...context, now: clockAt(NOW).now });
      assert.equal(result?.outcome, 'first');
    });
  }
});
