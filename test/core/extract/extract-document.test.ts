import assert from 'node:assert/strict';
import { test } from 'node:test';
import { extractDocument } from '../../../src/core/extract/extract-document.ts';
import { computeIdentity } from '../../../src/core/extract/identity.ts';
import { CLAUSE, extract, page } from './extract-fixture.ts';

const one = { html: `<main><h1>One</h1><p>${CLAUSE}</p></main>`, url: 'https://platform.example/1' };
const two = { html: `<main><h1>Two</h1><p><a href=x>${CLAUSE}</a></p></main>`, url: 'https://platform.example/2/' };

test('pages are joined in order, each with links against its own URL', () => {
  const extraction = extractDocument([one, two], { pages: [page(), page()] });
  const markdown = `# One\n\n${CLAUSE}\n\n- - -\n\n# Two\n\n[${CLAUSE}](https://platform.example/2/x)\n`;
  assert.deepEqual(extraction, { status: 'ok', markdown, identity: computeIdentity(markdown) });
});

test('the document is its only page', () => {
  assert.deepEqual(extractDocument([one], { pages: [page()] }), extract(one.html));
});

test('one unreadable page makes the document unreadable, and the detail says which', () => {
  const broken = { html: '<p>404 Not Found</p>', url: 'https://platform.example/2/' };
  const extraction = extractDocument([one, broken], { pages: [page(), page({ fetch: broken.url })] });
  assert.equal(extraction.status, 'unreadable');
  assert.equal(extraction.reason, 'error-page');
  assert.match(extraction.detail, /^page 2 of 2 \(https:\/\/platform\.example\/2\/\): /);
});

test('a missing page makes the document unreadable', () => {
  const extraction = extractDocument([one], { pages: [page(), page()] });
  assert.deepEqual(extraction, { status: 'unreadable', reason: 'empty', detail: '1 of 2 pages' });
});

const FILES: [name: string, start: string][] = [
  ['a PDF', '%PDF-1.7 binary'],
  ['a ZIP', 'PK\x03\x04 binary'],
  ['a picture', '\ufffdPNG\r\n binary'],
];
for (const [name, html] of FILES) {
  test(`${name} is no HTML page`, () => {
    const extraction = extract(html);
    assert.equal(extraction.status === 'unreadable' && extraction.reason, 'unsupported-type');
  });
}
