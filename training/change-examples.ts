/** Labelled changes in numbers, as `dataset.ts`, `judged.py` and the encoder left them in WORK. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DifferenceInput } from '../src/core/judge/difference-features.ts';
import { maxProbabilities, type OutputProbabilities } from '../src/core/reader/output-probabilities.ts';
import { OUTPUTS } from '../src/core/reader/outputs.ts';
import type { Direction, Position, Significance, Topic } from '../src/domain/vocabulary.ts';

interface NearestLine {
  clause: number;
  likeness: number;
}

interface DifferenceLine {
  old?: number;
  new?: number;
  nearNew?: NearestLine;
  nearOld?: NearestLine;
  stillStands?: boolean;
  stoodBefore?: boolean;
  label?: { counts: Significance };
}

export interface ChangeLabel {
  change: Significance;
  capture: 'ok' | 'noise';
  topics: Topic[];
  direction: Direction;
  training: { old: Position; new: Position };
}

interface PairLine extends ChangeLabel {
  source: 'corpus' | 'ours';
  id: string;
  service: string;
  unreadable?: string;
  old: number[];
  new: number[];
  differences: DifferenceLine[];
}

export interface ChangeExample {
  id: string;
  service: string;
  source: PairLine['source'];
  label: ChangeLabel;
  fold: number;
  /** One side is evidently not the document: it is never judged. */
  isUnreadable: boolean;
  /** Of clauses about AI. */
  differences: DifferenceInput[];
  /** What each of them counts for, where that is known. */
  significances: (Significance | undefined)[];
  differingCount: number;
  old: OutputProbabilities[];
  new: OutputProbabilities[];
}

export function readChangeExamples(work: string): ChangeExample[] {
  const loadJsonLines = <Line>(name: string): Line[] =>
    readFileSync(join(work, name), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line));
  const bytes = readFileSync(join(work, 'judged.f32'));
  const probabilities = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
  const probabilitiesOf = (clause: number | undefined): OutputProbabilities | undefined => {
    const says = probabilities.subarray((clause ?? 0) * OUTPUTS.length, ((clause ?? 0) + 1) * OUTPUTS.length);
    return clause === undefined || (says[0] ?? -1) < 0 ? undefined : says;
  };
  const near = (one: NearestLine | undefined) => {
    const says = probabilitiesOf(one?.clause);
    return says && { probabilities: says, similarity: one?.likeness ?? 0 };
  };
  const compared = new Map(
    loadJsonLines<{ pair: number; difference: number; logits: number[] }>('compared.jsonl').map((one) => [
      `${one.pair} ${one.difference}`,
      Float32Array.from(one.logits),
    ]),
  );
  const folds: number[] = JSON.parse(readFileSync(join(work, 'pair-folds.json'), 'utf8'));

  return loadJsonLines<PairLine>('pairs.jsonl').map((pair, place) => {
    const judged = pair.differences
      .map((one, at) => ({ ...one, at, before: probabilitiesOf(one.old), after: probabilitiesOf(one.new) }))
      .filter(({ before, after }) => before !== undefined || after !== undefined);
    const [old = [], now = []] = [pair.old, pair.new].map((side) =>
      side.map(probabilitiesOf).filter((says) => says !== undefined),
    );
    const [anywhereBefore, anywhereAfter] = [maxProbabilities(old), maxProbabilities(now)];
    return {
      id: pair.id,
      service: pair.service,
      source: pair.source,
      label: pair,
      fold: folds[place] ?? -1,
      isUnreadable: pair.unreadable !== undefined,
      differences: judged.map(({ before, after, nearNew, nearOld, stillStands = false, stoodBefore = false, at }) => ({
        before,
        after,
        nearestToBefore: near(nearNew),
        nearestToAfter: near(nearOld),
        isStillPresent: stillStands,
        wasAlreadyPresent: stoodBefore,
        maxInOldVersion: anywhereBefore,
        maxInNewVersion: anywhereAfter,
        comparisonLogits: compared.get(`${place} ${at}`),
      })),
      // What changed in a broken capture says nothing about what counts, and what nobody labelled may be what did.
      significances: judged.map(({ label }) =>
        pair.capture === 'ok' ? (label?.counts ?? (pair.change === 'none' ? 'none' : undefined)) : undefined,
      ),
      differingCount: pair.differences.length,
      old,
      new: now,
    };
  });
}
