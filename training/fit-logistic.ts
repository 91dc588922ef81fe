/** Learns small logistic regressions, by Newton's method: the same numbers on every machine. */
import type { LogisticRegression } from '../src/core/reader/logistic.ts';

const MAX_NEWTON_STEPS = 30;
const CONVERGENCE_TOLERANCE = 1e-6;
/** The bias is hardly held down; a little, so that there is one best answer. */
const BIAS_PENALTY = 1e-4;

/**
 * With the square of the weights as penalty, each column first brought to mean 0 and deviation 1.
 * @param rows a row of numbers for each example, all of one length.
 * @param inversePenalty how little the penalty counts beside the examples (scikit-learn's C).
 */
export function fitLogistic(
  rows: readonly (readonly number[])[],
  labels: readonly boolean[],
  inversePenalty: number,
): LogisticRegression {
  // Two rivals pull against each other, each with half the weight: so they are held down half as much.
  const { yes: learnt } = fitMultinomial(
    ['yes', 'no'],
    rows,
    labels.map((one) => (one ? 'yes' : 'no')),
    inversePenalty / 2,
  );
  return { weights: learnt.weights.map((weight) => 2 * weight), bias: 2 * learnt.bias };
}

/** Of several that exclude each other: one regression each, of which the one that speaks most is right. */
export function fitMultinomial<Name extends string>(
  names: readonly Name[],
  rows: readonly (readonly number[])[],
  labels: readonly Name[],
  inversePenalty: number,
): Record<Name, LogisticRegression> {
  const columns = rows[0]?.length ?? 0;
  const { means, deviations, x } = standardised(rows, columns);
  const learnt = newton(
    x,
    labels.map((name) => names.indexOf(name)),
    names.length,
    1 / inversePenalty,
  );
  const entries = names.map((name, rival) => {
    const own = learnt.subarray(rival * (columns + 1), (rival + 1) * (columns + 1));
    const weights = arrayOf(columns, (at) => (own[at] ?? 0) / (deviations[at] ?? 1));
    const bias = weights.reduce((sum, weight, at) => sum - weight * (means[at] ?? 0), own[columns] ?? 0);
    return [name, { weights, bias }];
  });
  return Object.fromEntries(entries);
}

/** The rows, each with a 1 at its end, for the bias. */
function standardised(rows: readonly (readonly number[])[], columns: number) {
  const means = arrayOf(columns, (at) => meanOf(rows.map((row) => row[at] ?? 0)));
  const deviations = arrayOf(columns, (at) => {
    const deviation = Math.sqrt(meanOf(rows.map((row) => ((row[at] ?? 0) - (means[at] ?? 0)) ** 2)));
    return deviation > 1e-9 ? deviation : 1;
  });
  const x = rows.map((row) =>
    Float64Array.from([...row.map((value, at) => (value - (means[at] ?? 0)) / (deviations[at] ?? 1)), 1]),
  );
  return { means, deviations, x };
}

/** The weights of each rival, one after the other. */
function newton(
  x: readonly Float64Array[],
  labels: readonly number[],
  classCount: number,
  penalty: number,
): Float64Array {
  const width = x[0]?.length ?? 0;
  const weights = new Float64Array(classCount * width);
  const penaltyOf = (at: number) => (at % width === width - 1 ? BIAS_PENALTY : penalty);
  for (let step = 0; step < MAX_NEWTON_STEPS; step++) {
    const gradient = weights.map((weight, at) => penaltyOf(at) * weight);
    const hessian = Array.from({ length: weights.length }, (_, at) => {
      const line = new Float64Array(weights.length);
      line[at] = penaltyOf(at);
      return line;
    });
    x.forEach((row, example) => {
      const p = softmax(row, weights, classCount);
      for (let a = 0; a < classCount; a++) {
        const error = (p[a] ?? 0) - Number(labels[example] === a);
        for (let i = 0; i < width; i++) {
          const at = a * width + i;
          const value = row[i] ?? 0;
          gradient[at] = (gradient[at] ?? 0) + error * value;
          if (value === 0) continue;
          const line = hessian[at] as Float64Array;
          for (let b = 0; b <= a; b++) {
            const curve = (p[a] ?? 0) * (Number(a === b) - (p[b] ?? 0)) * value;
            const [from, to] = [b * width, a === b ? i : width - 1];
            for (let j = 0; j <= to; j++) line[from + j] = (line[from + j] ?? 0) + curve * (row[j] ?? 0);
          }
        }
      }
    });
    const move = solveCholesky(hessian, gradient);
    for (let at = 0; at < weights.length; at++) weights[at] = (weights[at] ?? 0) - (move[at] ?? 0);
    if (move.every((one) => Math.abs(one) < CONVERGENCE_TOLERANCE)) break;
  }
  return weights;
}

/** How likely each rival is. */
function softmax(row: Float64Array, weights: Float64Array, classCount: number): Float64Array {
  const width = row.length;
  const scores = new Float64Array(classCount);
  for (let classIndex = 0; classIndex < classCount; classIndex++) {
    let sum = 0;
    for (let at = 0; at < width; at++) sum += (row[at] ?? 0) * (weights[classIndex * width + at] ?? 0);
    scores[classIndex] = sum;
  }
  const most = Math.max(...scores);
  const odds = scores.map((score) => Math.exp(score - most));
  const all = odds.reduce((sum, one) => sum + one, 0);
  return odds.map((one) => one / all);
}

/** Cholesky, of a symmetric matrix whose lower half is given. */
function solveCholesky(matrix: readonly Float64Array[], labels: Float64Array): Float64Array {
  const size = labels.length;
  const lower = matrix.map((row) => Float64Array.from(row));
  const line = (at: number) => lower[at] as Float64Array;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = line(i)[j] ?? 0;
      for (let k = 0; k < j; k++) sum -= (line(i)[k] ?? 0) * (line(j)[k] ?? 0);
      line(i)[j] = i === j ? Math.sqrt(Math.max(1e-12, sum)) : sum / (line(j)[j] ?? 1);
    }
  }
  const solved = Float64Array.from(labels);
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < i; k++) solved[i] = (solved[i] ?? 0) - (line(i)[k] ?? 0) * (solved[k] ?? 0);
    solved[i] = (solved[i] ?? 0) / (line(i)[i] ?? 1);
  }
  for (let i = size - 1; i >= 0; i--) {
    for (let k = i + 1; k < size; k++) solved[i] = (solved[i] ?? 0) - (line(k)[i] ?? 0) * (solved[k] ?? 0);
    solved[i] = (solved[i] ?? 0) / (line(i)[i] ?? 1);
  }
  return solved;
}

const arrayOf = (count: number, value: (at: number) => number): number[] =>
  Array.from({ length: count }, (_, at) => value(at));
const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
