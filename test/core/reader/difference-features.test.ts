import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  COMPARED,
  type Documents,
  featuresOfDifference,
  type Judged,
  type JudgedDifference,
} from '../../../src/core/reader/difference-features.ts';
import { at, OUTPUTS, type Output } from '../../../src/core/reader/outputs.ts';

/** What the verdict model was trained on has so many columns; these are some of them. */
const LENGTH = 154;
const COLUMN = {
  hasBefore: 0,
  hasAfter: 1,
  stillStands: 2,
  stoodBefore: 3,
  likenessBefore: 4,
  likenessAfter: 5,
  majorBeyondBefore: 16,
  majorBeyondNearAfter: 17,
  majorBeyondNearBefore: 18,
  gained: 19,
  gainedAll: 20,
  lost: 21,
  lostAll: 22,
  newToAll: 23,
  newToAllSum: 24,
  goneFromAll: 25,
  goneFromAllSum: 26,
  added: 27,
  removed: 28,
  addedShare: 29,
  removedShare: 30,
  turningAdded: 31,
  turningRemoved: 32,
  wordsBefore: 33,
  wordsAfter: 34,
  compared: 42,
} as const;
type Column = keyof typeof COLUMN;

function says(probabilities: Partial<Record<Output, number>>): Float32Array {
  const row = new Float32Array(OUTPUTS.length);
  for (const [output, probability] of Object.entries(probabilities)) row[at(output as Output)] = probability;
  return row;
}
const judged = (text: string, probabilities: Partial<Record<Output, number>>): Judged => ({
  words: text.split(' '),
  says: says(probabilities),
});

const SILENT: Documents = {
  before: says({}),
  after: says({}),
  clauses: [0, 0],
  differing: 0,
  added: 0,
  removed: 0,
  edited: 0,
  growth: 1,
};
const NOTHING: JudgedDifference = { stillStands: false, stoodBefore: false };
const TRAINS = judged('we may train our models', { major: 0.75, train: 0.5, 'others-train': 0.25 });
const NEVER = judged('we will not train without consent', { major: 0.5, 'train-never': 1 });

/** What a column says of a difference. */
const read = (difference: Partial<JudgedDifference>, column: Column, documents: Partial<Documents> = {}): number =>
  featuresOfDifference({ ...NOTHING, ...difference }, { ...SILENT, ...documents })[COLUMN[column]] ?? Number.NaN;

const DIFFERENCES: readonly (readonly [what: string, difference: JudgedDifference])[] = [
  ['nothing at all', NOTHING],
  ['one side added', { ...NOTHING, after: TRAINS }],
  ['one side removed', { ...NOTHING, before: TRAINS, stillStands: true }],
  ['both sides', { ...NOTHING, before: TRAINS, after: NEVER }],
  [
    'all there is',
    {
      before: TRAINS,
      after: NEVER,
      nearBefore: { says: says({ train: 1 }), likeness: 0.5 },
      nearAfter: { says: says({ 'train-never': 0.25 }), likeness: 1 },
      stillStands: true,
      stoodBefore: true,
      compared: Float32Array.of(-1, 0, 1, 2, 3, 4, 5),
    },
  ],
  ['sides without a word', { ...NOTHING, before: { words: [], says: says({}) }, after: { words: [], says: says({}) } }],
  [
    'sides of 10,000 words, sure of everything',
    {
      ...NOTHING,
      before: { words: Array.from({ length: 10_000 }, (_, i) => `w${i}`), says: says({}).fill(1) },
      after: { words: Array.from({ length: 10_000 }, () => 'not'), says: says({}).fill(1) },
    },
  ],
];
const LONG: Documents = {
  before: says({}).fill(1),
  after: says({ train: 1 }),
  clauses: [10_000, 0],
  differing: 10_000,
  added: 1,
  removed: 10_000,
  edited: 3,
  growth: 0,
};

describe('the features of a difference', () => {
  for (const [what, difference] of DIFFERENCES) {
    it(`of ${what} are as many as of any, and all finite`, () => {
      for (const documents of [SILENT, LONG]) {
        const row = featuresOfDifference(difference, documents);
        assert.equal(row.length, LENGTH);
        assert.ok(row.every(Number.isFinite), `${row}`);
      }
    });
  }

  const MIRRORED: readonly (readonly [column: Column, mirrored: Column])[] = [
    ['hasBefore', 'hasAfter'],
    ['stillStands', 'stoodBefore'],
    ['likenessBefore', 'likenessAfter'],
    ['majorBeyondNearAfter', 'majorBeyondNearBefore'],
    ['gained', 'lost'],
    ['gainedAll', 'lostAll'],
    ['newToAll', 'goneFromAll'],
    ['newToAllSum', 'goneFromAllSum'],
    ['added', 'removed'],
    ['addedShare', 'removedShare'],
    ['turningAdded', 'turningRemoved'],
    ['wordsBefore', 'wordsAfter'],
  ];
  for (const [what, difference] of DIFFERENCES) {
    it(`of ${what} are mirrored when it is read backwards: what was gained is lost`, () => {
      const { before, after, nearBefore, nearAfter, stillStands, stoodBefore } = difference;
      const backwards: JudgedDifference = {
        before: after,
        after: before,
        nearBefore: nearAfter,
        nearAfter: nearBefore,
        stillStands: stoodBefore,
        stoodBefore: stillStands,
      };
      const turned = { ...LONG, before: LONG.after, after: LONG.before };
      for (const [column, mirrored] of MIRRORED) {
        assert.equal(read(difference, column, LONG), read(backwards, mirrored, turned), column);
        assert.equal(read(difference, mirrored, LONG), read(backwards, column, turned), mirrored);
      }
      assert.equal(read(difference, 'majorBeyondBefore'), 0 - read(backwards, 'majorBeyondBefore'));
    });
  }

  const near = (probabilities: Partial<Record<Output, number>>) => ({ says: says(probabilities), likeness: 0.9 });
  const GAINED: readonly (readonly [what: string, difference: Partial<JudgedDifference>, most: number, sum: number])[] =
    [
      ['all that a new clause says', { after: TRAINS }, 0.5, 0.75],
      ['nothing where it was said before', { before: TRAINS, after: TRAINS }, 0.25, 0.5 * 0.5 + 0.25 * 0.75],
      [
        'nothing of what is near to it and says the same',
        { after: TRAINS, nearAfter: near({ train: 1, 'others-train': 1 }) },
        0,
        0,
      ],
      ['nothing by what is removed', { before: TRAINS }, 0, 0],
      ['nothing by acts that are minor', { after: judged('a tool', { tool: 1, automated: 1, abuse: 1 }) }, 0, 0],
    ];
  for (const [what, difference, most, sum] of GAINED) {
    it(`count as gained ${what}`, () => {
      assert.deepEqual([read(difference, 'gained'), read(difference, 'gainedAll')], [most, sum]);
    });
  }

  it('count as new to all what the old version says nowhere, and as gone from all what the new one does not', () => {
    const documents = { before: says({ train: 1 }), after: says({ train: 1 }) };
    assert.deepEqual(
      (['newToAll', 'newToAllSum'] as const).map((column) => read({ after: TRAINS }, column, documents)),
      [0.25, 0.25],
    );
    assert.deepEqual(
      (['goneFromAll', 'goneFromAllSum'] as const).map((column) => read({ before: TRAINS }, column, documents)),
      [0.25, 0.25],
    );
  });

  it('count the words that differ, and those that turn a sentence', () => {
    const difference = { before: TRAINS, after: NEVER };
    const counted = (['added', 'removed', 'turningAdded', 'turningRemoved'] as const).map((column) =>
      read(difference, column),
    );
    // will, not, without, consent; may, our, models.
    assert.deepEqual(counted, [4, 3, 4, 1]);
  });

  it('hold what a comparison said, and that there was none', () => {
    const compared = (logits?: Float32Array) =>
      featuresOfDifference({ ...NOTHING, ...(logits && { compared: logits }) }, SILENT).slice(
        COLUMN.compared,
        COLUMN.compared + COMPARED,
      );
    assert.deepEqual(compared(Float32Array.of(1, 2, 3, 4, 5, 6, 7)), [1, 2, 3, 4, 5, 6, 7]);
    assert.deepEqual(compared(), Array(COMPARED).fill(-9));
  });
});
