/** Tiny random readers, with what PyTorch and the tokenizers they were made with say; training/reader/fixtures.py writes them. */
import { readFileSync } from 'node:fs';
import type { EncoderClause, EncoderPair } from '../../src/core/reader/encoder/encoder-input.ts';

export const KINDS = ['word-piece', 'unigram'] as const;
export type Kind = (typeof KINDS)[number];

const FIXTURES = new URL('../core/reader/encoder/fixtures/', import.meta.url);

export const weightsPath = (kind: Kind): URL => new URL(`${kind}.weights`, FIXTURES);

/** @returns bytes of their own, to damage. */
export const weightsOf = (kind: Kind): Uint8Array => new Uint8Array(readFileSync(weightsPath(kind)));

export const tokenizedBy = (kind: Kind): { text: string; pieces: number[] }[] => lines(`${kind}.tokenized.jsonl`);

interface Computed {
  pieces: number[];
  /** How many pieces are the clause's, or the new side's. */
  count: number;
  logits: number[];
}
export type ComputedClause = Computed & { clause: EncoderClause };
export const computedFor = (kind: Kind): ComputedClause[] => lines(`${kind}.clauses.jsonl`);

/** Of the reader that compares: the one with word pieces. */
export type ComputedDifference = Computed & { difference: EncoderPair };
export const comparedDifferences = (): ComputedDifference[] => lines('word-piece.differences.jsonl');

function lines<T>(name: string): T[] {
  return readFileSync(new URL(name, FIXTURES), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}
