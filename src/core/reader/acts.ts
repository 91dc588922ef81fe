/** The acts of the codebook: what a clause can do, with topic, significance, and direction for uploaders where the act is new. */
import type { Direction, Significance, Topic } from '../../domain/vocabulary.ts';

interface Act {
  topic?: Topic;
  significance: Exclude<Significance, 'none'>;
  direction: Direction;
}

const act = (topic: Topic | undefined, significance: Act['significance'], direction: Direction): Act => ({
  topic,
  significance,
  direction,
});

export const ACTS = {
  train: act('training', 'major', 'worse'),
  'train-never': act('training', 'major', 'better'),
  'train-consent': act('training', 'major', 'better'),
  'train-optout': act('training', 'major', 'worse'),
  'others-train': act('third-party-training', 'major', 'worse'),
  'others-never': act('third-party-training', 'major', 'better'),
  'scrape-ban': act('scraping', 'major', 'better'),
  'scrape-allow': act('scraping', 'major', 'worse'),
  'ai-ban': act('ai-content', 'major', 'mixed'),
  'ai-label': act('ai-content', 'major', 'mixed'),
  'ai-limit': act('ai-content', 'major', 'mixed'),
  'ai-allow': act('ai-content', 'minor', 'neutral'),
  'likeness-ban': act('likeness', 'major', 'better'),
  'likeness-use': act('likeness', 'major', 'worse'),
  'output-yours': act('ai-features', 'major', 'better'),
  'output-theirs': act('ai-features', 'major', 'worse'),
  tool: act('ai-features', 'minor', 'neutral'),
  automated: act('automated-decisions', 'minor', 'neutral'),
  pay: act('pay', 'major', 'better'),
  abuse: act(undefined, 'minor', 'neutral'),
  other: act(undefined, 'minor', 'neutral'),
} as const satisfies Record<string, Act>;

/** A lost act counts the other way round. */
export const OPPOSITE_DIRECTION = {
  better: 'worse',
  worse: 'better',
  mixed: 'mixed',
  neutral: 'neutral',
} as const satisfies Record<Direction, Direction>;

export type ActName = keyof typeof ACTS;
export const ACT_NAMES = Object.keys(ACTS) as ActName[];

export const isAct = (name: string): name is ActName => name in ACTS;
