/** The outputs of the clause model: names, order, and one clause's probabilities. */
import { type Direction, type Position, TOPICS, type Topic } from '../../domain/vocabulary.ts';
import { ACT_NAMES, ACTS, type ActName } from './acts.ts';

/** The positions a single clause can state; a document where none does is `silent`. */
export const STATED_POSITIONS = [
  'prohibited',
  'opt-in',
  'opt-out',
  'limited',
  'permitted',
  'unclear',
] as const satisfies Position[];
export type StatedPosition = (typeof STATED_POSITIONS)[number];

export const NON_NEUTRAL_DIRECTIONS = ['better', 'worse', 'mixed'] as const satisfies Direction[];
export type NonNeutralDirection = (typeof NON_NEUTRAL_DIRECTIONS)[number];

export type Output = 'major' | 'minor' | ActName | `training ${StatedPosition}` | `direction ${NonNeutralDirection}`;

export const OUTPUTS: readonly Output[] = [
  'major',
  'minor',
  ...ACT_NAMES,
  ...STATED_POSITIONS.map((position) => `training ${position}` as const),
  ...NON_NEUTRAL_DIRECTIONS.map((direction) => `direction ${direction}` as const),
];

/** A probability for each of OUTPUTS. */
export type OutputProbabilities = Float32Array;

const INDEX_BY_OUTPUT = new Map(OUTPUTS.map((output, index) => [output, index]));

export function outputIndex(output: Output): number {
  const index = INDEX_BY_OUTPUT.get(output);
  if (index === undefined) throw new Error(`the model has no output ${output}`);
  return index;
}

/** Output indexes of each topic's acts. */
export const ACT_OUTPUTS_BY_TOPIC = Object.fromEntries(
  TOPICS.map((topic) => [topic, ACT_NAMES.filter((name) => ACTS[name].topic === topic).map(outputIndex)]),
) as Record<Topic, number[]>;

/** The highest probability of each output over several clauses. */
export function maxProbabilities(clauses: readonly OutputProbabilities[]): OutputProbabilities {
  const max = new Float32Array(OUTPUTS.length);
  for (const probabilities of clauses) {
    for (let output = 0; output < max.length; output++) {
      max[output] = Math.max(max[output] ?? 0, probabilities[output] ?? 0);
    }
  }
  return max;
}
