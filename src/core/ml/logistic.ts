/** Small logistic regressions: their scores, and what each feature contributes. `training/fit-logistic.ts` fits them. */

export interface LogisticRegression {
  /** One for each feature of a row. */
  readonly weights: readonly number[];
  readonly bias: number;
}

export function logOddsOf({ weights, bias }: LogisticRegression, row: readonly number[]): number {
  return weights.reduce((sum, weight, i) => sum + weight * (row[i] ?? 0), bias);
}

/** How much each feature of a row adds to the log-odds. */
export const logOddsContributions = ({ weights }: LogisticRegression, row: readonly number[]): number[] =>
  weights.map((weight, i) => weight * (row[i] ?? 0));

/** @returns a probability, 0 to 1. */
export const probabilityOf = (regression: LogisticRegression, row: readonly number[]): number =>
  sigmoid(logOddsOf(regression, row));

/** The class with the highest log-odds. */
export function mostLikelyClass<Name extends string>(
  classes: Readonly<Record<Name, LogisticRegression>>,
  row: readonly number[],
): Name {
  const names = Object.keys(classes) as Name[];
  return names.reduce((best, name) => (logOddsOf(classes[name], row) > logOddsOf(classes[best], row) ? name : best));
}

export const sigmoid = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));

const MIN_PROBABILITY = 0.001;

/** Log-odds of a probability, bounded so that 0 and 1 stay finite. */
export function clampedLogOdds(probability = 0): number {
  const bounded = Math.min(1 - MIN_PROBABILITY, Math.max(MIN_PROBABILITY, probability));
  return Math.log(bounded / (1 - bounded));
}
