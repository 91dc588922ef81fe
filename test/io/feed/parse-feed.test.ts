import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { NewsItem } from '../../../src/domain/news.ts';
import { parseFeed } from '../../../src/io/feed/parse-feed.ts';
import { parseFeedDate } from '../../../src/io/feed/parse-feed-date.ts';
import { toFeedSummary, truncateAtWord } from '../../../src/io/feed/summary.ts';
import { aFeed } from '../../helpers/world.ts';

const FEED = aFeed({ url: 'https://news.example/music/feed.xml', title: 'The Daily Chord', language: 'en' });

async function itemsOf(xml: string): Promise<NewsItem[]> {
  const parsed = await parseFeed(xml, FEED);
  assert.equal(parsed.status, 'ok', parsed.status === 'not-a-feed' ? parsed.detail : '');
  return parsed.status === 'ok' ? parsed.items : [];
}
async function problemOf(body: string): Promise<string> {
  const parsed = await parseFeed(body, FEED);
  return parsed.status === 'not-a-feed' ? parsed.detail : `a feed of ${parsed.items.length}`;
}
const rss = (items: string, channel = '', attributes = '') =>
  `<?xml version="1.0"?><rss version="2.0" ${attributes}><channel><title>Chord</title>${channel}${items}</channel></rss>`;
const item = (inner: string) => `<item><title>A title</title><link>https://news.example/1</link>${inner}</item>`;
const only = async (xml: string): Promise<NewsItem> => {
  const items = await itemsOf(xml);
  assert.equal(items.length, 1);
  return items[0] as NewsItem;
};

describe('every kind of feed gives the same item', () => {
  const expected: NewsItem = {
    id: 'tag:1',
    title: 'Drums & bass',
    link: 'https://news.example/a?b=1&c=2',
    summary: 'A teaser.',
    date: '2026-05-02T08:00:00.000Z',
    language: 'fr',
    outlet: 'The Daily Chord',
    official: true,
    platform: 'tunebox',
  };
  const KINDS: [kind: string, xml: string][] = [
    [
      'RSS 2.0',
      rss(
        `<item><title>Drums &amp; bass</title><link>/a?b=1&amp;c=2</link><guid isPermaLink="false">tag:1</guid>
         <description><![CDATA[<p>A <b>teaser</b>.</p>]]></description><pubDate>Sat, 02 May 2026 10:00:00 +0200</pubDate></item>`,
        '<language>fr</language>',
      ),
    ],
    [
      'RSS without a version',
      `<rss><channel><title>x</title><language>fr</language><item><title>Drums &amp; bass</title><link>/a?b=1&amp;c=2</link>
       <guid>tag:1</guid><description>A teaser.</description><pubDate>2 May 26 08:00 GMT</pubDate></item></channel></rss>`,
    ],
    [
      'RSS 1.0',
      `<rdf:RDF xmlns:rdf="r" xmlns="p" xmlns:dc="d"><channel rdf:about="x"><title>x</title><dc:language>fr</dc:language></channel>
       <item rdf:about="tag:1"><title>Drums &amp; bass</title><link>/a?b=1&amp;c=2</link><description>A teaser.</description>
       <dc:date>2026-05-02T10:00+02:00</dc:date></item></rdf:RDF>`,
    ],
    [
      'Atom',
      `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><title>x</title><entry><id>tag:1</id>
       <title type="html">Drums &amp;amp; bass</title><link rel="self" href="/self"/><link rel="alternate" href="/a?b=1&amp;c=2"/>
       <summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">A <b>teaser</b>.</div></summary>
       <published>2026-05-02T08:00:00Z</published><updated>2026-06-01T00:00:00Z</updated></entry></feed>`,
    ],
    [
      'Atom with a prefix',
      `<a:feed xmlns:a="http://www.w3.org/2005/Atom" xml:lang="fr"><a:entry><a:id>tag:1</a:id><a:title>Drums &amp; bass</a:title>
       <a:link href="/a?b=1&amp;c=2"/><a:summary>A teaser.</a:summary><a:updated>2026-05-02T08:00:00Z</a:updated></a:entry></a:feed>`,
    ],
  ];
  for (const [kind, xml] of KINDS) test(kind, async () => assert.deepEqual(await only(xml), expected));
});

describe('links', () => {
  const ROWS: [what: string, inner: string, link: string][] = [
    ['relative ones are resolved against the feed', '<link>../x</link>', 'https://news.example/x'],
    ['without a protocol', '<link>//cdn.example/x</link>', 'https://cdn.example/x'],
    ['a bare ampersand stays', '<link>https://a.example/?x=1&y=2</link>', 'https://a.example/?x=1&y=2'],
    ['a permalink stands in for none', '<guid>https://a.example/p</guid>', 'https://a.example/p'],
    ['a guid that is no permalink does not', '<guid isPermaLink="false">https://a.example/p</guid>', ''],
    ['a script is no link', '<link>javascript:alert(1)</link>', ''],
    ['nor is a script behind spaces and entities', '<link> java&#115;cript:alert(1)</link>', ''],
    ['nor are data and files', '<link>data:text/html,x</link><link>file:///etc/passwd</link>', ''],
    ['passwords are removed', '<link>https://me:secret@a.example/</link>', 'https://a.example/'],
    ['an overlong URL is no link', `<link>https://a.example/${'x'.repeat(5000)}</link>`, ''],
  ];
  for (const [what, inner, link] of ROWS) {
    test(what, async () => assert.equal((await only(rss(`<item><title>T</title>${inner}</item>`))).link, link));
  }
});

describe('ids', () => {
  test('are the guid', async () => assert.equal((await only(rss(item('<guid>g1</guid>')))).id, 'g1'));
  test('or the link', async () => assert.equal((await only(rss(item('')))).id, 'https://news.example/1'));
  test('or a hash of title and date', async () => {
    const [a, b, c] = await itemsOf(
      rss(
        '<item><title>One</title></item><item><title>Two</title></item><item><title>One</title><pubDate>2 May 2026</pubDate></item>',
      ),
    );
    assert.match(a?.id ?? '', /^[\da-f]{64}$/);
    assert.equal(new Set([a?.id, b?.id, c?.id]).size, 3);
  });
  test('are hashed if too long', async () => {
    assert.match((await only(rss(item(`<guid>${'x'.repeat(9000)}</guid>`)))).id, /^[\da-f]{64}$/);
  });
  test('are unique', async () => {
    assert.equal((await itemsOf(rss(item('<guid>g</guid>') + item('<guid>g</guid>')))).length, 1);
  });
});

describe('titles and summaries', () => {
  const ROWS: [what: string, inner: string, title: string, summary: string][] = [
    ['entities of HTML', '<title>caf&eacute;&nbsp;&#8211; bar</title>', 'café – bar', ''],
    ['escaped twice', '<title>A &amp;amp; B</title>', 'A & B', ''],
    ['markup in titles', '<title>An <i>old</i> song</title>', 'An old song', ''],
    ['markup in CDATA', '<title><![CDATA[An <i>old</i> song &amp; dance]]></title>', 'An old song & dance', ''],
    ['no title: the first words', '<description>Only a teaser</description>', 'Only a teaser', 'Only a teaser'],
    [
      'no teaser: the article',
      '<title>T</title><content:encoded><![CDATA[<p>Long.</p>]]></content:encoded>',
      'T',
      'Long.',
    ],
    [
      'the footer of a blog',
      '<title>T</title><description>Text. The post T appeared first on Blog.</description>',
      'T',
      'Text.',
    ],
    ['control characters', '<title>T\u0000\u0008itle</title>', 'Title', ''],
    ['UTF-8 read as Latin-1', '<title>CafÃ© dâ€™Ã©tÃ©</title>', 'Café d’été', ''],
  ];
  for (const [what, inner, title, summary] of ROWS) {
    test(what, async () => {
      const read = await only(rss(`<item>${inner}</item>`, '', 'xmlns:content="c"'));
      assert.deepEqual({ title: read.title, summary: read.summary }, { title, summary });
    });
  }
  test('an entry without title and summary is left out', async () => {
    assert.deepEqual(
      await itemsOf(rss('<item/><item></item><item><title> </title><link>https://a.example</link></item>')),
      [],
    );
  });
  test('long ones are cut between words', () => {
    assert.equal(truncateAtWord('one two three', 9), 'one two…');
    assert.equal(truncateAtWord('x'.repeat(20), 10).length, 10);
    assert.equal(truncateAtWord('🎹'.repeat(9), 6), '🎹🎹…');
    assert.ok(toFeedSummary('word '.repeat(500)).length <= 600);
  });
});

describe('dates', () => {
  const ROWS: [written: string, instant: string | undefined][] = [
    ['Sat, 02 May 2026 10:00:00 +0200', '2026-05-02T08:00:00.000Z'],
    ['Sat, 02 May 2026 10:00:00 GMT', '2026-05-02T10:00:00.000Z'],
    ['Sat, 02 May 2026 10:00:00 EDT', '2026-05-02T14:00:00.000Z'],
    ['Sat, 02 May 2026 10:00:00 CEST', '2026-05-02T08:00:00.000Z'],
    ['Sat, 02 May 2026 10:00:00 GMT+0200', '2026-05-02T08:00:00.000Z'],
    ['Sa, 02 Mai 2026 10:00:00 MESZ', '2026-05-02T08:00:00.000Z'],
    ['lun., 05 janv. 2026 09:30:00 +0100', '2026-01-05T08:30:00.000Z'],
    ['2 May 2026', '2026-05-02T00:00:00.000Z'],
    ['02-May-26 10:00', '2026-05-02T10:00:00.000Z'],
    ['2026-05-02', '2026-05-02T00:00:00.000Z'],
    ['2026-05-02T10:00:00', '2026-05-02T10:00:00.000Z'],
    ['2026-05-02 10:00:00 -0700', '2026-05-02T17:00:00.000Z'],
    ['2026-05-02T10:00:00.123456+09:00', '2026-05-02T01:00:00.000Z'],
    ['2026-02-31', undefined],
    ['2026-13-01', undefined],
    ['Sat, 02 May 2026 25:00:00 GMT', undefined],
    ['Sat, 02 May 2026 10:00:00 XYZ', undefined],
    ['0001-01-01T00:00:00Z', undefined],
    ['yesterday', undefined],
    ['', undefined],
    [`${'9'.repeat(100_000)}`, undefined],
  ];
  for (const [written, instant] of ROWS) {
    test(`${written.slice(0, 40)} is ${instant ?? 'none'}`, () => assert.equal(parseFeedDate(written), instant));
  }
  test('a bad date does not lose the feed', async () => {
    const atom = '<feed><entry><id>1</id><title>T</title><published>soon</published></entry></feed>';
    assert.equal((await only(atom)).date, undefined);
    assert.equal((await only(rss(item('<pubDate>soon</pubDate>')))).date, undefined);
  });
  test('the next date counts if the first is invalid', async () => {
    const atom =
      '<feed><entry><id>1</id><title>T</title><published>soon</published><updated>2026-05-02</updated></entry></feed>';
    assert.equal((await only(atom)).date, '2026-05-02T00:00:00.000Z');
  });
});

describe('languages', () => {
  const ROWS: [what: string, xml: string, language: string][] = [
    ["the channel's", rss(item(''), '<language>de-at</language>'), 'de-AT'],
    ["the root's", rss(item(''), '', 'xml:lang="it"'), 'it'],
    ["the entry's before the feed's", '<feed xml:lang="en"><entry xml:lang="es"><title>T</title></entry></feed>', 'es'],
    ['with an underscore', rss(item(''), '<language>pt_BR</language>'), 'pt-BR'],
    ["the catalog's where none is given", rss(item('')), 'en'],
    ["the catalog's where it is none", rss(item(''), '<language>English (very!)</language>'), 'en'],
  ];
  for (const [what, xml, language] of ROWS) test(what, async () => assert.equal((await only(xml)).language, language));
});

describe('a body that is no feed is described in one line', () => {
  const ROWS: [body: string, expected: string | RegExp][] = [
    ['', 'the answer is empty'],
    [' \n\u0000', 'the answer is empty'],
    ['<!DOCTYPE html><html><body>Hi</body></html>', 'an HTML page instead of a feed'],
    ['\ufeff<html lang="en"><p>unclosed', 'an HTML page instead of a feed'],
    ['{"items":[]}', 'JSON instead of a feed'],
    ['[1]', 'JSON instead of a feed'],
    ['Not found', 'text instead of a feed'],
    ['<?xml version="1.0"?><opml><body/></opml>', 'XML that is neither RSS nor Atom'],
    ['<rss version="2.0"></rss>', 'a feed without a channel'],
    ['<rss version="2.0"><channel><item><title>cut o', /^not well-formed XML/],
    ['<rss version="2.0"><channel><item', 'not well-formed XML: it breaks off inside a tag'],
    ['<rss version="2.0"><channel></item></channel></rss>', /^not well-formed XML: .*, line 1$/],
    [`<rss version="2.0"><channel>${'<a>'.repeat(5000)}`, 'its elements are nested deeper than 100'],
    ['<?xml version="1.0"', 'not well-formed XML: it breaks off inside a tag'],
  ];
  for (const [body, expected] of ROWS) {
    test(JSON.stringify(body.slice(0, 40)), async () => {
      const problem = await problemOf(body);
      if (typeof expected === 'string') assert.equal(problem, expected);
      else assert.match(problem, expected);
      assert.ok(!problem.includes('\n') && problem.length < 200);
    });
  }
});

describe('hostile feeds', () => {
  test('entities are not expanded', async () => {
    const laughs = Array.from({ length: 20 }, (_, i) => `<!ENTITY l${i + 1} "&l${i};&l${i};&l${i};&l${i};&l${i};">`);
    const doctype = `<!DOCTYPE rss [<!ENTITY l0 "ha"><!ENTITY file SYSTEM "file:///etc/passwd">${laughs.join('')}]>`;
    const { title, summary } = await only(
      `<?xml version="1.0"?>${doctype}<rss version="2.0"><channel><item><title>x &l20; y</title><description>&file;</description></item></channel></rss>`,
    );
    assert.deepEqual({ title, summary }, { title: 'x &l20; y', summary: '&file;' });
  });
  test('of a hundred thousand items the first 500 are read', async () => {
    const many = Array.from(
      { length: 100_000 },
      (_, i) => `<item><title>${i}</title><description>&lt;item&gt;</description></item>`,
    );
    const items = await itemsOf(rss(`${many.join('')}<item/>`));
    assert.equal(items.length, 500);
    assert.equal(items[0]?.title, '0');
  });
  test('of too many dated items the newest are read, wherever the feed lists them', async () => {
    const dated = (i: number) =>
      `<item><title>${i}</title><dc:date>${new Date(Date.UTC(2026, 0, 1, i)).toISOString()}</dc:date></item>`;
    const oldestFirst = Array.from({ length: 700 }, (_, i) => dated(i)).join('');
    const parsed = await parseFeed(rss(`<item><title>undated</title></item>${oldestFirst}`), FEED);
    assert.ok(parsed.status === 'ok');
    assert.deepEqual(
      [parsed.items.length, parsed.omittedCount, parsed.items.at(0)?.title, parsed.items.at(-1)?.title],
      [500, 201, '200', '699'],
    );
  });
  test('names of object properties are plain names', async () => {
    const { title } = await only(rss(item('<__proto__><x>1</x></__proto__><constructor>2</constructor><toString/>')));
    assert.equal(title, 'A title');
    assert.ok(!('x' in {}));
  });
  test('escaped markup stays text', async () => {
    const { summary } = await only(
      rss(item('<description>&amp;lt;script&amp;gt;alert(1)&amp;lt;/script&amp;gt; end</description>')),
    );
    assert.ok(!summary.includes('<'));
  });
});
