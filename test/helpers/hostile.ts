/** Builds hostile pages, feeds and signal files: as large as a fetch allows, to keep the program busy. */
import { termsPage } from './world.ts';

/** A fetch allows 8 MB. */
const LARGE_BYTES = 4_000_000;

const fill = (piece: string, bytes = LARGE_BYTES): string => piece.repeat(Math.floor(bytes / piece.length));
const times = (count: number, piece: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => piece(i)).join('');
/** Known terms plus the hostile content. */
const inMain = (html: string): string => termsPage([]).replace('</main>', () => `${html}</main>`);

export const HOSTILE_PAGES: readonly (readonly [title: string, html: string])[] = [
  ['“We train AI.” over 4 MB', inMain(`<p>${fill('We train AI. ')}</p>`)],
  ['“We train AI.” up to the limit of a version', inMain(`<p>${fill('We train AI. ', 1_950_000)}</p>`)],
  ['40,000 clauses about AI', inMain(times(40_000, (i) => `<p>We may use your item ${i} to train AI.</p>`))],
  ['4 MB of <', inMain(fill('<'))],
  ['4 MB of &', inMain(fill('&'))],
  ['4 MB of backticks', inMain(fill('`'))],
  ['4 MB of brackets', inMain(fill('[('))],
  ['elements in elements', inMain(fill('<div>', 1_000_000))],
  ['7 MB of words', inMain(`<p>${fill('You keep your rights in it. ', 7_000_000)}</p>`)],
];

export const rss = (items: string): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>${items}</channel></rss>`;

export const feedItem = (i: number, title: string, summary = '', pubDate = 'Fri, 01 May 2026 09:00:00 GMT'): string =>
  `<item><title>${title}</title><link>https://tunebox.example/news/${i}</link><pubDate>${pubDate}</pubDate><description>${summary}</description></item>`;

const SUMMARY = 'The new terms of service let Tunebox train AI models on music that artists upload';

export const HOSTILE_FEEDS: readonly (readonly [title: string, xml: string])[] = [
  [
    'a feed of 500 items about AI',
    rss(
      times(500, (i) =>
        feedItem(
          i,
          `Tunebox trains AI model ${i * 37} on uploads of ${i}`,
          `${SUMMARY}, says Person${i} Name${i * 3}.`,
        ),
      ),
    ),
  ],
  [
    'a feed of 500 outlets with one story',
    rss(times(500, (i) => feedItem(i, 'Tunebox changes its terms to train AI on uploads', `${SUMMARY}. Report ${i}.`))),
  ],
  ['a feed of 50,000 items', rss(times(50_000, (i) => feedItem(i, `Item ${i}`, '', 'Thu, 30 Apr 2026 09:00:00 GMT')))],
  ['a feed of <', rss(fill('<'))],
  ['a feed of &', rss(`<item><title>${fill('&')}</title></item>`)],
  ['a feed of attributes', rss(`<item ${fill('a="b" ')}><title>x</title></item>`)],
  ['a feed of entities in entries', rss(fill(`<item><title>${'&amp;'.repeat(2_000)}</title></item>`))],
];

export const HOSTILE_SIGNALS: readonly (readonly [title: string, text: string])[] = [
  ['a robots.txt of groups', fill('User-agent: GPTBot\nDisallow: /a\n')],
  ['a robots.txt of one line', `User-agent: *\nDisallow: /${fill('a*')}`],
  ['a robots.txt of line ends', fill('\n', 7_000_000)],
];

/** Repeated many times, these make naive XML and HTML parsers quadratic. */
export const HOSTILE_XML = [
  '<p',
  '<',
  '&',
  '<![CDATA[',
  '<!--',
  '<!DOCTYPE',
  '<a type="xhtml">',
  '<a b="',
  '</b>',
  ']]>',
  '&lt;p ',
  '<?x',
];
export const HOSTILE_DESCRIPTIONS = ['<p', '<h<br', '</div', '&amp;', '<!--', '<br/>'];
