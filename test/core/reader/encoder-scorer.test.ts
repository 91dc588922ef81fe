import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ACT_NAMES } from '../../../src/core/reader/acts.ts';
import { createEncoderScorer } from '../../../src/core/reader/encoder-scorer.ts';
import { OUTPUTS, outputIndex, STATED_POSITIONS } from '../../../src/core/reader/outputs.ts';
import { DIRECTIONS, SIGNIFICANCES } from '../../../src/domain/vocabulary.ts';

const NAMES = [
  ...ACT_NAMES,
  ...SIGNIFICANCES,
  ...DIRECTIONS.map((direction) => `direction ${direction}`),
  ...['none', ...STATED_POSITIONS, 'silent'].map((position) => `training ${position}`),
  ...SIGNIFICANCES.map((significance) => `counts ${significance}`),
  ...['same', 'gained', 'lost', 'bound'].map((side) => `side ${side}`),
];
const logits = (given: Readonly<Record<string, number>>) => Float32Array.from(NAMES, (name) => given[name] ?? 0);
const assertNear = (actual: number | undefined, expected: number) =>
  assert.ok(Math.abs((actual ?? Number.NaN) - expected) < 1e-5, `${actual}, expected ${expected}`);

describe('the encoder’s logits', () => {
  const { clauseLogOdds, comparisonLogits } = createEncoderScorer(NAMES);

  it('become one score for each output', () => assert.equal(clauseLogOdds(logits({})).length, OUTPUTS.length));

  it('of acts are log-odds already', () =>
    assertNear(clauseLogOdds(logits({ train: 1.5 }))[outputIndex('train')], 1.5));

  it('of exclusive classes become log-odds against all others', () => {
    assertNear(clauseLogOdds(logits({ major: 2 }))[outputIndex('major')], 2 - Math.log(2));
    assertNear(clauseLogOdds(logits({ 'training permitted': 3 }))[outputIndex('training permitted')], 3 - Math.log(7));
    assertNear(clauseLogOdds(logits({ 'direction worse': -1 }))[outputIndex('direction worse')], -1 - Math.log(3));
  });

  it('stay finite however large they are', () => {
    assert.ok(clauseLogOdds(logits({ major: 1000, none: -1000, train: 1e30 })).every(Number.isFinite));
  });

  it('of a comparison are put in order', () => {
    assert.deepEqual([...comparisonLogits(logits({ 'counts minor': 1, 'side bound': 2 }))], [0, 1, 0, 0, 0, 0, 2]);
  });

  it('must include every output', () => {
    assert.throws(
      () => createEncoderScorer(NAMES.filter((name) => name !== 'side lost')),
      /weights: the encoder lacks the output “side lost”/,
    );
  });
});
