import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { HashedFeatures } from '../../../src/core/ml/feature-hashing.ts';
import { loadLinearModel } from '../../../src/core/ml/linear-model.ts';
import type { WeightsError } from '../../../src/core/ml/weights-envelope.ts';
import { linearFile, withChecksum } from '../../helpers/linear-model.ts';

const MODEL = {
  outputs: ['major', 'minor', 'train'],
  bias: [-1, 0.5, 0],
  scales: [0.25, 0.5, 1],
  weights: new Map([
    [3, [8, -4, 100]],
    [5, [2, 0, -127]],
    [7, [4, 2, 0]],
    [4_000_000, [-100, 100, -100]],
  ]),
};
const whole = (): Uint8Array => linearFile(MODEL);
const features = (own: number[], context: number[] = []): HashedFeatures => ({
  own: Uint32Array.from(own),
  context: Uint32Array.from(context),
});
const KNOWN = features([2, 3, 5, 8], [6, 7]);

function assertNear(actual: ArrayLike<number>, expected: readonly number[]): void {
  assert.equal(actual.length, expected.length);
  expected.forEach((value, i) => {
    assert.ok(Math.abs((actual[i] ?? Number.NaN) - value) < 1e-5, `${i}: ${actual[i]}, expected ${value}`);
  });
}

describe('a linear model', () => {
  const model = loadLinearModel(whole());
  const [own, context] = [Math.sqrt(4), 2 * Math.sqrt(2)];

  it('has the outputs of its file', () => {
    assert.deepEqual(model.outputs, MODEL.outputs);
    assert.match(model.checksum, /^[0-9a-f]{64}$/);
  });

  it('sums the weights of own features, and half of those of context features', () => {
    assertNear(model.scores(KNOWN), [
      -1 + 0.25 * (10 / own + 4 / context),
      0.5 + 0.5 * (-4 / own + 2 / context),
      -27 / own,
    ]);
  });

  it('weights the context as it is told', () => {
    assertNear(loadLinearModel(whole(), 1.5).scores(features([], [7])), [-1 + 0.25 * 6, 0.5 + 0.5 * 3, 0]);
  });

  it('scores one output as it scores all', () => {
    assertNear(
      MODEL.outputs.map((_, output) => model.score(KNOWN, output)),
      [...model.scores(KNOWN)],
    );
  });

  it('has only its bias for no features, and for features without weights', () => {
    assertNear(model.scores(features([])), MODEL.bias);
    assertNear(model.scores(features([1, 2], [1])), MODEL.bias);
  });

  const EXAMPLES: readonly (readonly [what: string, example: HashedFeatures])[] = [
    ['with a context', KNOWN],
    ['with every feature', features([3, 5, 7, 4_000_000], [3, 5, 7, 4_000_000])],
    ['without features', features([])],
  ];
  for (const [what, example] of EXAMPLES) {
    it(`contributes bias and features to the score of an example ${what}`, () => {
      model.scores(example).forEach((score, output) => {
        const contributions = model.featureContributions(example, output);
        assert.deepEqual(
          [contributions.own.length, contributions.context.length],
          [example.own.length, example.context.length],
        );
        const sum = [...contributions.own, ...contributions.context].reduce((total, value) => total + value, 0);
        assertNear([(MODEL.bias[output] ?? 0) + sum], [score]);
      });
    });
  }

  it('is read from anywhere in a larger buffer', () => {
    const larger = Buffer.alloc(whole().length + 3);
    larger.set(whole(), 3);
    assert.deepEqual(loadLinearModel(larger.subarray(3)).scores(KNOWN), model.scores(KNOWN));
  });

  it('may be without weights', () => {
    assertNear(loadLinearModel(linearFile({ ...MODEL, weights: new Map() })).scores(KNOWN), MODEL.bias);
  });
});

const [OUTPUT_COUNT, COLUMN_COUNT, NAME_BYTES] = [48, 52, 56];

function withCount(at: number, count: number): Uint8Array {
  const file = whole();
  new DataView(file.buffer).setUint32(at, count, true);
  return withChecksum(file);
}

/** The file with other features for its first two columns. */
function withColumns(first: number, second: number): Uint8Array {
  const file = whole();
  const view = new DataView(file.buffer);
  const from = file.length - MODEL.weights.size * (MODEL.outputs.length + 4);
  view.setUint32(from, first, true);
  view.setUint32(from + 4, second, true);
  return withChecksum(file);
}

function changed(at: number, value: number): Uint8Array {
  const file = whole();
  file[at] = value;
  return file;
}

const flipped = (at: number): Uint8Array => changed(at, (whole().at(at) ?? 0) ^ 1);
const last = whole().length - 1;

const DAMAGED: readonly (readonly [what: string, file: Uint8Array, code: WeightsError['code'], message: RegExp])[] = [
  ['is empty', new Uint8Array(), 'truncated', /ends after 0 bytes/],
  ['ends within the envelope', whole().subarray(0, 40), 'truncated', /ends after 40 bytes/],
  ['ends early', whole().subarray(0, -1), 'truncated', /expected \d+/],
  ['is too long', new Uint8Array([...whole(), 0]), 'truncated', /expected \d+/],
  ['is an HTML page', new TextEncoder().encode('<!doctype html>'.repeat(20)), 'not-weights', /holds no linear model/],
  ['is an encoder file', changed(2, 'R'.charCodeAt(0)), 'not-weights', /holds no linear model/],
  ['has a later format', changed(8, 2), 'version', /format 2, this program reads format 1/],
  ['has one wrong bit in a weight', flipped(last), 'checksum', /checksum does not match/],
  ['has one wrong bit in its counts', flipped(OUTPUT_COUNT), 'checksum', /checksum does not match/],
  ['has another checksum', flipped(16), 'checksum', /checksum does not match/],
  ['has an output too many', withCount(OUTPUT_COUNT, 4), 'shapes', /4 outputs, 4 columns/],
  ['has no outputs', withCount(OUTPUT_COUNT, 0), 'shapes', /0 outputs, 4 columns/],
  ['has more outputs than any', withCount(OUTPUT_COUNT, 4_000_000_000), 'shapes', /4000000000 outputs/],
  ['has a column too many', withCount(COLUMN_COUNT, 5), 'shapes', /3 outputs, 5 columns/],
  ['has more columns than there are features', withCount(COLUMN_COUNT, 4_194_305), 'shapes', /4194305 columns/],
  ['has names that end past its end', withCount(NAME_BYTES, 4_000_000_000), 'shapes', /shapes do not fit/],
  [
    'has fewer names than outputs',
    linearFile({ ...MODEL, outputs: ['major', 'minor'] }),
    'shapes',
    /shapes do not fit/,
  ],
  [
    'has a name of two lines',
    linearFile({ ...MODEL, outputs: ['ma\njor', 'minor', 'train'] }),
    'shapes',
    /4 names for 3 outputs/,
  ],
  ['has columns that do not ascend', withColumns(7, 7), 'values', /not ascending/],
  ['has a bias that is NaN', linearFile({ ...MODEL, bias: [0, Number.NaN, 0] }), 'values', /is not finite/],
  [
    'has an infinite scale',
    linearFile({ ...MODEL, scales: [1, 1, Number.POSITIVE_INFINITY] }),
    'values',
    /is not finite/,
  ],
];

describe('the file of a linear model', () => {
  for (const [what, file, code, message] of DAMAGED) {
    it(`is refused, in one line, if it ${what}`, () => {
      assert.throws(
        () => loadLinearModel(file),
        (error: WeightsError) => {
          assert.equal(error.name, 'WeightsError');
          assert.equal(error.code, code);
          assert.match(error.message, message);
          assert.doesNotMatch(error.message, /\n/);
          return true;
        },
      );
    });
  }
});
