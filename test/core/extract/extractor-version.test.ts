/** Pages that nobody changed, read in another way, must not look like changed pages. */
import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { it } from 'node:test';
import { computeExtractorVersion } from '../../../src/core/extract/extractor-version.ts';
import { CLAUSE, markdownOf } from './extract-fixture.ts';

const declaration = {
  pages: [
    {
      fetch: 'https://tunebox.example/terms',
      select: [],
      remove: [],
      removeQueryParams: [],
      executeClientScripts: false,
    },
  ],
};

/** Something of everything that pages are made of. */
const PAGES = [
  `<nav><a href=/a>Artists</a></nav><main><h1>Terms</h1><p>${CLAUSE}</p><ul><li>One<ul><li>Two</li></ul></li></ul></main><footer>Imprint</footer>`,
  `<div class=page><header><h1>Guidelines</h1></header><div><p>${CLAUSE}</p><table><tr><th>What</th><th>Whose</th></tr><tr><td>Song</td><td>Yours</td></tr></table></div></div>`,
  `<article><h2>Help</h2><details><summary>May I?</summary><p>${CLAUSE}</p></details><dl><dt>Song</dt><dd>What one hums.</dd></dl><aside><a href=/x>More</a></aside></article>`,
  `<body><p>${CLAUSE} Updated <b>yesterday</b>.</p><div class=related><a href=/1>Ten songs to hum</a><a href=/2>A choir for cats</a><a href=/3>How drums are made</a></div><p>${CLAUSE}</p>`,
];

it('changes with the declaration', () => {
  const [page] = declaration.pages;
  assert.ok(page);
  const other = { pages: [{ ...page, select: ['main'] }] };
  assert.notEqual(computeExtractorVersion(declaration), computeExtractorVersion(other));
  assert.equal(computeExtractorVersion(declaration), computeExtractorVersion(structuredClone(declaration)));
});

it('changes when pages come out with other words: where this fails, raise EXTRACTION and write both results here', () => {
  const texts = hash('sha256', PAGES.map((page) => markdownOf(page)).join('\n---\n')).slice(0, 16);
  assert.deepEqual([computeExtractorVersion(declaration), texts], ['7b9b5b86e2f70eac', 'b95a291772a38648']);
});
