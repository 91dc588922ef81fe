/** Builds pages and PDF files that are meant to keep the extraction busy or to crash it, of any length, for the tests and `bench/linear-time.ts`. */
import type { PdfPage } from '../../../src/core/extract/pdf/pdf-page.ts';
import type { PageDeclaration } from '../../../src/domain/catalog.ts';
import { CLAUSE } from './extract-fixture.ts';

export const fill = (piece: string, length: number): string => piece.repeat(Math.floor(length / piece.length));
export const inMain = (html: string): string => `<main><p>${CLAUSE}</p>${html}</main>`;

/** What is built has about the wanted number of characters, or some times as many. */
export const HOSTILE_PAGES: readonly (readonly [
  name: string,
  html: (length: number) => string,
  changes?: Partial<PageDeclaration>,
])[] = [
  ['one line', (length) => fill(`${CLAUSE} `, 5 * length)],
  ['one word', (length) => fill('a', 5 * length)],
  ['nested elements', (length) => inMain(fill('<div>', length)), { select: ['main'], remove: ['div div div > span'] }],
  ['nested elements, closed', (length) => inMain(`${fill('<div>', length)}deep${fill('</div>', length)}after`)],
  ['nested marks', (length) => inMain(fill('<b>a<i>', length))],
  ['nested lists', (length) => inMain(fill('<ul><li>a', length))],
  ['nested tables', (length) => inMain(fill('<table><tr><td>a', length))],
  ['nested quotes', (length) => inMain(fill('<blockquote>a', length))],
  ['nested accordions', (length) => inMain(fill('<details><summary>a', length))],
  ['wide tables', (length) => inMain(`<table><tr>${fill('<td>a', length)}<tr>${fill('<td>b', length)}</table>`)],
  [
    'paragraphs and a selector of cubic cost',
    (length) => inMain(fill('<p>a</p>', length)),
    { select: ['p:nth-child(2n) ~ p ~ q'] },
  ],
  [
    'a range over paragraphs',
    (length) => inMain(`<h2>a</h2>${fill('<p>a</p>', length)}<h3>b</h3>`),
    { select: [{ startAfter: 'h2', endBefore: 'h3' }] },
  ],
  ['removing paragraphs', (length) => inMain(fill('<p>a</p>', length)), { remove: ['p + p'] }],
  ['closing tags only', (length) => fill('</div></p>', length)],
  ['angle brackets only', (length) => fill('<', length)],
  ['entities only', (length) => fill('&amp;&#x41;', length)],
  ['attributes only', (length) => `<p ${fill('a=b ', length)}>x`],
  ['NUL bytes', (length) => inMain(fill('\0', length))],
  ['replacement characters', (length) => inMain(fill('\ufffd ', length))],
  ['direction marks', (length) => inMain(fill('\u202eabc\u200f ', length))],
  ['lone surrogates', (length) => inMain(fill('\ud800 ', length))],
  ['Markdown specials', (length) => inMain(fill('*_`[](|<\\', length))],
  ['brackets', (length) => inMain(fill('](', length))],
  ['line breaks', (length) => inMain(fill('<br>a', length))],
  ['menus only', (length) => fill('<ul><li><a href=/a>a</a><a href=/b>b</a><a href=/c>c</a></ul>', length)],
  [
    'menus between paragraphs',
    (length) => fill(`<p>${CLAUSE}</p><ul><li><a href=/a>a</a><a href=/b>b</a><a href=/c>c</a></ul>`, length),
  ],
  ['headings of related content', (length) => fill('<div><h2>Trending</h2><a href=/a>a</a></div>', length)],
  ['headers in headers', (length) => fill('<header>a', length)],
  [
    'long names',
    (length) => fill(`<div class="${'cookies-'.repeat(40)}" id="${'comment_'.repeat(40)}">a</div>`, length),
  ],
  ['articles', (length) => fill('<article><h2>a</h2><p>b</p></article>', length)],
  ['open frames in noscripts', (length) => fill('<noscript><iframe></noscript><p>a', length)],
  ['noscripts that never end', (length) => fill('<noscript><iframe></iframe>', length)],
  [
    'streamed segments',
    (length) =>
      fill('<template id="B:1"></template><div hidden id="S:1">a</div><script>$RC("B:1","S:1")</script>', length),
  ],
  ['code', (length) => inMain(`<pre><code>${fill('`\n', length)}</code></pre>${fill('<code>a</code>', length)}`)],
];

/** The directions in which the pieces of a hostile PDF file follow each other. */
export const HOSTILE_PDFS: readonly (readonly [name: string, x: number, y: number])[] = [
  ['on one line', 1, 0],
  ['below each other', 0, 1],
  ['in one place', 0, 0],
];
export function hostilePdf(count: number, x: number, y: number): PdfPage[] {
  const runs = Array.from({ length: count }, (_, i) => ({
    text: 'a-',
    x: i * x,
    y: i * y,
    width: 5,
    size: 10,
    bold: false,
  }));
  return [{ width: 595, height: 842, runs }];
}
