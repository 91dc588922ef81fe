import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { directionOfFrames, extractFrames, topicsOfFrames } from '../../../src/core/judge/frames.ts';
import { makeProbabilities } from '../../helpers/probabilities.ts';

const TRAINS = makeProbabilities({ train: 0.9, 'training permitted': 0.8 });
const NEVER = makeProbabilities({ 'train-never': 0.95, 'training prohibited': 0.9 });

describe('the frames of a difference', () => {
  it('of an added clause are gained, with its position', () => {
    assert.deepEqual(extractFrames({ after: TRAINS }), [
      { act: 'train', side: 'gained', probability: 0.9, training: 'permitted' },
    ]);
  });

  it('of a removed clause are lost', () => {
    assert.deepEqual(extractFrames({ before: NEVER }), [
      { act: 'train-never', side: 'lost', probability: 0.95, training: 'prohibited' },
    ]);
  });

  it('of a reworded clause are on both sides', () => {
    assert.deepEqual(
      extractFrames({ before: TRAINS, after: makeProbabilities({ train: 0.8 }) }).map(({ act, side }) => [act, side]),
      [['train', 'both']],
    );
  });

  it('are ordered by probability, without unlikely ones', () => {
    const frames = extractFrames({ after: makeProbabilities({ tool: 0.6, automated: 0.2, 'ai-label': 0.7 }) });
    assert.deepEqual(
      frames.map(({ act }) => act),
      ['ai-label', 'tool'],
    );
  });
});

describe('topics and direction of', () => {
  const rows: [what: string, sides: Parameters<typeof extractFrames>[0], topics: string[], direction: string][] = [
    ['a gained permission', { after: TRAINS }, ['training'], 'worse'],
    ['a lost permission', { before: TRAINS }, ['training'], 'better'],
    ['a promise that became a permission', { before: NEVER, after: TRAINS }, ['training'], 'worse'],
    ['a gained duty', { after: makeProbabilities({ 'ai-label': 0.9 }) }, ['ai-content'], 'mixed'],
    [
      'a permission beside a ban on others',
      { after: makeProbabilities({ train: 0.9, 'scrape-ban': 0.8 }) },
      ['training', 'scraping'],
      'mixed',
    ],
    ['a tool', { after: makeProbabilities({ tool: 0.9 }) }, ['ai-features'], 'neutral'],
    ['a reworded permission', { before: TRAINS, after: TRAINS }, ['training'], 'neutral'],
    ['an unlikely act', { after: makeProbabilities({ train: 0.1 }) }, [], 'neutral'],
  ];
  for (const [what, sides, topics, direction] of rows) {
    it(`${what}: ${direction}`, () => {
      const frames = extractFrames(sides);
      assert.deepEqual([topicsOfFrames(frames), directionOfFrames(frames)], [topics, direction]);
    });
  }
});
