import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  clampedLogOdds,
  logOddsContributions,
  logOddsOf,
  mostLikelyClass,
  probabilityOf,
} from '../../../src/core/ml/logistic.ts';

const REGRESSION = { weights: [1, -2], bias: 0.5 };

describe('a small regression', () => {
  it('adds up weighted features', () => {
    assert.equal(logOddsOf(REGRESSION, [3, 1]), 1.5);
    assert.deepEqual(logOddsContributions(REGRESSION, [3, 1]), [3, -2]);
  });

  it('takes missing features for 0', () => assert.equal(logOddsOf(REGRESSION, []), 0.5));

  it('has a probability of one half at log-odds of 0', () =>
    assert.equal(probabilityOf({ weights: [1], bias: -1 }, [1]), 0.5));

  it('of exclusive classes: the highest log-odds win', () => {
    assert.equal(mostLikelyClass({ a: REGRESSION, b: { weights: [0, 0], bias: 1 } }, [0, 0]), 'b');
    assert.equal(mostLikelyClass({ a: REGRESSION, b: { weights: [0, 0], bias: 1 } }, [1, 0]), 'a');
  });
});

it('log-odds of certain events are bounded', () => {
  assert.ok(Math.abs(clampedLogOdds(1) + clampedLogOdds(0)) < 1e-9);
  assert.ok(clampedLogOdds(1) < 7);
  assert.equal(clampedLogOdds(0.5), 0);
  assert.equal(clampedLogOdds(undefined), clampedLogOdds(0));
});
