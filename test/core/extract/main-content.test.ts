import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CLAUSE, extract, markdownOf } from './extract-fixture.ts';

const MENU = '<nav><a href=/a>Artists</a><a href=/b>Fans</a></nav>';
const FOOTER = '<footer><p>All rights reserved by the platform.</p></footer>';
const COOKIES = '<div id=cookie-banner><p>We like cookies.</p><button>Accept all</button></div>';
const TEXT = `<h1>Terms</h1><p>${CLAUSE}</p><p>${CLAUSE}</p>`;
const MARKDOWN = `# Terms\n\n${CLAUSE}\n\n${CLAUSE}\n`;

const TWO_CLAUSES = `<p>${CLAUSE}</p><p>${CLAUSE}</p>`;
const SPLIT = `<article><h1>Terms</h1><p>${CLAUSE}</p></article><article><p>${CLAUSE}</p></article>`;

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
  ['a head that nobody closes', `<head><title>House</title>${MENU}<div>${TEXT}</div>`],
  ['a frame left open in a noscript', `<noscript><iframe src=/t></noscript><div>${TEXT}</div><iframe></iframe>`],
  [
    'a page that is written for who runs no scripts',
    `<div id=app></div><noscript>${MENU}<div>${TEXT}</div></noscript>`,
  ],
  ['a title before the main content', `<div class=hero><div><h1>Terms</h1></div></div><main>${TWO_CLAUSES}</main>`],
  ['a title in a header', `${MENU}<header><h1>Terms</h1></header><div>${TWO_CLAUSES}</div>${FOOTER}`],
  [
    'the main content, not that of a dialog',
    `<div><main>${TEXT}</main></div><div class=film><main><p>${CLAUSE}</p></main></div>`,
  ],
  ['one article of several that are parts', `<div>${SPLIT}</div>${FOOTER}`],
];
for (const [name, html] of PAGES) {
  test(`main content: ${name}`, () => assert.equal(markdownOf(`<html><body>${html}</body></html>`), MARKDOWN));
}

test('a title beside the text is kept', () => {
  const html = `<body><div>${MENU}</div><div><div><h1>Terms</h1></div><div><p>${CLAUSE}</p><p>${CLAUSE}</p></div></div></body>`;
  assert.equal(markdownOf(html), MARKDOWN);
});

/** What stands on a page with a text, and is no part of it. */
const TEASERS = '<a href=/1>Ten songs to hum</a> <a href=/2>A choir for cats</a> <a href=/3>How drums are made</a>';
const REMARK = `<p>${'I have hummed this for years and nobody has ever minded it. '.repeat(4)}</p>`;
const BESIDE: [name: string, html: string][] = [
  ['a menu without a mark', `<div><ul><li>${TEASERS.replaceAll('> <', '><li><')}</ul></div>`],
  ['teasers', `<section>${TEASERS}</section>`],
  ['other articles, by their heading', `<div><h2>Related articles</h2><div><p>Sing along.</p>${TEASERS}</div></div>`],
  ['other articles, by their heading in German', `<section><h3>Ähnliche Artikel</h3><p>Neu.</p>${TEASERS}</section>`],
  [
    'other articles, by their name',
    '<div class="post-related-posts"><p>A choir for cats, and what came of it.</p></div>',
  ],
  ['buttons to share', '<div class="social-share"><span>Tell a friend</span></div>'],
  ['comments', `<div class="comments-area"><h3>Said by readers</h3>${REMARK}</div>`],
  ['comments that are longer than the text', `<ol class="comment-list"><li>${REMARK.repeat(3)}</ol>`],
  ['who wrote it', '<div class="author-bio">Ann hums.</div>'],
  ['a sidebar', '<div class="right-sidebar">Humming this week</div>'],
  ['a footer by its name', '<div id="page-footer">The house of hums</div>'],
  ['a banner by its id', '<div id="cookie-notice">We bake.</div>'],
  ['a dialog by its class', '<div class="my-cookies">We bake. <button>Fine</button></div>'],
];
for (const [name, html] of BESIDE) {
  test(`no part of the main content: ${name}`, () => {
    assert.equal(markdownOf(`<body><div><div>${TEXT}</div>${html}</div></body>`), MARKDOWN);
  });
}

/** What looks like it and is a part of the text. */
const PARTS: [name: string, html: string, text: string][] = [
  [
    'a clause called cookies',
    '<div id="cookies"><h2>Cookies</h2><p>We set one.</p></div>',
    '## Cookies\n\nWe set one.',
  ],
  ['a clause whose class is cookies', '<section class="cookies"><p>We set one.</p></section>', 'We set one.'],
  ['a clause on sharing', '<section class="data-sharing" id="sharing"><p>We share.</p></section>', 'We share.'],
  ['a heading called comments', '<h2 id="comments" class="comments">Comments</h2>', '## Comments'],
  ['a note between paragraphs', `<aside><p>${CLAUSE}</p></aside>`, CLAUSE],
  [
    'a list of links between paragraphs',
    '<ul><li><a href=/a>Rules for bands</a><li><a href=/b>Rules for fans</a><li><a href=/c>Rules for us</a></ul>',
    '- [Rules for bands](https://platform.example/a)\n- [Rules for fans](https://platform.example/b)\n- [Rules for us](https://platform.example/c)',
  ],
];
for (const [name, html, text] of PARTS) {
  test(`a part of the main content: ${name}`, () => {
    assert.equal(
      markdownOf(`<main><h1>Terms</h1><p>${CLAUSE}</p>${html}<p>${CLAUSE}</p></main>`),
      MARKDOWN.replace('\n\n', `\n\n${CLAUSE}\n\n${text}\n\n`).replace(`${CLAUSE}\n\n${CLAUSE}\n`, `${CLAUSE}\n`),
    );
  });
}

test('what leads to other places of the same page is its table of contents', () => {
  const contents =
    '<div><ul><li><a href="#a">Rights</a><li><a href="#b">Duties</a><li><a href="/t#c">Ends</a></ul></div>';
  assert.match(markdownOf(`<body><div>${contents}${TEXT}</div></body>`), /Rights[\s\S]*Duties[\s\S]*Ends/);
});

test('a list of links in a list item belongs to what the item says', () => {
  const links = '<ul><li><a href=/a>Hum one</a><li><a href=/b>Hum two</a><li><a href=/c>Hum three</a></ul>';
  const markdown = markdownOf(`<main><h1>Terms</h1><ol><li>${CLAUSE} Such as:${links}<li>${CLAUSE}</ol></main>`);
  assert.equal(markdown.match(/\[Hum/g)?.length, 3);
});

test('on a page that is a list of links they are its text', () => {
  const links = Array.from({ length: 20 }, (_, i) => `<li><a href=/rules/${i}>Rules for the band number ${i}</a>`).join(
    '',
  );
  const html = `<body>${MENU}<div><h1>All our rules</h1><p>Find what you look for.</p><ul>${links}</ul></div>${FOOTER}</body>`;
  assert.equal(markdownOf(html).match(/^- \[Rules/gm)?.length, 20);
});

test('a list is not stepped into, however long it is: what stands before it belongs to it', () => {
  const list = `<ol>${`<li>${CLAUSE}</li>`.repeat(20)}</ol>`;
  assert.match(
    markdownOf(
      `<body><div>By humming here you agree to all of this, even to what you have not read yet.${list}</div></body>`,
    ),
    /^By humming/,
  );
  assert.match(markdownOf(`<body><div><p>${CLAUSE} ${CLAUSE}</p><div>${list}</div></div></body>`), /^You keep/);
});

test('a text in several boxes is read whole', () => {
  const box = (title: string, times: number) => `<div><h3>${title}</h3>${`<p>${CLAUSE}</p>`.repeat(times)}</div>`;
  const markdown = markdownOf(`<body><div>${box('First', 8)}${box('Second', 60)}</div></body>`);
  assert.match(markdown, /^### First/);
});

test('a policy of boxes that are all called cookies is no banner', () => {
  const boxes = Array.from(
    { length: 6 },
    (_, i) => `<div class="cookie-box"><h2>Kind ${i}</h2><p>${CLAUSE}</p><button>More</button></div>`,
  );
  const markdown = markdownOf(`<main><h1>Cookies</h1>${boxes.join('')}</main>`);
  assert.equal(markdown.match(/^## Kind/gm)?.length, 6);
});

test('a page that shows nothing but a request for scripts says so', () => {
  const extraction = extract('<div id=app></div><noscript>You need to enable JavaScript to run this app.</noscript>');
  assert.equal(extraction.status === 'unreadable' && extraction.reason, 'loading');
});

test('a page about cookies is no cookie banner', () => {
  const html = `<body class="cookie-policy"><div class=cookie-text>${TEXT}</div></body>`;
  assert.equal(markdownOf(html), MARKDOWN);
});
