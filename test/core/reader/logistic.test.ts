import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  clampedLogOdds,
  logOddsContributions,
  logOddsOf,
  mostLikelyClass,
  probabilityOf,
} from '../../../src/core/reader/logistic.ts';

const ONE = { weights: [1, -2], bias: 0.5 };

describe('a small regression', () => {
  it('adds what each number says', () => {
    assert.equal(logOddsOf(ONE, [3, 1]), 1.5);
    assert.deepEqual(logOddsContributions(ONE, [3, 1]), [3, -2]);
  });

  it('takes what is missing for nothing', () => assert.equal(logOddsOf(ONE, []), 0.5));

  it('says yes and no alike at log-odds of 0', () => assert.equal(probabilityOf({ weights: [1], bias: -1 }, [1]), 0.5));

  it('of several is right which speaks most', () => {
    assert.equal(mostLikelyClass({ a: ONE, b: { weights: [0, 0], bias: 1 } }, [0, 0]), 'b');
    assert.equal(mostLikelyClass({ a: ONE, b: { weights: [0, 0], bias: 1 } }, [1, 0]), 'a');
  });
});

it('log-odds of what is quite sure are bounded', () => {
  assert.ok(Math.abs(clampedLogOdds(1) + clampedLogOdds(0)) < 1e-9);
  assert.ok(clampedLogOdds(1) < 7);
  assert.equal(clampedLogOdds(0.5), 0);
  assert.equal(clampedLogOdds(undefined), clampedLogOdds(0));
});
