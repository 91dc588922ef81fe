/** What a difference says, as values: which act came, which went, and which stands on both sides. */
import type { Frame } from '../../domain/document.ts';
import type { Direction, Position, Topic } from '../../domain/vocabulary.ts';
import { ACT_NAMES, ACTS, type ActName, OPPOSITE } from '../reader/acts.ts';
import { at, STATED_POSITIONS } from '../reader/outputs.ts';
import type { Says } from '../reader/output-probabilities.ts';
import type { JudgedDifference } from './difference-features.ts';

/** The act is one of ours. */
export type ActFrame = Frame & { act: ActName };

/** Less likely, and it is not said. */
const SAID = 0.4;
/** An act that is likelier on one side by so much came or went. */
const CAME_OR_WENT = 0.3;
const STATED = 0.5;

/** The likeliest first. */
export function framesOf({ before, after }: Pick<JudgedDifference, 'before' | 'after'>): ActFrame[] {
  return ACT_NAMES.flatMap((act): ActFrame[] => {
    const [was, is] = [before?.[at(act)] ?? 0, after?.[at(act)] ?? 0];
    const probability = Math.max(was, is);
    if (probability < SAID) return [];
    const side = is - was >= CAME_OR_WENT ? 'gained' : was - is >= CAME_OR_WENT ? 'lost' : 'both';
    const training = ACTS[act].topic === 'training' ? positionOf(side === 'lost' ? before : after) : undefined;
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
    moved.map(({ act, side }): Direction => (side === 'lost' ? OPPOSITE[ACTS[act].direction] : ACTS[act].direction)),
  );
  directions.delete('neutral');
  const [only, ...others] = directions;
  return others.length > 0 ? 'mixed' : (only ?? 'neutral');
}

function positionOf(says: Says | undefined): Position | undefined {
  const likelihood = (position: (typeof STATED_POSITIONS)[number]) => says?.[at(`training ${position}`)] ?? 0;
  const surest = STATED_POSITIONS.reduce((one, other) => (likelihood(other) > likelihood(one) ? other : one));
  return likelihood(surest) >= STATED ? surest : undefined;
}
