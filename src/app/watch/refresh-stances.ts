/** Reads the texts that stand anew: the rules may have learnt since they were read first, and no page need change for that. */
import { readStance } from '../../core/stance.ts';
import type { Archive } from '../ask/queries.ts';

/** @returns how many stances came out otherwise than they were. */
export async function refreshStances({ catalog, store }: Pick<Archive, 'catalog' | 'store'>): Promise<number> {
  let changed = 0;
  for (const { id } of catalog.platforms.flatMap(({ documents }) => documents)) {
    await pause();
    const known = await store.stances.get(id);
    const version = known && (await store.versions.get(known.version));
    if (known === undefined || version === undefined) continue;
    const stance = readStance(id, known.version, version.markdown, known.seen);
    if (JSON.stringify(stance) === JSON.stringify(known)) continue;
    await store.stances.put(id, stance);
    changed++;
  }
  return changed;
}

/** Whoever waits for an answer is heard between two documents. */
const pause = () => new Promise((resolve) => setImmediate(resolve));
