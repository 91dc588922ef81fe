import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DIFFERENCE_FEATURES, type DifferenceInput } from '../../../src/core/judge/difference-features.ts';
import {
  computeOutputDeltas,
  DELTA_KINDS,
  DIRECTION_FEATURES,
  extractTopicFeatures,
} from '../../../src/core/judge/output-deltas.ts';
import { predictVerdict, type VerdictModel } from '../../../src/core/judge/verdict-model.ts';
import type { LogisticRegression } from '../../../src/core/ml/logistic.ts';
import { OUTPUTS, outputIndex } from '../../../src/core/reader/outputs.ts';
import { DIRECTIONS, TOPICS } from '../../../src/domain/vocabulary.ts';
import { makeProbabilities } from '../../helpers/probabilities.ts';

const over = (columns: readonly string[], weights: Readonly<Record<string, number>>, bias = 0): LogisticRegression => ({
  weights: columns.map((name) => weights[name] ?? 0),
  bias,
});
const every = <Name extends string, Value>(names: readonly Name[], value: (name: Name) => Value) =>
  Object.fromEntries(names.map((name) => [name, value(name)])) as Record<Name, Value>;

/** Considers only the probabilities of both sides. */
const MODEL: VerdictModel = {
  differences: {
    major: over(DIFFERENCE_FEATURES, { 'major on a side': 1 }),
    any: over(DIFFERENCE_FEATURES, { 'minor after': 1, 'major on a side': 1 }, 8),
  },
  bounds: { ping: 0.7, digest: 0.4 },
  directions: every(DIRECTIONS, (direction) =>
    over(DIRECTION_FEATURES, { [`${direction} act`]: 5 }, direction === 'neutral' ? 1 : 0),
  ),
  topics: every(TOPICS, (topic) => ({
    weights: extractTopicFeatures([], topic).map(() => 8),
    bias: -4,
    bound: 0.5,
  })),
};
const NO_CONTEXT = {
  isStillPresent: false,
  wasAlreadyPresent: false,
  maxInOldVersion: makeProbabilities({}),
  maxInNewVersion: makeProbabilities({}),
};
const added = (probabilities: Parameters<typeof makeProbabilities>[0]): DifferenceInput => ({
  ...NO_CONTEXT,
  after: makeProbabilities(probabilities),
});
const DIFFERING = 1;

describe('a change', () => {
  it('with a certain difference pings, with its direction and topic', () => {
    const { verdict, direction, topics } = predictVerdict(
      [added({ major: 0.9, train: 0.9, 'direction worse': 0.9 })],
      DIFFERING,
      MODEL,
    );
    assert.deepEqual({ verdict, direction, topics }, { verdict: 'ping', direction: 'worse', topics: ['training'] });
  });

  it('with a likely difference goes to the digest', () => {
    assert.equal(predictVerdict([added({ major: 0.5, train: 0.5 })], DIFFERING, MODEL).verdict, 'digest');
  });

  it('with an unlikely difference is silent, without topics', () => {
    const { verdict, direction, topics } = predictVerdict([added({ other: 0.3 })], DIFFERING, MODEL);
    assert.deepEqual({ verdict, direction, topics }, { verdict: 'silent', direction: 'neutral', topics: [] });
  });

  it('has the probability that at least one of its differences is major', () => {
    const both = predictVerdict([added({ major: 0.5 }), added({ major: 0.9 })], DIFFERING, MODEL);
    assert.equal(both.differences.length, 2);
    assert.ok(Math.abs(both.major - 0.95) < 0.001, `${both.major}`);
    assert.equal(predictVerdict([], DIFFERING, MODEL).major, 0);
  });

  it('that is reported has a topic, though none is likely enough', () => {
    const strict = { ...MODEL, topics: every(TOPICS, (topic) => ({ ...MODEL.topics[topic], bound: 1 })) };
    assert.deepEqual(predictVerdict([added({ major: 0.9, 'scrape-ban': 0.6, tool: 0.2 })], DIFFERING, strict).topics, [
      'scraping',
    ]);
  });
});

describe('output deltas', () => {
  const trainDelta = (deltas: readonly number[], kind: (typeof DELTA_KINDS)[number]) =>
    deltas[DELTA_KINDS.indexOf(kind) * OUTPUTS.length + outputIndex('train')];

  it('are weighted by the difference', () => {
    const deltas = computeOutputDeltas([added({ train: 1 })], [0.5]);
    assert.deepEqual(
      DELTA_KINDS.map((kind) => trainDelta(deltas, kind)),
      [0.5, 0, 0.5, 0],
    );
  });

  it('are smaller where both sides have the act', () => {
    const deltas = computeOutputDeltas(
      [{ before: makeProbabilities({ train: 1 }), after: makeProbabilities({ train: 1 }) }],
      [1],
    );
    assert.ok((trainDelta(deltas, 'gained') ?? 1) < 0.31 && (trainDelta(deltas, 'lost') ?? 1) < 0.31);
  });

  it('are the maximum over several differences', () => {
    assert.equal(
      trainDelta(computeOutputDeltas([added({ train: 0.25 }), added({ train: 0.75 })], [1, 1]), 'gained'),
      0.75,
    );
  });
});
