import { OUTPUTS } from './outputs.ts';

/** What the reader says of a clause: a probability for each of OUTPUTS. */
export type OutputProbabilities = Float32Array;

/** The most that any of them says of each output. */
export function maxProbabilities(clauses: readonly OutputProbabilities[]): OutputProbabilities {
  const most = new Float32Array(OUTPUTS.length);
  for (const says of clauses) {
    for (let output = 0; output < most.length; output++) most[output] = Math.max(most[output] ?? 0, says[output] ?? 0);
  }
  return most;
}
