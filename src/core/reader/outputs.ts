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
export const TURNS = ['better', 'worse', 'mixed'] as const satisfies Direction[];

export type Output =
  | 'major'
  | 'minor'
  | ActName
  | `training ${(typeof STATED_POSITIONS)[number]}`
  | `direction ${(typeof TURNS)[number]}`;

export const OUTPUTS: readonly Output[] = [
  'major',
  'minor',
  ...ACT_NAMES,
  ...STATED_POSITIONS.map((position) => `training ${position}` as const),
  ...TURNS.map((turn) => `direction ${turn}` as const),
];

const NUMBER_OF = new Map(OUTPUTS.map((output, at) => [output, at]));

/** Where an output stands in a row of probabilities. */
export function at(output: Output): number {
  const number = NUMBER_OF.get(output);
  if (number === undefined) throw new Error(`the model has no output ${output}`);
  return number;
}

/** Where the acts of each topic stand in a row of probabilities. */
export const OUTPUTS_OF_TOPIC = Object.fromEntries(
  TOPICS.map((topic) => [topic, ACT_NAMES.filter((name) => ACTS[name].topic === topic).map(at)]),
) as Record<Topic, number[]>;
