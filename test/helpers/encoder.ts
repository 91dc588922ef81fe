/** Fixtures: tiny random encoders, with the results of PyTorch and of the original tokenizers. training/reader/fixtures.py writes them. */
import { readFileSync } from 'node:fs';
import type { EncoderClause, EncoderPair } from '../../src/core/reader/encoder/encoder-input.ts';
import { readJsonl } from '../../training/jsonl.ts';

export const TOKENIZER_KINDS = ['word-piece', 'unigram'] as const;
type TokenizerKind = (typeof TOKENIZER_KINDS)[number];

const FIXTURES = new URL('../core/reader/encoder/fixtures/', import.meta.url);

export const weightsPath = (kind: TokenizerKind): URL => new URL(`${kind}.weights`, FIXTURES);

/** @returns a fresh copy, which tests may damage. */
export const readFixtureWeights = (kind: TokenizerKind): Uint8Array => new Uint8Array(readFileSync(weightsPath(kind)));

export const tokenizedFixtures = (kind: TokenizerKind): { text: string; pieces: number[] }[] =>
  readJsonl(new URL(`${kind}.tokenized.jsonl`, FIXTURES));

interface Fixture {
  pieces: number[];
  /** How many pieces belong to the clause, or to the new side. */
  count: number;
  logits: number[];
}
export const clauseFixtures = (kind: TokenizerKind): (Fixture & { clause: EncoderClause })[] =>
  readJsonl(new URL(`${kind}.clauses.jsonl`, FIXTURES));

/** Only the word-piece encoder compares. */
export const pairFixtures = (): (Fixture & { difference: EncoderPair })[] =>
  readJsonl(new URL('word-piece.differences.jsonl', FIXTURES));
