/** The core functions that read clauses, bound to the program's own clause reader. */
import { type AssessChangeOptions, assessChange } from '../../src/core/history/assess-change.ts';
import { type DocumentState, type ObservedVersion, observeDocument } from '../../src/core/history/observe-document.ts';
import { readStance } from '../../src/core/history/stance.ts';
import type { ClauseReader } from '../../src/core/judge/clause-reader.ts';
import { loadClauseReader } from '../../src/io/load-clause-reader.ts';

/** One per process, because loading it and reading texts are slow. */
export const sharedClauseReader = (): ClauseReader => (loaded ??= loadClauseReader());
let loaded: ClauseReader | undefined;

export function withClauseReader() {
  const clauseReader = sharedClauseReader();
  return {
    version: clauseReader.version,
    readVersion: (markdown: string) => clauseReader.readVersion(markdown),
    assess: (before: string, after: string, recallClause?: AssessChangeOptions['recallClause']) =>
      assessChange(before, after, { clauseReader, recallClause }),
    readStance: (version: Parameters<typeof readStance>[0]) => readStance(version, clauseReader),
    observe: (state: DocumentState | undefined, observed: ObservedVersion, confirmAfterSeconds: number) =>
      observeDocument(state, observed, { clauseReader, confirmAfterSeconds }),
  };
}
