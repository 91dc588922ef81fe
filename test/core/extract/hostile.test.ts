import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PageDeclaration } from '../../../src/domain/catalog.ts';
import { cpuSeconds } from '../../helpers/cpu-time.ts';
import { CLAUSE, extract } from './extract-fixture.ts';

const fill = (piece: string, length = 1_000_000): string => piece.repeat(Math.floor(length / piece.length));
const inMain = (html: string): string => `<main><p>${CLAUSE}</p>${html}</main>`;

/** Far above linear time, far below anything worse. */
const MAX_SECONDS = 20;

const PAGES: [name: string, html: string, changes?: Partial<PageDeclaration>][] = [
  ['nothing', ''],
  ['5 MB in one line', fill(`${CLAUSE} `, 5_000_000)],
  ['5 MB in one word', fill('a', 5_000_000)],
  ['200,000 nested elements', inMain(fill('<div>')), { select: ['main'], remove: ['div div div > span'] }],
  ['200,000 nested elements, closed', inMain(`${fill('<div>')}deep${fill('</div>')}after`)],
  ['nested marks', inMain(fill('<b>a<i>'))],
  ['nested lists', inMain(fill('<ul><li>a'))],
  ['nested tables', inMain(fill('<table><tr><td>a'))],
  ['nested quotes', inMain(fill('<blockquote>a'))],
  ['nested accordions', inMain(fill('<details><summary>a'))],
  ['wide tables', inMain(`<table><tr>${fill('<td>a')}<tr>${fill('<td>b')}</table>`)],
  [
    '100,000 paragraphs and a selector of cubic cost',
    inMain(fill('<p>a</p>')),
    { select: ['p:nth-child(2n) ~ p ~ q'] },
  ],
  [
    'a range over 100,000 paragraphs',
    inMain(`<h2>a</h2>${fill('<p>a</p>')}<h3>b</h3>`),
    { select: [{ startAfter: 'h2', endBefore: 'h3' }] },
  ],
  ['removing 100,000 paragraphs', inMain(fill('<p>a</p>')), { remove: ['p + p'] }],
  ['closing tags only', fill('</div></p>')],
  ['angle brackets only', fill('<')],
  ['entities only', fill('&amp;&#x41;')],
  ['attributes only', `<p ${fill('a=b ')}>x`],
  ['NUL bytes', inMain(fill('\0'))],
  ['replacement characters', inMain(fill('\ufffd '))],
  ['direction marks', inMain(fill('\u202eabc\u200f '))],
  ['lone surrogates', inMain(fill('\ud800 '))],
  ['Markdown specials', inMain(fill('*_`[](|<\\'))],
  ['brackets', inMain(fill(']('))],
  ['line breaks', inMain(fill('<br>a'))],
  ['menus only', fill('<ul><li><a href=/a>a</a><a href=/b>b</a><a href=/c>c</a></ul>')],
  ['menus between paragraphs', fill(`<p>${CLAUSE}</p><ul><li><a href=/a>a</a><a href=/b>b</a><a href=/c>c</a></ul>`)],
  ['headings of related content', fill('<div><h2>Trending</h2><a href=/a>a</a></div>')],
  ['headers in headers', fill('<header>a')],
  ['long names', fill(`<div class="${'cookies-'.repeat(40)}" id="${'comment_'.repeat(40)}">a</div>`)],
  ['articles', fill('<article><h2>a</h2><p>b</p></article>')],
  ['open frames in noscripts', fill('<noscript><iframe></noscript><p>a')],
  ['noscripts that never end', fill('<noscript><iframe></iframe>')],
  [
    'streamed segments',
    fill('<template id="B:1"></template><div hidden id="S:1">a</div><script>$RC("B:1","S:1")</script>'),
  ],
  ['code', inMain(`<pre><code>${fill('`\n')}</code></pre>${fill('<code>a</code>')}`)],
];
for (const [name, html, changes] of PAGES) {
  test(`a hostile page is read in time: ${name}`, () => {
    const elapsed = cpuSeconds();
    const extraction = extract(html, changes);
    assert.ok(elapsed() < MAX_SECONDS);
    if (extraction.status === 'ok') {
      assert.match(extraction.markdown, /\S\n$/);
      assert.doesNotMatch(extraction.markdown, /\n\n\n/);
      assert.ok(extraction.markdown.isWellFormed());
    }
  });
}

test('what is nested too deep loses its markup but none of its text', () => {
  const extraction = extract(inMain(`${fill('<div>', 10_000)}<h2>AI</h2><p>No <b>training</b>.</p><script>x</script>`));
  assert.equal(extraction.status === 'ok' && extraction.markdown, `${CLAUSE}\n\nAI No training.\n`);
});

test('text after what was nested too deep is in its place', () => {
  const extraction = extract(`<main>${fill('<div>', 10_000)}a${fill('</div>', 12_000)}<h2>AI</h2>${CLAUSE}</main>`);
  assert.equal(extraction.status === 'ok' && extraction.markdown, `a\n\n## AI\n\n${CLAUSE}\n`);
});

test('a selector that costs too much is rejected', () => {
  const extraction = extract(inMain(fill('<p>a</p>', 200_000)), {
    select: ['p:nth-child(2n) ~ p ~ q, p:nth-child(3n)'],
  });
  assert.deepEqual(extraction, {
    status: 'unreadable',
    reason: 'selector-missing',
    detail: 'too costly selector p:nth-child(2n) ~ p ~ q, p:nth-child(3n)',
  });
});

test('the same page gives the same text', () => {
  const html = inMain('<h2>AI</h2><ul><li>a</ul>');
  assert.deepEqual(extract(html), extract(html));
});
