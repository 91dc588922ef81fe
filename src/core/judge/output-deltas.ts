/** Aggregates what a change gained and lost for each output; direction and topics are predicted from it. */
import type { Topic } from '../../domain/vocabulary.ts';
import { ACT_NAMES, ACTS, OPPOSITE_DIRECTION } from '../reader/acts.ts';
import {
  ACT_OUTPUTS_BY_TOPIC,
  NON_NEUTRAL_DIRECTIONS,
  type NonNeutralDirection,
  OUTPUTS,
  outputIndex,
} from '../reader/outputs.ts';
import type { DifferenceInput } from './difference-features.ts';

/** The share of what both sides say that counts as unchanged. */
const RETAINED_SHARE = 0.7;

/** Numbers kept for each output. */
export const DELTA_KINDS = ['gained', 'lost', 'now', 'before'] as const;

/**
 * @param probabilities how much each difference counts, 0 to 1.
 * @returns for each of DELTA_KINDS a number for each output.
 */
export function computeOutputDeltas(
  differences: readonly Pick<DifferenceInput, 'before' | 'after'>[],
  probabilities: readonly number[],
): number[] {
  const count = OUTPUTS.length;
  const deltas = new Float64Array(DELTA_KINDS.length * count);
  differences.forEach(({ before, after }, i) => {
    const weight = probabilities[i] ?? 0;
    for (let output = 0; output < count; output++) {
      const [was, is] = [before?.[output] ?? 0, after?.[output] ?? 0];
      const values = [is * (1 - RETAINED_SHARE * was), was * (1 - RETAINED_SHARE * is), is, was];
      values.forEach((value, kind) => {
        const index = kind * count + output;
        deltas[index] = Math.max(deltas[index] ?? 0, weight * value);
      });
    }
  });
  return [...deltas];
}

const deltaOf = (deltas: readonly number[], kind: (typeof DELTA_KINDS)[number], output: number): number =>
  deltas[DELTA_KINDS.indexOf(kind) * OUTPUTS.length + output] ?? 0;

const ACT_OUTPUTS_BY_DIRECTION = Object.fromEntries(
  NON_NEUTRAL_DIRECTIONS.map((direction) => [
    direction,
    ACT_NAMES.filter((name) => ACTS[name].direction === direction).map(outputIndex),
  ]),
) as Record<NonNeutralDirection, number[]>;

/** The columns of a row for directions, in order. */
export const DIRECTION_FEATURES = NON_NEUTRAL_DIRECTIONS.flatMap(
  (direction) => [`${direction} act`, `${direction} outright`, `${direction} now`] as const,
);

/**
 * For each direction: the surest act of that direction gained, or of the opposite one lost; the same by the reader's own direction
 * output; and the surest act of that direction now, for changes of scope that gain and lose none.
 * @returns a number for each of DIRECTION_FEATURES.
 */
export function extractDirectionFeatures(deltas: readonly number[]): number[] {
  return NON_NEUTRAL_DIRECTIONS.flatMap((direction) => {
    const deltasOf = (kind: 'gained' | 'lost', outputs: readonly number[]) =>
      outputs.map((output) => deltaOf(deltas, kind, output));
    const opposite = OPPOSITE_DIRECTION[direction];
    return [
      Math.max(
        ...deltasOf('gained', ACT_OUTPUTS_BY_DIRECTION[direction]),
        ...deltasOf('lost', ACT_OUTPUTS_BY_DIRECTION[opposite]),
      ),
      Math.max(
        ...deltasOf('gained', [outputIndex(`direction ${direction}`)]),
        ...deltasOf('lost', [outputIndex(`direction ${opposite}`)]),
      ),
      Math.max(...ACT_OUTPUTS_BY_DIRECTION[direction].map((output) => deltaOf(deltas, 'now', output))),
    ];
  });
}

/** @returns for each of DELTA_KINDS the surest act of the topic. */
export function extractTopicFeatures(deltas: readonly number[], topic: Topic): number[] {
  return DELTA_KINDS.map((kind) =>
    Math.max(0, ...ACT_OUTPUTS_BY_TOPIC[topic].map((output) => deltaOf(deltas, kind, output))),
  );
}
