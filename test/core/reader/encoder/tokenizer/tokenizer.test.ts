import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseEncoderWeights } from '../../../../../src/core/reader/encoder/encoder-weights.ts';
import { createTokenizer } from '../../../../../src/core/reader/encoder/tokenizer/tokenizer.ts';
import { readFixtureWeights, TOKENIZER_KINDS, tokenizedFixtures } from '../../../../helpers/encoder.ts';

for (const kind of TOKENIZER_KINDS) {
  describe(`the ${kind} tokenizer`, () => {
    const weights = parseEncoderWeights(readFixtureWeights(kind));
    const tokenize = createTokenizer(weights);

    for (const { text, pieces } of tokenizedFixtures(kind)) {
      it(`reads ${JSON.stringify(text.slice(0, 60))} as the original does`, () => {
        assert.deepEqual(tokenize(text), pieces);
      });
    }

    it('never produces special pieces from text', () => {
      const { start, end } = weights.tokenizer;
      const pieces = tokenize('[CLS] [SEP] <s> </s>');
      assert.ok(!pieces.includes(start) && !pieces.includes(end));
    });

    it('never produces the comparison mark from text', () => {
      const pieces = tokenize('train');
      const [mark = -1] = pieces;
      assert.equal(pieces.length, 1);
      assert.ok(!createTokenizer({ ...weights, comparison: { mark, side: 8 } })('train').includes(mark));
    });

    it('reads lone surrogates', () => {
      assert.ok(tokenize('a \ud83c b \udfb5').every((piece) => piece < weights.architecture.pieces));
    });
  });
}
