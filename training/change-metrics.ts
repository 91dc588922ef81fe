/** Metrics of predicted verdicts, counted as the corpus's `score.mjs` counts them. */
import type { Direction, Position, Significance, Topic, Verdict } from '../src/domain/vocabulary.ts';
import type { ChangeLabel } from './change-examples.ts';
import { bestF1Threshold } from './fit-verdict.ts';

export interface EvaluatedChange {
  label: ChangeLabel;
  prediction: {
    change: Significance;
    verdict: Verdict;
    capture: 'ok' | 'noise';
    topics: Topic[];
    direction: Direction;
    training: { old: Position; new: Position };
    alert: boolean;
    /** The probability that the change is major. */
    major: number;
  };
}

/** Shares of 1. */
export interface ChangeMetrics {
  changes: number;
  recall: number;
  precision: number;
  'alerts on none': number;
  'told at all, of minor ones': number;
  'best F1 of any bound': number;
  direction: number;
  'topics, F1': number;
  'training where stated': number;
}

/** Metrics of the rules that the reader replaced, on the same changes. */
export const RULE_BASELINES: Readonly<Record<string, Partial<ChangeMetrics>>> = {
  'rules before, all': {
    changes: 695,
    recall: 0.872,
    precision: 0.676,
    'alerts on none': 0.056,
    direction: 0.64,
    'topics, F1': 0.712,
    'training where stated': 0.569,
  },
  'rules before, not fitted to': {
    changes: 536,
    recall: 0.844,
    precision: 0.621,
    'alerts on none': 0.068,
    direction: 0.59,
    'training where stated': 0.49,
  },
};

export function computeMetrics(all: readonly EvaluatedChange[]): ChangeMetrics {
  const majors = all.filter(({ label }) => label.change === 'major');
  const ofChange = (change: Significance) => all.filter(({ label }) => label.change === change);
  const alerts = all.filter(({ prediction }) => prediction.alert);
  const hits = majors.filter(({ prediction }) => prediction.alert).length;
  const isMajor = all.map(({ label }) => label.change === 'major');
  const scores = all.map(({ prediction }) => prediction.major);
  const threshold = bestF1Threshold(isMajor, scores);
  const predictedMajor = scores.filter((score) => score >= threshold).length;
  const correctMajor = scores.filter((score, i) => score >= threshold && isMajor[i]).length;
  const sharedTopics = majors.map(
    ({ label, prediction }) => label.topics.filter((topic) => prediction.topics.includes(topic)).length,
  );
  const stated = all
    .filter(({ label }) => label.capture === 'ok')
    .flatMap(({ label, prediction }) =>
      (['old', 'new'] as const).map((side) => ({ actual: label.training[side], predicted: prediction.training[side] })),
    )
    .filter(({ actual }) => actual !== 'silent');
  return {
    changes: all.length,
    recall: share(hits, majors.length),
    precision: share(hits, alerts.length),
    'alerts on none': share(
      ofChange('none').filter(({ prediction }) => prediction.alert).length,
      ofChange('none').length,
    ),
    'told at all, of minor ones': share(
      ofChange('minor').filter(({ prediction }) => prediction.verdict !== 'silent').length,
      ofChange('minor').length,
    ),
    'best F1 of any bound': share(2 * correctMajor, predictedMajor + majors.length),
    direction: share(
      majors.filter(({ label, prediction }) => label.direction === prediction.direction).length,
      majors.length,
    ),
    'topics, F1': share(
      2 * sum(sharedTopics),
      sum(majors.map(({ label, prediction }) => label.topics.length + prediction.topics.length)),
    ),
    'training where stated': share(
      stated.filter(({ actual, predicted }) => actual === predicted).length,
      stated.length,
    ),
  };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const share = (part: number, whole: number): number => Number((part / Math.max(1, whole)).toFixed(3));
