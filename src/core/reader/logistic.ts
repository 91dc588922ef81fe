/** Small logistic regressions: what they say, and why. `training/logistic.ts` learns them. */

export interface LogisticRegression {
  /** One for each number of a row. */
  readonly weights: readonly number[];
  readonly bias: number;
}

/** The log-odds of a yes. */
export function logOddsOf({ weights, bias }: LogisticRegression, row: readonly number[]): number {
  return weights.reduce((sum, weight, at) => sum + weight * (row[at] ?? 0), bias);
}

/** How much each number of a row adds to the log-odds. */
export const logOddsContributions = ({ weights }: LogisticRegression, row: readonly number[]): number[] =>
  weights.map((weight, at) => weight * (row[at] ?? 0));

/** The probability of a yes, 0 to 1. */
export const probabilityOf = (logistic: LogisticRegression, row: readonly number[]): number =>
  sigmoid(logOddsOf(logistic, row));

/** The name whose regression speaks for it most. */
export function mostLikelyClass<Name extends string>(
  classes: Readonly<Record<Name, LogisticRegression>>,
  row: readonly number[],
): Name {
  const names = Object.keys(classes) as Name[];
  return names.reduce((one, other) => (logOddsOf(classes[other], row) > logOddsOf(classes[one], row) ? other : one));
}

export const sigmoid = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));

const MIN_PROBABILITY = 0.001;

/** Of a probability; bounded, so that nothing is ever quite sure. */
export function clampedLogOdds(probability = 0): number {
  const bounded = Math.min(1 - MIN_PROBABILITY, Math.max(MIN_PROBABILITY, probability));
  return Math.log(bounded / (1 - bounded));
}
