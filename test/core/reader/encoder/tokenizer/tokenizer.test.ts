import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseEncoderWeights } from '../../../../../src/core/reader/encoder/encoder-weights.ts';
import { createTokenizer } from '../../../../../src/core/reader/encoder/tokenizer/tokenizer.ts';
import { KINDS, tokenizedBy, weightsOf } from '../../../../helpers/encoder.ts';

for (const kind of KINDS) {
  describe(`the ${kind} tokenizer`, () => {
    const weights = parseEncoderWeights(weightsOf(kind));
    const tokenize = createTokenizer(weights);

    for (const { text, pieces } of tokenizedBy(kind)) {
      it(`reads ${JSON.stringify(text.slice(0, 60))} as the one it was trained with`, () => {
        assert.deepEqual(tokenize(text), pieces);
      });
    }

    it('gives no text the marks it spells out', () => {
      const { start, end } = weights.tokenizer;
      const pieces = tokenize('[CLS] [SEP] <s> </s>');
      assert.ok(!pieces.includes(start) && !pieces.includes(end));
    });

    it('gives no text the mark of comparisons', () => {
      const pieces = tokenize('train');
      const [mark = -1] = pieces;
      assert.equal(pieces.length, 1);
      assert.ok(!createTokenizer({ ...weights, comparison: { mark, side: 8 } })('train').includes(mark));
    });

    it('reads half a character as a text', () => {
      assert.ok(tokenize('a \ud83c b \udfb5').every((piece) => piece < weights.architecture.pieces));
    });
  });
}
