import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ACT_NAMES, ACTS, type ActName } from '../../../src/core/reader/acts.ts';
import type { Direction, Significance, Topic } from '../../../src/domain/vocabulary.ts';

/** The codes of the codebook, in its order. */
const CODEBOOK: readonly (readonly [
  act: ActName,
  topic: Topic | undefined,
  significance: Significance,
  direction: Direction,
])[] = [
  ['train', 'training', 'major', 'worse'],
  ['train-never', 'training', 'major', 'better'],
  ['train-consent', 'training', 'major', 'better'],
  ['train-optout', 'training', 'major', 'worse'],
  ['others-train', 'third-party-training', 'major', 'worse'],
  ['others-never', 'third-party-training', 'major', 'better'],
  ['scrape-ban', 'scraping', 'major', 'better'],
  ['scrape-allow', 'scraping', 'major', 'worse'],
  ['ai-ban', 'ai-content', 'major', 'mixed'],
  ['ai-label', 'ai-content', 'major', 'mixed'],
  ['ai-limit', 'ai-content', 'major', 'mixed'],
  ['ai-allow', 'ai-content', 'minor', 'neutral'],
  ['likeness-ban', 'likeness', 'major', 'better'],
  ['likeness-use', 'likeness', 'major', 'worse'],
  ['output-yours', 'ai-features', 'major', 'better'],
  ['output-theirs', 'ai-features', 'major', 'worse'],
  ['tool', 'ai-features', 'minor', 'neutral'],
  ['automated', 'automated-decisions', 'minor', 'neutral'],
  ['pay', 'pay', 'major', 'better'],
  ['abuse', undefined, 'minor', 'neutral'],
  ['other', undefined, 'minor', 'neutral'],
];

describe('the acts', () => {
  it('are those of the codebook, in its order', () => {
    assert.deepEqual(
      ACT_NAMES,
      CODEBOOK.map(([name]) => name),
    );
  });

  for (const [name, topic, significance, direction] of CODEBOOK) {
    it(`include ${name}: ${significance}, ${direction}${topic ? `, ${topic}` : ''}`, () => {
      assert.deepEqual(ACTS[name], { topic, significance, direction });
    });
  }
});
