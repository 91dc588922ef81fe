/** Reads current texts again after an upgrade: the reader may have learnt where the pages have not changed. */
import type { ClauseReader } from '../../core/judge/clause-reader.ts';
import type { DocumentStance } from '../../domain/document.ts';
import type { Archive } from '../ask/read-model.ts';
import { pause } from '../event-loop.ts';
import type { Reader } from '../ports/analyser.ts';

/** Nobody waits for this: between two texts everything else has its turn. */
const PAUSE_MS = 50;

export interface RefreshParts extends Pick<Archive, 'catalog' | 'store'> {
  reader: Pick<Reader, 'readStance'>;
  /** The one behind `reader`, or as much of it as tells how that judges. */
  clauseReader: Pick<ClauseReader, 'way'>;
}

/**
 * One text after the other. What was judged as it would be today is not even opened; the next start goes on where this one ended.
 * @returns how many stances came out different.
 */
export async function refreshStances({ catalog, store, reader, clauseReader }: RefreshParts): Promise<number> {
  let changed = 0;
  for (const { id } of catalog.platforms.flatMap(({ documents }) => documents)) {
    const known = await store.stances.get(id);
    if (known === undefined || known.judgedBy === clauseReader.way) continue;
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
      if (!saysTheSame(read.stance, known)) changed++;
    }
    await pause(PAUSE_MS);
  }
  return changed;
}

const saysTheSame = (one: DocumentStance, other: DocumentStance): boolean =>
  JSON.stringify([one.training, one.lines]) === JSON.stringify([other.training, other.lines]);
