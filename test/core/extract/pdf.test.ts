import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it, test } from 'node:test';
import { extractDocument } from '../../../src/core/extract/extract-document.ts';
import type { PdfPage } from '../../../src/core/extract/pdf/pdf-page.ts';
import type { PdfLine } from '../../helpers/pdf.ts';
import { type Layout, type Piece, pagesOf, typeset } from '../../helpers/typeset.ts';
import { CLAUSE, page } from './extract-fixture.ts';
import { HOSTILE_PDFS, hostilePdf } from './hostile-pages.ts';

/** The pieces of the page fixture, which shows what they read as. */
const FIXTURE = new URL('../../fixtures/pages/pdf-terms/pdf.json', import.meta.url);
const TERMS: readonly Piece[] = JSON.parse(readFileSync(FIXTURE, 'utf8')).pieces;

function extractPdf(pages: readonly PdfPage[]) {
  return extractDocument([{ pdf: { status: 'ok', pages } }], { pages: [page()] });
}

function readPieces(pieces: readonly Piece[], layout?: Layout) {
  return extractPdf(pagesOf(typeset(pieces, layout)));
}

function markdownOf(pieces: readonly Piece[], layout?: Layout): string {
  const extraction = readPieces(pieces, layout);
  return extraction.status === 'ok' ? extraction.markdown : `${extraction.reason}: ${extraction.detail}`;
}

/** One page of lines as they are drawn, after a paragraph that keeps the checks quiet; without that paragraph. */
function markdownOfLines(...lines: PdfLine[]): string {
  const extraction = extractPdf(
    pagesOf([
      [
        { text: `${CLAUSE} And the same goes for it.`, y: 200 },
        ...lines.map((line, i) => ({ y: 300 + i * 14, ...line })),
      ],
    ]),
  );
  assert.equal(extraction.status, 'ok', JSON.stringify(extraction));
  return extraction.status === 'ok' ? extraction.markdown.split('\n\n').slice(1).join('\n\n').trim() : '';
}

describe('the identity of a PDF file', () => {
  const identityOf = (layout: Layout) => {
    const extraction = readPieces(TERMS, layout);
    assert.equal(extraction.status, 'ok');
    return extraction.status === 'ok' ? extraction.identity : '';
  };
  const identity = identityOf({});

  it('does not depend on how lines wrap', () => {
    for (let columns = 34; columns <= 90; columns++)
      assert.equal(identityOf({ columns }), identity, `${columns} columns`);
  });

  it('does not depend on words cut at the end of a line', () => {
    for (let columns = 34; columns <= 90; columns++) {
      assert.equal(identityOf({ columns, hyphenate: true }), identity, `${columns} columns`);
    }
  });

  it('does not depend on where pages end, or on their headers and footers', () => {
    for (let linesOnPage = 5; linesOnPage <= 20; linesOnPage++) {
      const layout: Layout = {
        linesOnPage,
        columns: 60,
        header: 'Tunebox Limited, terms of service',
        footer: (number, all) => `Page ${number} of ${all}`,
      };
      assert.equal(identityOf(layout), identity, `${linesOnPage} lines`);
    }
  });

  it('changes with a word', () => {
    const changed = TERMS.map((piece) =>
      typeof piece === 'object' && 'item' in piece ? { item: piece.item.replace('no model', 'any model') } : piece,
    );
    const extraction = readPieces(changed);
    assert.notEqual(extraction.status === 'ok' && extraction.identity, identity);
  });
});

describe('the edges of pages', () => {
  const PARAGRAPHS = Array.from(
    { length: 60 },
    (_, i) => `${CLAUSE} This and more is what rule number ${i} of many says.`,
  );
  const clean = markdownOf(PARAGRAPHS, { linesOnPage: 1000 });

  const footers: [name: string, footer: (page: number, pages: number) => string][] = [
    ['a lone number', (number) => String(number)],
    ['a number and how many there are', (number, all) => `Page ${number} of ${all}`],
    ['the same line on every page', () => 'Confidential. Version of 3 May 2025.'],
    ['a number that starts elsewhere', (number) => `Tunebox Limited | ${number + 17}`],
    [
      'small Roman numbers',
      (number) => ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'][number] ?? '',
    ],
    ['chapters beside the number', (number) => `Chapter ${'ABCDEFGHIJ'[Math.floor(number / 2)]} ${number}`],
  ];
  for (const [name, footer] of footers) {
    it(`are left out where they repeat: ${name}`, () => {
      assert.equal(markdownOf(PARAGRAPHS, { linesOnPage: 20, header: 'Terms', footer }), clean);
    });
  }

  it('are kept where they differ', () => {
    const text = markdownOf(PARAGRAPHS, {
      linesOnPage: 20,
      footer: (number) => `Note ${'abcdefgh'[number]} to this page`,
    });
    assert.match(text, /Note b to this page[\s\S]*Note c to this page/);
  });

  it('keep numbered headings that happen to be there', () => {
    const pages = ['Licence', 'Fees', 'Liability'].map((title, i) => [
      { text: `${i + 1}. ${title}`, y: 60, bold: true },
      { text: `${CLAUSE} It is ${title.toLowerCase()} that this is about.`, y: 90 },
    ]);
    const extraction = extractPdf(pagesOf(pages));
    for (const title of ['1. Licence', '2. Fees', '3. Liability']) {
      assert.match(extraction.status === 'ok' ? extraction.markdown : '', new RegExp(`# ${title}`));
    }
  });
});

describe('the end of a line', () => {
  const joins: [name: string, lines: string[], text: string][] = [
    ['is a space', ['you own what', 'you upload to us'], 'you own what you upload to us'],
    ['takes the hyphen of a cut word with it', ['the applica-', 'tion of the law'], 'the application of the law'],
    [
      'keeps the hyphen of a word known to have one',
      ['an opt-out or an opt-', 'out of it'],
      'an opt-out or an opt-out of it',
    ],
    [
      'keeps the hyphen between two words',
      ['royalty and free, and royalty-', 'free use'],
      'royalty and free, and royalty-free use',
    ],
    ['keeps the hyphen where one is usual', ['to any third-', 'party at all'], 'to any third-party at all'],
    ['keeps the hyphen before a capital', ['an Anglo-', 'American law'], 'an Anglo-American law'],
    ['takes a soft hyphen with it', ['the legis\u00ad', 'lation of it'], 'the legislation of it'],
    ['is nothing after a slash', ['you and/', 'or your heirs'], 'you and/or your heirs'],
    [
      'is nothing inside an address',
      ['at https://tunebox.example/', 'terms or here'],
      'at https://tunebox.example/terms or here',
    ],
    ['is nothing between characters of Chinese', ['您保留您的所有', '权利和利益并且'], '您保留您的所有权利和利益并且'],
    [
      'is no list where a number was wrapped',
      ['as it is laid down in the long and winding Section', '4. The rest of it stays'],
      'as it is laid down in the long and winding Section 4. The rest of it stays',
    ],
  ];
  for (const [name, lines, text] of joins) {
    it(name, () => assert.equal(joined(lines), text));
  }

  /** What lines of full width become. */
  function joined(lines: readonly string[]): string {
    const full = { x: 72, width: 400, size: 11, bold: false };
    const runs = [`${CLAUSE} And the same goes for it.`, '', ...lines].map((text, i) => ({
      text,
      y: 200 + i * 14,
      ...full,
    }));
    const extraction = extractPdf([{ width: 595, height: 842, runs }]);
    return extraction.status === 'ok'
      ? extraction.markdown.split('\n\n').slice(1).join('\u23ce').trim()
      : extraction.detail;
  }
});

describe('headings, items and paragraphs:', () => {
  it('a long line in bold is a paragraph', () => {
    const text = 'We will never train any model on what you upload.';
    assert.equal(markdownOfLines({ text, bold: true }), text);
  });

  it('lists nest by their indent', () => {
    assert.equal(
      markdownOfLines(
        { text: '\u2022 one', x: 80 },
        { text: '\uf0b7 two', x: 80 },
        { text: 'o inner', x: 100 },
        { text: '1. first', x: 80, y: 400 },
        { text: '2. second', x: 80, y: 414 },
      ),
      '- one\n- two\n  - inner\n1. first\n2. second',
    );
  });

  it('lettered items are paragraphs of their own', () => {
    assert.equal(markdownOfLines({ text: '(a) one;' }, { text: '(b) two.' }), '(a) one;\n\n(b) two.');
  });

  it('what Markdown would take for markup is escaped', () => {
    assert.equal(markdownOfLines({ text: '# not a *heading* <b>' }), '\\# not a \\*heading\\* \\<b>');
  });

  it('text drawn twice is read once', () => {
    assert.equal(markdownOfLines({ text: 'Licence', y: 300 }, { text: 'Licence', y: 300.2 }), '# Licence');
  });

  it('columns are read one after the other', () => {
    const column = (x: number, words: string[]) => words.map((text, i) => ({ text, x, y: 300 + i * 14 }));
    assert.equal(
      markdownOfLines(...column(72, ['the left column goes', 'on and']), ...column(320, ['on in the right', 'one.'])),
      'the left column goes on and on in the right one.',
    );
  });
});

describe('a PDF file is unreadable', () => {
  const files: [name: string, pages: PdfPage[], reason: string, detail: RegExp][] = [
    ['without a page', [], 'no-text', /0 words/],
    ['that is pictures of pages', pagesOf([[], [], []]), 'no-text', /0 words in a PDF file of 3 page/],
    [
      'with nothing but the stamp of a scanner',
      pagesOf([1, 2, 3, 4].map((n) => [{ text: `Scan ${n}`, y: 400 }])),
      'no-text',
      /pictures/,
    ],
    [
      'in letters that its fonts do not name',
      pagesOf([[{ text: '\ue001\ue002\ue003 \ue004' }]]),
      'broken-file',
      /fonts/,
    ],
    [
      'that is an error page',
      pagesOf([[{ text: '404 Page not found. Nothing was found at this address.' }]]),
      'error-page',
      /404/,
    ],
    ['with nothing but a title', pagesOf([[{ text: 'Terms of Service', size: 20 }]]), 'empty', /title/],
  ];
  for (const [name, pages, reason, detail] of files) {
    it(name, () => {
      const extraction = extractPdf(pages);
      assert.equal(extraction.status === 'unreadable' && extraction.reason, reason, JSON.stringify(extraction));
      assert.match(extraction.status === 'unreadable' ? extraction.detail : '', detail);
    });
  }
});

test('a PDF file and an HTML page can be one document', () => {
  const pdf = { status: 'ok', pages: pagesOf(typeset([CLAUSE])) } as const;
  const extraction = extractDocument([{ html: `<main><p>${CLAUSE}</p></main>`, url: page().fetch }, { pdf }], {
    pages: [page(), page({ fetch: 'https://platform.example/annex.pdf' })],
  });
  assert.equal(extraction.status === 'ok' && extraction.markdown, `${CLAUSE}\n\n- - -\n\n${CLAUSE}\n`);
});

test('an unreadable PDF file makes the document unreadable, and the detail says which page it is', () => {
  const pdf = { status: 'unreadable', reason: 'encrypted', detail: 'locked' } as const;
  const extraction = extractDocument([{ html: `<main><p>${CLAUSE}</p></main>`, url: page().fetch }, { pdf }], {
    pages: [page(), page({ fetch: 'https://platform.example/annex.pdf' })],
  });
  assert.deepEqual(extraction, {
    status: 'unreadable',
    reason: 'encrypted',
    detail: 'page 2 of 2 (https://platform.example/annex.pdf): locked',
  });
});

describe('a hostile file of 40,000 pieces is read, or is said to be empty, if they stand', () => {
  for (const [name, x, y] of HOSTILE_PDFS) {
    it(name, () => {
      const extraction = extractPdf(hostilePdf(40_000, x, y));
      assert.ok(extraction.status === 'ok' || extraction.reason === 'empty', JSON.stringify(extraction).slice(0, 300));
    });
  }
});
