import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
import { deflateSync } from 'node:zlib';
import type { PdfParseResult } from '../../../src/app/ports/pdf.ts';
import { extractDocument } from '../../../src/core/extract/extract-document.ts';
import { createPdfParser, type PdfParserOptions } from '../../../src/io/pdf/pdf-parser.ts';
import { page } from '../../core/extract/extract-fixture.ts';
import { PAGE, pdfOf, pdfWith } from '../../helpers/pdf.ts';
import { type Layout, typeset } from '../../helpers/typeset.ts';

const parsePdf = createPdfParser();

function pagesOf(result: PdfParseResult) {
  assert.equal(result.status, 'ok', JSON.stringify(result));
  return result.status === 'ok' ? result.pages : [];
}

test('every run of text has its position, size and weight', async () => {
  const pages = pagesOf(
    await parsePdf(pdfOf([[{ text: 'Terms', x: 72, y: 100, size: 20, bold: true }], ['Clause one.']])),
  );
  assert.equal(pages.length, 2);
  const [first] = pages[0]?.runs ?? [];
  assert.deepEqual(
    { ...first, width: Math.round(first?.width ?? 0), y: Math.round(first?.y ?? 0) },
    { text: 'Terms', x: 72, y: 100, size: 20, bold: true, width: 60 },
  );
  assert.equal(pages[1]?.runs[0]?.bold, false);
});

test('slanted text is dropped as a watermark', async () => {
  const content = 'BT /F1 11 Tf 1 0 0 1 72 700 Tm (Terms) Tj ET BT /F1 60 Tf 0.7 0.7 -0.7 0.7 100 100 Tm (DRAFT) Tj ET';
  const pages = pagesOf(await parsePdf(pdfWith([content])));
  assert.deepEqual(
    pages[0]?.runs.map(({ text }) => text),
    ['Terms'],
  );
});

test('the same terms have the same identity whatever the length of their lines', async () => {
  const pieces = [
    { heading: 'Terms of Service', size: 20 },
    'You keep every right in the music that you upload to our platform, and the organisation acting for us has none. We may ' +
      'change these conditions (see below) with a notice period of 30 days, sent to your e-mail address.',
    { item: 'No model is trained on recordings, compositions or lyrics without your permission in writing;' },
    { item: 'the applicable law is that of Ireland.' },
  ];
  const identities = await Promise.all(
    [
      { columns: 80 },
      { columns: 50, hyphenate: true },
      { columns: 64, linesOnPage: 4, footer: String, header: 'Tunebox' },
    ].map(async (layout: Layout) => {
      const result = await parsePdf(pdfOf(typeset(pieces, layout)));
      const extraction = extractDocument([{ pdf: result }], { pages: [page()] });
      assert.equal(extraction.status, 'ok', JSON.stringify(extraction));
      return extraction.status === 'ok' ? extraction.identity : '';
    }),
  );
  assert.equal(new Set(identities).size, 1);
});

const text = `BT /F1 11 Tf 1 0 0 1 72 700 Tm (${'You keep your rights. '.repeat(3)}) Tj ET `;
const plain = pdfOf([['You keep every right in your music.']]);
const LOCKED = `/ID [<${'00'.repeat(16)}><${'00'.repeat(16)}>] /Encrypt << /Filter /Standard /V 1 /R 2 /O <${'11'.repeat(32)}> /U <${'22'.repeat(32)}> /P -4 >>`;
const bomb = (megabytes: number) => deflateSync(Buffer.alloc(megabytes * 1_000_000), { level: 9 });
const JAPANESE =
  '<< /Type /Font /Subtype /Type0 /BaseFont /HeiseiMin-W3 /Encoding /UniJIS-UCS2-H /DescendantFonts [<< /Type /Font ' +
  '/Subtype /CIDFontType0 /BaseFont /HeiseiMin-W3 /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >> ' +
  '/FontDescriptor << /Type /FontDescriptor /FontName /HeiseiMin-W3 /Flags 4 >> >>] >>';
const FLATE = '/Filter /FlateDecode';

describe('a PDF file that cannot be read says why', () => {
  const files: [name: string, bytes: Buffer, reason: string, detail: RegExp, limits?: PdfParserOptions][] = [
    ['empty', Buffer.alloc(0), 'unsupported-type', /it is empty/],
    ['a web page', Buffer.from('<!doctype html><p>Sorry'), 'unsupported-type', /it is a web page/],
    ['something else', Buffer.from('PK\x03\x04'), 'unsupported-type', /it is something else/],
    ['locked with a password', pdfWith([text], { trailer: LOCKED }), 'encrypted', /needs a password/],
    ['truncated', plain.subarray(0, plain.length - 300), 'broken-file', /ends in the middle/],
    ['nothing but its first and last line', Buffer.from('%PDF-1.7\n%%EOF'), 'broken-file', /is damaged/],
    ['rubbish inside', Buffer.from(`%PDF-1.7\n${'x0 obj << [ '.repeat(100_000)}\n%%EOF`), 'broken-file', /is damaged/],
    [
      'with a font whose character table is not in the file',
      pdfWith([`${text} BT /F2 11 Tf 1 0 0 1 72 600 Tm <304230443046> Tj ET`], { font: JAPANESE }),
      'broken-file',
      /a character table that is not built in: UniJIS/,
    ],
    ['larger than the limit', plain, 'too-large', /more than 0 MB/, { maxBytes: 100 }],
    [
      'a thousand times as large when decompressed',
      pdfWith([bomb(600)], { filter: FLATE }),
      'too-large',
      /too much memory/,
    ],
    [
      'compressed twice, a million times as large',
      pdfWith([deflateSync(bomb(900))], { filter: '/Filter [/FlateDecode /FlateDecode]' }),
      'too-large',
      /too much memory/,
    ],
    [
      'drawing endlessly',
      pdfWith([`${text}${'0 0 m 1 1 l S\n'.repeat(3_000_000)}`]),
      'too-large',
      /too much memory/,
      { maxHeapMegabytes: 64 },
    ],
    [
      'busy forever',
      pdfWith(['q '.repeat(20_000_000)]),
      'too-large',
      /not read within 1\.5 s/,
      { deadlineMs: 1_500, maxHeapMegabytes: 1_000 },
    ],
    ['of too many pages', pdfWith(Array.from({ length: 1_001 }, () => text)), 'too-large', /1001 pages/],
  ];
  for (const [name, bytes, reason, detail, limits] of files) {
    it(name, async () => {
      const result = await createPdfParser(limits)(bytes);
      assert.equal(result.status === 'unreadable' && result.reason, reason, JSON.stringify(result).slice(0, 300));
      assert.match(result.status === 'unreadable' ? result.detail : '', detail);
    });
  }
});

describe('a damaged PDF file is read as far as other readers read it', () => {
  const files: [name: string, bytes: Buffer][] = [
    ['a wrong number of pages', pdfWith([text], { count: 1_000_000_000 })],
    [
      'a table of objects that is wrong',
      Buffer.from(plain.toString('latin1').replace(/startxref\n\d+/, 'startxref\n7'), 'latin1'),
    ],
    ['words before its header', Buffer.concat([Buffer.from('\n\n'), plain])],
    ['a million open brackets', pdfWith([`${text}${'['.repeat(1_000_000)}`])],
    ['a picture of enormous size', pdfWith([`${text} BI /W 30000 /H 30000 /CS /RGB /BPC 8 ID x EI`])],
  ];
  for (const [name, bytes] of files) {
    it(name, async () => {
      const pages = pagesOf(await parsePdf(bytes));
      assert.match(pages[0]?.runs.map(({ text }) => text).join('') ?? '', /^You keep/);
    });
  }
});

test('files are read one at a time, and a bad one does not block the next', async () => {
  const read = createPdfParser({ deadlineMs: 1_500, maxHeapMegabytes: 1_000 });
  const [bad, good] = await Promise.all([read(pdfWith(['q '.repeat(20_000_000)])), read(plain)]);
  assert.equal(bad.status, 'unreadable');
  assert.equal(pagesOf(good)[0]?.width, PAGE.width);
});

test('the input bytes are not changed', async () => {
  const before = Buffer.from(plain);
  await parsePdf(plain);
  assert.deepEqual(plain, before);
});
