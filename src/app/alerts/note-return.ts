/** A document that reads again as it did: the change that was told is taken back, or stands again. */
import { changeId, type Head } from '../../core/observe.ts';
import type { Change, Instant } from '../../domain.ts';
import type { Store } from '../ports/store.ts';
import { planCorrection } from './plan-alert.ts';

/**
 * Notes it on the change, if there is one between the two wordings, and has its messages corrected.
 * @param head as it is after the return.
 */
export async function noteReturn(store: Store, head: Head, now: Instant): Promise<void> {
  const { document, current, earlier } = head;
  const [replaced] = Object.values(earlier).sort((a, b) => (a.lastSeen < b.lastSeen ? 1 : -1));
  if (replaced === undefined) return;
  const undone = await store.changes.get(changeId(document, current.version, replaced));
  if (undone && undone.takenBack === undefined) await correct(store, { ...undone, takenBack: now }, now);
  const redone = await store.changes.get(changeId(document, replaced.version, current));
  if (redone?.takenBack !== undefined) await correct(store, { ...redone, takenBack: undefined }, now);
}

async function correct(store: Store, change: Change, now: Instant): Promise<void> {
  await store.changes.put(change.id, change);
  await planCorrection(store, change.id, now);
}
