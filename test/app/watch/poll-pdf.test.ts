import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { pollDocuments } from '../../../src/app/watch/poll-documents.ts';
import { createFetcher } from '../../../src/io/fetch/fetcher.ts';
import { createTestAnalyser } from '../../helpers/analyser.ts';
import { pdfOf, pdfWith } from '../../helpers/pdf.ts';
import { typeset } from '../../helpers/typeset.ts';
import { aDocument, aSubscription, clockAt, memoryStore, quiet } from '../../helpers/world.ts';
import { serve } from '../../io/fetch/server.ts';

const TRAINING = 'We may use the recordings that you upload to train and improve our artificial intelligence models.';
const TERMS = [
  { heading: 'Terms of Service', size: 20 },
  'Last updated: 3 May 2025.',
  { heading: 'Your content', size: 14 },
  'You keep all rights in the recordings that you upload. You give us a licence to host and stream them for as long as they ' +
    'are on the platform, and to show them to other people in the ways that you choose.',
  'You are responsible for what you upload. You must own it, or have the permission of those who do.',
  { heading: 'Applicable law', size: 14 },
  'The law of Ireland applies to these terms, and its courts are where disputes are heard.',
];
const WITH_TRAINING = [...TERMS.slice(0, 4), TRAINING, ...TERMS.slice(4)];

/** Polls a PDF file on a server, whose next answer can be set. */
async function pollingPdf(t: TestContext) {
  const answer = { body: pdfOf(typeset(TERMS)), type: 'application/pdf' };
  const { url, host } = await serve(t, (_, response) => {
    response.writeHead(200, { 'content-type': answer.type }).end(answer.body);
  });
  const fetcher = createFetcher({ userAgent: 'Clausewatch/test', spacingMs: 0, allowPrivateHosts: [host] });
  t.after(() => fetcher.close());
  const store = memoryStore();
  await store.subscriptions.put('subscription-1', aSubscription());
  const clock = clockAt('2026-05-01T10:00:00.000Z');
  const address = `${url}/terms.pdf`;
  const document = aDocument({
    url: address,
    declaration: {
      pages: [{ fetch: address, select: [], remove: [], removeQueryParams: [], executeClientScripts: false }],
    },
  });
  const context = {
    store,
    fetcher,
    analyser: createTestAnalyser(),
    log: quiet,
    now: clock.now,
    confirmAfterSeconds: 0,
  };
  return {
    answer,
    head: () => store.heads.get(document.id),
    async poll(body: Buffer = answer.body, type = answer.type) {
      Object.assign(answer, { body, type });
      clock.moveSeconds(3600);
      const [result] = await pollDocuments([document], context);
      assert.ok(result);
      return result;
    },
    async changes() {
      const changes = [];
      for await (const [, change] of store.changes.entries()) changes.push(change);
      return changes;
    },
    version: async (id: string) => (await store.versions.get(id))?.markdown ?? '',
  };
}

test('a PDF file is polled like a page: a new layout is no change, a new clause is quoted and alerts', async (t) => {
  const bot = await pollingPdf(t);
  assert.deepEqual(await bot.poll(), {
    source: 'tunebox/Terms of Service',
    outcome: 'first',
    detail: undefined,
    alert: undefined,
  });
  const newLayout = pdfOf(
    typeset(TERMS, { columns: 50, hyphenate: true, linesOnPage: 8, header: 'Tunebox', footer: String }),
  );
  assert.equal((await bot.poll(newLayout)).outcome, 'same');
  assert.equal((await bot.poll(newLayout, 'application/octet-stream')).outcome, 'same');

  const changed = pdfOf(typeset(WITH_TRAINING, { columns: 60, linesOnPage: 9, footer: (page) => `Page ${page}` }));
  assert.equal((await bot.poll(changed)).outcome, 'unconfirmed');
  const result = await bot.poll();
  assert.equal(result.outcome, 'changed');
  assert.ok(result.alert);
  const [change] = await bot.changes();
  const [evidence] = change?.assessment.evidence ?? [];
  assert.equal(evidence?.after?.text, TRAINING);
  assert.equal(evidence?.after?.section, 'Your content');
  assert.ok((await bot.version(change?.newVersion ?? '')).includes(TRAINING));
});

const UNREADABLE: [name: string, body: Buffer, type: string, detail: RegExp][] = [
  ['that is a web page', Buffer.from('<html><main>Sorry</main>'), 'application/pdf', /^unsupported-type: .*web page/],
  ['without a letter', pdfWith(['0 0 m 9 9 l S']), 'application/pdf', /^no-text: 0 words in a PDF file/],
  ['cut off', pdfOf(typeset(TERMS)).subarray(0, 900), 'application/pdf', /^broken-file: .*in the middle/],
  [
    'that lost most of its text',
    pdfOf(typeset(TERMS.slice(0, 3).concat(TERMS.slice(5)))),
    'application/pdf',
    /words are left/,
  ],
];
for (const [name, body, type, detail] of UNREADABLE) {
  test(`a PDF file ${name} is unreadable, and the last good version stays current`, async (t) => {
    const bot = await pollingPdf(t);
    await bot.poll();
    const before = await bot.head();
    const result = await bot.poll(body, type);
    assert.equal(result.outcome, 'unreadable', JSON.stringify(result));
    assert.match(result.detail ?? '', detail);
    assert.deepEqual((await bot.head())?.current.version, before?.current.version);
    assert.equal((await bot.poll(pdfOf(typeset(TERMS)), 'application/pdf')).outcome, 'same');
  });
}
