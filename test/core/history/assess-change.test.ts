import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ChangeAssessment } from '../../../src/domain/document.ts';
import type { Direction, Significance, Topic } from '../../../src/domain/vocabulary.ts';
import { withClauseReader } from '../../helpers/clauses.ts';

const { assess } = withClauseReader();

const ORDINARY = [
  'You must be sixteen or older to open an account with the service.',
  'You keep all rights in the recordings that you upload.',
  'You grant us a licence to host and stream your uploads so that listeners can hear them.',
  'We may suspend accounts that break these terms after giving notice.',
  'Fees are shown before you pay and are charged in the currency of your country.',
  'The law of Ireland applies, and its courts decide.',
];
const terms = (...clauses: string[]) =>
  `# Terms of Service\n\nLast updated: 1 May 2026\n\n${[...ORDINARY, ...clauses].join('\n\n')}\n`;
const read = (before: string, after: string): ChangeAssessment => assess(before, after).assessment;

const PERMITTED = 'We may use your uploads to train our artificial intelligence models.';
const OPT_IN = 'We will not use your uploads to train generative AI without your explicit consent.';
const SPAM = 'We use machine learning to detect spam.';
const LABEL = 'You must label music that was generated with AI.';
const BAN = 'You may not use the service to train AI models.';

describe('a change', () => {
  const rows: [
    name: string,
    before: string,
    after: string,
    significance: Significance,
    direction: Direction,
    topics: Topic[],
  ][] = [
    ['a new permission to train', terms(), terms(PERMITTED), 'major', 'worse', ['training']],
    ['a permission to train withdrawn', terms(PERMITTED), terms(), 'major', 'better', ['training']],
    ['a permission turned into consent', terms(PERMITTED), terms(OPT_IN), 'major', 'better', ['training']],
    ['a promise to ask first removed', terms(OPT_IN), terms(PERMITTED), 'major', 'worse', ['training']],
    ['a ban on training by others', terms(), terms(BAN), 'major', 'better', ['scraping']],
    ['a duty to label', terms(), terms(LABEL), 'major', 'mixed', ['ai-content']],
    [
      'the condition of a duty removed',
      terms(
        'If you offer your music for sale under a licence that lets others share it, you must label music that was generated with AI.',
      ),
      terms(LABEL),
      'major',
      'mixed',
      ['ai-content'],
    ],
    ['AI against spam', terms(), terms(SPAM), 'minor', 'neutral', ['automated-decisions']],
    [
      'the same promise in other words',
      terms(PERMITTED),
      terms('We may use your uploads to train and improve our artificial intelligence models.'),
      'minor',
      'worse',
      ['training'],
    ],
    [
      'another word beside AI',
      terms(SPAM),
      terms('We use machine learning to detect spam and fraud.'),
      'none',
      'neutral',
      [],
    ],
    ['a change far from AI', terms(PERMITTED), terms(PERMITTED).replace('sixteen', 'eighteen'), 'none', 'neutral', []],
    ['a clause that moved', terms(PERMITTED, LABEL), terms(LABEL, PERMITTED), 'none', 'neutral', []],
    ['new markup', terms(PERMITTED), terms(`* **${PERMITTED}**`), 'none', 'neutral', []],
    ['a new date', terms(PERMITTED), terms(PERMITTED).replace('1 May', '2 June'), 'none', 'neutral', []],
    ['a link in the menu', terms(), terms('[AI tools](https://tunebox.example/ai)'), 'none', 'neutral', []],
  ];
  for (const [name, before, after, significance, direction, topics] of rows) {
    it(`${name} is ${significance}${significance === 'none' ? '' : `, ${direction}`}`, () => {
      const assessment = read(before, after);
      assert.deepEqual(
        [assessment.significance, assessment.direction, assessment.topics],
        [significance, direction, topics],
        assessment.reason,
      );
    });
  }

  it('quotes exact substrings of both versions, each with its section', () => {
    const before = terms(`## Licence\n\n${PERMITTED}`);
    const after = terms(`## Licence\n\n${OPT_IN}`);
    const quotes = read(before, after)
      .evidence.flatMap((evidence) => [evidence.before, evidence.after])
      .filter((quote) => quote !== undefined);
    assert.deepEqual(quotes.map(({ side }) => side).sort(), ['new', 'old']);
    for (const { side, text, section } of quotes) {
      assert.ok((side === 'old' ? before : after).includes(text));
      assert.equal(section, 'Licence');
    }
  });

  it('names the words that weighed most', () => {
    assert.match(read(terms(), terms(PERMITTED)).reason, /^new: train 9\d % \(“train”/);
  });

  it('keeps the first edits and counts all of them, about AI or not', () => {
    const { edits, editCount, assessment } = assess(
      terms(),
      terms().replace('Ireland', 'Germany').replace('sixteen', 'eighteen'),
    );
    assert.equal(assessment.significance, 'none');
    assert.equal(editCount, 2);
    assert.match(edits[0]?.after?.text ?? '', /Germany|eighteen/);
  });

  it('ignores removals where a text lost half its passages and gained none', () => {
    const accordion = Array.from(
      { length: 60 },
      (_, i) => `Answer ${i} explains at length what happens in case ${i} of ours.`,
    );
    assert.equal(read(terms(...accordion, LABEL), terms()).significance, 'none');
  });

  it('is noise where the new text is another page full of AI words', () => {
    const other = `# Our AI blog\n\n${'AI trains on your uploads and AI makes music with AI tools for everybody who likes robots. '.repeat(30)}`;
    assert.equal(read(terms(PERMITTED).repeat(3), other).capture, 'noise');
  });
});

describe('the position on training', () => {
  const rows: [text: string, position: ChangeAssessment['training']['new']][] = [
    [SPAM, 'silent'],
    [PERMITTED, 'permitted'],
    [OPT_IN, 'opt-in'],
    ['We will never use your uploads to train artificial intelligence.', 'prohibited'],
    ['We use your uploads to train AI models. You can opt out in your settings.', 'opt-out'],
    ['We use your uploads to train AI models unless you opt out.', 'opt-out'],
    ['Our partners may use your uploads to train their AI models.', 'permitted'],
  ];
  for (const [text, position] of rows) {
    it(`${position}: ${text.replaceAll('\n', ' ')}`, () =>
      assert.equal(read(terms(), terms(text)).training.new, position));
  }
});
