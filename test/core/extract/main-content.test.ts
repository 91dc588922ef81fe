import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CLAUSE, markdownOf } from './pages.ts';

const MENU = '<nav><a href=/a>Artists</a><a href=/b>Fans</a></nav>';
const FOOTER = '<footer><p>All rights reserved by the platform.</p></footer>';
const COOKIES = '<div id=cookie-banner><p>We like cookies.</p><button>Accept all</button></div>';
const TEXT = `<h1>Terms</h1><p>${CLAUSE}</p><p>${CLAUSE}</p>`;
const MARKDOWN = `# Terms\n\n${CLAUSE}\n\n${CLAUSE}\n`;

const PAGES: [name: string, html: string][] = [
  ['main', `<header>Logo</header>${MENU}<main>${TEXT}</main>${FOOTER}`],
  ['role=main', `<div role=banner>Logo</div><div role=main>${TEXT}</div><div role=contentinfo>Imprint</div>`],
  ['the article with the text, not the teasers', `<article>Teaser</article><article>${TEXT}</article>`],
  ['an article in nested containers', `<div><div>${MENU}</div><div><article>${TEXT}</article></div></div>`],
  [
    'the densest container',
    `<div class=top>${MENU}<p>Hi.</p></div><div><div class=doc>${TEXT}</div></div><div>Short.</div>`,
  ],
  ['a main that is an empty shell is passed over', `<main><p>Hello.</p></main><section>${TEXT}</section>${FOOTER}`],
  [
    'a header inside the article belongs to it',
    `<article><header><h1>Terms</h1></header><p>${CLAUSE}</p><p>${CLAUSE}</p></article>`,
  ],
  [
    'banners and asides are no part of it',
    `<main>${COOKIES}<aside>News</aside>${TEXT}<div class="newsletter-box">Subscribe</div></main>`,
  ],
  ['a page without any marks', TEXT],
];
for (const [name, html] of PAGES) {
  test(`main content: ${name}`, () => assert.equal(markdownOf(`<html><body>${html}</body></html>`), MARKDOWN));
}

test('a title beside the text is kept', () => {
  const html = `<body><div>${MENU}</div><div><div><h1>Terms</h1></div><div><p>${CLAUSE}</p><p>${CLAUSE}</p></div></div></body>`;
  assert.equal(markdownOf(html), MARKDOWN);
});

test('a page about cookies is no cookie banner', () => {
  const html = `<body class="cookie-policy"><div class=cookie-text>${TEXT}</div></body>`;
  assert.equal(markdownOf(html), MARKDOWN);
});
