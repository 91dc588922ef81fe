import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PageDeclaration } from '../../../src/domain/catalog.ts';
import { CLAUSE, extract } from './extract-fixture.ts';
import { fill, HOSTILE_PAGES, inMain } from './hostile-pages.ts';

const LENGTH = 100_000;
/** The tree of a page has at most 50,000. */
const MANY_ELEMENTS = fill('<p>a</p>', 440_000);

const PAGES: [name: string, html: string, changes?: Partial<PageDeclaration>][] = [
  ['nothing', ''],
  ...HOSTILE_PAGES.map(([name, html, changes]): (typeof PAGES)[number] => [name, html(LENGTH), changes]),
  ['more elements than are built', inMain(MANY_ELEMENTS), { remove: ['p + p'] }],
];
for (const [name, html, changes] of PAGES) {
  test(`a hostile page is read: ${name}`, () => {
    const extraction = extract(html, changes);
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
