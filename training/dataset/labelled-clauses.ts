/** Lines of `labelled.jsonl` and `written.jsonl`: labelled clauses of the corpus and of public collections, and our own. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EncoderClause } from '../../src/core/reader/encoder/encoder-input.ts';
import { readJsonl } from '../jsonl.ts';
import type { ClauseIndex } from './clause-index.ts';
import { type ClauseLabel, clausesIn, hashClause, readLabels, readOwn, withCollection } from './sources.ts';

type Write = (line: unknown) => void;

type CorpusClause = EncoderClause & ClauseLabel & { id: string; publisher?: string; lang?: string };

export function writeCorpusClauses(corpus: string, clauses: ClauseIndex, write: Write): void {
  for (const [source, name] of [
    ['corpus', 'clauses'],
    ['own', 'clauses-own'],
  ] as const) {
    for (const line of readJsonl<CorpusClause>(join(corpus, `${name}.jsonl`))) {
      const { id, publisher = `own ${id}`, lang, acts, weight, direction, training, ...context } = line;
      const label = { acts, weight, direction, training };
      write({ source, id, service: publisher, language: lang, clause: clauses.add(context), ...label });
    }
  }
}

interface LabelledClauseLine extends ClauseLabel {
  clause: string;
  service: string;
  /** Where it is from: a blob of a collection, or a side of a pair of the corpus. */
  repository?: string;
  blob?: string;
  pair?: string;
  side?: 'old' | 'new';
}

export async function writeCollectionClauses(
  corpus: string,
  collections: string,
  clauses: ClauseIndex,
  write: Write,
): Promise<void> {
  const writeAll = (labels: readonly LabelledClauseLine[], markdown: string) => {
    const byHash = new Map(clausesIn(markdown).map((clause) => [hashClause(clause.text), clause]));
    for (const { clause: hash, service, acts, weight, direction, training } of labels) {
      const found = byHash.get(hash);
      if (found === undefined) continue;
      const clause = clauses.add(found, found.clause.key);
      write({ source: 'ours', id: hash, service, clause, acts, weight, direction, training });
    }
  };
  const byRepository = Map.groupBy(readLabels<LabelledClauseLine>('clauses'), ({ repository }) => repository);
  for (const [repository, labels] of byRepository) {
    if (repository === undefined) continue;
    await withCollection(collections, repository, async (readBlob) => {
      for (const [blob, ofBlob] of Map.groupBy(labels, (label) => label.blob ?? '')) {
        writeAll(ofBlob, await readBlob(blob));
      }
    });
  }
  const ofPairs = Map.groupBy(byRepository.get(undefined) ?? [], ({ pair, side }) => `${pair}/${side}`);
  for (const [path, labels] of ofPairs) writeAll(labels, readFileSync(join(corpus, 'pairs', `${path}.md`), 'utf8'));
}

/** A clause before and after a change, in our own words. `near`: the nearest clause of the other version, where one side is missing. */
interface OwnDifference extends Omit<EncoderClause, 'text'> {
  id: string;
  lang: string;
  before: string | null;
  after: string | null;
  near: string;
  old: ClauseLabel | null;
  new: ClauseLabel | null;
  counts: string;
  side: string;
}

export function writeOwnDifferences(clauses: ClauseIndex, writeLabelled: Write, writeDifference: Write): void {
  for (const line of readOwn<OwnDifference>('differences')) {
    const { id, lang, before, after, near, old, new: now, counts, side, ...context } = line;
    const sides = [
      ['old', before, old],
      ['new', after, now],
    ] as const;
    const numbers = sides.flatMap(([name, text, label]) => {
      if (text === null) return [];
      const clause = clauses.add({ ...context, text });
      if (label !== null) {
        writeLabelled({
          source: 'written',
          id: `${id} ${name}`,
          service: 'written',
          language: lang,
          clause,
          ...label,
        });
      }
      return [[name, clause]];
    });
    writeDifference({
      id,
      ...Object.fromEntries(numbers),
      near: near || undefined,
      head: context.head,
      counts,
      side,
    });
  }
}

export function writeOwnClauses(clauses: ClauseIndex, write: Write): void {
  for (const line of readOwn<EncoderClause & ClauseLabel & { lang: string }>('clauses')) {
    const { lang, acts, weight, direction, training, ...context } = line;
    const label = { acts, weight, direction, training };
    write({ source: 'written', service: 'written', language: lang, clause: clauses.add(context), ...label });
  }
}
