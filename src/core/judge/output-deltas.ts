/** What came and what went, output by output, as far as it counts: direction and topics of a change are read from this. */
import type { Topic } from '../../domain/vocabulary.ts';
import { ACT_NAMES, ACTS, OPPOSITE_DIRECTION } from '../reader/acts.ts';
import { ACT_OUTPUTS_BY_TOPIC, NON_NEUTRAL_DIRECTIONS, OUTPUTS, outputIndex } from '../reader/outputs.ts';
import type { DifferenceInput } from './difference-features.ts';

/** Of what both sides say, so much is taken to have stayed. */
const RETAINED_SHARE = 0.7;

/** Four numbers for each output: gained, lost, said now, said before. */
export const DELTA_KINDS = ['gained', 'lost', 'now', 'before'] as const;

/**
 * @param probabilities how likely each difference counts as major, 0 to 1.
 * @returns the outputs' numbers for each of GAINS, one after the other.
 */
export function computeOutputDeltas(
  differences: readonly Pick<DifferenceInput, 'before' | 'after'>[],
  probabilities: readonly number[],
): number[] {
  const count = OUTPUTS.length;
  const gains = new Float64Array(DELTA_KINDS.length * count);
  differences.forEach(({ before, after }, place) => {
    const weight = probabilities[place] ?? 0;
    for (let output = 0; output < count; output++) {
      const [was, is] = [before?.[output] ?? 0, after?.[output] ?? 0];
      const numbers = [is * (1 - RETAINED_SHARE * was), was * (1 - RETAINED_SHARE * is), is, was];
      numbers.forEach((number, part) => {
        const outputIndex = part * count + output;
        gains[outputIndex] = Math.max(gains[outputIndex] ?? 0, weight * number);
      });
    }
  });
  return [...gains];
}

const deltaOf = (deltas: readonly number[], name: (typeof DELTA_KINDS)[number], output: number): number =>
  deltas[DELTA_KINDS.indexOf(name) * OUTPUTS.length + output] ?? 0;

const ACT_OUTPUTS_BY_DIRECTION = Object.fromEntries(
  NON_NEUTRAL_DIRECTIONS.map((turn) => [
    turn,
    ACT_NAMES.filter((name) => ACTS[name].direction === turn).map(outputIndex),
  ]),
) as Record<(typeof NON_NEUTRAL_DIRECTIONS)[number], number[]>;

/**
 * What speaks for each of TURNS: the surest act of that kind that came, or of the opposite kind that went; the same by what the reader says of it
 * outright; and the surest act of that kind that is said now, for where nothing came or went its reach did.
 */
export function extractDirectionFeatures(deltas: readonly number[]): number[] {
  return NON_NEUTRAL_DIRECTIONS.flatMap((turn) => {
    const surest = (name: 'gained' | 'lost', outputs: readonly number[]) =>
      outputs.map((output) => deltaOf(deltas, name, output));
    const opposite = OPPOSITE_DIRECTION[turn];
    return [
      Math.max(
        ...surest('gained', ACT_OUTPUTS_BY_DIRECTION[turn]),
        ...surest('lost', ACT_OUTPUTS_BY_DIRECTION[opposite]),
      ),
      Math.max(
        ...surest('gained', [outputIndex(`direction ${turn}`)]),
        ...surest('lost', [outputIndex(`direction ${opposite}`)]),
      ),
      Math.max(...ACT_OUTPUTS_BY_DIRECTION[turn].map((output) => deltaOf(deltas, 'now', output))),
    ];
  });
}

/** What speaks for a topic: of each of GAINS the surest of its acts. */
export function extractTopicFeatures(deltas: readonly number[], topic: Topic): number[] {
  return DELTA_KINDS.map((name) =>
    Math.max(0, ...ACT_OUTPUTS_BY_TOPIC[topic].map((output) => deltaOf(deltas, name, output))),
  );
}
