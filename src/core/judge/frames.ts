/** What a difference says, as values: which act came, which went, and which stands on both sides. */
import type { Frame } from '../../domain/document.ts';
import type { Direction, Position, Topic } from '../../domain/vocabulary.ts';
import { ACT_NAMES, ACTS, type ActName, OPPOSITE_DIRECTION } from '../reader/acts.ts';
import type { OutputProbabilities } from '../reader/output-probabilities.ts';
import { outputIndex, STATED_POSITIONS } from '../reader/outputs.ts';
import type { DifferenceInput } from './difference-features.ts';

/** The act is one of ours. */
export type ActFrame = Frame & { act: ActName };

/** Less likely, and it is not said. */
const MIN_FRAME_PROBABILITY = 0.4;
/** An act that is likelier on one side by so much came or went. */
const MIN_PROBABILITY_SHIFT = 0.3;
const MIN_POSITION_PROBABILITY = 0.5;

/** The likeliest first. */
export function extractFrames({ before, after }: Pick<DifferenceInput, 'before' | 'after'>): ActFrame[] {
  return ACT_NAMES.flatMap((act): ActFrame[] => {
    const [was, is] = [before?.[outputIndex(act)] ?? 0, after?.[outputIndex(act)] ?? 0];
    const probability = Math.max(was, is);
    if (probability < MIN_FRAME_PROBABILITY) return [];
    const side = is - was >= MIN_PROBABILITY_SHIFT ? 'gained' : was - is >= MIN_PROBABILITY_SHIFT ? 'lost' : 'both';
    const training = ACTS[act].topic === 'training' ? statedPosition(side === 'lost' ? before : after) : undefined;
    return [{ act, side, probability: rounded(probability), ...(training && { training }) }];
  }).sort((one, other) => other.probability - one.probability);
}

const rounded = (probability: number): number => Number(probability.toFixed(3));

export function topicsOfFrames(frames: readonly ActFrame[]): Topic[] {
  const moved = frames.filter(({ side }) => side !== 'both');
  const topics = (moved.length > 0 ? moved : frames).map(({ act }) => topicOf(act));
  return [...new Set(topics.filter((topic) => topic !== undefined))];
}

const topicOf = (act: ActName): Topic | undefined => ACTS[act].topic;

/** What came and what went mean for who uploads; what went counts the other way round. */
export function directionOfFrames(frames: readonly ActFrame[]): Direction {
  const moved = frames.filter(({ side }) => side !== 'both');
  const directions = new Set(
    moved.map(
      ({ act, side }): Direction => (side === 'lost' ? OPPOSITE_DIRECTION[ACTS[act].direction] : ACTS[act].direction),
    ),
  );
  directions.delete('neutral');
  const [only, ...others] = directions;
  return others.length > 0 ? 'mixed' : (only ?? 'neutral');
}

function statedPosition(probabilities: OutputProbabilities | undefined): Position | undefined {
  const likelihood = (position: (typeof STATED_POSITIONS)[number]) =>
    probabilities?.[outputIndex(`training ${position}`)] ?? 0;
  const surest = STATED_POSITIONS.reduce((one, other) => (likelihood(other) > likelihood(one) ? other : one));
  return likelihood(surest) >= MIN_POSITION_PROBABILITY ? surest : undefined;
}
