/** Reads the texts that stand anew: the rules may have learnt since they were read first, and no page need change for that. */
import type { Archive } from '../ask/queries.ts';
import type { Reader } from '../ports/reading.ts';

/** @returns how many stances came out otherwise than they were. */
export async function refreshStances(
  { catalog, store }: Pick<Archive, 'catalog' | 'store'>,
  reader: Reader,
): Promise<number> {
  let changed = 0;
  for (const { id } of catalog.platforms.flatMap(({ documents }) => documents)) {
    const known = await store.stances.get(id);
    const version = known && (await store.versions.get(known.version));
    if (known === undefined || version === undefined) continue;
    const read = await reader.readStance({
      id: known.version,
      document: id,
      markdown: version.markdown,
      seen: known.seen,
    });
    // What was read once and is too much today keeps the stance it had.
    if (read.status === 'unreadable' || JSON.stringify(read.stance) === JSON.stringify(known)) continue;
    await store.stances.put(id, read.stance);
    changed++;
  }
  return changed;
}
