import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { extractSignalLines } from '../../../src/core/signals/page-signals.ts';
import { read, summarise } from './crawlers.ts';

const page = (head: string, body = '') =>
  `<!doctype html><html><head><title>Tunebox</title>${head}</head><body>${body}</body></html>`;
const says = (headers: Record<string, string[]>, head: string) =>
  summarise(read('page', extractSignalLines(headers, page(head))));

const rows: { name: string; headers?: Record<string, string[]>; head?: string; says: string[] }[] = [
  { name: 'nothing', head: '<meta name="robots" content="index, follow">', says: [] },
  { name: 'noai in a tag', head: '<META content="noimageai, NoAI" name=robots>', says: ['noai: * train forbidden'] },
  {
    name: 'noimageai alone, about images',
    head: '<meta name="robots" content="noimageai">',
    says: ['noai: * train forbidden in images'],
  },
  { name: 'noai for one crawler', head: '<meta name="gptbot" content="noai">', says: ['noai: GPTBot train forbidden'] },
  { name: 'nothing by a description "noai"', head: '<meta name="description" content="noai">', says: [] },
  {
    name: 'noai in a header, among other values',
    headers: { 'x-robots-tag': ['noindex', 'noai, noimageai'] },
    says: ['noai: * train forbidden'],
  },
  {
    name: 'noai in a header for one crawler',
    headers: { 'x-robots-tag': ['gptbot: noai', 'otherbot: noai', 'unavailable_after: 25 Jun 2027 15:00:00 PST'] },
    says: ['noai: GPTBot train forbidden'],
  },
  {
    name: 'a reservation in a tag',
    head: '<meta name="tdm-reservation" content="1">',
    says: ['tdmrep: * all reserved'],
  },
  {
    name: 'a reservation with a policy in headers',
    headers: { 'tdm-reservation': ['1'], 'tdm-policy': ['https://tunebox.example/tdm'] },
    says: ['tdmrep: * all reserved https://tunebox.example/tdm'],
  },
  { name: 'that nothing is reserved', headers: { 'tdm-reservation': ['0'] }, says: ['tdmrep: * all allowed'] },
  { name: 'nothing by an invalid reservation', headers: { 'tdm-reservation': ['yes'] }, says: [] },
  {
    name: 'the stricter of a header and a tag',
    headers: { 'tdm-reservation': ['0'] },
    head: '<meta name="tdm-reservation" content="1">',
    says: ['tdmrep: * all reserved'],
  },
  { name: 'Content-Usage', headers: { 'content-usage': ['train-ai=n'] }, says: ['content-usage: * train forbidden'] },
  {
    name: 'Content-Signal',
    headers: { 'content-signal': ['ai-train=yes, search=yes'] },
    says: ['content-signal: * train allowed', 'content-signal: * search allowed'],
  },
  {
    name: 'a licence in a Link header, ignoring the style sheet beside it',
    headers: {
      link: ['</s.css>; rel=preload, <https://tunebox.example/l.xml>; rel="license"; type="application/rsl+xml"'],
    },
    says: ['rsl: * all licensed https://tunebox.example/l.xml'],
  },
  {
    name: 'nothing by a licence that is not RSL',
    headers: { link: ['<https://tunebox.example/l>; rel="license"'] },
    says: [],
  },
  {
    name: 'a licence in a tag',
    head: '<link rel="license" type="application/rsl+xml" href="https://tunebox.example/l.xml">',
    says: ['rsl: * all licensed https://tunebox.example/l.xml'],
  },
  {
    name: 'a licence in the page',
    head: '<script type="application/rsl+xml"><rsl></rsl></script>',
    says: ['rsl: * all licensed'],
  },
  { name: 'nothing in comments', head: '<!-- <meta name="robots" content="noai"> -->', says: [] },
  { name: 'nothing in scripts', head: '<script>x = \'<meta name="robots" content="noai">\'</script>', says: [] },
];

describe('a page', () => {
  for (const row of rows) {
    it(`says ${row.name}`, () => assert.deepEqual(says(row.headers ?? {}, row.head ?? ''), row.says));
  }

  it('is kept as its lines with signals, verbatim', () => {
    const text = extractSignalLines(
      { 'x-robots-tag': ['noindex', 'noai'] },
      page('<meta charset="utf-8"><meta\n name="tdm-reservation"  content="1">'),
    );
    assert.equal(text, 'x-robots-tag: noai\n<meta name="tdm-reservation" content="1">');
    assert.deepEqual(
      read('page', text).statements.map(({ lines }) => lines[0]?.text),
      text.split('\n'),
    );
  });

  it('says nothing outside its head', () => {
    assert.equal(extractSignalLines({}, page('', '<p><meta name="robots" content="noai"></p>')), '');
  });
});
