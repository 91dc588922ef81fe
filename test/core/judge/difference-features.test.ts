import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  DIFFERENCE_FEATURES,
  type DifferenceInput,
  extractDifferenceFeatures,
} from '../../../src/core/judge/difference-features.ts';
import { sigmoid } from '../../../src/core/ml/logistic.ts';
import { makeProbabilities } from '../../helpers/probabilities.ts';

const NO_SIDES: DifferenceInput = {
  isStillPresent: false,
  wasAlreadyPresent: false,
  maxInOldVersion: makeProbabilities({}),
  maxInNewVersion: makeProbabilities({}),
};
const TRAINS = makeProbabilities({ major: 0.75, train: 0.5, 'others-train': 0.25 });
const NEVER = makeProbabilities({ major: 0.5, 'train-never': 1 });
const SURE = makeProbabilities({}).fill(1);

type Feature = (typeof DIFFERENCE_FEATURES)[number];
const featureOf = (difference: Partial<DifferenceInput>, feature: Feature, differingCount = 1): number =>
  extractDifferenceFeatures({ ...NO_SIDES, ...difference }, differingCount)[DIFFERENCE_FEATURES.indexOf(feature)] ??
  Number.NaN;
const probability = (logOdds: number): number => Number(sigmoid(logOdds).toFixed(4));

const DIFFERENCES: readonly (readonly [what: string, difference: DifferenceInput])[] = [
  ['no sides', NO_SIDES],
  ['an added side', { ...NO_SIDES, after: TRAINS }],
  ['a removed side', { ...NO_SIDES, before: TRAINS, isStillPresent: true }],
  ['both sides', { ...NO_SIDES, before: TRAINS, after: NEVER }],
  [
    'sides certain of everything',
    { ...NO_SIDES, before: SURE, after: SURE, comparisonLogits: new Float32Array(7).fill(40) },
  ],
  [
    'every input',
    {
      before: TRAINS,
      after: NEVER,
      nearestToBefore: { probabilities: makeProbabilities({ train: 1 }), similarity: 0.5 },
      nearestToAfter: { probabilities: makeProbabilities({ 'train-never': 0.25 }), similarity: 1 },
      isStillPresent: true,
      wasAlreadyPresent: true,
      maxInOldVersion: makeProbabilities({ train: 0.5 }),
      maxInNewVersion: makeProbabilities({ train: 0.25, 'train-never': 1 }),
      comparisonLogits: Float32Array.of(-1, 0, 1, 2, 3, 4, 5),
    },
  ],
];

const MIRRORED: readonly (readonly [feature: Feature, mirrored: Feature])[] = [
  ['major after', 'major before'],
  ['minor after', 'minor before'],
  ['gained', 'lost'],
  ['gained, and said nowhere before', 'lost, and said nowhere after'],
  ['likeness to the old version', 'likeness to the new version'],
  ['added', 'removed'],
  ['stood before', 'still stands'],
];

describe('the features of a difference', () => {
  for (const [what, difference] of DIFFERENCES) {
    it(`of ${what} are finite, one for each name`, () => {
      const row = extractDifferenceFeatures(difference, 10_000);
      assert.equal(row.length, DIFFERENCE_FEATURES.length);
      assert.ok(row.every(Number.isFinite), `${row}`);
    });

    it(`of ${what} are mirrored when the sides are swapped`, () => {
      const swapped: DifferenceInput = {
        before: difference.after,
        after: difference.before,
        nearestToBefore: difference.nearestToAfter,
        nearestToAfter: difference.nearestToBefore,
        isStillPresent: difference.wasAlreadyPresent,
        wasAlreadyPresent: difference.isStillPresent,
        maxInOldVersion: difference.maxInNewVersion,
        maxInNewVersion: difference.maxInOldVersion,
        comparisonLogits: difference.comparisonLogits,
      };
      for (const [feature, mirrored] of MIRRORED) {
        assert.equal(featureOf(difference, feature), featureOf(swapped, mirrored), feature);
        assert.equal(featureOf(difference, mirrored), featureOf(swapped, feature), mirrored);
      }
    });
  }

  const nearest = { probabilities: makeProbabilities({ train: 1, 'others-train': 1 }), similarity: 1 };
  const GAINED: readonly (readonly [what: string, difference: Partial<DifferenceInput>, gained: number])[] = [
    ['the acts of an added clause', { after: TRAINS }, 0.5],
    ['less where the old side has them', { before: TRAINS, after: TRAINS }, 0.25],
    ['almost nothing where an equal clause has them', { after: TRAINS, nearestToAfter: nearest }, 0.001],
    [
      'half of that where the clause is half as similar',
      { after: TRAINS, nearestToAfter: { ...nearest, similarity: 0.5 } },
      0.25,
    ],
    ['nothing of a removed clause', { before: TRAINS }, 0.001],
    ['nothing of minor acts', { after: makeProbabilities({ tool: 1, automated: 1, abuse: 1 }) }, 0.001],
  ];
  for (const [what, difference, gained] of GAINED) {
    it(`count as gained ${what}`, () => assert.equal(probability(featureOf(difference, 'gained')), gained));
  }

  it('count as new only what the old version does not say elsewhere', () => {
    const gained = (maxInOldVersion: DifferenceInput['maxInOldVersion']) =>
      probability(featureOf({ after: TRAINS, maxInOldVersion }, 'gained, and said nowhere before'));
    assert.equal(gained(makeProbabilities({})), 0.5);
    assert.equal(gained(makeProbabilities({ train: 0.5 })), 0.25);
  });

  it('hold the comparison whatever its scale, and whether there was one', () => {
    const compared = Float32Array.of(1, 2, 3, 4, 5, 6, 7);
    const higher = compared.map((logit) => logit + 20);
    for (const feature of ['counts major', 'counts none', 'same'] as const) {
      assert.equal(
        featureOf({ comparisonLogits: compared }, feature).toFixed(4),
        featureOf({ comparisonLogits: higher }, feature).toFixed(4),
      );
    }
    assert.equal(
      probability(featureOf({ comparisonLogits: Float32Array.of(0, 0, Math.log(2), 0, 0, 0, 0) }, 'counts major')),
      0.5,
    );
    assert.deepEqual(
      [featureOf({ comparisonLogits: compared }, 'not compared'), featureOf({}, 'not compared')],
      [0, 1],
    );
    assert.ok(featureOf({}, 'counts major') < -5);
  });
});
