/** What the reader says of a clause, in words of a test: the probabilities that are not 0. */
import { at, OUTPUTS, type Output } from '../../src/core/reader/outputs.ts';
import type { Says } from '../../src/core/reader/output-probabilities.ts';

export function says(probabilities: Partial<Record<Output, number>>): Says {
  const row = new Float32Array(OUTPUTS.length);
  for (const [output, probability] of Object.entries(probabilities)) row[at(output as Output)] = probability;
  return row;
}
