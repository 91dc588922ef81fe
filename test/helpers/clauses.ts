/** What the core reads with a reader of clauses, bound to one that reads as the program's does. */

import type { ClauseReader } from '../../src/core/judge/clause-reader.ts';
import { type Memory, observe, type Sighting } from '../../src/core/history/observe-document.ts';
import { type ChangeParts, readChange } from '../../src/core/history/assess-change.ts';
import { readStance } from '../../src/core/history/stance.ts';
import { clauseReaderFrom } from '../../src/io/load-clause-reader.ts';

/** One in each process, for it remembers what it read. */
export const aClauseReader = (): ClauseReader => (opened ??= clauseReaderFrom());
let opened: ClauseReader | undefined;

export function readingClauses() {
  const clauseReader = aClauseReader();
  return {
    way: clauseReader.way,
    readVersion: (markdown: string) => clauseReader.readVersion(markdown),
    readChange: (before: string, after: string, recall?: ChangeParts['recall']) =>
      readChange(before, after, { clauseReader, recall }),
    readStance: (version: Parameters<typeof readStance>[0]) => readStance(version, clauseReader),
    observe: (memory: Memory | undefined, sighting: Sighting, confirmAfterSeconds: number) =>
      observe(memory, sighting, { clauseReader, confirmAfterSeconds }),
  };
}
