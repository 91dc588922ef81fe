import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { loadEncoder } from '../../../../src/core/reader/encoder/encoder.ts';
import {
  buildClauseInput,
  buildPairInput,
  type EncoderClause,
  type EncoderPair,
} from '../../../../src/core/reader/encoder/encoder-input.ts';
import { parseEncoderWeights } from '../../../../src/core/reader/encoder/encoder-weights.ts';
import { createTokenizer } from '../../../../src/core/reader/encoder/tokenizer/tokenizer.ts';
import { clauseFixtures, pairFixtures, readFixtureWeights, TOKENIZER_KINDS } from '../../../helpers/encoder.ts';

/** Only rounding may differ. */
const MAX_ERROR = 0.002;

const FIVE_MEGABYTES = 5_000_000;
const fill = (piece: string): string => piece.repeat(Math.ceil(FIVE_MEGABYTES / piece.length));

const HOSTILE: readonly (readonly [what: string, text: string])[] = [
  ['5 MB of one letter', fill('a')],
  ['5 MB of words', fill('We train. ')],
  ['5 MB of blanks', fill(' ')],
  ['5 MB of accents', fill('\u0301')],
  ['5 MB of ligatures of 18 letters', fill('\ufdfa')],
  ['5 MB of emoji', fill('🎵')],
  ['5 MB of NULs', fill('\0')],
  ['5 MB of lone surrogates', fill('\ud83c')],
];

for (const kind of TOKENIZER_KINDS) {
  describe(`an encoder with a ${kind} tokenizer`, () => {
    const encoder = loadEncoder(readFixtureWeights(kind));

    for (const [i, { clause, pieces, count, logits }] of clauseFixtures(kind).entries()) {
      it(`builds the input of clause ${i} as in training`, () => {
        const weights = parseEncoderWeights(readFixtureWeights(kind));
        const input = buildClauseInput(clause, createTokenizer(weights), weights.limits, weights.tokenizer);
        assert.deepEqual(input, { pieces, clause: count });
      });

      it(`computes the logits of PyTorch for clause ${i}`, () => {
        assertNear(encoder.logits(clause), logits, encoder.outputs);
      });
    }

    it('gives the same logits again, whatever it read in between', () => {
      const [first, ...others] = clauseFixtures(kind).map(({ clause }) => clause);
      assert.ok(first);
      const once = encoder.logits(first);
      others.forEach((clause) => {
        encoder.logits(clause);
      });
      assert.deepEqual(encoder.logits(first), once);
    });

    for (const [what, words] of HOSTILE) {
      it(`reads ${what} in every field`, () => {
        const clause: EncoderClause = { text: words, head: words, intro: words, prev: words };
        assert.ok(encoder.logits(clause).every(Number.isFinite));
      });
    }

    it('reads a text only up to its limit', () => {
      const clause = { text: 'We train. '.repeat(1000), head: '', intro: '', prev: '' };
      assert.deepEqual(encoder.logits({ ...clause, text: fill('We train. ') }), encoder.logits(clause));
    });
  });
}

describe('an encoder that compares', () => {
  const weights = parseEncoderWeights(readFixtureWeights('word-piece'));
  const { compare, logits, outputs } = loadEncoder(readFixtureWeights('word-piece'));
  assert.ok(compare && weights.comparison);
  const { comparison } = weights;

  for (const [i, { difference, pieces, count, logits }] of pairFixtures().entries()) {
    it(`builds the input of difference ${i} as in training`, () => {
      const tokenize = createTokenizer(weights);
      const input = buildPairInput(difference, tokenize, weights.limits, comparison, weights.tokenizer);
      assert.deepEqual(input, { pieces, clause: count });
    });

    it(`computes the logits of PyTorch for difference ${i}`, () => {
      assertNear(compare(difference), logits, outputs);
    });
  }

  it('gives the same logits of a clause, whatever it compared in between', () => {
    const clause = { text: 'We train.', head: '', intro: '', prev: '' };
    const once = logits(clause);
    for (const { difference } of pairFixtures()) compare(difference);
    assert.deepEqual(logits(clause), once);
  });

  it('distinguishes the new side from the old one', () => {
    const [before, after, head] = ['We train.', 'We do not train.', ''];
    assert.notDeepEqual(compare({ before, after, head }), compare({ before: after, after: before, head }));
  });

  for (const [what, words] of HOSTILE) {
    it(`compares ${what} with a sentence, with itself and with nothing`, () => {
      const differences: EncoderPair[] = [
        { before: words, after: 'We train.', head: words },
        { before: 'We train.', after: words, head: words },
        { before: words, after: words, head: '' },
        { before: '', after: words, head: '' },
      ];
      for (const difference of differences) assert.ok(compare(difference).every(Number.isFinite));
    });
  }

  it('looks for differences only up to a limit', () => {
    const same = 'We train. '.repeat(5000);
    const compared = compare({ before: same, after: same, head: '' });
    assert.deepEqual(compare({ before: `${same}Never.`, after: `${same}Always.`, head: '' }), compared);
  });
});

it('an encoder that was not trained to compare has no compare()', () => {
  assert.ok(!('compare' in loadEncoder(readFixtureWeights('unigram'))));
});

function assertNear(actual: Float32Array, logits: readonly number[], outputs: readonly string[]): void {
  assert.equal(actual.length, logits.length);
  logits.forEach((logit, output) => {
    assert.ok(Math.abs((actual[output] ?? Number.NaN) - logit) < MAX_ERROR, `${outputs[output]}: ${actual[output]}`);
  });
}
