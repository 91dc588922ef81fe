/**
 * Extracts every page in test/fixtures/pages and compares the result with the file beside it:
 *   page.html or pdf.json            the page, or pieces and layout of a PDF file (see helpers/typeset.ts)
 *   declaration.json                 selectors, if any
 *   expected.md or unreadable.txt    the Markdown, or the reason
 * UPDATE_FIXTURES=1 writes the results instead: read the diff before you keep it.
 */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { type CapturedPage, extractDocument } from '../../../src/core/extract/extract-document.ts';
import { computeExtractorVersion } from '../../../src/core/extract/extractor-version.ts';
import { sha256 } from '../../../src/core/text/sha256.ts';
import { pagesOf, typeset } from '../../helpers/typeset.ts';
import { page, URL_OF_PAGE } from './extract-fixture.ts';

const PAGES = new URL('../../fixtures/pages/', import.meta.url);
const NAMES = readdirSync(PAGES).sort();

/** The name of the file with the expected result, and what it should say. */
function extractFixture(name: string): [file: string, text: string] {
  const folder = new URL(`${name}/`, PAGES);
  const read = (file: string) => readFileSync(new URL(file, folder), 'utf8');
  const has = (file: string) => existsSync(new URL(file, folder));
  const capture = (): CapturedPage => {
    if (!has('pdf.json')) return { html: read('page.html'), url: URL_OF_PAGE };
    const { pieces, layout } = JSON.parse(read('pdf.json'));
    return { pdf: { status: 'ok', pages: pagesOf(typeset(pieces, layout)) } };
  };
  const selectors = has('declaration.json') ? JSON.parse(read('declaration.json')) : {};
  const extraction = extractDocument([capture()], { pages: [page(selectors)] });
  return extraction.status === 'ok'
    ? [`${name}/expected.md`, extraction.markdown]
    : [`${name}/unreadable.txt`, `${extraction.reason}\n`];
}

describe('a page fixture reads as expected:', () => {
  for (const name of NAMES) {
    it(name, () => {
      const [file, text] = extractFixture(name);
      const path = new URL(file, PAGES);
      if (process.env.UPDATE_FIXTURES) writeFileSync(path, text);
      assert.equal(text, readFileSync(path, 'utf8'));
    });
  }
});

it('other texts need another extractor version: unless you only added a page, raise EXTRACTOR_RELEASE; then write both results here', () => {
  const texts = sha256(...NAMES.flatMap(extractFixture)).slice(0, 16);
  const declaration = { pages: [{ ...page(), fetch: 'https://tunebox.example/terms' }] };
  assert.deepEqual([computeExtractorVersion(declaration), texts], ['7b9b5b86e2f70eac', 'fa2fa1b36474a68f']);
});
