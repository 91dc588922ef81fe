/** Recomputes stances after an upgrade: the clause reader may have changed where the pages have not. */
import type { ClauseReader } from '../../core/judge/clause-reader.ts';
import type { Catalog } from '../../domain/catalog.ts';
import type { DocumentStance } from '../../domain/document.ts';
import { yieldToEventLoop } from '../event-loop.ts';
import type { Analyser } from '../ports/analyser.ts';
import type { Store } from '../ports/store.ts';

/** Nobody waits for this, so other work goes first. */
const PAUSE_BETWEEN_DOCUMENTS_MS = 50;

export interface RefreshStancesDeps {
  catalog: Catalog;
  store: Store;
  analyser: Pick<Analyser, 'readStance'>;
  /** The one that `analyser` uses. */
  clauseReader: Pick<ClauseReader, 'version'>;
}

/**
 * Recomputes one stance after the other; up-to-date ones are skipped, so the next start resumes where this one ended.
 * @returns how many stances changed.
 */
export async function refreshStances({ catalog, store, analyser, clauseReader }: RefreshStancesDeps): Promise<number> {
  let changed = 0;
  for (const { id } of catalog.platforms.flatMap(({ documents }) => documents)) {
    const stored = await store.stances.get(id);
    if (stored === undefined || stored.judgedBy === clauseReader.version) continue;
    const version = await store.versions.get(stored.version);
    if (version === undefined) continue;
    const { markdown } = version;
    const result = await analyser.readStance({ id: stored.version, document: id, markdown, seen: stored.seen });
    // A text that is too large by now keeps its stance, and a poll may have found another text meanwhile.
    if (result.status === 'read' && (await store.stances.get(id))?.version === stored.version) {
      await store.stances.put(id, result.stance);
      if (!isSameStance(result.stance, stored)) changed++;
    }
    await yieldToEventLoop(PAUSE_BETWEEN_DOCUMENTS_MS);
  }
  return changed;
}

const isSameStance = (a: DocumentStance, b: DocumentStance): boolean =>
  JSON.stringify([a.training, a.lines]) === JSON.stringify([b.training, b.lines]);
