/** A sentence that turns round: "We train models that find spam, but we do not train models that make music." */
import type { Features } from './features.ts';
import { readFeatures } from './features.ts';
import type { Patterns } from './lexicon.ts';
import { type Statement, statementsOf } from './statements.ts';

/** More turns than a sentence has. */
const MOST_HALVES = 4;

/** What a clause says about AI; where it says one thing of training before it turns and another after, both. */
export function statementsOfBothHalves(features: Features, patterns: Patterns): Statement[] {
  const whole = statementsOf(features);
  if (!whole.some(isOnTraining) || !features.has('turn')) return whole;
  const { clause } = features;
  const halves = halvesOf(clause.text, patterns.turn).map((text) => readFeatures({ ...clause, text }, patterns));
  const said = halves.map((half) => (half ? statementsOf(half) : []));
  if (said.filter((statements) => statements.some(isOnTraining)).length < 2) return whole;
  return [...new Map(said.flat().map((one) => [one.says, { ...one, clause }])).values()];
}

const isOnTraining = ({ topic, position }: Statement): boolean => topic === 'training' && position !== 'unclear';

function halvesOf(text: string, turn: RegExp): string[] {
  const halves: string[] = [];
  let from = 0;
  turn.lastIndex = 0;
  for (let match = turn.exec(text); match !== null && halves.length + 1 < MOST_HALVES; match = turn.exec(text)) {
    halves.push(text.slice(from, match.index));
    from = match.index;
  }
  return [...halves, text.slice(from)];
}
