/** What the reader says of a clause, in words of a test: the probabilities that are not 0. */

import type { OutputProbabilities } from '../../src/core/reader/output-probabilities.ts';
import { OUTPUTS, type Output, outputIndex } from '../../src/core/reader/outputs.ts';

export function makeProbabilities(probabilities: Partial<Record<Output, number>>): OutputProbabilities {
  const row = new Float32Array(OUTPUTS.length);
  for (const [output, probability] of Object.entries(probabilities)) row[outputIndex(output as Output)] = probability;
  return row;
}
