import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { logOddsOf, probabilityOf } from '../../src/core/ml/logistic.ts';
import { fitLogistic } from '../../training/fit-logistic.ts';

/** Reproducible pseudo-random numbers from -1 to 1. */
function randomNumbers(count: number, seed = 1): number[] {
  let state = seed;
  return Array.from({ length: count }, () => {
    state = (state * 1103515245 + 12345) % 2 ** 31;
    return state / 2 ** 30 - 1;
  });
}

describe('a fitted regression', () => {
  const [useful, useless, noise] = [randomNumbers(400, 1), randomNumbers(400, 2), randomNumbers(400, 3)];
  const rows = useful.map((value, i) => [10 * value + 3, useless[i] ?? 0]);
  const labels = useful.map((value, i) => value + 0.3 * (noise[i] ?? 0) > 0.2);
  const fitted = fitLogistic(rows, labels, 1);

  it('predicts its examples', () => {
    const correct = rows.filter((row, i) => probabilityOf(fitted, row) >= 0.5 === labels[i]).length;
    assert.ok(correct > 360, `${correct} of 400`);
  });

  it('gives a useless feature hardly any weight', () => {
    const [ofUseful = 0, ofUseless = 0] = fitted.weights;
    assert.ok(Math.abs(ofUseless) < 0.2 * Math.abs(10 * ofUseful), `${ofUseful}, ${ofUseless}`);
  });

  it('is calibrated on its examples', () => {
    const expected = rows.reduce((sum, row) => sum + probabilityOf(fitted, row), 0);
    assert.ok(Math.abs(expected - labels.filter(Boolean).length) < 0.01);
  });

  it('has smaller weights with stronger regularisation', () => {
    const [weak = 0] = fitLogistic(rows, labels, 0.001).weights;
    assert.ok(Math.abs(weak) < Math.abs(fitted.weights[0] ?? 0) / 2);
  });

  it('is reproducible', () => assert.deepEqual(fitLogistic(rows, labels, 1), fitted));

  it('gives a constant feature no weight', () => {
    const [, constant] = fitLogistic(
      rows.map(([first = 0]) => [first, 7]),
      labels,
      1,
    ).weights;
    assert.equal(constant, 0);
  });

  it('is nearly certain where all labels are the same', () => {
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
