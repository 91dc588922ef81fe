/** Changes the signals of a loopback site and checks what the polls observe and which alerts are enqueued. */
import assert from 'node:assert/strict';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it, type TestContext } from 'node:test';
import { currentSignals } from '../../src/app/ask/current-signals.ts';
import { alertMessage } from '../../src/app/reply/alert-message.ts';
import { signalStanceBlocks } from '../../src/app/reply/signal-blocks.ts';
import { createPoller } from '../../src/app/watch/poller.ts';
import { translatorFor } from '../../src/app/words/translator.ts';
import type { Subscription } from '../../src/domain/alert.ts';
import { LANGUAGES, type Language } from '../../src/domain/vocabulary.ts';
import { createFetcher } from '../../src/io/fetch/fetcher.ts';
import { answerText } from '../../src/io/terminal.ts';
import { CRAWLERS } from '../core/signals/crawlers.ts';
import { createTestAnalyser } from '../helpers/analyser.ts';
import { aPlatform, aSubscription, clockAt, memoryStore, quiet } from '../helpers/world.ts';

const OPEN = 'User-agent: *\nDisallow: /cart\n';
const CLOSED = `${OPEN}\nUser-agent: GPTBot\nDisallow: /\n`;
const PAGE =
  '<!doctype html><html><head><title>Tunebox</title></head><body><h1>Tunebox</h1><p>Music.</p></body></html>';
const CHALLENGE =
  '<!doctype html><html><head><title>Just a moment...</title></head><body>Verify you are human</body></html>';

type Served = { status?: number; headers?: Record<string, string | string[]>; body?: string };

/** A bot that watches one site without documents, and one channel with a subscription to signals. */
async function startBot(t: TestContext, subscription: Partial<Subscription> = {}) {
  const site: Record<string, Served> = { '/': { headers: { 'content-type': 'text/html' }, body: PAGE } };
  const requests: { path: string; bypassesCache: boolean }[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    requests.push({ path, bypassesCache: request.headers['cache-control'] === 'no-cache' });
    serve(response, site[path] ?? { status: 404, body: 'Not found' });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const fetcher = createFetcher({ userAgent: 'Clausewatch/0 (test)', allowPrivateHosts: [host], spacingMs: 0 });
  t.after(async () => {
    await fetcher.close();
    server.closeAllConnections();
    server.close();
  });

  const store = memoryStore();
  const subscribed = aSubscription({ kinds: ['signals'], ...subscription });
  await store.subscriptions.put(subscribed.id, subscribed);
  const platform = aPlatform({ homepage: `http://${host}/`, documents: [] });
  const archive = { catalog: { platforms: [platform], feeds: [], regulation: [], crawlers: CRAWLERS }, store };
  const clock = clockAt('2026-05-01T10:00:00.000Z');
  const reader = createTestAnalyser({ platforms: [platform], crawlers: CRAWLERS });
  const poll = { store, fetcher, analyser: reader, log: quiet, now: clock.now, confirmAfterSeconds: 600 };
  const delayedJobs: (() => Promise<void>)[] = [];
  const poller = createPoller({
    poll,
    documents: [],
    feeds: [],
    platforms: [platform],
    regulation: [],
    runAfter: (_seconds, job) => void delayedJobs.push(job),
  });

  return {
    site,
    requests,
    archive,
    /** Polls an hour after the previous poll, then runs the second poll. Returns the first result for a path. */
    async poll(path = '/robots.txt') {
      clock.moveSeconds(3600);
      const results = await poller.pollSignals();
      clock.moveSeconds(600);
      for (const job of delayedJobs.splice(0)) await job();
      return results.find(({ source }) => source === `tunebox http://${host}${path}`);
    },
    serve: (path: string, served: string | Served) => {
      site[path] = typeof served === 'string' ? { body: served } : served;
    },
    async outbox() {
      const rows = [];
      for await (const [, row] of store.outbox.entries()) rows.push(row);
      return rows;
    },
    /** The recorded alerts as plain text. */
    async alerts(language: Language = 'en') {
      const messages: string[] = [];
      for await (const [, alert] of store.alerts.entries()) {
        messages.push(answerText(await alertMessage(alert, archive, language)));
      }
      return messages;
    },
    async stance() {
      const states = await currentSignals(archive, platform);
      const blocks = signalStanceBlocks(states, archive.catalog.crawlers, translatorFor('en'));
      return answerText({ title: '', tone: 'neutral', blocks });
    },
    status: (path: string) => store.sources.get(`tunebox http://${host}${path}`),
  };
}

function serve(response: ServerResponse, { status = 200, headers = {}, body = '' }: Served): void {
  response.writeHead(status, { 'content-type': 'text/plain', ...headers }).end(body);
}

describe('a signal source', () => {
  it('is recorded at the first poll without an alert', async (t) => {
    const bot = await startBot(t);
    bot.serve('/robots.txt', CLOSED);
    assert.equal((await bot.poll())?.outcome, 'first');
    assert.deepEqual(await bot.alerts(), []);
    const stance = await bot.stance();
    assert.match(stance, /In robots\.txt [\s\S]*Asks GPTBot \(OpenAI, training\) to stay out: User-agent: GPTBot/);
    assert.match(stance, /User-agent: GPTBot Disallow: \//);
  });

  it('that changed is alerted once, after a second poll past caches, with the line quoted', async (t) => {
    const bot = await startBot(t);
    bot.serve('/robots.txt', OPEN);
    await bot.poll();
    bot.serve('/robots.txt', CLOSED);
    assert.equal((await bot.poll())?.outcome, 'unconfirmed');
    assert.deepEqual(bot.requests.slice(-1), [{ path: '/robots.txt', bypassesCache: true }]);
    assert.equal((await bot.outbox()).length, 1);
    const [message = '', ...others] = await bot.alerts();
    assert.deepEqual(others, []);
    assert.match(message, /^Tunebox now asks GPTBot to stay out\n/);
    assert.match(message, /better for creators/);
    assert.match(message, /Tunebox now asks GPTBot \(OpenAI, training\) to stay out\./);
    assert.match(message, /New: User-agent: GPTBot Disallow: \//);
    assert.equal((await bot.poll())?.outcome, 'same');
    assert.equal((await bot.outbox()).length, 1);
  });

  it('is reported in every language, with the lines as they are', async (t) => {
    const bot = await startBot(t);
    await bot.poll();
    bot.serve('/robots.txt', CLOSED);
    await bot.poll();
    const titles = await Promise.all(
      LANGUAGES.map(async (language) => (await bot.alerts(language))[0]?.split('\n')[0]),
    );
    assert.deepEqual(titles, [
      'Tunebox now asks GPTBot to stay out',
      'Tunebox demande désormais à GPTBot de rester à l’écart',
      'Tunebox bittet jetzt GPTBot, der Website fernzubleiben',
      'Tunebox pide ahora a GPTBot que se mantengan fuera',
    ]);
    for (const language of LANGUAGES)
      assert.match((await bot.alerts(language))[0] ?? '', /User-agent: GPTBot Disallow: \//);
  });

  it('is alerted only to subscribers of signals', async (t) => {
    const bot = await startBot(t, { kinds: ['documents', 'news'] });
    await bot.poll();
    bot.serve('/robots.txt', CLOSED);
    await bot.poll();
    assert.equal((await bot.alerts()).length, 1);
    assert.deepEqual(await bot.outbox(), []);
  });

  it('with a minor change alerts nobody', async (t) => {
    const bot = await startBot(t);
    await bot.poll();
    bot.serve('/robots.txt', 'User-agent: OAI-SearchBot\nDisallow: /\n');
    await bot.poll();
    assert.match(await bot.stance(), /OAI-SearchBot \(OpenAI, search\)/);
    assert.deepEqual(await bot.outbox(), []);
  });

  const notRemoved: [title: string, served: Served, outcome: string][] = [
    ['a server error', { status: 503, body: 'busy' }, 'failed'],
    ['a refusal', { status: 403, body: 'no' }, 'failed'],
    ['a web page in its place', { headers: { 'content-type': 'text/html' }, body: PAGE }, 'unreadable'],
    ['an error in words', { body: 'Not found' }, 'unreadable'],
    ['an endless file', { body: 'x'.repeat(9_000_000) }, 'failed'],
  ];
  for (const [title, served, outcome] of notRemoved) {
    it(`is not withdrawn because of ${title}`, async (t) => {
      const bot = await startBot(t);
      bot.serve('/robots.txt', CLOSED);
      await bot.poll();
      bot.serve('/robots.txt', served);
      assert.equal((await bot.poll())?.outcome, outcome);
      await bot.poll();
      assert.ok((await bot.status('/robots.txt'))?.problem);
      assert.match(await bot.stance(), /Asks GPTBot/);
      assert.deepEqual(await bot.alerts(), []);
      bot.serve('/robots.txt', CLOSED);
      assert.equal((await bot.poll())?.outcome, 'same');
      assert.equal((await bot.status('/robots.txt'))?.problem, undefined);
    });
  }

  it('is withdrawn when the file is missing twice, which means no rules to crawlers', async (t) => {
    const bot = await startBot(t);
    bot.serve('/robots.txt', CLOSED);
    await bot.poll();
    bot.serve('/robots.txt', { status: 404 });
    assert.equal((await bot.poll())?.outcome, 'unconfirmed');
    const [message = ''] = await bot.alerts();
    assert.match(message, /^Tunebox no longer asks GPTBot to stay out\n/);
    assert.match(message, /worse for creators/);
    assert.match(message, /Gone: User-agent: GPTBot Disallow: \//);
    assert.match(message, /no rules \(RFC 9309\)/);
    assert.match(await bot.stance(), /says nothing to AI crawlers/);
  });

  it('that comes and goes alerts once', async (t) => {
    const bot = await startBot(t);
    bot.serve('/robots.txt', OPEN);
    await bot.poll();
    for (let i = 0; i < 4; i++) {
      bot.serve('/robots.txt', CLOSED);
      await bot.poll();
      bot.serve('/robots.txt', OPEN);
      assert.equal((await bot.poll())?.outcome, 'variant');
    }
    assert.equal((await bot.outbox()).length, 1);
  });

  it('is fetched conditionally and may be not modified', async (t) => {
    const bot = await startBot(t);
    bot.serve('/robots.txt', { headers: { etag: '"1"' }, body: CLOSED });
    await bot.poll();
    bot.serve('/robots.txt', { status: 304, headers: { etag: '"1"' } });
    assert.equal((await bot.poll())?.outcome, 'not-modified');
    assert.match(await bot.stance(), /Asks GPTBot/);
  });

  it('may be in headers and tags of the home page, but not in those of a bot wall', async (t) => {
    const bot = await startBot(t);
    await bot.poll();
    const html = { 'content-type': 'text/html' };
    bot.serve('/', { headers: { ...html, 'x-robots-tag': ['noindex', 'noai'] }, body: PAGE });
    await bot.poll();
    assert.match((await bot.alerts())[0] ?? '', /not be used for training AI[\s\S]*x-robots-tag: noai/);
    bot.serve('/', { headers: html, body: CHALLENGE });
    assert.equal((await bot.poll('/'))?.outcome, 'unreadable');
    assert.equal((await bot.alerts()).length, 1);
  });

  it('may move from a file to a header without an alert', async (t) => {
    const bot = await startBot(t);
    bot.serve('/.well-known/tdmrep.json', {
      headers: { 'content-type': 'application/json' },
      body: '[{"location": "/", "tdm-reservation": 1}]',
    });
    await bot.poll();
    bot.serve('/.well-known/tdmrep.json', { status: 404 });
    bot.serve('/', { headers: { 'content-type': 'text/html', 'tdm-reservation': '1' }, body: PAGE });
    await bot.poll();
    assert.match(await bot.stance(), /tdm-reservation: 1/);
    assert.deepEqual(await bot.outbox(), []);
  });

  it('that never existed is not missed, whatever is served in its place', async (t) => {
    const bot = await startBot(t);
    bot.serve('/ai.txt', { headers: { 'content-type': 'text/html' }, body: PAGE });
    const result = await bot.poll('/ai.txt');
    assert.equal(result?.outcome, 'first');
    assert.match(result?.detail ?? '', /no such file/);
    assert.equal((await bot.status('/ai.txt'))?.problem, undefined);
  });
});
