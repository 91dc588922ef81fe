/** The clauses of recorded texts, and the labels that refer to them by hash. */
import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import { splitIntoPassages, splitPassage } from '../../src/core/document/clauses.ts';
import type { EncoderClause } from '../../src/core/reader/encoder/encoder-input.ts';
import { textKey } from '../../src/core/text/normalise-text.ts';
import type { Clause } from '../../src/domain/document.ts';
import { openBlobReader } from '../../src/io/git-history/blobs.ts';
import { readJsonl } from '../jsonl.ts';

export interface ClauseLabel {
  acts: string[];
  weight: string;
  direction: string;
  training: string | null;
}

/** @param name without extension. */
export const readLabels = <Line>(name: string): Line[] =>
  readJsonl(new URL(`../labels/${name}.jsonl`, import.meta.url));
export const readOwn = <Line>(name: string): Line[] => readJsonl(new URL(`../own/${name}.jsonl`, import.meta.url));

/** Longer clauses were labelled by their start. */
const MAX_LABELLED_CHARS = 900;

/** The hash by which labels refer to a clause. */
export function hashClause(text: string): string {
  return createHash('sha256')
    .update(textKey(text.slice(0, MAX_LABELLED_CHARS)))
    .digest('hex')
    .slice(0, 16);
}

/** The clauses of a version with their context. */
export function clausesIn(markdown: string): (EncoderClause & { clause: Clause })[] {
  return splitIntoPassages(markdown).flatMap((passage) => {
    let prev = '';
    return splitPassage(passage).map((clause) => {
      const { text, section, lead } = clause;
      const inContext = { text, head: section.at(-1) ?? '', intro: lead, prev, clause };
      prev = text;
      return inContext;
    });
  });
}

/**
 * Runs `read` with the blobs of a public collection.
 * @param collections folder of clones, each under its own name.
 */
export async function withCollection(
  collections: string,
  repository: string,
  read: (readBlob: (blob: string) => Promise<string>) => Promise<void>,
): Promise<void> {
  const blobs = openBlobReader(join(collections, basename(repository)));
  try {
    await read(async (blob) => (await blobs.read(blob)).toString('utf8'));
  } finally {
    blobs.close();
  }
}
