import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  DIFFERENCE_FEATURES,
  type DifferenceInput,
  extractDifferenceFeatures,
} from '../../../src/core/judge/difference-features.ts';
import { makeProbabilities } from '../../helpers/probabilities.ts';

const NOTHING: DifferenceInput = {
  isStillPresent: false,
  wasAlreadyPresent: false,
  maxInOldVersion: makeProbabilities({}),
  maxInNewVersion: makeProbabilities({}),
};
const TRAINS = makeProbabilities({ major: 0.75, train: 0.5, 'others-train': 0.25 });
const NEVER = makeProbabilities({ major: 0.5, 'train-never': 1 });
const SURE = makeProbabilities({}).fill(1);

type Feature = (typeof DIFFERENCE_FEATURES)[number];
const read = (difference: Partial<DifferenceInput>, feature: Feature, differences = 1): number =>
  extractDifferenceFeatures({ ...NOTHING, ...difference }, differences)[DIFFERENCE_FEATURES.indexOf(feature)] ??
  Number.NaN;
const probability = (logOdds: number): number => Number((1 / (1 + Math.exp(-logOdds))).toFixed(4));

const DIFFERENCES: readonly (readonly [what: string, difference: DifferenceInput])[] = [
  ['nothing at all', NOTHING],
  ['one side added', { ...NOTHING, after: TRAINS }],
  ['one side removed', { ...NOTHING, before: TRAINS, isStillPresent: true }],
  ['both sides', { ...NOTHING, before: TRAINS, after: NEVER }],
  [
    'sides sure of everything',
    { ...NOTHING, before: SURE, after: SURE, comparisonLogits: new Float32Array(7).fill(40) },
  ],
  [
    'all there is',
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
    it(`of ${what} are one for each name, and finite`, () => {
      const row = extractDifferenceFeatures(difference, 10_000);
      assert.equal(row.length, DIFFERENCE_FEATURES.length);
      assert.ok(row.every(Number.isFinite), `${row}`);
    });

    it(`of ${what} are mirrored when it is read backwards: what was gained is lost`, () => {
      const {
        before,
        after,
        nearestToBefore: nearBefore,
        nearestToAfter: nearAfter,
        isStillPresent: stillStands,
        wasAlreadyPresent: stoodBefore,
        comparisonLogits: compared,
      } = difference;
      const { maxInOldVersion: anywhereBefore, maxInNewVersion: anywhereAfter } = difference;
      const backwards: DifferenceInput = {
        before: after,
        after: before,
        nearestToBefore: nearAfter,
        nearestToAfter: nearBefore,
        isStillPresent: stoodBefore,
        wasAlreadyPresent: stillStands,
        maxInOldVersion: anywhereAfter,
        maxInNewVersion: anywhereBefore,
        comparisonLogits: compared,
      };
      for (const [feature, mirrored] of MIRRORED) {
        assert.equal(read(difference, feature), read(backwards, mirrored), feature);
        assert.equal(read(difference, mirrored), read(backwards, feature), mirrored);
      }
    });
  }

  const near = { probabilities: makeProbabilities({ train: 1, 'others-train': 1 }), similarity: 1 };
  const GAINED: readonly (readonly [what: string, difference: Partial<DifferenceInput>, gained: number])[] = [
    ['what a new clause does', { after: TRAINS }, 0.5],
    ['less where it did so before', { before: TRAINS, after: TRAINS }, 0.25],
    ['next to nothing where a clause much like it did', { after: TRAINS, nearestToAfter: near }, 0.001],
    [
      'half of that where the clause is half as like',
      { after: TRAINS, nearestToAfter: { ...near, similarity: 0.5 } },
      0.25,
    ],
    ['nothing where it only went', { before: TRAINS }, 0.001],
    ['nothing by acts that are minor', { after: makeProbabilities({ tool: 1, automated: 1, abuse: 1 }) }, 0.001],
  ];
  for (const [what, difference, gained] of GAINED) {
    it(`count as gained ${what}`, () => assert.equal(probability(read(difference, 'gained')), gained));
  }

  it('count as gained nothing that is said elsewhere already', () => {
    const gained = (maxInOldVersion: DifferenceInput['maxInOldVersion']) =>
      probability(read({ after: TRAINS, maxInOldVersion }, 'gained, and said nowhere before'));
    assert.equal(gained(makeProbabilities({})), 0.5);
    assert.equal(gained(makeProbabilities({ train: 0.5 })), 0.25);
  });

  it('hold what a comparison said, whatever its scale, and that there was none', () => {
    const compared = Float32Array.of(1, 2, 3, 4, 5, 6, 7);
    const higher = compared.map((logit) => logit + 20);
    for (const feature of ['counts major', 'counts none', 'same'] as const) {
      assert.equal(
        read({ comparisonLogits: compared }, feature).toFixed(4),
        read({ comparisonLogits: higher }, feature).toFixed(4),
      );
    }
    assert.equal(
      probability(read({ comparisonLogits: Float32Array.of(0, 0, Math.log(2), 0, 0, 0, 0) }, 'counts major')),
      0.5,
    );
    assert.deepEqual([read({ comparisonLogits: compared }, 'not compared'), read({}, 'not compared')], [0, 1]);
    assert.ok(read({}, 'counts major') < -5);
  });
});
