/** Reads current texts again after an upgrade: the reader may have learnt where the pages have not changed. */
import type { ClauseReader } from '../../core/judge/clause-reader.ts';
import type { DocumentStance } from '../../domain/document.ts';
import type { ReadModel } from '../ask/read-model.ts';
import { yieldToEventLoop } from '../event-loop.ts';
import type { Analyser } from '../ports/analyser.ts';

/** Nobody waits for this: between two texts everything else has its turn. */
const PAUSE_BETWEEN_DOCUMENTS_MS = 50;

export interface RefreshStancesDeps extends Pick<ReadModel, 'catalog' | 'store'> {
  reader: Pick<Analyser, 'readStance'>;
  /** The one behind `reader`, or as much of it as tells how that judges. */
  clauseReader: Pick<ClauseReader, 'version'>;
}

/**
 * One text after the other. What was judged as it would be today is not even opened; the next start goes on where this one ended.
 * @returns how many stances came out different.
 */
export async function refreshStances({ catalog, store, reader, clauseReader }: RefreshStancesDeps): Promise<number> {
  let changed = 0;
  for (const { id } of catalog.platforms.flatMap(({ documents }) => documents)) {
    const known = await store.stances.get(id);
    if (known === undefined || known.judgedBy === clauseReader.version) continue;
    const version = await store.versions.get(known.version);
    if (version === undefined) continue;
    const read = await reader.readStance({
      id: known.version,
      document: id,
      markdown: version.markdown,
      seen: known.seen,
    });
    // What was read once and is too much today keeps the stance it had. A look at the page may have found another text meanwhile.
    if (read.status === 'read' && (await store.stances.get(id))?.version === known.version) {
      await store.stances.put(id, read.stance);
      if (!isSameStance(read.stance, known)) changed++;
    }
    await yieldToEventLoop(PAUSE_BETWEEN_DOCUMENTS_MS);
  }
  return changed;
}

const isSameStance = (one: DocumentStance, other: DocumentStance): boolean =>
  JSON.stringify([one.training, one.lines]) === JSON.stringify([other.training, other.lines]);
