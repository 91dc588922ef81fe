import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DIFFERENCE_FEATURES, type DifferenceInput } from '../../../src/core/judge/difference-features.ts';
import { computeOutputDeltas, DELTA_KINDS, extractTopicFeatures } from '../../../src/core/judge/output-deltas.ts';
import { predictVerdict, type VerdictModel } from '../../../src/core/judge/verdict-model.ts';
import type { LogisticRegression } from '../../../src/core/reader/logistic.ts';
import { OUTPUTS, outputIndex } from '../../../src/core/reader/outputs.ts';
import { DIRECTIONS, TOPICS } from '../../../src/domain/vocabulary.ts';
import { makeProbabilities } from '../../helpers/probabilities.ts';

/** A regression over named columns. */
const over = (columns: readonly string[], weights: Readonly<Record<string, number>>, bias = 0): LogisticRegression => ({
  weights: columns.map((name) => weights[name] ?? 0),
  bias,
});
const DIRECTION_COLUMNS = ['better', 'worse', 'mixed'].flatMap((turn) =>
  ['act', 'outright', 'now'].map((part) => `${turn} ${part}`),
);
const GAIN_COLUMNS = DELTA_KINDS.flatMap((part) => OUTPUTS.map((output) => `${part} ${output}`));
const every = <Name extends string, Value>(names: readonly Name[], value: (name: Name) => Value) =>
  Object.fromEntries(names.map((name) => [name, value(name)])) as Record<Name, Value>;

/** Weighs what both sides say, and nothing else. */
const MODEL: VerdictModel = {
  differences: {
    major: over(DIFFERENCE_FEATURES, { 'major on a side': 1 }),
    any: over(DIFFERENCE_FEATURES, { 'minor after': 1, 'major on a side': 1 }, 8),
  },
  bounds: { ping: 0.7, digest: 0.4 },
  directions: every(DIRECTIONS, (direction) =>
    over(DIRECTION_COLUMNS, { [`${direction} act`]: 5 }, direction === 'neutral' ? 1 : 0),
  ),
  topics: every(TOPICS, (topic) => ({
    weights: extractTopicFeatures(Array(GAIN_COLUMNS.length).fill(1), topic).map(() => 8),
    bias: -4,
    bound: 0.5,
  })),
};
const STANDS = {
  isStillPresent: false,
  wasAlreadyPresent: false,
  maxInOldVersion: makeProbabilities({}),
  maxInNewVersion: makeProbabilities({}),
};
const added = (probabilities: Parameters<typeof makeProbabilities>[0]): DifferenceInput => ({
  ...STANDS,
  after: makeProbabilities(probabilities),
});
const AROUND = 1;

describe('a change', () => {
  it('with one sure difference pings, with its direction and topic', () => {
    const { verdict, direction, topics } = predictVerdict(
      [added({ major: 0.9, train: 0.9, 'direction worse': 0.9 })],
      AROUND,
      MODEL,
    );
    assert.deepEqual({ verdict, direction, topics }, { verdict: 'ping', direction: 'worse', topics: ['training'] });
  });

  it('that is likely and not sure goes to the digest', () => {
    assert.equal(predictVerdict([added({ major: 0.5, train: 0.5 })], AROUND, MODEL).verdict, 'digest');
  });

  it('of which nothing is likely is silent, and about nothing', () => {
    const { verdict, direction, topics } = predictVerdict([added({ other: 0.3 })], AROUND, MODEL);
    assert.deepEqual({ verdict, direction, topics }, { verdict: 'silent', direction: 'neutral', topics: [] });
  });

  it('is as likely major as that at least one of its differences is', () => {
    const both = predictVerdict([added({ major: 0.5 }), added({ major: 0.9 })], AROUND, MODEL);
    assert.equal(both.differences.length, 2);
    assert.ok(Math.abs(both.major - 0.95) < 0.001, `${both.major}`);
    assert.equal(predictVerdict([], AROUND, MODEL).major, 0);
  });

  it('that is told is about something, though no topic is likely enough', () => {
    const shy = { ...MODEL, topics: every(TOPICS, (topic) => ({ ...MODEL.topics[topic], bound: 1 })) };
    assert.deepEqual(predictVerdict([added({ major: 0.9, 'scrape-ban': 0.6, tool: 0.2 })], AROUND, shy).topics, [
      'scraping',
    ]);
  });
});

describe('what came and went', () => {
  const number = (gains: readonly number[], part: (typeof DELTA_KINDS)[number]) =>
    gains[DELTA_KINDS.indexOf(part) * OUTPUTS.length + outputIndex('train')];

  it('counts as far as the difference does', () => {
    const gains = computeOutputDeltas([added({ train: 1 })], [0.5]);
    assert.deepEqual(
      DELTA_KINDS.map((part) => number(gains, part)),
      [0.5, 0, 0.5, 0],
    );
  });

  it('is less where both sides say it', () => {
    const gains = computeOutputDeltas(
      [{ before: makeProbabilities({ train: 1 }), after: makeProbabilities({ train: 1 }) }],
      [1],
    );
    assert.ok((number(gains, 'gained') ?? 1) < 0.31 && (number(gains, 'lost') ?? 1) < 0.31);
  });

  it('of several differences is the most that one says', () => {
    assert.equal(number(computeOutputDeltas([added({ train: 0.25 }), added({ train: 0.75 })], [1, 1]), 'gained'), 0.75);
  });
});
