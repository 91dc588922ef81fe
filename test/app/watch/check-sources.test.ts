import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { describe, it, type TestContext } from 'node:test';
import { checkDocument, checkFeed, type SourceCheckDeps } from '../../../src/app/watch/check-sources.ts';
import type { PageDeclaration } from '../../../src/domain/catalog.ts';
import { parseFeed } from '../../../src/io/feed.ts';
import { createFetcher } from '../../../src/io/fetch/fetcher.ts';
import { createPdfParser } from '../../../src/io/pdf.ts';
import { aClauseReader } from '../../helpers/clauses.ts';
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

/** What the server answers by path: a page, or what it does instead. */
type Answers = Record<string, string | ((response: ServerResponse) => void)>;

async function aServer(t: TestContext, answers: Answers): Promise<{ url: string; readers: SourceCheckDeps }> {
  const { url, host } = await serve(t, (request, response) => {
    const answer = answers[request.url ?? ''];
    if (answer === undefined) response.writeHead(404).end('gone');
    else if (typeof answer === 'function') answer(response);
    else
      response.setHeader('content-type', answer.startsWith('<rss') ? 'application/rss+xml' : 'text/html').end(answer);
  });
  const fetcher = createFetcher({ userAgent: 'Clausewatch/test', allowPrivateHosts: [host], spacingMs: 0 });
  t.after(() => fetcher.close());
  return { url, readers: { fetcher, parsePdf: createPdfParser(), parseFeed, clauseReader: aClauseReader() } };
}

const aPage = (fetch: string, overrides: Partial<PageDeclaration> = {}): PageDeclaration => ({
  fetch,
  select: ['main'],
  remove: [],
  removeQueryParams: [],
  executeClientScripts: false,
  ...overrides,
});

describe('a document that is tried', () => {
  const tried = async (t: TestContext, page: string, overrides: Partial<PageDeclaration> = {}, language = 'en') => {
    const { url, readers } = await aServer(t, { '/terms': page });
    const pages = [aPage(`${url}/terms`, overrides)];
    return checkDocument(aDocument({ language, declaration: { pages } }), readers);
  };

  it('tells how much was read and what it says about AI', async (t) => {
    const trial = await tried(t, `<main>${TERMS}</main>`);
    assert.ok(trial.status === 'ok', JSON.stringify(trial));
    assert.deepEqual([trial.clauses, trial.topics, trial.otherLanguage], [3, ['training'], undefined]);
    assert.ok(trial.characters > 200 && trial.characters < 400);
  });

  it('tells when the text is in another language than the declaration says', async (t) => {
    const trial = await tried(t, CONDITIONS);
    assert.deepEqual(trial.status === 'ok' && [trial.otherLanguage, trial.topics], ['fr', []]);
    const declared = await tried(t, CONDITIONS, {}, 'fr-FR');
    assert.equal(declared.status === 'ok' && declared.otherLanguage, undefined);
  });

  const rows: [what: string, page: string, overrides: Partial<PageDeclaration>, code: string, problem: RegExp][] = [
    ['a selector that finds nothing', TERMS, {}, 'selector-missing', /does not fit the page: nothing matches main/],
    [
      'a page that needs a browser, as is declared',
      '<div id="app"></div>',
      { executeClientScripts: true },
      'empty',
      /^needs a browser, as is declared; shows no text/,
    ],
    ['a page that loads', '<main>Loading…</main>', {}, 'loading', /shows its text only in a browser/],
    [
      'a log-in page',
      '<main><h1>Welcome</h1><p>Log in to continue.</p><p>Forgot your password?</p></main>',
      {},
      'log-in',
      /looks like a log-in page/,
    ],
    [
      'a page that asks for a human',
      '<main><p>Please verify you are human before you go on.</p></main>',
      {},
      'challenge',
      /prove that they are human/,
    ],
    ['an error page that says OK', '<main><h1>404 not found</h1></main>', {}, 'error-page', /looks like an error page/],
  ];
  for (const [what, page, overrides, code, problem] of rows) {
    it(`fails in plain words: ${what}`, async (t) => {
      const trial = await tried(t, page, overrides);
      assert.ok(trial.status === 'failed', JSON.stringify(trial));
      assert.equal(trial.code, code);
      assert.match(trial.problem, problem);
    });
  }

  it('fails with what the server said, at the first of its pages that is not to be had', async (t) => {
    const { url, readers } = await aServer(t, {
      '/a': `<main>${TERMS}</main>`,
      '/b': (response) => response.writeHead(403).end(),
    });
    const pages = ['/a', '/b', '/c'].map((path) => aPage(url + path));
    const trial = await checkDocument(aDocument({ declaration: { pages } }), readers);
    assert.ok(trial.status === 'failed');
    assert.match(trial.problem, /^page 2 of 3 \(http:\/\/127.*\/b\): .*HTTP 403/);
  });
});

it('a server that calls something unmodified without being asked has failed', async (t) => {
  const { url, readers } = await aServer(t, { '/': (response) => response.writeHead(304).end() });
  const document = await checkDocument(aDocument({ declaration: { pages: [aPage(url)] } }), readers);
  const feed = await checkFeed(aFeed({ url }), readers);
  for (const trial of [document, feed]) assert.match(trial.status === 'failed' ? trial.problem : '', /HTTP 304/);
});

describe('a feed that is tried', () => {
  const tried = async (t: TestContext, body: string) => {
    const { url, readers } = await aServer(t, { '/feed': body });
    return checkFeed(aFeed({ url: `${url}/feed` }), readers);
  };

  it('tells how many items it has and how new they are', async (t) => {
    assert.deepEqual(await tried(t, FEED), { status: 'ok', items: 2, newest: '2026-03-03T08:00:00.000Z' });
  });

  it('fails where it is a page, holds nothing or is not there', async (t) => {
    const page = await tried(t, '<!doctype html><title>News</title><p>Our news.</p>');
    assert.equal(page.status === 'failed' && page.code, 'not-a-feed');
    const empty = await tried(t, '<rss version="2.0"><channel><title>News</title></channel></rss>');
    assert.equal(empty.status === 'failed' && empty.code, 'no-items');
    const { url, readers } = await aServer(t, {});
    const gone = await checkFeed(aFeed({ url: `${url}/feed` }), readers);
    assert.match(gone.status === 'failed' ? gone.problem : '', /HTTP 404/);
  });
});
