import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FEATURES, featuresOfDifference, type JudgedDifference } from '../../../src/core/judge/difference-features.ts';
import { says } from '../../helpers/probabilities.ts';

const NOTHING: JudgedDifference = {
  stillStands: false,
  stoodBefore: false,
  anywhereBefore: says({}),
  anywhereAfter: says({}),
};
const TRAINS = says({ major: 0.75, train: 0.5, 'others-train': 0.25 });
const NEVER = says({ major: 0.5, 'train-never': 1 });
const SURE = says({}).fill(1);

type Feature = (typeof FEATURES)[number];
const read = (difference: Partial<JudgedDifference>, feature: Feature, differences = 1): number =>
  featuresOfDifference({ ...NOTHING, ...difference }, differences)[FEATURES.indexOf(feature)] ?? Number.NaN;
const probability = (logOdds: number): number => Number((1 / (1 + Math.exp(-logOdds))).toFixed(4));

const DIFFERENCES: readonly (readonly [what: string, difference: JudgedDifference])[] = [
  ['nothing at all', NOTHING],
  ['one side added', { ...NOTHING, after: TRAINS }],
  ['one side removed', { ...NOTHING, before: TRAINS, stillStands: true }],
  ['both sides', { ...NOTHING, before: TRAINS, after: NEVER }],
  ['sides sure of everything', { ...NOTHING, before: SURE, after: SURE, compared: new Float32Array(7).fill(40) }],
  [
    'all there is',
    {
      before: TRAINS,
      after: NEVER,
      nearBefore: { says: says({ train: 1 }), likeness: 0.5 },
      nearAfter: { says: says({ 'train-never': 0.25 }), likeness: 1 },
      stillStands: true,
      stoodBefore: true,
      anywhereBefore: says({ train: 0.5 }),
      anywhereAfter: says({ train: 0.25, 'train-never': 1 }),
      compared: Float32Array.of(-1, 0, 1, 2, 3, 4, 5),
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
      const row = featuresOfDifference(difference, 10_000);
      assert.equal(row.length, FEATURES.length);
      assert.ok(row.every(Number.isFinite), `${row}`);
    });

    it(`of ${what} are mirrored when it is read backwards: what was gained is lost`, () => {
      const { before, after, nearBefore, nearAfter, stillStands, stoodBefore, compared } = difference;
      const { anywhereBefore, anywhereAfter } = difference;
      const backwards: JudgedDifference = {
        before: after,
        after: before,
        nearBefore: nearAfter,
        nearAfter: nearBefore,
        stillStands: stoodBefore,
        stoodBefore: stillStands,
        anywhereBefore: anywhereAfter,
        anywhereAfter: anywhereBefore,
        compared,
      };
      for (const [feature, mirrored] of MIRRORED) {
        assert.equal(read(difference, feature), read(backwards, mirrored), feature);
        assert.equal(read(difference, mirrored), read(backwards, feature), mirrored);
      }
    });
  }

  const near = { says: says({ train: 1, 'others-train': 1 }), likeness: 1 };
  const GAINED: readonly (readonly [what: string, difference: Partial<JudgedDifference>, gained: number])[] = [
    ['what a new clause does', { after: TRAINS }, 0.5],
    ['less where it did so before', { before: TRAINS, after: TRAINS }, 0.25],
    ['next to nothing where a clause much like it did', { after: TRAINS, nearAfter: near }, 0.001],
    ['half of that where the clause is half as like', { after: TRAINS, nearAfter: { ...near, likeness: 0.5 } }, 0.25],
    ['nothing where it only went', { before: TRAINS }, 0.001],
    ['nothing by acts that are minor', { after: says({ tool: 1, automated: 1, abuse: 1 }) }, 0.001],
  ];
  for (const [what, difference, gained] of GAINED) {
    it(`count as gained ${what}`, () => assert.equal(probability(read(difference, 'gained')), gained));
  }

  it('count as gained nothing that is said elsewhere already', () => {
    const gained = (anywhereBefore: JudgedDifference['anywhereBefore']) =>
      probability(read({ after: TRAINS, anywhereBefore }, 'gained, and said nowhere before'));
    assert.equal(gained(says({})), 0.5);
    assert.equal(gained(says({ train: 0.5 })), 0.25);
  });

  it('hold what a comparison said, whatever its scale, and that there was none', () => {
    const compared = Float32Array.of(1, 2, 3, 4, 5, 6, 7);
    const higher = compared.map((logit) => logit + 20);
    for (const feature of ['counts major', 'counts none', 'same'] as const) {
      assert.equal(read({ compared }, feature).toFixed(4), read({ compared: higher }, feature).toFixed(4));
    }
    assert.equal(probability(read({ compared: Float32Array.of(0, 0, Math.log(2), 0, 0, 0, 0) }, 'counts major')), 0.5);
    assert.deepEqual([read({ compared }, 'not compared'), read({}, 'not compared')], [0, 1]);
    assert.ok(read({}, 'counts major') < -5);
  });
});
