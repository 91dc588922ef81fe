/** Small logistic regressions: what they say, and why. `training/logistic.ts` learns them. */

export interface Logistic {
  /** One for each number of a row. */
  readonly weights: readonly number[];
  readonly bias: number;
}

/** The log-odds of a yes. */
export function logOddsOf({ weights, bias }: Logistic, row: readonly number[]): number {
  return weights.reduce((sum, weight, at) => sum + weight * (row[at] ?? 0), bias);
}

/** How much each number of a row adds to the log-odds. */
export const contributionsOf = ({ weights }: Logistic, row: readonly number[]): number[] =>
  weights.map((weight, at) => weight * (row[at] ?? 0));

/** The probability of a yes, 0 to 1. */
export const probabilityOf = (logistic: Logistic, row: readonly number[]): number => sigmoid(logOddsOf(logistic, row));

/** The name whose regression speaks for it most. */
export function likeliestOf<Name extends string>(
  rivals: Readonly<Record<Name, Logistic>>,
  row: readonly number[],
): Name {
  const names = Object.keys(rivals) as Name[];
  return names.reduce((one, other) => (logOddsOf(rivals[other], row) > logOddsOf(rivals[one], row) ? other : one));
}

export const sigmoid = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));

const LEAST = 0.001;

/** Of a probability; bounded, so that nothing is ever quite sure. */
export function boundedLogOdds(probability = 0): number {
  const bounded = Math.min(1 - LEAST, Math.max(LEAST, probability));
  return Math.log(bounded / (1 - bounded));
}
