import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { writeCatalog } from '../../sandbox/platform/catalog.ts';
import { type FictionalWeb, startFictionalWeb } from '../../sandbox/platform/server.ts';
import { fictionalWebOn } from '../../sandbox/platform/site.ts';
import { STORY } from '../../sandbox/platform/story.ts';
import { extractDocument } from '../../src/core/extract/extract-document.ts';
import type { WatchedDocument } from '../../src/domain/catalog.ts';
import { loadCatalog } from '../../src/io/catalog/load.ts';

describe('the fictional web', () => {
  let web: FictionalWeb;
  let folder: string;
  let documents: WatchedDocument[];
  before(async () => {
    web = await startFictionalWeb();
    folder = await mkdtemp(join(tmpdir(), 'fictional-web-'));
    await writeCatalog(folder, web.origin);
    const loaded = await loadCatalog([folder]);
    assert.equal(loaded.status, 'ok');
    documents = loaded.status === 'ok' ? (loaded.catalog.platforms[0]?.documents ?? []) : [];
  });
  after(async () => {
    await web.close();
    await rm(folder, { recursive: true });
  });

  const dayWhere = (wanted: (day: (typeof STORY)[number]) => boolean) => STORY.findIndex(wanted);
  const page = async (path: string, day: number) => {
    web.showDay(day);
    return (await fetch(web.origin + path)).text();
  };
  const read = async (type: string, day: number) => {
    web.showDay(day);
    const document = documents.find((document) => document.type === type);
    assert.ok(document);
    const html = await (await fetch(document.url)).text();
    return extractDocument([{ html, url: document.url }], document.declaration);
  };
  const identity = async (type: string, day: number) => {
    const extraction = await read(type, day);
    return extraction.status === 'ok' ? extraction.identity : extraction.status;
  };

  test('its catalog passes the ordinary loader', () => {
    assert.deepEqual(
      documents.map(({ type }) => type),
      ['Terms of Service', 'Community Guidelines'],
    );
  });

  test('the terms read as a document of more than 1,500 words, without menus, banners and other articles', async () => {
    const extraction = await read('Terms of Service', 0);
    assert.equal(extraction.status, 'ok');
    const text = extraction.status === 'ok' ? extraction.markdown : '';
    assert.ok(text.split(/\s+/).length > 1500);
    for (const around of ['Discover', 'We use cookies', 'How to clear a sample']) assert.ok(!text.includes(around));
  });

  test('a cookie dialog does not change what the terms say', async () => {
    const day = dayWhere(({ changes }) => changes?.cookieDialog === true);
    assert.equal(await identity('Terms of Service', day), await identity('Terms of Service', day - 1));
    assert.match(await page('/terms', day), /Accept all cookies/);
  });

  test('the error page is no document, though its status is 200', async () => {
    const day = dayWhere(({ changes }) => changes?.broken === true);
    assert.equal((await read('Terms of Service', day)).status, 'unreadable');
    assert.equal((await fetch(`${web.origin}/terms`)).status, 200);
  });

  test('new menus and articles about AI do not change what the terms say', async () => {
    const broken = dayWhere(({ changes }) => changes?.broken === true);
    const back = dayWhere(({ changes }) => changes?.broken === false);
    assert.equal(await identity('Terms of Service', back), await identity('Terms of Service', broken - 1));
    assert.match(await page('/terms', back), /Can artificial intelligence write a chorus/);
  });

  test('an outlet has published what the story says by then, newest first, each with a page of its own', async () => {
    const day = dayWhere(({ published }) => published?.some(({ outlet }) => outlet === 'courier') ?? false);
    const feed = await page('/cassette-courier/feed.xml', day);
    const links = [...feed.matchAll(/<item>[\s\S]*?<link>(.*?)<\/link>/g)].map(([, link]) => link ?? '');
    assert.equal(links.length, 2);
    for (const link of links) assert.equal((await fetch(link)).status, 200);
    assert.equal(fictionalWebOn(day).articles('courier')[0]?.date, STORY[day]?.date);
  });

  test('answers 304 to a matching ETag', async () => {
    web.showDay(0);
    const etag = (await fetch(`${web.origin}/guidelines`)).headers.get('etag') ?? '';
    const again = await fetch(`${web.origin}/guidelines`, { headers: { 'if-none-match': etag } });
    assert.equal(again.status, 304);
  });

  test('the days of the story are in order of time', () => {
    const dates = STORY.map(({ date }) => date);
    assert.deepEqual([...dates].sort(), dates);
  });
});
