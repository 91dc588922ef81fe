/** What the page fixtures cannot show: long pages, and boxes larger than the text. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CLAUSE, markdownOf } from './extract-fixture.ts';

const TEXT = `<h1>Terms</h1><p>${CLAUSE}</p><p>${CLAUSE}</p>`;
const MARKDOWN = `# Terms\n\n${CLAUSE}\n\n${CLAUSE}\n`;

test('comments are left out, even when they are longer than the text', () => {
  const comment = `<p>${'I have hummed this for years and nobody has ever minded it. '.repeat(12)}</p>`;
  assert.equal(
    markdownOf(`<body><div><div>${TEXT}</div><ol class="comment-list"><li>${comment}</ol></div></body>`),
    MARKDOWN,
  );
});

test('a long list belongs to the text before it', () => {
  const list = `<ol>${`<li>${CLAUSE}</li>`.repeat(20)}</ol>`;
  const lead = 'By humming here you agree to all of this, even to what you have not read yet.';
  assert.match(markdownOf(`<body><div>${lead}${list}</div></body>`), /^By humming/);
  assert.match(markdownOf(`<body><div><p>${CLAUSE} ${CLAUSE}</p><div>${list}</div></div></body>`), /^You keep/);
});

test('a text in several boxes is extracted whole, however unequal they are', () => {
  const box = (title: string, paragraphs: number) =>
    `<div><h3>${title}</h3>${`<p>${CLAUSE}</p>`.repeat(paragraphs)}</div>`;
  assert.match(markdownOf(`<body><div>${box('First', 8)}${box('Second', 60)}</div></body>`), /^### First/);
});
