import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ACT_NAMES } from '../../../src/core/reader/acts.ts';
import { createEncoderScorer } from '../../../src/core/reader/encoder-scorer.ts';
import { OUTPUTS, outputIndex, STATED_POSITIONS } from '../../../src/core/reader/outputs.ts';
import { DIRECTIONS, SIGNIFICANCES } from '../../../src/domain/vocabulary.ts';

const NAMES = [
  ...ACT_NAMES,
  ...SIGNIFICANCES,
  ...DIRECTIONS.map((one) => `direction ${one}`),
  ...['none', ...STATED_POSITIONS, 'silent'].map((one) => `training ${one}`),
  ...SIGNIFICANCES.map((one) => `counts ${one}`),
  ...['same', 'gained', 'lost', 'bound'].map((one) => `side ${one}`),
];
const logits = (given: Readonly<Record<string, number>>) => Float32Array.from(NAMES, (name) => given[name] ?? 0);
const near = (value: number | undefined, wanted: number) =>
  assert.ok(Math.abs((value ?? Number.NaN) - wanted) < 1e-5, `${value}, not ${wanted}`);

describe('the encoder’s logits', () => {
  const { clauseLogOdds, comparisonLogits: ofDifference } = createEncoderScorer(NAMES);

  it('are one score for each output', () => assert.equal(clauseLogOdds(logits({})).length, OUTPUTS.length));

  it('of an act are its log-odds as they are', () =>
    near(clauseLogOdds(logits({ train: 1.5 }))[outputIndex('train')], 1.5));

  it('of rivals are weighed against all others', () => {
    near(clauseLogOdds(logits({ major: 2 }))[outputIndex('major')], 2 - Math.log(2));
    near(clauseLogOdds(logits({ 'training permitted': 3 }))[outputIndex('training permitted')], 3 - Math.log(7));
    near(clauseLogOdds(logits({ 'direction worse': -1 }))[outputIndex('direction worse')], -1 - Math.log(3));
  });

  it('stay numbers however large they are', () => {
    assert.ok(clauseLogOdds(logits({ major: 1000, none: -1000, train: 1e30 })).every(Number.isFinite));
  });

  it('of two sides are in their order', () => {
    assert.deepEqual([...ofDifference(logits({ 'counts minor': 1, 'side bound': 2 }))], [0, 1, 0, 0, 0, 0, 2]);
  });

  it('do not do where one that is asked for is missing', () => {
    assert.throws(
      () => createEncoderScorer(NAMES.filter((name) => name !== 'side lost')),
      /weights: the encoder says nothing of “side lost”/,
    );
  });
});
