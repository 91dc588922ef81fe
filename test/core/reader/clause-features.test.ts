import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FEATURE_HASH_BITS, forEachNgram } from '../../../src/core/ml/feature-hashing.ts';
import {
  type ClauseWords,
  extractClauseFeatures,
  extractContextWords,
  extractWords,
} from '../../../src/core/reader/clause-features.ts';
import { textKey } from '../../../src/core/text/normalise-text.ts';

const NO_WORDS: ClauseWords = { own: [], heading: [], intro: [], previous: [] };
const wordsOf = (text: string): string[] => extractWords(textKey(text));
const ownFeatures = (text: string): number[] => [...extractClauseFeatures({ ...NO_WORDS, own: wordsOf(text) }).own];
const contextFeatures = (words: Partial<ClauseWords>): number[] => [
  ...extractClauseFeatures({ ...NO_WORDS, ...words }).context,
];

describe('the features of a clause', () => {
  const IGNORED: readonly (readonly [what: string, one: string, other: string])[] = [
    ['accents', 'Nous entraînons nos modèles.', 'Nous entrainons nos modeles.'],
    ['ligatures and special letters', 'Große Œuvres für Łódź', 'Grosse oeuvres fur lodz'],
    ['capitals', 'YOU MAY OPT OUT', 'you may opt out'],
    ['numbers', 'Within 30 days of § 4, at most 2,500 songs', 'Within 7 days of § 12, at most 9,999 songs'],
    ['emphasis', 'We may **train** our _models_', 'We may train our models'],
    ['links', 'See [our policy](https://a.example/ai?utm_source=b) on AI', 'See our policy on AI'],
    ['list marks', '- We may train', 'We may train'],
    ['punctuation', 'Songs, lyrics; and voices!', 'Songs lyrics and voices'],
    ['quotes', 'We don’t “train”', 'We don\'t "train"'],
  ];
  for (const [what, one, other] of IGNORED) {
    it(`do not depend on ${what}`, () => {
      assert.ok(ownFeatures(one).length > 0);
      assert.deepEqual(ownFeatures(one), ownFeatures(other));
    });
  }

  const DISTINGUISHED: readonly (readonly [what: string, one: string, other: string])[] = [
    ['an added word', 'We may train', 'We may not train'],
    ['another order of words', 'we train you', 'you train we'],
    ['a number in place of a word', 'We keep it for 30 days', 'We keep it for some days'],
  ];
  for (const [what, one, other] of DISTINGUISHED) {
    it(`differ with ${what}`, () => {
      assert.notDeepEqual(ownFeatures(one), ownFeatures(other));
    });
  }

  it('include parts of words, shared by related forms', () => {
    const shared = ownFeatures('retraining').filter((feature) => ownFeatures('trained').includes(feature));
    assert.ok(shared.length >= 2, `${shared.length}`);
  });

  it('are distinct hashes of 22 bits', () => {
    const { own, context } = extractClauseFeatures({
      own: wordsOf('We train, and train, and train on what you train.'),
      heading: wordsOf('Training and training'),
      intro: wordsOf('You agree that we train'),
      previous: wordsOf('You agree that we train'),
    });
    for (const features of [own, context]) {
      assert.equal(new Set(features).size, features.length);
      assert.ok(features.every((feature) => feature < 2 ** FEATURE_HASH_BITS));
    }
  });

  it('are the numbers that the weights were trained on', () => {
    assert.deepEqual(ownFeatures('AI'), [3_939_449, 2_246_551]);
    assert.deepEqual(contextFeatures({ heading: ['ai'] }), [4_130_287]);
  });

  it('are none for a clause without words', () => {
    assert.deepEqual(ownFeatures('— … !'), []);
    assert.deepEqual(contextFeatures({}), []);
  });
});

describe('the context of a clause', () => {
  const clause = { ...NO_WORDS, own: wordsOf('We may train our models.') };

  it('does not change the features of its own words', () => {
    const around = { heading: ['training'], intro: ['you', 'agree'], previous: ['we', 'may', 'train'] };
    assert.deepEqual(extractClauseFeatures({ ...clause, ...around }).own, extractClauseFeatures(clause).own);
  });

  it('has features apart from own words, for heading, introduction and previous sentence each', () => {
    const words = ['train', 'models'];
    const all = [
      ownFeatures('train models'),
      contextFeatures({ heading: words }),
      contextFeatures({ intro: words }),
      contextFeatures({ previous: words }),
    ];
    assert.equal(new Set(all.flat()).size, all.flat().length);
  });

  it('counts by words and pairs of words', () => {
    assert.equal(contextFeatures({ heading: ['your', 'content', 'here'] }).length, 5);
  });

  it('is read from its end', () => {
    const words = Array.from({ length: 100 }, (_, i) => `word${'x'.repeat(i % 7)}`);
    const text = `${words.join(' ')} and the last of them`;
    assert.equal(extractContextWords(text).length, 40);
    assert.deepEqual(extractContextWords(text).slice(-4), ['the', 'last', 'of', 'them']);
  });
});

describe('each n-gram of own words', () => {
  const own = ['we', 'may', 'train'];

  it('is visited with the words it covers', () => {
    const grams = new Set<string>();
    forEachNgram(own, (_feature, from, to) => {
      assert.ok(from < to && to <= own.length && to - from <= 3);
      grams.add(own.slice(from, to).join(' '));
    });
    assert.deepEqual([...grams].sort(), ['may', 'may train', 'train', 'we', 'we may', 'we may train']);
  });

  it('is a feature of the clause', () => {
    const visited = new Set<number>();
    forEachNgram(own, (feature) => visited.add(feature));
    assert.deepEqual([...visited], [...extractClauseFeatures({ ...NO_WORDS, own }).own]);
  });
});

describe('the words of a clause are read', () => {
  it('as far as 400 words', () => {
    assert.equal(extractWords('we train '.repeat(1000)).length, 400);
  });

  it('as far as 40 letters of a word', () => {
    assert.deepEqual(extractWords(`${'a'.repeat(100)} b`), ['a'.repeat(40), 'b']);
  });

  it('as far as that, whatever the text', () => {
    for (const piece of ['a', 'ab ', '1', '\u0301', 'é', '🎵', '\ud83c', '界']) {
      const text = piece.repeat(500_000 / piece.length);
      const { own, context } = extractClauseFeatures({
        own: extractWords(text),
        heading: extractContextWords(text),
        intro: extractContextWords(text),
        previous: extractContextWords(text),
      });
      assert.ok(own.length < 50_000 && context.length < 250, `${own.length} ${context.length}`);
    }
  });
});
