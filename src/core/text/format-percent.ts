/** Formats a probability for people; never 0 or 100, for a model is never certain. */
export const formatPercent = (probability: number): string =>
  `${Math.min(99, Math.max(1, Math.round(100 * probability)))} %`;
