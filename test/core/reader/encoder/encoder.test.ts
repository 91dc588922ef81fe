import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openEncoder } from '../../../../src/core/reader/encoder/encoder.ts';
import type { ClauseInContext } from '../../../../src/core/reader/encoder/input.ts';
import { putTogether } from '../../../../src/core/reader/encoder/input.ts';
import { openTokenizer } from '../../../../src/core/reader/encoder/tokenizer/tokenizer.ts';
import { readWeights } from '../../../../src/core/reader/encoder/weights-file.ts';
import { computedFor, KINDS, weightsOf } from '../../../helpers/encoder.ts';

/** Both round differently on their way, and no more. */
const NEAR = 0.002;

const FIVE_MEGABYTES = 5_000_000;
const fill = (piece: string): string => piece.repeat(Math.ceil(FIVE_MEGABYTES / piece.length));

const HOSTILE: readonly (readonly [what: string, text: string])[] = [
  ['5 MB of one letter', fill('a')],
  ['5 MB of words', fill('We train. ')],
  ['5 MB of blanks', fill(' ')],
  ['5 MB of accents', fill('\u0301')],
  ['5 MB of ligatures that are eighteen letters each', fill('\ufdfa')],
  ['5 MB of emoji', fill('🎵')],
  ['5 MB of NULs', fill('\0')],
  ['5 MB of half characters', fill('\ud83c')],
];

for (const kind of KINDS) {
  describe(`an encoder with a ${kind} tokenizer`, () => {
    const encoder = openEncoder(weightsOf(kind));

    for (const [i, { clause, pieces, count, logits }] of computedFor(kind).entries()) {
      it(`puts clause ${i} together as in training`, () => {
        const weights = readWeights(weightsOf(kind));
        const input = putTogether(clause, openTokenizer(weights), weights.limits, weights.tokenizer);
        assert.deepEqual(input, { pieces, clause: count });
      });

      it(`computes for clause ${i} what PyTorch computes`, () => {
        const own = encoder.logits(clause);
        assert.equal(own.length, logits.length);
        logits.forEach((logit, output) => {
          assert.ok(Math.abs((own[output] ?? Number.NaN) - logit) < NEAR, `${encoder.outputs[output]}: ${own[output]}`);
        });
      });
    }

    it('says the same again, whatever it read in between', () => {
      const [first, ...others] = computedFor(kind).map(({ clause }) => clause);
      assert.ok(first);
      const once = encoder.logits(first);
      others.forEach((clause) => {
        encoder.logits(clause);
      });
      assert.deepEqual(encoder.logits(first), once);
    });

    for (const [what, words] of HOSTILE) {
      it(`reads ${what} in every field`, () => {
        const clause: ClauseInContext = { text: words, head: words, intro: words, prev: words };
        assert.ok(encoder.logits(clause).every(Number.isFinite));
      });
    }

    it('reads no more of a text than its limit', () => {
      const clause = { text: 'We train. '.repeat(1000), head: '', intro: '', prev: '' };
      assert.deepEqual(encoder.logits({ ...clause, text: fill('We train. ') }), encoder.logits(clause));
    });
  });
}
