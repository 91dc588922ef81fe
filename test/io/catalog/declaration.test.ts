import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { readDeclarationFile } from '../../../src/io/catalog/declaration.ts';

const TYPE = 'Terms of Service';
const fetch = 'https://tunebox.example/terms';
const service = (declaration: unknown) => ({ name: 'Tunebox', terms: { [TYPE]: declaration } });
const page = (overrides: object = {}) => ({
  fetch,
  select: [],
  remove: [],
  removeQueryParams: [],
  executeClientScripts: false,
  ...overrides,
});

describe('a declaration of Open Terms Archive', () => {
  const range = { startBefore: '#start', endAfter: '.end' };
  const rows: [what: string, declaration: object, pages: object[]][] = [
    ['has one selector', { fetch, select: 'main' }, [page({ select: ['main'] })]],
    ['has several selectors', { fetch, select: ['h1', '.text'] }, [page({ select: ['h1', '.text'] })]],
    ['has a range', { fetch, select: range }, [page({ select: [range] })]],
    ['has ranges among selectors', { fetch, select: ['h1', range] }, [page({ select: ['h1', range] })]],
    ['has no selector, as for a PDF', { fetch: `${fetch}.pdf` }, [page({ fetch: `${fetch}.pdf` })]],
    [
      'takes elements out',
      { fetch, select: 'main', remove: ['nav', range] },
      [page({ select: ['main'], remove: ['nav', range] })],
    ],
    [
      'needs a browser',
      { fetch, select: 'main', executeClientScripts: true },
      [page({ select: ['main'], executeClientScripts: true })],
    ],
    [
      'takes out a query parameter',
      { fetch, filter: [{ removeQueryParams: 'sid' }] },
      [page({ removeQueryParams: ['sid'] })],
    ],
    [
      'takes out several query parameters',
      { fetch, filter: [{ removeQueryParams: ['a', 'b'] }] },
      [page({ removeQueryParams: ['a', 'b'] })],
    ],
    [
      'joins pages, each overriding what stands above them key by key',
      {
        combine: [{ fetch }, { fetch: `${fetch}/2`, select: 'article', executeClientScripts: false, filter: [] }],
        select: 'main',
        remove: 'nav',
        filter: [{ removeQueryParams: 'sid' }],
        executeClientScripts: true,
      },
      [
        page({ select: ['main'], remove: ['nav'], removeQueryParams: ['sid'], executeClientScripts: true }),
        page({ fetch: `${fetch}/2`, select: ['article'], remove: ['nav'] }),
      ],
    ],
  ];
  for (const [what, declaration, pages] of rows) {
    it(what, () =>
      assert.deepEqual(readDeclarationFile(service(declaration), TYPE), { status: 'ok', declaration: { pages } }),
    );
  }

  it('may stand under the older key "documents"', () => {
    const read = readDeclarationFile({ name: 'Tunebox', documents: { [TYPE]: { fetch, select: 'main' } } }, TYPE);
    assert.equal(read.status, 'ok');
  });

  it('is read even if other declarations in the file have faults', () => {
    const file = {
      name: 'Tunebox',
      terms: { [TYPE]: { fetch, select: 'main' }, 'Privacy Policy': { filter: ['own'] } },
    };
    assert.equal(readDeclarationFile(file, TYPE).status, 'ok');
  });

  const PATH = `terms["${TYPE}"]`;
  const faulty: [what: string, json: unknown, path: string, problem: RegExp][] = [
    ['no object', [], '', /must be an object/],
    ['neither terms nor documents', { name: 'Tunebox' }, '', /neither "terms" nor "documents"/],
    ['terms of a service that ended', { name: 'Tunebox', terms: {} }, 'terms', /no longer tracked/],
    ['another type', { terms: { 'Privacy Policy': {} } }, 'terms', /no "Terms of Service"; it has Privacy Policy/],
    ['a declaration that is text', service(fetch), PATH, /must be an object/],
    ['no address', service({ select: 'main' }), PATH, /either "fetch" .* or "combine"/],
    ['both fetch and combine', service({ fetch, combine: [{ fetch }] }), PATH, /either "fetch" .* or "combine"/],
    ['an address that is not http(s)', service({ fetch: 'ftp://tunebox.example/' }), `${PATH}.fetch`, /http\(s\)/],
    ['an address with a password', service({ fetch: 'https://me:pw@tunebox.example/' }), `${PATH}.fetch`, /user name/],
    ['no page to combine', service({ combine: [] }), `${PATH}.combine`, /at least one page/],
    ['the same page twice', service({ combine: [{ fetch }, { fetch }] }), `${PATH}.combine`, /same address twice/],
    ['a page without address', service({ combine: [{ select: 'main' }] }), `${PATH}.combine[0].fetch`, /is missing/],
    ['an unknown key', service({ fetch, selekt: 'main' }), PATH, /unknown key "selekt", perhaps "select" is meant/],
    ['a broken selector', service({ fetch, select: '[role="main"' }), `${PATH}.select`, /not a CSS selector/],
    [
      'a broken selector in a list',
      service({ fetch, select: ['main', 'a:nosuch'] }),
      `${PATH}.select[1]`,
      /not a CSS selector/,
    ],
    ['a selector that is a number', service({ fetch, select: [5] }), `${PATH}.select[0]`, /a CSS selector or a range/],
    ['selectors that are a number', service({ fetch, remove: 5 }), `${PATH}.remove`, /a range or a list of them/],
    [
      'a range without end',
      service({ fetch, select: { startBefore: 'h1' } }),
      `${PATH}.select`,
      /exactly one start .* one end/,
    ],
    [
      'a range with two starts',
      service({ fetch, select: [{ startBefore: 'h1', startAfter: 'h2', endBefore: 'footer' }] }),
      `${PATH}.select[0]`,
      /exactly one start/,
    ],
    [
      'a filter of its own',
      service({ fetch, filter: ['removeLinks'] }),
      `${PATH}.filter[0]`,
      /executable filters are not run/,
    ],
    [
      'a filter of its own with parameters',
      service({ fetch, filter: [{ cut: 1 }] }),
      `${PATH}.filter[0]`,
      /executable filters are not run/,
    ],
  ];
  for (const [what, json, path, problem] of faulty) {
    it(`is refused with its path: ${what}`, () => {
      const result = readDeclarationFile(json, TYPE);
      assert.ok(result.status === 'faulty');
      const fault = result.faults.find((candidate) => candidate.path === path);
      assert.match(fault?.problem ?? `nothing at ${path}: ${JSON.stringify(result.faults)}`, problem);
    });
  }

  it('does not find a type that every object inherits', () => {
    assert.equal(readDeclarationFile({ terms: {} }, 'constructor').status, 'faulty');
  });

  const real = new URL('../../../../shared/corpus/Buffer.json', import.meta.url);
  it('is read from a real service file', { skip: existsSync(real) ? false : 'the corpus is not here' }, () => {
    const read = readDeclarationFile(JSON.parse(readFileSync(real, 'utf8')), 'Privacy Policy');
    assert.equal(read.status === 'ok' && read.declaration.pages[0]?.select.length, 5);
  });
});
