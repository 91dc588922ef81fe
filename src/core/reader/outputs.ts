/** What the clause model says of a clause: one probability for each of these, in this order. */
import { type Direction, type Position, TOPICS, type Topic } from '../../domain/vocabulary.ts';
import { ACT_NAMES, ACTS, type ActName } from './acts.ts';

/** The positions a single clause can state; `silent` is what a document is when none does. */
export const STATED_POSITIONS = [
  'prohibited',
  'opt-in',
  'opt-out',
  'limited',
  'permitted',
  'unclear',
] as const satisfies Position[];
export const NON_NEUTRAL_DIRECTIONS = ['better', 'worse', 'mixed'] as const satisfies Direction[];

export type Output =
  | 'major'
  | 'minor'
  | ActName
  | `training ${(typeof STATED_POSITIONS)[number]}`
  | `direction ${(typeof NON_NEUTRAL_DIRECTIONS)[number]}`;

export const OUTPUTS: readonly Output[] = [
  'major',
  'minor',
  ...ACT_NAMES,
  ...STATED_POSITIONS.map((position) => `training ${position}` as const),
  ...NON_NEUTRAL_DIRECTIONS.map((turn) => `direction ${turn}` as const),
];

const INDEX_BY_OUTPUT = new Map(OUTPUTS.map((output, at) => [output, at]));

/** Where an output stands in a row of probabilities. */
export function outputIndex(output: Output): number {
  const number = INDEX_BY_OUTPUT.get(output);
  if (number === undefined) throw new Error(`the model has no output ${output}`);
  return number;
}

/** Where the acts of each topic stand in a row of probabilities. */
export const ACT_OUTPUTS_BY_TOPIC = Object.fromEntries(
  TOPICS.map((topic) => [topic, ACT_NAMES.filter((name) => ACTS[name].topic === topic).map(outputIndex)]),
) as Record<Topic, number[]>;
