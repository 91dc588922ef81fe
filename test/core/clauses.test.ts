import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { splitClauses } from '../../src/core/clauses.ts';

const texts = (markdown: string) => splitClauses(markdown).map(({ text }) => text);

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

  it('knows the headings above it, whichever way they are written', () => {
    const markdown =
      'Terms\n=====\n\nA one.\n\n### Uploads\n\nB two.\n\n**AI tools.**\n\nC three.\n\nRights\n------\n\nD four.\n';
    assert.deepEqual(
      splitClauses(markdown).map(({ text, section }) => [text, section.join(' > ')]),
      [
        ['A one.', 'Terms'],
        ['B two.', 'Terms > Uploads'],
        ['C three.', 'Terms > Uploads > AI tools.'],
        ['D four.', 'Terms > Rights'],
      ],
    );
  });

  it('may be a paragraph in large letters', () => {
    const large = '### **We and our partners may use what you upload to train machine learning models of our own.**';
    assert.deepEqual(texts(`# Terms\n\n${large}\n`), [large]);
  });

  it('knows the line that introduces its list, and forgets it after the list', () => {
    const markdown =
      'You may not:\n\n* scrape the site;\n* do any of these:\n    * mine it\n    * copy it\n\nWe may.\n';
    assert.deepEqual(
      splitClauses(markdown).map(({ text, lead }) => [text, lead]),
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

  it('goes on with the list of the paragraph before it when it is numbered (ii)', () => {
    const [, second, third] = splitClauses('You agree not to (i) copy the site.\n\n(ii) mine it.\n\n(iii) sell it.\n');
    assert.match(second?.lead ?? '', /You agree not to/);
    assert.match(third?.lead ?? '', /You agree not to/);
  });

  it('ends at a line break in a table cell', () => {
    assert.deepEqual(texts('| For example:<br><br>* we train models<br>* we detect spam | Data |\n'), [
      '| For example:<br><br>',
      '* we train models<br>',
      '* we detect spam | Data |',
    ]);
    const [, first] = splitClauses('| We use your data:<br>* to train models | Data |\n');
    assert.match(first?.lead ?? '', /We use your data/);
  });

  it('is no line that only dates the document', () => {
    assert.deepEqual(texts('# Terms\n\nLast updated: 12 May 2025\n\nBe kind.\n'), ['Be kind.']);
  });

  it('has an end even where the text has no full stop', () => {
    const markdown = 'word '.repeat(5000);
    assert.ok(texts(markdown).every((text) => text.length <= 4000));
  });
});
