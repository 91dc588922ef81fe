/** A document that reads again as it did: the change that was told is taken back, or stands again. */
import { changeId, type Head } from '../../core/history/observe-document.ts';
import type { Change } from '../../domain/document.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import type { Store } from '../ports/store.ts';
import { planCorrection } from '../notify/enqueue-alert.ts';
import { saysOfChange } from '../notify/message-fingerprint.ts';

/**
 * Notes it on the change, if there is one between the two wordings, and has its messages corrected.
 * @param head as it is after the return.
 */
export async function noteReturn(store: Store, head: Head, now: Instant): Promise<void> {
  const { document, current, earlier } = head;
  const [replaced] = Object.values(earlier).sort((a, b) => (a.lastSeen < b.lastSeen ? 1 : -1));
  if (replaced === undefined) return;
  const undone = await store.changes.get(changeId(document, current.version, replaced));
  if (undone) await correct(store, undone, undone.takenBack ?? now, now);
  const redone = await store.changes.get(changeId(document, replaced.version, current));
  if (redone) await correct(store, redone, undefined, now);
}

/** A repeat after a crash plans what was noted and not planned. */
async function correct(store: Store, change: Change, takenBack: Instant | undefined, now: Instant): Promise<void> {
  const noted = { ...change, takenBack };
  if (takenBack !== change.takenBack) await store.changes.put(change.id, noted);
  await planCorrection(store, change.id, now, await saysOfChange(store, noted));
}
