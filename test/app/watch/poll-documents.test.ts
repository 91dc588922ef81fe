import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findUnconfirmedDocuments, pollDocuments } from '../../../src/app/watch/poll-documents.ts';
import { readingHere } from '../../helpers/analyser.ts';
import { aDocument, aSubscription, clockAt, listeningLog, memoryStore, termsPage, webOf } from '../../helpers/world.ts';

const TRAINING =
  'We may use the content that you upload to train, develop and improve our artificial intelligence models.';
const url = 'https://tunebox.example/terms';
const reader = readingHere();

/** A bot that watches one page, with one channel that wants everything. */
async function watching(page: string, { confirmAfterSeconds = 600 } = {}) {
  const store = memoryStore();
  await store.subscriptions.put('subscription-1', aSubscription());
  const clock = clockAt('2026-05-01T10:00:00.000Z');
  const web = webOf({ [url]: page });
  const log = listeningLog();
  const context = { store, fetcher: web, reader, log, now: clock.now, confirmAfterSeconds };
  const document = aDocument();
  return {
    store,
    clock,
    web,
    log,
    document,
    /** One look, an hour after the one before. */
    async look(page?: (typeof web.answers)[string]) {
      if (page !== undefined) web.answers[url] = page;
      clock.moveSeconds(3600);
      const [look] = await pollDocuments([document], context);
      assert.ok(look);
      return look;
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

describe('a look at a document', () => {
  it('at first sight is a baseline: a stance, no change, no alert, whatever it says', async () => {
    const bot = await watching(termsPage([TRAINING]));
    assert.equal((await bot.look()).outcome, 'first');
    assert.equal((await bot.stance())?.training, 'permitted');
    assert.deepEqual(await bot.changes(), []);
    assert.deepEqual(await bot.outbox(), []);
  });

  it('finds a new AI clause twice before it is recorded and planned for the channel, with its evidence window', async () => {
    const bot = await watching(termsPage([]));
    await bot.look();
    assert.equal((await bot.look(termsPage([TRAINING]))).outcome, 'unconfirmed');
    assert.deepEqual(await bot.outbox(), []);
    assert.equal((await bot.waiting()).length, 1);

    const second = await bot.look();
    assert.equal(second.outcome, 'changed');
    assert.ok(second.alert);
    assert.equal(bot.web.requests.at(-1)?.request.bypassCache, true);
    const [change] = await bot.changes();
    assert.equal(change?.lastSeenOld, '2026-05-01T11:00:00.000Z');
    assert.equal(change?.firstSeenNew, '2026-05-01T12:00:00.000Z');
    assert.equal(change?.statedDateOld, change?.statedDateNew);
    assert.equal(change?.reading.direction, 'worse');
    const [evidence] = change?.reading.evidence ?? [];
    const stored = await bot.store.versions.get(change?.newVersion ?? '');
    assert.ok(evidence?.after && stored?.markdown.includes(evidence.after.text));
    assert.equal((await bot.outbox()).length, 1);
    assert.equal((await bot.waiting()).length, 0);
    assert.equal((await bot.look()).outcome, 'same');
    assert.equal((await bot.outbox()).length, 1);
  });

  it('does not take a second look that comes too soon for one', async () => {
    const bot = await watching(termsPage([]), { confirmAfterSeconds: 7200 });
    await bot.look();
    await bot.look(termsPage([TRAINING]));
    assert.equal((await bot.look()).outcome, 'unconfirmed');
    assert.equal((await bot.look()).outcome, 'changed');
  });

  it('forgets a change that is gone at the second look', async () => {
    const bot = await watching(termsPage([]));
    await bot.look();
    await bot.look(termsPage([TRAINING]));
    assert.equal((await bot.look(termsPage([]))).outcome, 'same');
    assert.equal((await bot.waiting()).length, 0);
    assert.deepEqual(await bot.changes(), []);
  });

  it('pings once for a wording that comes and goes', async () => {
    const bot = await watching(termsPage([]), { confirmAfterSeconds: 0 });
    await bot.look();
    await bot.look(termsPage([TRAINING]));
    await bot.look();
    for (let i = 0; i < 5; i++) {
      assert.equal((await bot.look(termsPage([]))).outcome, 'variant');
      assert.equal((await bot.look(termsPage([TRAINING]))).outcome, 'variant');
    }
    assert.equal((await bot.outbox()).length, 1);
    assert.equal((await bot.head())?.returns, 10);
  });

  it('records a change outside AI, and pings nobody', async () => {
    const bot = await watching(termsPage([]));
    await bot.look();
    const look = await bot.look(termsPage([]).replace('The law of Ireland applies', 'The law of Germany applies'));
    assert.equal(look.outcome, 'changed');
    assert.equal(look.alert, undefined);
    const [change] = await bot.changes();
    assert.equal(change?.reading.change, 'none');
    assert.match(change?.edits[0]?.after?.text ?? '', /Germany/);
    assert.deepEqual(await bot.outbox(), []);
  });

  const walls: [what: string, page: string][] = [
    [
      'an error page',
      '<html><body><main><h1>Something went wrong</h1><p>Please try again later.</p></main></body></html>',
    ],
    ['an empty page', '<html><body><main></main></body></html>'],
    ['a page that wants JavaScript', '<html><body><main><p>Loading…</p></main></body></html>'],
    ['half of the terms', termsPage([TRAINING]).replace(/<p>You keep[\s\S]*<\/p>/, '')],
  ];
  for (const [what, page] of walls) {
    it(`takes ${what} for unreadable: the last good version stands, the operator sees it, members are not pinged`, async () => {
      const bot = await watching(termsPage([TRAINING]), { confirmAfterSeconds: 0 });
      await bot.look();
      const before = await bot.head();
      assert.equal((await bot.look(page)).outcome, 'unreadable');
      assert.deepEqual((await bot.head())?.current, before?.current);
      assert.ok((await bot.status())?.problem);
      assert.match(bot.log.lines.at(-1) ?? '', /^warn: tunebox\/Terms of Service: unreadable/);
      assert.equal((await bot.look(termsPage([TRAINING]))).outcome, 'same');
      assert.equal((await bot.status())?.problem, undefined);
      assert.deepEqual(await bot.outbox(), []);
    });
  }

  it('tells a failed fetch in one line, counts how often, and keeps the last good state', async () => {
    const bot = await watching(termsPage([]));
    await bot.look();
    const failure = { status: 'failed', code: 'too-large', detail: 'the page is larger than 8 MB' } as const;
    await bot.look(failure);
    const look = await bot.look(failure);
    assert.deepEqual([look.outcome, look.detail], ['failed', 'the page is larger than 8 MB']);
    const status = await bot.status();
    assert.equal(status?.problem?.times, 2);
    assert.equal(status?.problem?.since, '2026-05-01T12:00:00.000Z');
    assert.equal(status?.lastGood, '2026-05-01T11:00:00.000Z');
  });

  it('leaves a server alone for as long as it asks', async () => {
    const bot = await watching(termsPage([]));
    await bot.look({ status: 'failed', code: 'rate-limited', detail: 'slow down', retryAfterSeconds: 5000 });
    assert.equal((await bot.look(termsPage([]))).outcome, 'resting');
    assert.equal((await bot.look()).outcome, 'first');
  });

  it('moves the evidence window on when the page says that nothing changed', async () => {
    const bot = await watching(termsPage([]));
    await bot.look();
    assert.equal((await bot.look({ status: 'not-modified' })).outcome, 'not-modified');
    assert.equal((await bot.head())?.current.lastSeen, '2026-05-01T12:00:00.000Z');
  });

  it('in another way than before asks for the whole page, and is a new baseline', async () => {
    const bot = await watching(termsPage([]));
    await bot.look();
    await bot.look(termsPage([], { updated: '2 March 2026' }));
    assert.notEqual(bot.web.requests.at(-1)?.request.validators, undefined);

    // The catalog now says to read the whole page, menu and all; the platform adds a clause at the same time.
    for (const page of bot.document.declaration.pages) page.select = ['body'];
    assert.equal((await bot.look(termsPage([TRAINING]))).outcome, 'rebased');
    assert.equal(bot.web.requests.at(-1)?.request.validators, undefined);
    assert.equal((await bot.stance())?.training, 'permitted');
    assert.deepEqual([await bot.changes(), await bot.outbox()], [[], []]);
    // From here on it is compared as before.
    assert.equal((await bot.look(termsPage([]))).outcome, 'unconfirmed');
  });

  it('that throws is an outcome of its own, and the others go on', async () => {
    const { store, clock, web, log } = await watching(termsPage([]));
    const broken = aDocument({ id: 'broken/Terms', url: 'https://broken.example/' });
    const fetcher = {
      fetch: async (address: string, request: Parameters<typeof web.fetch>[1]) => {
        if (address.includes('broken')) throw new Error('a bug');
        return web.fetch(address, request);
      },
    };
    const context = { store, fetcher, reader, log, now: clock.now, confirmAfterSeconds: 0 };
    const looks = await pollDocuments([broken, aDocument()], context);
    assert.deepEqual(
      looks.map(({ outcome }) => outcome),
      ['failed', 'first'],
    );
  });
});
