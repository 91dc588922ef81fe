import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { splitIntoClauses } from '../../../src/core/document/clauses.ts';

const texts = (markdown: string) => splitIntoClauses(markdown).map(({ text }) => text);

describe('a clause', () => {
  it('is a sentence, an exact substring of the Markdown', () => {
    const markdown = '# Terms\n\nWe host **music**. You keep your rights!  \nWrite to us.\n\n* One. Two.\n';
    assert.deepEqual(texts(markdown), [
      'We host **music**.',
      'You keep your rights!',
      'Write to us.',
      '* One.',
      'Two.',
    ]);
    for (const text of texts(markdown)) assert.ok(markdown.includes(text));
  });

  it('may follow its heading without a blank line', () => {
    const markdown = '# Terms\nWe host music.\nWe sell it.\n## Two\\\nlines\n\nAnd more.\n';
    assert.deepEqual(
      splitIntoClauses(markdown).map(({ text, section }) => [text, section.length]),
      [
        ['We host music.', 1],
        ['We sell it.', 1],
        ['And more.', 2],
      ],
    );
  });

  const whole: [name: string, sentence: string][] = [
    ['an abbreviation', 'We use tools, e.g. Filters, to find spam.'],
    ['an initial', 'A note by J. Smith stands here.'],
    ['a company', 'Tunebox Inc. Owns the service.'],
    ['a version number', 'Release 2.5 is out and no. 7 follows.'],
    ['a German abbreviation', 'Wir nutzen z.B. Filter gegen Spam.'],
    ['a web address', 'See https://tunebox.example/a.b?c=d for more.'],
  ];
  for (const [name, sentence] of whole) {
    it(`does not end at ${name}`, () => assert.deepEqual(texts(sentence), [sentence]));
  }

  const LONG = 'We process the recordings that you upload with tools of our own';
  const joined: [name: string, markdown: string, clauses: string[]][] = [
    [
      'a blank line in mid-phrase',
      `${LONG}\n\nand of others. You may object.`,
      [`${LONG}\n\nand of others.`, 'You may object.'],
    ],
    [
      'several blank lines of any width',
      `${LONG},\n \n\nthose of our affiliates, and wherever it is needed those\n\nof others.`,
      [`${LONG},\n \n\nthose of our affiliates, and wherever it is needed those\n\nof others.`],
    ],
    ['a line break', `${LONG}\nand of others.`, [`${LONG}\nand of others.`]],
  ];
  for (const [name, markdown, clauses] of joined) {
    it(`continues after ${name}`, () => assert.deepEqual(texts(markdown), clauses));
  }

  const separate: [name: string, first: string, second: string][] = [
    ['a sentence that ended', `${LONG}.`, 'others do not.'],
    ['a short line', 'What we do', 'hosting and playing music.'],
    ['a heading', `## ${LONG}`, 'and of others.'],
    ['an item of a list without markers', `${LONG}; or`, 'sell it to others.'],
    ['a line that introduces something', `${LONG}:`, 'tools of others.'],
    ['a paragraph before a marker', LONG, 'ii) of others.'],
    ['a paragraph before a bullet', LONG, 'o the tools of others.'],
    ['a paragraph before a list', LONG, '* of others.'],
  ];
  for (const [name, first, second] of separate) {
    it(`ends after ${name}`, () => assert.equal(texts(`${first}\n\n${second}`).at(-1), second));
  }

  it('has the headings above it, in any notation', () => {
    const markdown =
      'Terms\n=====\n\nA one.\n\n### Uploads\n\nB two.\n\n**AI tools.**\n\nC three.\n\nRights\n------\n\nD four.\n';
    assert.deepEqual(
      splitIntoClauses(markdown).map(({ text, section }) => [text, section.join(' > ')]),
      [
        ['A one.', 'Terms'],
        ['B two.', 'Terms > Uploads'],
        ['C three.', 'Terms > Uploads > AI tools.'],
        ['D four.', 'Terms > Rights'],
      ],
    );
  });

  it('may be a paragraph marked as a heading', () => {
    const heading = '### **We and our partners may use what you upload to train machine learning models of our own.**';
    assert.deepEqual(texts(`# Terms\n\n${heading}\n`), [heading]);
  });

  it('may be a long word marked as a heading', () => {
    const line = `# ${'x'.repeat(301)}`;
    assert.deepEqual(texts(`# Terms\n\n${line}\n`), [line]);
  });

  it('has the line that introduces its list, but not after the list', () => {
    const markdown =
      'You may not:\n\n* scrape the site;\n* do any of these:\n    * mine it\n    * copy it\n\nWe may.\n';
    assert.deepEqual(
      splitIntoClauses(markdown).map(({ text, lead }) => [text, lead]),
      [
        ['You may not:', ''],
        ['* scrape the site;', 'You may not:'],
        ['* do any of these:', 'You may not:'],
        ['* mine it', 'You may not: do any of these:'],
        ['* copy it', 'You may not: do any of these:'],
        ['We may.', ''],
      ],
    );
  });

  it('is not part of the list above it if indented by one space', () => {
    const leads = (indent: string) =>
      splitIntoClauses(`You may not:\n\n* scrape the site.\n\n${indent}We may.\n`).map(({ lead }) => lead);
    assert.deepEqual(leads(' '), ['', 'You may not:', '']);
    assert.deepEqual(leads('    '), ['', 'You may not:', 'You may not:']);
  });

  it('continues the list of the paragraph before it if numbered (ii)', () => {
    const [, second, third] = splitIntoClauses(
      'You agree not to (i) copy the site.\n\n(ii) mine it.\n\n(iii) sell it.\n',
    );
    assert.match(second?.lead ?? '', /You agree not to/);
    assert.match(third?.lead ?? '', /You agree not to/);
  });

  it('ends at a line break in a table cell', () => {
    assert.deepEqual(texts('| For example:<br><br>* we train models<br>* we detect spam | Data |\n'), [
      '| For example:<br><br>',
      '* we train models<br>',
      '* we detect spam | Data |',
    ]);
    const [, first] = splitIntoClauses('| We use your data:<br>* to train models | Data |\n');
    assert.match(first?.lead ?? '', /We use your data/);
  });

  it('is no line that only dates the document', () => {
    assert.deepEqual(texts('# Terms\n\nLast updated: 12 May 2025\n\nBe kind.\n'), ['Be kind.']);
  });

  it('has bounded length even without a full stop', () => {
    const markdown = 'word '.repeat(5000);
    assert.ok(texts(markdown).every((text) => text.length <= 4000));
  });
});
