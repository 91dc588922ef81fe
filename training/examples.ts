/** Labelled passages as the trainer sees them: which concepts their clauses hold, and no word of theirs. */
import { readFileSync } from 'node:fs';
import type { Concept } from '../src/core/judge/lexicon.ts';

export interface Example {
  /** Who published the passage, as a number: its passages are alike, and are never on both sides of a test. */
  publisher: number;
  /** It was collected when the lexicon already stood as it is, so that no word was chosen with it in view. */
  fresh: boolean;
  /** By the codebook: it changes a right, a risk or a duty of those who upload. */
  major: boolean;
  /** A rule knows it to be major. */
  known: boolean;
  /** The concepts of each clause that speaks of AI, apart by spaces. */
  clauses: readonly string[];
}

export type Clause = readonly Concept[];

export function readExamples(path: string | URL): Example[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

export const conceptsOf = (clause: string): Clause => (clause === '' ? [] : clause.split(' ')) as Concept[];
