import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { after, describe, it, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Analyser } from '../../src/app/ports/analyser.ts';
import { pollDocuments } from '../../src/app/watch/poll-documents.ts';
import { pollFeeds } from '../../src/app/watch/poll-feeds.ts';
import { pollSignals } from '../../src/app/watch/poll-signals.ts';
import { AnalysisWorkerError, type AnalysisWorkerOptions, createAnalysisWorker } from '../../src/io/analysis-worker.ts';
import { CRAWLERS } from '../core/signals/crawlers.ts';
import { readingHere } from '../helpers/analyser.ts';
import { HOSTILE_FEEDS, HOSTILE_PAGES, HOSTILE_SIGNALS } from '../helpers/hostile.ts';
import { type LoopDelay, watchLoop } from '../helpers/loop-delay.ts';
import { pdfOf, pdfWith } from '../helpers/pdf.ts';
import { typeset } from '../helpers/typeset.ts';
import {
  aDocument,
  aFeed,
  anItem,
  aPlatform,
  clockAt,
  memoryStore,
  quiet,
  termsPage,
  webOf,
} from '../helpers/world.ts';

const CATALOG = { platforms: [aPlatform()], crawlers: CRAWLERS };
const TRAINING = 'We may use the content that you upload to train our artificial intelligence models.';
const at = '2026-05-01T10:00:00.000Z';
/** Processor time of the loop's own thread; the reading of most hostile sources takes several times as much. */
const MOST_IN_ONE_GO_MS = 300;

function assertFree({ workedMs, heldMs }: LoopDelay): void {
  assert.ok(workedMs < MOST_IN_ONE_GO_MS, `worked for ${workedMs} ms in one go, held for ${heldMs} ms`);
}

function aThread(t: Pick<TestContext, 'after'>, options?: AnalysisWorkerOptions) {
  const thread = createAnalysisWorker(CATALOG, options);
  t.after(() => thread.close());
  return thread;
}

const aText = (markdown: string) => ({ id: 'text-1', document: 'tunebox/Terms of Service', markdown, seen: at });

const sighting = (...bodies: (string | Uint8Array)[]) => {
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
    seen: at,
    confirmAfterSeconds: 0,
  };
};

describe('the reading thread', () => {
  const thread = createAnalysisWorker(CATALOG);
  after(() => thread.close());

  const questions: [what: string, ask: (reader: Analyser) => Promise<unknown>][] = [
    ['a page', (reader) => reader.analyseDocument(sighting(termsPage([TRAINING])))],
    ['a page that is none', (reader) => reader.analyseDocument(sighting('<main></main>'))],
    [
      'a PDF file',
      (reader) => reader.analyseDocument(sighting(pdfOf(typeset([TRAINING, `${TRAINING} You agree to it.`])))),
    ],
    ['a stance', (reader) => reader.readStance(aText(TRAINING))],
    ['a feed', (reader) => reader.parseFeed(HOSTILE_FEEDS[0]?.[1] ?? '', aFeed())],
    ['no feed', (reader) => reader.parseFeed('hello', aFeed())],
    ['news', (reader) => reader.classifyNews({ items: [anItem(), anItem({ id: '2', outlet: 'B' })], open: [], at })],
    ['a robots.txt', (reader) => reader.parseSignals({ kind: 'robots.txt', text: 'User-agent: GPTBot\nDisallow: /' })],
    ['a page in its place', (reader) => reader.parseSignals({ kind: 'robots.txt', text: '<html>' })],
    ['a home page', (reader) => reader.parseSignalPage({ html: termsPage([]), url: 'https://a.example', headers: {} })],
  ];
  for (const [what, ask] of questions) {
    it(`reads ${what} as it is read without a thread`, async () => {
      assert.deepEqual(await ask(thread), await ask(readingHere(CATALOG)));
    });
  }

  it('reads what came together in the order it came', async () => {
    const texts = ['AI one.', 'AI two.', 'AI three.'];
    const answered: number[] = [];
    await Promise.all(texts.map((text, i) => thread.readStance(aText(text)).then(() => answered.push(i))));
    assert.deepEqual(answered, [0, 1, 2]);
  });

  it('tells of a bug as an error with its cause, and goes on', async () => {
    const nonsense = null as unknown as Parameters<Analyser['readStance']>[0];
    await assert.rejects(thread.readStance(nonsense), (error) => {
      assert.ok(error instanceof AnalysisWorkerError && error.code === 'bug', String(error));
      assert.ok(error.cause instanceof Error && /null/.test(error.cause.message), String(error.cause));
      return true;
    });
    assert.equal((await thread.readStance(aText(TRAINING))).status, 'read');
  });
});

describe('a reading thread that is kept busy', () => {
  const program = new URL('./reading/hanging.ts', import.meta.url);

  it('for too long is ended, and the next question gets another', async (t) => {
    const thread = aThread(t, { program, deadlineMs: 1500 });
    const held = watchLoop();
    const [first, second] = await Promise.all([
      thread.readStance(aText('for ever')),
      thread.readStance(aText('answer')),
    ]);
    assert.deepEqual(first, {
      status: 'unreadable',
      reason: 'took-too-long',
      detail: 'too much to read: it was not read within 1.5 s',
    });
    assert.equal(second, 'an answer');
    assertFree(held());
  });

  it('is waited for by a close just when it answers: what is closed after it is not left open', async () => {
    const program = fileURLToPath(new URL('./reading/close-while-answering.ts', import.meta.url));
    const { stdout } = await promisify(execFile)(process.execPath, [program], { timeout: 60_000 });
    assert.equal(stdout, 'closed');
  });

  it('with more than fits in its memory is ended, and the next question gets another', async (t) => {
    const thread = aThread(t, { maxHeapMegabytes: 100 });
    // Its memory grows in one go: V8's own limit, at as much, ends the whole program.
    const brackets = HOSTILE_PAGES.find(([what]) => what === '4 MB of brackets')?.[1] ?? '';
    const [first, second] = await Promise.all([
      thread.analyseDocument(sighting(brackets)),
      thread.readStance(aText(TRAINING)),
    ]);
    assert.deepEqual(first, {
      status: 'unreadable',
      reason: 'too-large',
      detail: 'too much to read: it takes too much memory',
    });
    assert.equal(second.status, 'read');
  });

  it('by a PDF file without end is ended with the thread behind it', async (t) => {
    const thread = aThread(t, { deadlineMs: 2000 });
    const endless = pdfWith([`BT /F1 11 Tf (Terms) Tj ET ${'q Q '.repeat(2_000_000)}`]);
    const first = await thread.analyseDocument(sighting(endless, endless, endless, endless));
    assert.equal(first.status, 'unreadable');
    await thread.close();
  });

  for (const how of ['end', 'break later']) {
    it(`and ends by itself (“${how}”) rejects its question alone`, async (t) => {
      const thread = aThread(t, { program });
      const [first, second] = await Promise.allSettled([
        thread.readStance(aText(how)),
        thread.readStance(aText('answer')),
      ]);
      assert.ok(first.status === 'rejected' && first.reason instanceof AnalysisWorkerError);
      assert.equal(first.reason.code, 'thread-ended');
      assert.deepEqual(second, { status: 'fulfilled', value: 'an answer' });
    });
  }

  it('is ended by a stop, which rejects what is open and what is asked later', async () => {
    const thread = createAnalysisWorker(CATALOG, { program });
    const open = [thread.readStance(aText('for ever')), thread.readStance(aText('answer'))];
    const settled = Promise.allSettled(open);
    await new Promise((resolve) => setImmediate(resolve));
    await thread.close();
    const late = await Promise.allSettled([thread.readStance(aText('answer'))]);
    for (const one of [...(await settled), ...late]) {
      assert.ok(
        one.status === 'rejected' && one.reason instanceof AnalysisWorkerError && one.reason.code === 'stopped',
      );
    }
  });

  it('ends when nothing is asked for a while, and begins again when something is', async (t) => {
    const thread = aThread(t, { idleMs: 1 });
    for (let i = 0; i < 3; i++) {
      assert.equal((await thread.readStance(aText(TRAINING))).status, 'read');
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  });
});

describe('commands are answered while a source sends', () => {
  const reader = createAnalysisWorker(CATALOG);
  after(() => reader.close());
  const url = 'https://tunebox.example/terms';

  for (const [what, html] of HOSTILE_PAGES) {
    it(what, async () => {
      const web = webOf({ [url]: termsPage([TRAINING]) });
      const clock = clockAt(at);
      const store = memoryStore();
      const context = { store, fetcher: web, reader, log: quiet, now: clock.now, confirmAfterSeconds: 0 };
      await pollDocuments([aDocument()], context);
      const known = (await store.heads.get(aDocument().id))?.current.version;
      web.answers[url] = html;
      const held = watchLoop();
      const [look] = await pollDocuments([aDocument()], context);
      assertFree(held());
      if (look?.outcome !== 'unreadable') return assert.ok(look && look.outcome !== 'failed', JSON.stringify(look));
      assert.match(look.detail ?? '', /^too-large: too much to read/);
      assert.equal((await store.heads.get(aDocument().id))?.current.version, known, 'the last good version stands');
    });
  }

  for (const [what, xml] of HOSTILE_FEEDS) {
    it(what, async () => {
      const context = { store: memoryStore(), fetcher: webOf({ [aFeed().url]: xml }), reader, log: quiet };
      const held = watchLoop();
      const [look] = await pollFeeds([aFeed()], { ...context, now: clockAt(at).now });
      assertFree(held());
      assert.ok(['read', 'failed', 'unreadable'].includes(look?.outcome ?? ''), JSON.stringify(look));
    });
  }

  for (const [what, text] of HOSTILE_SIGNALS) {
    it(what, async () => {
      const fetcher = webOf({ 'https://tunebox.example/robots.txt': text });
      const context = { store: memoryStore(), fetcher, reader, log: quiet, confirmAfterSeconds: 0 };
      const held = watchLoop();
      const [look] = await pollSignals([aPlatform()], { ...context, now: clockAt(at).now });
      assertFree(held());
      assert.equal(look?.outcome, 'first');
    });
  }
});
