/** How good verdicts on changes are, as the corpus's `score.mjs` counts it. */
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

/** What the rules reached that the reader took the place of, on the same changes: counted on the last version that had them. */
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
  const alerts = all.filter(({ prediction: said }) => said.alert);
  const hits = majors.filter(({ prediction: said }) => said.alert).length;
  const isMajor = all.map(({ label }) => label.change === 'major');
  const scores = all.map(({ prediction: said }) => said.major);
  const threshold = bestF1Threshold(isMajor, scores);
  const [above, right] = [
    scores.filter((one) => one >= threshold).length,
    scores.filter((one, at) => one >= threshold && isMajor[at]).length,
  ];
  const shared = majors.map(
    ({ label, prediction: said }) => label.topics.filter((topic) => said.topics.includes(topic)).length,
  );
  const stated = all
    .filter(({ label }) => label.capture === 'ok')
    .flatMap(({ label, prediction: said }) =>
      (['old', 'new'] as const).map((side) => ({ is: label.training[side], prediction: said.training[side] })),
    )
    .filter(({ is }) => is !== 'silent');
  return {
    changes: all.length,
    recall: share(hits, majors.length),
    precision: share(hits, alerts.length),
    'alerts on none': share(
      ofChange('none').filter(({ prediction: said }) => said.alert).length,
      ofChange('none').length,
    ),
    'told at all, of minor ones': share(
      ofChange('minor').filter(({ prediction: said }) => said.verdict !== 'silent').length,
      ofChange('minor').length,
    ),
    'best F1 of any bound': share(2 * right, above + majors.length),
    direction: share(
      majors.filter(({ label, prediction: said }) => label.direction === said.direction).length,
      majors.length,
    ),
    'topics, F1': share(
      2 * sum(shared),
      sum(majors.map(({ label, prediction: said }) => label.topics.length + said.topics.length)),
    ),
    'training where stated': share(stated.filter(({ is, prediction: said }) => is === said).length, stated.length),
  };
}

export function printFigures(rows: Readonly<Record<string, Partial<ChangeMetrics>>>): void {
  console.table(rows);
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const share = (part: number, whole: number): number => Number((part / Math.max(1, whole)).toFixed(3));
