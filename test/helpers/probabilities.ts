/** Builds the probabilities of a clause from those that are not 0. */
import { OUTPUTS, type Output, type OutputProbabilities, outputIndex } from '../../src/core/reader/outputs.ts';

export function makeProbabilities(probabilities: Partial<Record<Output, number>>): OutputProbabilities {
  const row = new Float32Array(OUTPUTS.length);
  for (const [output, probability] of Object.entries(probabilities)) row[outputIndex(output as Output)] = probability;
  return row;
}
