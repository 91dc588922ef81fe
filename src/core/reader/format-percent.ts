/** A probability for a human. Nothing learnt is ever quite sure. */
export const formatPercent = (probability: number): string =>
  `${Math.min(99, Math.max(1, Math.round(100 * probability)))} %`;
