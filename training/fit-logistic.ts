/** Fits small logistic regressions by Newton's method, with the same result on every machine. */
import type { LogisticRegression } from '../src/core/ml/logistic.ts';

const MAX_NEWTON_STEPS = 30;
const CONVERGENCE_TOLERANCE = 1e-6;
/** Just enough for a unique optimum. */
const BIAS_PENALTY = 1e-4;

/**
 * L2-regularised, over standardised columns.
 * @param rows one for each example, all of the same length.
 * @param inversePenalty scikit-learn's C.
 */
export function fitLogistic(
  rows: readonly (readonly number[])[],
  labels: readonly boolean[],
  inversePenalty: number,
): LogisticRegression {
  // Each of the two classes gets half the weight, hence half the penalty.
  const { yes } = fitMultinomial(
    ['yes', 'no'],
    rows,
    labels.map((label) => (label ? 'yes' : 'no')),
    inversePenalty / 2,
  );
  return { weights: yes.weights.map((weight) => 2 * weight), bias: 2 * yes.bias };
}

/** One regression for each of several exclusive classes (`mostLikelyClass`). */
export function fitMultinomial<Name extends string>(
  names: readonly Name[],
  rows: readonly (readonly number[])[],
  labels: readonly Name[],
  inversePenalty: number,
): Record<Name, LogisticRegression> {
  const columns = rows[0]?.length ?? 0;
  const { means, deviations, x } = standardise(rows, columns);
  const weights = newton(
    x,
    labels.map((name) => names.indexOf(name)),
    names.length,
    1 / inversePenalty,
  );
  const entries = names.map((name, classIndex) => {
    const own = weights.subarray(classIndex * (columns + 1), (classIndex + 1) * (columns + 1));
    const unscaled = arrayOf(columns, (i) => (own[i] ?? 0) / (deviations[i] ?? 1));
    const bias = unscaled.reduce((sum, weight, i) => sum - weight * (means[i] ?? 0), own[columns] ?? 0);
    return [name, { weights: unscaled, bias }];
  });
  return Object.fromEntries(entries);
}

/** Brings each column to mean 0 and deviation 1, and appends a 1 for the bias. */
function standardise(rows: readonly (readonly number[])[], columns: number) {
  const means = arrayOf(columns, (i) => meanOf(rows.map((row) => row[i] ?? 0)));
  const deviations = arrayOf(columns, (i) => {
    const deviation = Math.sqrt(meanOf(rows.map((row) => ((row[i] ?? 0) - (means[i] ?? 0)) ** 2)));
    return deviation > 1e-9 ? deviation : 1;
  });
  const x = rows.map((row) =>
    Float64Array.from([...row.map((value, i) => (value - (means[i] ?? 0)) / (deviations[i] ?? 1)), 1]),
  );
  return { means, deviations, x };
}

/** @returns the weights of each class, one after the other. */
function newton(
  x: readonly Float64Array[],
  labels: readonly number[],
  classCount: number,
  penalty: number,
): Float64Array {
  const width = x[0]?.length ?? 0;
  const weights = new Float64Array(classCount * width);
  const penaltyOf = (index: number) => (index % width === width - 1 ? BIAS_PENALTY : penalty);
  for (let step = 0; step < MAX_NEWTON_STEPS; step++) {
    const gradient = weights.map((weight, i) => penaltyOf(i) * weight);
    const hessian = Array.from({ length: weights.length }, (_, i) => {
      const line = new Float64Array(weights.length);
      line[i] = penaltyOf(i);
      return line;
    });
    x.forEach((row, example) => {
      const p = softmax(row, weights, classCount);
      for (let a = 0; a < classCount; a++) {
        const error = (p[a] ?? 0) - Number(labels[example] === a);
        for (let i = 0; i < width; i++) {
          const index = a * width + i;
          const value = row[i] ?? 0;
          gradient[index] = (gradient[index] ?? 0) + error * value;
          if (value === 0) continue;
          const line = hessian[index] as Float64Array;
          for (let b = 0; b <= a; b++) {
            const curve = (p[a] ?? 0) * (Number(a === b) - (p[b] ?? 0)) * value;
            const [from, to] = [b * width, a === b ? i : width - 1];
            for (let j = 0; j <= to; j++) line[from + j] = (line[from + j] ?? 0) + curve * (row[j] ?? 0);
          }
        }
      }
    });
    const delta = solveCholesky(hessian, gradient);
    for (let i = 0; i < weights.length; i++) weights[i] = (weights[i] ?? 0) - (delta[i] ?? 0);
    if (delta.every((value) => Math.abs(value) < CONVERGENCE_TOLERANCE)) break;
  }
  return weights;
}

/** Class probabilities of one example. */
function softmax(row: Float64Array, weights: Float64Array, classCount: number): Float64Array {
  const width = row.length;
  const scores = new Float64Array(classCount);
  for (let classIndex = 0; classIndex < classCount; classIndex++) {
    let sum = 0;
    for (let i = 0; i < width; i++) sum += (row[i] ?? 0) * (weights[classIndex * width + i] ?? 0);
    scores[classIndex] = sum;
  }
  const max = Math.max(...scores);
  const exponentials = scores.map((score) => Math.exp(score - max));
  const total = exponentials.reduce((sum, value) => sum + value, 0);
  return exponentials.map((value) => value / total);
}

/** @param matrix symmetric; only its lower half is read. */
function solveCholesky(matrix: readonly Float64Array[], right: Float64Array): Float64Array {
  const size = right.length;
  const lower = matrix.map((row) => Float64Array.from(row));
  const line = (index: number) => lower[index] as Float64Array;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = line(i)[j] ?? 0;
      for (let k = 0; k < j; k++) sum -= (line(i)[k] ?? 0) * (line(j)[k] ?? 0);
      line(i)[j] = i === j ? Math.sqrt(Math.max(1e-12, sum)) : sum / (line(j)[j] ?? 1);
    }
  }
  const solved = Float64Array.from(right);
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

const arrayOf = (count: number, valueAt: (index: number) => number): number[] =>
  Array.from({ length: count }, (_, i) => valueAt(i));
const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
