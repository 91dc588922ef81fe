import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  type ClauseWords,
  extractClauseFeatures,
  extractContextWords,
  extractWords,
  FEATURE_HASH_BITS,
  forEachOwnFeature,
} from '../../../src/core/reader/clause-features.ts';
import { textKey } from '../../../src/core/text/normalise-text.ts';
import { cpuSeconds } from '../../helpers/cpu-time.ts';

const NOTHING: ClauseWords = { own: [], heading: [], intro: [], previous: [] };
const wordsOf = (text: string): string[] => extractWords(textKey(text));
const ownOf = (text: string): number[] => [...extractClauseFeatures({ ...NOTHING, own: wordsOf(text) }).own];
const toEncoderClause = (words: Partial<ClauseWords>): number[] => [
  ...extractClauseFeatures({ ...NOTHING, ...words }).context,
];

describe('the features of a clause', () => {
  const SAME: readonly (readonly [what: string, one: string, other: string])[] = [
    ['accents', 'Nous entraînons nos modèles.', 'Nous entrainons nos modeles.'],
    ['letters with a form of their own', 'Große Œuvres für Łódź', 'Grosse oeuvres fur lodz'],
    ['capitals', 'YOU MAY OPT OUT', 'you may opt out'],
    ['numbers', 'Within 30 days of § 4, at most 2,500 songs', 'Within 7 days of § 12, at most 9,999 songs'],
    ['emphasis', 'We may **train** our _models_', 'We may train our models'],
    ['links', 'See [our policy](https://a.example/ai?utm_source=b) on AI', 'See our policy on AI'],
    ['list marks', '- We may train', 'We may train'],
    ['punctuation', 'Songs, lyrics; and voices!', 'Songs lyrics and voices'],
    ['quotes', 'We don’t “train”', 'We don\'t "train"'],
  ];
  for (const [what, one, other] of SAME) {
    it(`are the same whatever its ${what}`, () => {
      assert.ok(ownOf(one).length > 0);
      assert.deepEqual(ownOf(one), ownOf(other));
    });
  }

  const OTHER: readonly (readonly [what: string, one: string, other: string])[] = [
    ['a word more', 'We may train', 'We may not train'],
    ['its words in another order', 'we train you', 'you train we'],
    ['a number in place of a word', 'We keep it for 30 days', 'We keep it for some days'],
  ];
  for (const [what, one, other] of OTHER) {
    it(`are others with ${what}`, () => {
      assert.notDeepEqual(ownOf(one), ownOf(other));
    });
  }

  it('share the parts of a word in all its forms', () => {
    const shared = ownOf('retraining').filter((feature) => ownOf('trained').includes(feature));
    assert.ok(shared.length >= 2, `${shared.length}`);
  });

  it('are whole numbers of so many bits, each once', () => {
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

  it('are the numbers that weights were learnt for', () => {
    assert.deepEqual(ownOf('AI'), [3_939_449, 2_246_551]);
    assert.deepEqual(toEncoderClause({ heading: ['ai'] }), [4_130_287]);
  });

  it('are none for a clause without a word', () => {
    assert.deepEqual(ownOf('— … !'), []);
    assert.deepEqual(toEncoderClause({}), []);
  });
});

describe('what stands around a clause', () => {
  const clause = { ...NOTHING, own: wordsOf('We may train our models.') };

  it('leaves the features of its own words as they are', () => {
    const around = { heading: ['training'], intro: ['you', 'agree'], previous: ['we', 'may', 'train'] };
    assert.deepEqual(extractClauseFeatures({ ...clause, ...around }).own, extractClauseFeatures(clause).own);
  });

  it('is told from its own words, and heading, introduction and the sentence before from each other', () => {
    const words = ['train', 'models'];
    const all = [
      ownOf('train models'),
      toEncoderClause({ heading: words }),
      toEncoderClause({ intro: words }),
      toEncoderClause({ previous: words }),
    ];
    assert.equal(new Set(all.flat()).size, all.flat().length);
  });

  it('counts by its words and pairs of words', () => {
    assert.equal(toEncoderClause({ heading: ['your', 'content', 'here'] }).length, 5);
  });

  it('is read from its end', () => {
    const words = Array.from({ length: 100 }, (_, i) => `word${'x'.repeat(i % 7)}`);
    const text = `${words.join(' ')} and the last of them`;
    assert.equal(extractContextWords(text).length, 40);
    assert.deepEqual(extractContextWords(text).slice(-4), ['the', 'last', 'of', 'them']);
  });
});

describe('each feature of own words', () => {
  const own = ['we', 'may', 'train'];

  it('is visited with the words it is of', () => {
    const grams = new Set<string>();
    forEachOwnFeature(own, (_feature, from, to) => {
      assert.ok(from < to && to <= own.length && to - from <= 3);
      grams.add(own.slice(from, to).join(' '));
    });
    assert.deepEqual([...grams].sort(), ['may', 'may train', 'train', 'we', 'we may', 'we may train']);
  });

  it('is one of the clause', () => {
    const visited = new Set<number>();
    forEachOwnFeature(own, (feature) => visited.add(feature));
    assert.deepEqual([...visited], [...extractClauseFeatures({ ...NOTHING, own }).own]);
  });
});

describe('a clause is read', () => {
  it('as far as 400 words', () => {
    assert.equal(extractWords('we train '.repeat(1000)).length, 400);
  });

  it('as far as 40 letters of a word', () => {
    assert.deepEqual(extractWords(`${'a'.repeat(100)} b`), ['a'.repeat(40), 'b']);
  });

  it('in a moment, whatever it is made of', () => {
    const spent = cpuSeconds();
    for (const piece of ['a', 'ab ', '1', '\u0301', 'é', '🎵', '\ud83c', '界']) {
      const text = piece.repeat(5_000_000 / piece.length);
      const { own, context } = extractClauseFeatures({
        own: extractWords(text),
        heading: extractContextWords(text),
        intro: extractContextWords(text),
        previous: extractContextWords(text),
      });
      assert.ok(own.length < 50_000 && context.length < 250, `${own.length} ${context.length}`);
    }
    assert.ok(spent() < 5, `took ${spent()} s`);
  });
});
