import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ACT_NAMES } from '../../../src/core/reader/acts.ts';
import { readEncoderScores } from '../../../src/core/reader/encoder-scorer.ts';
import { at, OUTPUTS, STATED_POSITIONS } from '../../../src/core/reader/outputs.ts';
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
  const { ofClause, ofDifference } = readEncoderScores(NAMES);

  it('are one score for each output', () => assert.equal(ofClause(logits({})).length, OUTPUTS.length));

  it('of an act are its log-odds as they are', () => near(ofClause(logits({ train: 1.5 }))[at('train')], 1.5));

  it('of rivals are weighed against all others', () => {
    near(ofClause(logits({ major: 2 }))[at('major')], 2 - Math.log(2));
    near(ofClause(logits({ 'training permitted': 3 }))[at('training permitted')], 3 - Math.log(7));
    near(ofClause(logits({ 'direction worse': -1 }))[at('direction worse')], -1 - Math.log(3));
  });

  it('stay numbers however large they are', () => {
    assert.ok(ofClause(logits({ major: 1000, none: -1000, train: 1e30 })).every(Number.isFinite));
  });

  it('of two sides are in their order', () => {
    assert.deepEqual([...ofDifference(logits({ 'counts minor': 1, 'side bound': 2 }))], [0, 1, 0, 0, 0, 0, 2]);
  });

  it('do not do where one that is asked for is missing', () => {
    assert.throws(
      () => readEncoderScores(NAMES.filter((name) => name !== 'side lost')),
      /weights: the encoder says nothing of “side lost”/,
    );
  });
});
