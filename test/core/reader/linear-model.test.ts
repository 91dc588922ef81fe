import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  type ClauseWords,
  extractClauseFeatures,
  forEachOwnFeature,
} from '../../../src/core/reader/clause-features.ts';
import type { WeightsError } from '../../../src/core/reader/encoder/weights-error.ts';
import { loadLinearModel } from '../../../src/core/reader/linear-model.ts';
import { linearFile, sealed } from '../../helpers/linear-model.ts';

const NOTHING: ClauseWords = { own: [], heading: [], intro: [], previous: [] };
const WE_TRAIN: ClauseWords = { ...NOTHING, own: ['we', 'may', 'train', 'and', 'train'], heading: ['your', 'content'] };
const NEAR = 1e-5;

/** The feature of one word, or of words in a row. */
function featureOf(...words: string[]): number {
  let found = -1;
  forEachOwnFeature(words, (feature, from, to) => {
    if (found < 0 && from === 0 && to === words.length) found = feature;
  });
  return found;
}
const [ofHeading = -1] = extractClauseFeatures({ ...NOTHING, heading: ['content'] }).context;

const PARTS = {
  outputs: ['major', 'minor', 'train'],
  bias: [-1, 0.5, 0],
  scales: [0.25, 0.5, 1],
  weights: new Map([
    [featureOf('train'), [8, -4, 100]],
    [featureOf('may', 'train'), [2, 0, -127]],
    [featureOf('never'), [-100, 100, -100]],
    [ofHeading, [4, 2, 0]],
  ]),
};
const whole = (): Uint8Array => linearFile(PARTS);

function assertNear(own: ArrayLike<number>, expected: readonly number[]): void {
  assert.equal(own.length, expected.length);
  expected.forEach((value, at) => {
    assert.ok(Math.abs((own[at] ?? Number.NaN) - value) < NEAR, `${at}: ${own[at]}, not ${value}`);
  });
}

describe('a linear model', () => {
  const model = loadLinearModel(whole());
  const own = Math.sqrt(extractClauseFeatures(WE_TRAIN).own.length);
  const context = 2 * Math.sqrt(extractClauseFeatures(WE_TRAIN).context.length);

  it('has the outputs of its file', () => {
    assert.deepEqual(model.outputs, PARTS.outputs);
    assert.match(model.checksum, /^[0-9a-f]{64}$/);
  });

  it('adds up what each feature speaks for an output, a feature of the context half as much', () => {
    assertNear(model.scores(extractClauseFeatures(WE_TRAIN)), [
      -1 + 0.25 * (10 / own + 4 / context),
      0.5 + 0.5 * (-4 / own + 2 / context),
      -27 / own,
    ]);
  });

  it('has nothing but its bias for a clause without words, and for words it has not learnt', () => {
    assertNear(model.scores(extractClauseFeatures(NOTHING)), PARTS.bias);
    assertNear(model.scores(extractClauseFeatures({ ...NOTHING, own: ['lorem', 'ipsum'] })), PARTS.bias);
  });

  it('says how much each word spoke: a pair of words is shared between them', () => {
    const each = 0.25 / own;
    assertNear(model.wordContributions(WE_TRAIN, 0), [0, each, each + 8 * each, 0, 0]);
  });

  const CLAUSES: readonly (readonly [what: string, words: ClauseWords])[] = [
    ['with a context', WE_TRAIN],
    ['that says a word again and again', { ...NOTHING, own: Array.from({ length: 300 }, () => 'train') }],
    ['of two that weigh', { ...NOTHING, own: ['never', 'may', 'train'], previous: ['we', 'train'] }],
    ['without a word', NOTHING],
  ];
  for (const [what, words] of CLAUSES) {
    it(`gives a clause ${what} its score by bias, context and words`, () => {
      const features = extractClauseFeatures(words);
      const scores = model.scores(features);
      const withoutWords = model.scores({ ...features, own: new Uint32Array() });
      scores.forEach((score, output) => {
        const spoken = model.wordContributions(words, output);
        assert.equal(spoken.length, words.own.length);
        const sum = spoken.reduce((total, one) => total + one, 0);
        assert.ok(Math.abs((withoutWords[output] ?? 0) + sum - score) < NEAR, `${model.outputs[output]}: ${sum}`);
      });
    });
  }

  it('is read from anywhere in a larger buffer', () => {
    const larger = Buffer.alloc(whole().length + 3);
    larger.set(whole(), 3);
    assert.deepEqual(
      loadLinearModel(larger.subarray(3)).scores(extractClauseFeatures(WE_TRAIN)),
      model.scores(extractClauseFeatures(WE_TRAIN)),
    );
  });

  it('may have learnt nothing', () => {
    const empty = loadLinearModel(linearFile({ ...PARTS, weights: new Map() }));
    assertNear(empty.scores(extractClauseFeatures(WE_TRAIN)), PARTS.bias);
  });
});

const [OUTPUT_COUNT, COLUMN_COUNT, NAME_BYTES] = [48, 52, 56];

function withCount(at: number, count: number): Uint8Array {
  const file = whole();
  new DataView(file.buffer).setUint32(at, count, true);
  return sealed(file);
}

/** The file with its first two columns made these features. */
function withColumns(first: number, second: number): Uint8Array {
  const file = whole();
  const view = new DataView(file.buffer);
  const from = file.length - PARTS.weights.size * (PARTS.outputs.length + 4);
  view.setUint32(from, first, true);
  view.setUint32(from + 4, second, true);
  return sealed(file);
}

function changed(at: number, value: number): Uint8Array {
  const file = whole();
  file[at] = value;
  return file;
}

const flipped = (at: number): Uint8Array => changed(at, (whole().at(at) ?? 0) ^ 1);
const last = whole().length - 1;

const DAMAGED: readonly (readonly [what: string, file: Uint8Array, code: WeightsError['code'], says: RegExp])[] = [
  ['is empty', new Uint8Array(), 'truncated', /ends after 0 bytes/],
  ['ends in its first bytes', whole().subarray(0, 40), 'truncated', /ends after 40 bytes/],
  ['ends early', whole().subarray(0, -1), 'truncated', /not the \d+ it speaks of/],
  ['goes on too long', new Uint8Array([...whole(), 0]), 'truncated', /not the \d+ it speaks of/],
  ['is a page', new TextEncoder().encode('<!doctype html>'.repeat(20)), 'not-weights', /not one of a linear model/],
  ['is an encoder', changed(2, 'R'.charCodeAt(0)), 'not-weights', /not one of a linear model/],
  ['has a later format', changed(8, 2), 'version', /format 2, this program reads format 1/],
  ['has one wrong bit in a weight', flipped(last), 'checksum', /checksum does not fit/],
  ['has one wrong bit in its counts', flipped(OUTPUT_COUNT), 'checksum', /checksum does not fit/],
  ['has another checksum', flipped(16), 'checksum', /checksum does not fit/],
  ['has an output too many', withCount(OUTPUT_COUNT, 4), 'shapes', /4 outputs, 4 columns/],
  ['has no outputs', withCount(OUTPUT_COUNT, 0), 'shapes', /0 outputs, 4 columns/],
  ['has more outputs than any', withCount(OUTPUT_COUNT, 4_000_000_000), 'shapes', /4000000000 outputs/],
  ['has a column too many', withCount(COLUMN_COUNT, 5), 'shapes', /3 outputs, 5 columns/],
  ['has more columns than there are features', withCount(COLUMN_COUNT, 4_194_305), 'shapes', /4194305 columns/],
  ['has names that go on past its end', withCount(NAME_BYTES, 4_000_000_000), 'shapes', /shapes do not fit/],
  [
    'has fewer names than outputs',
    linearFile({ ...PARTS, outputs: ['major', 'minor'] }),
    'shapes',
    /shapes do not fit/,
  ],
  [
    'has a name of two lines',
    linearFile({ ...PARTS, outputs: ['ma\njor', 'minor', 'train'] }),
    'shapes',
    /4 names of 3 outputs/,
  ],
  ['has columns that do not rise', withColumns(7, 7), 'values', /do not rise/],
  ['has a bias that is no number', linearFile({ ...PARTS, bias: [0, Number.NaN, 0] }), 'values', /is no number/],
  [
    'has an endless scale',
    linearFile({ ...PARTS, scales: [1, 1, Number.POSITIVE_INFINITY] }),
    'values',
    /is no number/,
  ],
];

describe('the file of a linear model', () => {
  for (const [what, file, code, says] of DAMAGED) {
    it(`is refused, in one line, if it ${what}`, () => {
      assert.throws(
        () => loadLinearModel(file),
        (error: WeightsError) => {
          assert.equal(error.name, 'WeightsError');
          assert.equal(error.code, code);
          assert.match(error.message, says);
          assert.doesNotMatch(error.message, /\n/);
          return true;
        },
      );
    });
  }
});
