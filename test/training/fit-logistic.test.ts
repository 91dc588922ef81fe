import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { logOddsOf, probabilityOf } from '../../src/core/reader/logistic.ts';
import { fitLogistic } from '../../training/fit-logistic.ts';

/** Numbers without a pattern, the same each time. */
function numbers(count: number, seed = 1): number[] {
  let state = seed;
  return Array.from({ length: count }, () => {
    state = (state * 1103515245 + 12345) % 2 ** 31;
    return state / 2 ** 30 - 1;
  });
}

describe('a regression that learns', () => {
  const [useful, useless, noise] = [numbers(400, 1), numbers(400, 2), numbers(400, 3)];
  const rows = useful.map((value, at) => [10 * value + 3, useless[at] ?? 0]);
  const yes = useful.map((value, at) => value + 0.3 * (noise[at] ?? 0) > 0.2);
  const learnt = fitLogistic(rows, yes, 1);

  it('says what the examples say', () => {
    const right = rows.filter((row, at) => probabilityOf(learnt, row) >= 0.5 === yes[at]).length;
    assert.ok(right > 360, `${right} of 400`);
  });

  it('gives a number that says nothing hardly any weight', () => {
    const [telling = 0, idle = 0] = learnt.weights;
    assert.ok(Math.abs(idle) < 0.2 * Math.abs(10 * telling), `${telling}, ${idle}`);
  });

  it('is as sure on the whole as the examples are', () => {
    const expected = rows.reduce((sum, row) => sum + probabilityOf(learnt, row), 0);
    assert.ok(Math.abs(expected - yes.filter(Boolean).length) < 0.01);
  });

  it('holds more against large weights the less strength it is given', () => {
    const [weak = 0] = fitLogistic(rows, yes, 0.001).weights;
    assert.ok(Math.abs(weak) < Math.abs(learnt.weights[0] ?? 0) / 2);
  });

  it('learns the same each time', () => assert.deepEqual(fitLogistic(rows, yes, 1), learnt));

  it('takes a number that never differs for nothing', () => {
    const [, constant] = fitLogistic(
      rows.map(([one = 0]) => [one, 7]),
      yes,
      1,
    ).weights;
    assert.equal(constant, 0);
  });

  it('of what is always so, or never, says so', () => {
    assert.ok(
      logOddsOf(
        fitLogistic(
          rows,
          rows.map(() => true),
          1,
        ),
        [0, 0],
      ) > 3,
    );
    assert.ok(
      logOddsOf(
        fitLogistic(
          rows,
          rows.map(() => false),
          1,
        ),
        [0, 0],
      ) < -3,
    );
  });
});
