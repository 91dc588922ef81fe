import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { describe, it, type TestContext } from 'node:test';
import { checkDocument, checkFeed, type SourceCheckDeps } from '../../../src/app/watch/check-sources.ts';
import type { PageDeclaration } from '../../../src/domain/catalog.ts';
import { parseFeed } from '../../../src/io/feed/parse-feed.ts';
import { createFetcher } from '../../../src/io/fetch/fetcher.ts';
import { createPdfParser } from '../../../src/io/pdf/pdf-parser.ts';
import { sharedClauseReader } from '../../helpers/clauses.ts';
import { aDocument, aFeed } from '../../helpers/world.ts';
import { serve } from '../../io/fetch/server.ts';

const TERMS = `<h1>Terms</h1><p>These are the terms of our service, and you agree to them when you open an account with us.</p>
  <p>We do not train artificial intelligence on the music that you upload.</p>
  <p>You may close your account at any time, and we will then delete what you have uploaded to it.</p>`;
const CONDITIONS = `<main><h1>Conditions</h1><p>Vous acceptez les conditions de notre service quand vous ouvrez un compte, et vous pouvez
  le fermer à tout moment sans nous dire pour quelle raison vous le faites. Les morceaux que vous avez mis en ligne sont alors
  effacés de nos serveurs dans les trente jours qui suivent.</p></main>`;
const FEED = `<rss version="2.0"><channel><title>News</title>
  <item><title>Older</title><link>https://tunebox.example/a</link><pubDate>Mon, 02 Mar 2026 08:00:00 GMT</pubDate></item>
  <item><title>Newer</title><link>https://tunebox.example/b</link><pubDate>Tue, 03 Mar 2026 08:00:00 GMT</pubDate></item>
</channel></rss>`;

/** By path: a page, or what the server does instead. */
type Answers = Record<string, string | ((response: ServerResponse) => void)>;

async function aServer(t: TestContext, answers: Answers): Promise<{ url: string; deps: SourceCheckDeps }> {
  const { url, host } = await serve(t, (request, response) => {
    const answer = answers[request.url ?? ''];
    if (answer === undefined) response.writeHead(404).end('gone');
    else if (typeof answer === 'function') answer(response);
    else
      response.setHeader('content-type', answer.startsWith('<rss') ? 'application/rss+xml' : 'text/html').end(answer);
  });
  const fetcher = createFetcher({ userAgent: 'Clausewatch/test', allowPrivateHosts: [host], spacingMs: 0 });
  t.after(() => fetcher.close());
  return { url, deps: { fetcher, parsePdf: createPdfParser(), parseFeed, clauseReader: sharedClauseReader() } };
}

const aPage = (fetch: string, overrides: Partial<PageDeclaration> = {}): PageDeclaration => ({
  fetch,
  select: ['main'],
  remove: [],
  removeQueryParams: [],
  executeClientScripts: false,
  ...overrides,
});

describe('the check of a document', () => {
  const check = async (t: TestContext, page: string, overrides: Partial<PageDeclaration> = {}, language = 'en') => {
    const { url, deps } = await aServer(t, { '/terms': page });
    const pages = [aPage(`${url}/terms`, overrides)];
    return checkDocument(aDocument({ language, declaration: { pages } }), deps);
  };

  it('describes how much was read and what it says about AI', async (t) => {
    const result = await check(t, `<main>${TERMS}</main>`);
    assert.ok(result.status === 'ok', JSON.stringify(result));
    assert.deepEqual([result.clauses, result.topics, result.otherLanguage], [3, ['training'], undefined]);
    assert.ok(result.characters > 200 && result.characters < 400);
  });

  it('notices a text in another language than the declared one', async (t) => {
    const result = await check(t, CONDITIONS);
    assert.deepEqual(result.status === 'ok' && [result.otherLanguage, result.topics], ['fr', []]);
    const declared = await check(t, CONDITIONS, {}, 'fr-FR');
    assert.equal(declared.status === 'ok' && declared.otherLanguage, undefined);
  });

  const rows: [what: string, page: string, overrides: Partial<PageDeclaration>, code: string, problem: RegExp][] = [
    [
      'a selector that finds nothing',
      TERMS,
      {},
      'selector-missing',
      /does not match its declaration: nothing matches main/,
    ],
    [
      'a page that is declared to need a browser',
      '<div id="app"></div>',
      { executeClientScripts: true },
      'empty',
      /^declared to need a browser; has no text/,
    ],
    ['a page that is still loading', '<main>Loading…</main>', {}, 'loading', /loads its text with a script/],
    [
      'a log-in page',
      '<main><h1>Welcome</h1><p>Log in to continue.</p><p>Forgot your password?</p></main>',
      {},
      'log-in',
      /looks like a log-in page/,
    ],
    [
      'a page that wants proof of a human',
      '<main><p>Please verify you are human before you go on.</p></main>',
      {},
      'challenge',
      /prove that they are human/,
    ],
    [
      'an error page with status 200',
      '<main><h1>404 not found</h1></main>',
      {},
      'error-page',
      /looks like an error page/,
    ],
  ];
  for (const [what, page, overrides, code, problem] of rows) {
    it(`fails in plain words for ${what}`, async (t) => {
      const result = await check(t, page, overrides);
      assert.ok(result.status === 'failed', JSON.stringify(result));
      assert.equal(result.code, code);
      assert.match(result.problem, problem);
    });
  }

  it('fails with the status of the first page that cannot be fetched', async (t) => {
    const { url, deps } = await aServer(t, {
      '/a': `<main>${TERMS}</main>`,
      '/b': (response) => response.writeHead(403).end(),
    });
    const pages = ['/a', '/b', '/c'].map((path) => aPage(url + path));
    const result = await checkDocument(aDocument({ declaration: { pages } }), deps);
    assert.ok(result.status === 'failed');
    assert.match(result.problem, /^page 2 of 3 \(http:\/\/127.*\/b\): .*HTTP 403/);
  });
});

it('a server that sends 304 to an unconditional request has failed', async (t) => {
  const { url, deps } = await aServer(t, { '/': (response) => response.writeHead(304).end() });
  const document = await checkDocument(aDocument({ declaration: { pages: [aPage(url)] } }), deps);
  const feed = await checkFeed(aFeed({ url }), deps);
  for (const result of [document, feed]) assert.match(result.status === 'failed' ? result.problem : '', /HTTP 304/);
});

describe('the check of a feed', () => {
  const check = async (t: TestContext, body: string) => {
    const { url, deps } = await aServer(t, { '/feed': body });
    return checkFeed(aFeed({ url: `${url}/feed` }), deps);
  };

  it('reports the number of items and the newest date', async (t) => {
    assert.deepEqual(await check(t, FEED), { status: 'ok', items: 2, newest: '2026-03-03T08:00:00.000Z' });
  });

  it('fails for a web page, an empty feed and a missing one', async (t) => {
    const page = await check(t, '<!doctype html><title>News</title><p>Our news.</p>');
    assert.equal(page.status === 'failed' && page.code, 'not-a-feed');
    const empty = await check(t, '<rss version="2.0"><channel><title>News</title></channel></rss>');
    assert.equal(empty.status === 'failed' && empty.code, 'no-items');
    const { url, deps } = await aServer(t, {});
    const gone = await checkFeed(aFeed({ url: `${url}/feed` }), deps);
    assert.match(gone.status === 'failed' ? gone.problem : '', /HTTP 404/);
  });
});
