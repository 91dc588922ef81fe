/** What the core reads with a reader of clauses, bound to one that reads as the program's does. */

import { type AssessChangeOptions, assessChange } from '../../src/core/history/assess-change.ts';
import { type DocumentState, type ObservedVersion, observeDocument } from '../../src/core/history/observe-document.ts';
import { readStance } from '../../src/core/history/stance.ts';
import type { ClauseReader } from '../../src/core/judge/clause-reader.ts';
import { loadClauseReader } from '../../src/io/load-clause-reader.ts';

/** One in each process, for it remembers what it read. */
export const aClauseReader = (): ClauseReader => (opened ??= loadClauseReader());
let opened: ClauseReader | undefined;

export function readingClauses() {
  const clauseReader = aClauseReader();
  return {
    version: clauseReader.version,
    readVersion: (markdown: string) => clauseReader.readVersion(markdown),
    readChange: (before: string, after: string, recallClause?: AssessChangeOptions['recallClause']) =>
      assessChange(before, after, { clauseReader, recallClause }),
    readStance: (version: Parameters<typeof readStance>[0]) => readStance(version, clauseReader),
    observe: (memory: DocumentState | undefined, sighting: ObservedVersion, confirmAfterSeconds: number) =>
      observeDocument(memory, sighting, { clauseReader, confirmAfterSeconds }),
  };
}
