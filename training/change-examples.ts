/** Reads the labelled changes that `dataset.ts`, `judged.py` and the encoder left in WORK, as input for the verdict. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DifferenceInput } from '../src/core/judge/difference-features.ts';
import { maxProbabilities, OUTPUTS, type OutputProbabilities } from '../src/core/reader/outputs.ts';
import type { Direction, Position, Significance, Topic } from '../src/domain/vocabulary.ts';
import { readJsonl } from './jsonl.ts';

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
  /** One side is evidently not the document: such a change is not judged. */
  isUnreadable: boolean;
  /** Those about AI. */
  differences: DifferenceInput[];
  /** The significance of each, where it is known. */
  significances: (Significance | undefined)[];
  /** How many clauses differ, about AI or not. */
  differingCount: number;
  old: OutputProbabilities[];
  new: OutputProbabilities[];
}

export function readChangeExamples(work: string): ChangeExample[] {
  const readLines = <Line>(name: string): Line[] => readJsonl(join(work, name));
  const bytes = readFileSync(join(work, 'judged.f32'));
  const allProbabilities = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
  const probabilitiesOf = (clause: number | undefined): OutputProbabilities | undefined => {
    if (clause === undefined) return undefined;
    const row = allProbabilities.subarray(clause * OUTPUTS.length, (clause + 1) * OUTPUTS.length);
    // judged.py writes -1 for clauses that are not read.
    return (row[0] ?? -1) < 0 ? undefined : row;
  };
  const toNearest = (line: NearestLine | undefined) => {
    const probabilities = probabilitiesOf(line?.clause);
    return probabilities && { probabilities, similarity: line?.likeness ?? 0 };
  };
  const comparisonLogits = new Map(
    readLines<{ pair: number; difference: number; logits: number[] }>('compared.jsonl').map((line) => [
      `${line.pair} ${line.difference}`,
      Float32Array.from(line.logits),
    ]),
  );
  const folds: number[] = JSON.parse(readFileSync(join(work, 'pair-folds.json'), 'utf8'));

  return readLines<PairLine>('pairs.jsonl').map((pair, pairIndex) => {
    const aboutAi = pair.differences
      .map((line, index) => ({ line, index, before: probabilitiesOf(line.old), after: probabilitiesOf(line.new) }))
      .filter(({ before, after }) => before !== undefined || after !== undefined);
    const [old = [], now = []] = [pair.old, pair.new].map((side) =>
      side.map(probabilitiesOf).filter((probabilities) => probabilities !== undefined),
    );
    const [maxInOldVersion, maxInNewVersion] = [maxProbabilities(old), maxProbabilities(now)];
    return {
      id: pair.id,
      service: pair.service,
      source: pair.source,
      label: pair,
      fold: folds[pairIndex] ?? -1,
      isUnreadable: pair.unreadable !== undefined,
      differences: aboutAi.map(({ line, index, before, after }) => ({
        before,
        after,
        nearestToBefore: toNearest(line.nearNew),
        nearestToAfter: toNearest(line.nearOld),
        isStillPresent: line.stillStands ?? false,
        wasAlreadyPresent: line.stoodBefore ?? false,
        maxInOldVersion,
        maxInNewVersion,
        comparisonLogits: comparisonLogits.get(`${pairIndex} ${index}`),
      })),
      // Differences of a broken capture say nothing, and an unlabelled one may be what made the change count.
      significances: aboutAi.map(({ line }) =>
        pair.capture === 'ok' ? (line.label?.counts ?? (pair.change === 'none' ? 'none' : undefined)) : undefined,
      ),
      differingCount: pair.differences.length,
      old,
      new: now,
    };
  });
}
