/** A document that reads again as it did: the change that was told is taken back, or stands again. */
import { computeChangeId, type DocumentHead } from '../../core/history/observe-document.ts';
import type { Change } from '../../domain/document.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import { enqueueCorrection } from '../notify/enqueue-alert.ts';
import { changeFingerprint } from '../notify/message-fingerprint.ts';
import type { Store } from '../ports/store.ts';

/**
 * Notes it on the change, if there is one between the two wordings, and has its messages corrected.
 * @param head as it is after the return.
 */
export async function recordReversion(store: Store, head: DocumentHead, now: Instant): Promise<void> {
  const { document, current, earlier } = head;
  const [replaced] = Object.values(earlier).sort((a, b) => (a.lastSeen < b.lastSeen ? 1 : -1));
  if (replaced === undefined) return;
  const revertedChange = await store.changes.get(computeChangeId(document, current.version, replaced));
  if (revertedChange) await updateAndCorrect(store, revertedChange, revertedChange.takenBack ?? now, now);
  const restoredChange = await store.changes.get(computeChangeId(document, replaced.version, current));
  if (restoredChange) await updateAndCorrect(store, restoredChange, undefined, now);
}

/** A repeat after a crash plans what was noted and not planned. */
async function updateAndCorrect(
  store: Store,
  change: Change,
  takenBack: Instant | undefined,
  now: Instant,
): Promise<void> {
  const updated = { ...change, takenBack };
  if (takenBack !== change.takenBack) await store.changes.put(change.id, updated);
  await enqueueCorrection(store, change.id, now, await changeFingerprint(store, updated));
}
