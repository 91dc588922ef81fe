import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  boundedLogOdds,
  contributionsOf,
  likeliestOf,
  logOddsOf,
  probabilityOf,
} from '../../../src/core/reader/logistic.ts';

const ONE = { weights: [1, -2], bias: 0.5 };

describe('a small regression', () => {
  it('adds what each number says', () => {
    assert.equal(logOddsOf(ONE, [3, 1]), 1.5);
    assert.deepEqual(contributionsOf(ONE, [3, 1]), [3, -2]);
  });

  it('takes what is missing for nothing', () => assert.equal(logOddsOf(ONE, []), 0.5));

  it('says yes and no alike at log-odds of 0', () => assert.equal(probabilityOf({ weights: [1], bias: -1 }, [1]), 0.5));

  it('of several is right which speaks most', () => {
    assert.equal(likeliestOf({ a: ONE, b: { weights: [0, 0], bias: 1 } }, [0, 0]), 'b');
    assert.equal(likeliestOf({ a: ONE, b: { weights: [0, 0], bias: 1 } }, [1, 0]), 'a');
  });
});

it('log-odds of what is quite sure are bounded', () => {
  assert.ok(Math.abs(boundedLogOdds(1) + boundedLogOdds(0)) < 1e-9);
  assert.ok(boundedLogOdds(1) < 7);
  assert.equal(boundedLogOdds(0.5), 0);
  assert.equal(boundedLogOdds(undefined), boundedLogOdds(0));
});
