/** What came and what went, output by output, as far as it counts: direction and topics of a change are read from this. */
import type { Topic } from '../../domain/vocabulary.ts';
import { ACT_NAMES, ACTS, OPPOSITE } from '../reader/acts.ts';
import { at, OUTPUTS, OUTPUTS_OF_TOPIC, TURNS } from '../reader/outputs.ts';
import type { JudgedDifference } from './difference-features.ts';

/** Of what both sides say, so much is taken to have stayed. */
const STAYED = 0.7;

/** Four numbers for each output: gained, lost, said now, said before. */
export const GAINS = ['gained', 'lost', 'now', 'before'] as const;

/**
 * @param counts how likely each difference counts as major, 0 to 1.
 * @returns the outputs' numbers for each of GAINS, one after the other.
 */
export function gainsOf(
  differences: readonly Pick<JudgedDifference, 'before' | 'after'>[],
  counts: readonly number[],
): number[] {
  const count = OUTPUTS.length;
  const gains = new Float64Array(GAINS.length * count);
  differences.forEach(({ before, after }, place) => {
    const weight = counts[place] ?? 0;
    for (let output = 0; output < count; output++) {
      const [was, is] = [before?.[output] ?? 0, after?.[output] ?? 0];
      const numbers = [is * (1 - STAYED * was), was * (1 - STAYED * is), is, was];
      numbers.forEach((number, part) => {
        const at = part * count + output;
        gains[at] = Math.max(gains[at] ?? 0, weight * number);
      });
    }
  });
  return [...gains];
}

const part = (gains: readonly number[], name: (typeof GAINS)[number], output: number): number =>
  gains[GAINS.indexOf(name) * OUTPUTS.length + output] ?? 0;

const ACTS_OF_TURN = Object.fromEntries(
  TURNS.map((turn) => [turn, ACT_NAMES.filter((name) => ACTS[name].direction === turn).map(at)]),
) as Record<(typeof TURNS)[number], number[]>;

/**
 * What speaks for each of TURNS: the surest act of that kind that came, or of the opposite kind that went; the same by what the reader says of it
 * outright; and the surest act of that kind that is said now, for where nothing came or went its reach did.
 */
export function gainsOfDirection(gains: readonly number[]): number[] {
  return TURNS.flatMap((turn) => {
    const surest = (name: 'gained' | 'lost', outputs: readonly number[]) =>
      outputs.map((output) => part(gains, name, output));
    const opposite = OPPOSITE[turn];
    return [
      Math.max(...surest('gained', ACTS_OF_TURN[turn]), ...surest('lost', ACTS_OF_TURN[opposite])),
      Math.max(...surest('gained', [at(`direction ${turn}`)]), ...surest('lost', [at(`direction ${opposite}`)])),
      Math.max(...ACTS_OF_TURN[turn].map((output) => part(gains, 'now', output))),
    ];
  });
}

/** What speaks for a topic: of each of GAINS the surest of its acts. */
export function gainsOfTopic(gains: readonly number[], topic: Topic): number[] {
  return GAINS.map((name) => Math.max(0, ...OUTPUTS_OF_TOPIC[topic].map((output) => part(gains, name, output))));
}
