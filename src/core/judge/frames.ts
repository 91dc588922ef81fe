/** Extracts the acts of a difference: which were gained, which were lost, and which are on both sides. */
import type { Frame } from '../../domain/document.ts';
import type { Direction, Position, Topic } from '../../domain/vocabulary.ts';
import { ACT_NAMES, ACTS, type ActName, OPPOSITE_DIRECTION } from '../reader/acts.ts';
import { type OutputProbabilities, outputIndex, STATED_POSITIONS, type StatedPosition } from '../reader/outputs.ts';
import type { DifferenceInput } from './difference-features.ts';

/** A frame whose act is in the codebook. */
export type ActFrame = Frame & { act: ActName };

const MIN_FRAME_PROBABILITY = 0.4;
/** How much likelier an act must be on one side to count as gained or lost. */
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
  }).sort((a, b) => b.probability - a.probability);
}

const rounded = (probability: number): number => Number(probability.toFixed(3));

export function topicsOfFrames(frames: readonly ActFrame[]): Topic[] {
  const changed = frames.filter(({ side }) => side !== 'both');
  const topics = (changed.length > 0 ? changed : frames).map(({ act }): Topic | undefined => ACTS[act].topic);
  return [...new Set(topics.filter((topic) => topic !== undefined))];
}

/** For uploaders. A lost act counts the other way round. */
export function directionOfFrames(frames: readonly ActFrame[]): Direction {
  const directions = new Set(
    frames
      .filter(({ side }) => side !== 'both')
      .map(({ act, side }): Direction => {
        const { direction } = ACTS[act];
        return side === 'lost' ? OPPOSITE_DIRECTION[direction] : direction;
      }),
  );
  directions.delete('neutral');
  const [only, ...others] = directions;
  return others.length > 0 ? 'mixed' : (only ?? 'neutral');
}

function statedPosition(probabilities: OutputProbabilities | undefined): Position | undefined {
  const probabilityOf = (position: StatedPosition) => probabilities?.[outputIndex(`training ${position}`)] ?? 0;
  const surest = STATED_POSITIONS.reduce((best, next) => (probabilityOf(next) > probabilityOf(best) ? next : best));
  return probabilityOf(surest) >= MIN_POSITION_PROBABILITY ? surest : undefined;
}
