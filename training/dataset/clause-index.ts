/** Numbers clauses in the order they are first met, each with the text and features that training reads. */
import { createHash } from 'node:crypto';
import { extractClauseFeatures, extractContextWords, extractWords } from '../../src/core/reader/clause-features.ts';
import type { EncoderClause } from '../../src/core/reader/encoder/encoder-input.ts';
import { mentionsAi } from '../../src/core/reader/mentions-ai.ts';
import { textKey } from '../../src/core/text/normalise-text.ts';

/** No clause is longer (core/document/clauses.ts). */
const MAX_TEXT_CHARS = 4000;
const MAX_CONTEXT_CHARS = 600;

/** A line of `clauses.jsonl`. */
type ClauseLine = EncoderClause & { namesAi: boolean };

export interface ClauseIndex {
  /** The clause's number, from 0. */
  add(clause: EncoderClause, key?: string): number;
  size(): number;
}

/** @param write gets each new clause and its row of `features.u32`, in the order of the numbers. */
export function createClauseIndex(write: (line: ClauseLine, features: Uint32Array) => void): ClauseIndex {
  const numbers = new Map<string, number>();
  return {
    size: () => numbers.size,
    add({ text, head, intro, prev }, key = textKey(text)) {
      const identity = createHash('sha256').update([key, head, intro, prev].join('\0')).digest('base64');
      const existing = numbers.get(identity);
      if (existing !== undefined) return existing;
      const number = numbers.size;
      numbers.set(identity, number);
      const { own, context } = extractClauseFeatures({
        own: extractWords(key),
        heading: extractContextWords(head),
        intro: extractContextWords(intro),
        previous: extractContextWords(prev),
      });
      write(
        {
          text: text.slice(0, MAX_TEXT_CHARS),
          head,
          intro: intro.slice(-MAX_CONTEXT_CHARS),
          prev: prev.slice(-MAX_CONTEXT_CHARS),
          namesAi: mentionsAi(text, head, intro),
        },
        Uint32Array.of(own.length, ...own, context.length, ...context),
      );
      return number;
    },
  };
}
