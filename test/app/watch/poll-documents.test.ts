import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findUnconfirmedDocuments } from '../../../src/app/watch/confirm-changes.ts';
import { pollDocuments } from '../../../src/app/watch/poll-documents.ts';
import { createTestAnalyser } from '../../helpers/analyser.ts';
import {
  aDocument,
  aSubscription,
  clockAt,
  fakeWeb,
  memoryStore,
  recordingLog,
  termsPage,
} from '../../helpers/world.ts';

const TRAINING =
  'We may use the content that you upload to train, develop and improve our artificial intelligence models.';
const url = 'https://tunebox.example/terms';
const analyser = createTestAnalyser();

/** Polls one page, with one subscribed channel. */
async function pollingDocument(page: string, { confirmAfterSeconds = 600 } = {}) {
  const store = memoryStore();
  await store.subscriptions.put('subscription-1', aSubscription());
  const clock = clockAt('2026-05-01T10:00:00.000Z');
  const web = fakeWeb({ [url]: page });
  const log = recordingLog();
  const context = { store, fetcher: web, analyser, log, now: clock.now, confirmAfterSeconds };
  const document = aDocument();
  return {
    store,
    clock,
    web,
    log,
    document,
    /** Polls an hour after the last poll. */
    async poll(page?: (typeof web.answers)[string]) {
      if (page !== undefined) web.answers[url] = page;
      clock.moveSeconds(3600);
      const [result] = await pollDocuments([document], context);
      assert.ok(result);
      return result;
    },
    waiting: () => findUnconfirmedDocuments([document], store),
    async outbox() {
      const rows = [];
      for await (const [, row] of store.outbox.entries()) rows.push(row);
      return rows;
    },
    async changes() {
      const changes = [];
      for await (const [, change] of store.changes.entries()) changes.push(change);
      return changes;
    },
    head: () => store.heads.get(document.id),
    stance: () => store.stances.get(document.id),
    status: () => store.sources.get(document.id),
  };
}

describe('a poll of a document', () => {
  it('makes the first version a baseline with a stance, without a change or an alert', async () => {
    const bot = await pollingDocument(termsPage([TRAINING]));
    assert.equal((await bot.poll()).outcome, 'first');
    assert.equal((await bot.stance())?.training, 'permitted');
    assert.deepEqual(await bot.changes(), []);
    assert.deepEqual(await bot.outbox(), []);
  });

  it('finds a new AI clause twice before it is recorded with its evidence window and enqueued', async () => {
    const bot = await pollingDocument(termsPage([]));
    await bot.poll();
    assert.equal((await bot.poll(termsPage([TRAINING]))).outcome, 'unconfirmed');
    assert.deepEqual(await bot.outbox(), []);
    assert.equal((await bot.waiting()).length, 1);

    const second = await bot.poll();
    assert.equal(second.outcome, 'changed');
    assert.ok(second.alert);
    assert.equal(bot.web.requests.at(-1)?.request.bypassCache, true);
    const [change] = await bot.changes();
    assert.equal(change?.lastSeenOld, '2026-05-01T11:00:00.000Z');
    assert.equal(change?.firstSeenNew, '2026-05-01T12:00:00.000Z');
    assert.equal(change?.statedDateOld, change?.statedDateNew);
    assert.equal(change?.assessment.direction, 'worse');
    const [evidence] = change?.assessment.evidence ?? [];
    const stored = await bot.store.versions.get(change?.newVersion ?? '');
    assert.ok(evidence?.after && stored?.markdown.includes(evidence.after.text));
    assert.equal((await bot.outbox()).length, 1);
    assert.equal((await bot.waiting()).length, 0);
    assert.equal((await bot.poll()).outcome, 'same');
    assert.equal((await bot.outbox()).length, 1);
  });

  it('does not confirm a change too soon', async () => {
    const bot = await pollingDocument(termsPage([]), { confirmAfterSeconds: 7200 });
    await bot.poll();
    await bot.poll(termsPage([TRAINING]));
    assert.equal((await bot.poll()).outcome, 'unconfirmed');
    assert.equal((await bot.poll()).outcome, 'changed');
  });

  it('forgets a change that is gone at the second poll', async () => {
    const bot = await pollingDocument(termsPage([]));
    await bot.poll();
    await bot.poll(termsPage([TRAINING]));
    assert.equal((await bot.poll(termsPage([]))).outcome, 'same');
    assert.equal((await bot.waiting()).length, 0);
    assert.deepEqual(await bot.changes(), []);
  });

  it('alerts once about a wording that comes and goes', async () => {
    const bot = await pollingDocument(termsPage([]), { confirmAfterSeconds: 0 });
    await bot.poll();
    await bot.poll(termsPage([TRAINING]));
    await bot.poll();
    for (let i = 0; i < 5; i++) {
      assert.equal((await bot.poll(termsPage([]))).outcome, 'variant');
      assert.equal((await bot.poll(termsPage([TRAINING]))).outcome, 'variant');
    }
    assert.equal((await bot.outbox()).length, 1);
    assert.equal((await bot.head())?.returns, 10);
  });

  it('records a change that is not about AI, and alerts nobody', async () => {
    const bot = await pollingDocument(termsPage([]));
    await bot.poll();
    const result = await bot.poll(termsPage([]).replace('The law of Ireland applies', 'The law of Germany applies'));
    assert.equal(result.outcome, 'changed');
    assert.equal(result.alert, undefined);
    const [change] = await bot.changes();
    assert.equal(change?.assessment.significance, 'none');
    assert.match(change?.edits[0]?.after?.text ?? '', /Germany/);
    assert.deepEqual(await bot.outbox(), []);
  });

  const unreadable: [what: string, page: string][] = [
    [
      'an error page',
      '<html><body><main><h1>Something went wrong</h1><p>Please try again later.</p></main></body></html>',
    ],
    ['an empty page', '<html><body><main></main></body></html>'],
    ['a page that needs JavaScript', '<html><body><main><p>Loading…</p></main></body></html>'],
    ['half of the terms', termsPage([TRAINING]).replace(/<p>You keep[\s\S]*<\/p>/, '')],
  ];
  for (const [what, page] of unreadable) {
    it(`finds ${what} unreadable, warns the operator, keeps the last good version and alerts nobody`, async () => {
      const bot = await pollingDocument(termsPage([TRAINING]), { confirmAfterSeconds: 0 });
      await bot.poll();
      const before = await bot.head();
      assert.equal((await bot.poll(page)).outcome, 'unreadable');
      assert.deepEqual((await bot.head())?.current, before?.current);
      assert.ok((await bot.status())?.problem);
      assert.match(bot.log.lines.at(-1) ?? '', /^warn: tunebox\/Terms of Service: unreadable/);
      assert.equal((await bot.poll(termsPage([TRAINING]))).outcome, 'same');
      assert.equal((await bot.status())?.problem, undefined);
      assert.deepEqual(await bot.outbox(), []);
    });
  }

  it('describes and counts failed fetches, and keeps the last good state', async () => {
    const bot = await pollingDocument(termsPage([]));
    await bot.poll();
    const failure = { status: 'failed', code: 'too-large', detail: 'the page is larger than 8 MB' } as const;
    await bot.poll(failure);
    const result = await bot.poll(failure);
    assert.deepEqual([result.outcome, result.detail], ['failed', 'the page is larger than 8 MB']);
    const status = await bot.status();
    assert.equal(status?.problem?.times, 2);
    assert.equal(status?.problem?.since, '2026-05-01T12:00:00.000Z');
    assert.equal(status?.lastGood, '2026-05-01T11:00:00.000Z');
  });

  it('waits for as long as the server asks', async () => {
    const bot = await pollingDocument(termsPage([]));
    await bot.poll({ status: 'failed', code: 'rate-limited', detail: 'slow down', retryAfterSeconds: 5000 });
    assert.equal((await bot.poll(termsPage([]))).outcome, 'resting');
    assert.equal((await bot.poll()).outcome, 'first');
  });

  it('extends the evidence window when the server answers that nothing was modified', async () => {
    const bot = await pollingDocument(termsPage([]));
    await bot.poll();
    assert.equal((await bot.poll({ status: 'not-modified' })).outcome, 'not-modified');
    assert.equal((await bot.head())?.current.lastSeen, '2026-05-01T12:00:00.000Z');
  });

  it('fetches the whole page after a change of its declaration, and makes it a new baseline', async () => {
    const bot = await pollingDocument(termsPage([]));
    await bot.poll();
    await bot.poll(termsPage([], { updated: '2 March 2026' }));
    assert.notEqual(bot.web.requests.at(-1)?.request.validators, undefined);

    // The declaration now selects the whole page with its menu; the platform adds a clause at the same time.
    for (const page of bot.document.declaration.pages) page.select = ['body'];
    assert.equal((await bot.poll(termsPage([TRAINING]))).outcome, 'rebased');
    assert.equal(bot.web.requests.at(-1)?.request.validators, undefined);
    assert.equal((await bot.stance())?.training, 'permitted');
    assert.deepEqual([await bot.changes(), await bot.outbox()], [[], []]);
    assert.equal((await bot.poll(termsPage([]))).outcome, 'unconfirmed');
  });

  it('that throws has failed, and the other polls go on', async () => {
    const { store, clock, web, log } = await pollingDocument(termsPage([]));
    const broken = aDocument({ id: 'broken/Terms', url: 'https://broken.example/' });
    const fetcher = {
      fetch: async (address: string, request: Parameters<typeof web.fetch>[1]) => {
        if (address.includes('broken')) throw new Error('a bug');
        return web.fetch(address, request);
      },
    };
    const context = { store, fetcher, analyser, log, now: clock.now, confirmAfterSeconds: 0 };
    const results = await pollDocuments([broken, aDocument()], context);
    assert.deepEqual(
      results.map(({ outcome }) => outcome),
      ['failed', 'first'],
    );
  });
});
