/** Labelled changes in numbers, as `dataset.ts`, `judged.py` and the encoder left them in WORK. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JudgedDifference } from '../src/core/judge/difference-features.ts';
import { OUTPUTS } from '../src/core/reader/outputs.ts';
import { mostOf, type Says } from '../src/core/reader/output-probabilities.ts';
import type { Direction, Position, Significance, Topic } from '../src/domain/vocabulary.ts';

interface Near {
  clause: number;
  likeness: number;
}

interface DifferenceLine {
  old?: number;
  new?: number;
  nearNew?: Near;
  nearOld?: Near;
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

export interface Example {
  id: string;
  service: string;
  source: PairLine['source'];
  label: ChangeLabel;
  fold: number;
  /** One side is evidently not the document: it is never judged. */
  isUnreadable: boolean;
  /** Of clauses about AI. */
  differences: JudgedDifference[];
  /** What each of them counts for, where that is known. */
  counts: (Significance | undefined)[];
  differing: number;
  old: Says[];
  new: Says[];
}

export function readExamples(work: string): Example[] {
  const linesOf = <Line>(name: string): Line[] =>
    readFileSync(join(work, name), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line));
  const bytes = readFileSync(join(work, 'judged.f32'));
  const probabilities = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
  const saysOf = (clause: number | undefined): Says | undefined => {
    const says = probabilities.subarray((clause ?? 0) * OUTPUTS.length, ((clause ?? 0) + 1) * OUTPUTS.length);
    return clause === undefined || (says[0] ?? -1) < 0 ? undefined : says;
  };
  const near = (one: Near | undefined) => {
    const says = saysOf(one?.clause);
    return says && { says, likeness: one?.likeness ?? 0 };
  };
  const compared = new Map(
    linesOf<{ pair: number; difference: number; logits: number[] }>('compared.jsonl').map((one) => [
      `${one.pair} ${one.difference}`,
      Float32Array.from(one.logits),
    ]),
  );
  const folds: number[] = JSON.parse(readFileSync(join(work, 'pair-folds.json'), 'utf8'));

  return linesOf<PairLine>('pairs.jsonl').map((pair, place) => {
    const judged = pair.differences
      .map((one, at) => ({ ...one, at, before: saysOf(one.old), after: saysOf(one.new) }))
      .filter(({ before, after }) => before !== undefined || after !== undefined);
    const [old = [], now = []] = [pair.old, pair.new].map((side) =>
      side.map(saysOf).filter((says) => says !== undefined),
    );
    const [anywhereBefore, anywhereAfter] = [mostOf(old), mostOf(now)];
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
        nearBefore: near(nearNew),
        nearAfter: near(nearOld),
        stillStands,
        stoodBefore,
        anywhereBefore,
        anywhereAfter,
        compared: compared.get(`${place} ${at}`),
      })),
      // What changed in a broken capture says nothing about what counts, and what nobody labelled may be what did.
      counts: judged.map(({ label }) =>
        pair.capture === 'ok' ? (label?.counts ?? (pair.change === 'none' ? 'none' : undefined)) : undefined,
      ),
      differing: pair.differences.length,
      old,
      new: now,
    };
  });
}
