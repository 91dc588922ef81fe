/** Writes down what was observed of a signal source, in the order that record.ts explains: content, alert, head last. */

import { createSignalAlert } from '../../core/alerts/create-alert.ts';
import type { SignalObservation } from '../../core/signals/observe-signals.ts';
import type { Alert } from '../../domain/alert.ts';
import type { SignalVersion } from '../../domain/signal.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import { enqueueAlert } from '../notify/enqueue-alert.ts';
import type { Store } from '../ports/store.ts';

/** @returns the alert that was planned, if the change is one that pings. */
export async function recordSignalObservation(
  store: Store,
  observation: SignalObservation,
  version: SignalVersion,
  now: Instant,
): Promise<Alert | undefined> {
  const before = await store.signalHeads.get(version.source);
  const isCurrent = observation.head.current.version === version.id;
  if (isCurrent && !(await store.signalVersions.has(version.id))) await store.signalVersions.put(version.id, version);

  let alert: Alert | undefined;
  if (observation.outcome === 'changed') {
    const { change } = observation;
    await store.signalChanges.put(change.id, change);
    const told = createSignalAlert(change, now);
    await enqueueAlert(store, told, now);
    if (told.significance !== 'minor') alert = told;
  }
  await store.signalHeads.put(version.source, observation.head);

  // Files like these change daily in what nobody reads: of texts that say the same the last one is enough.
  const replaced = before?.current.version;
  if (observation.outcome === 'same' && replaced !== undefined && replaced !== version.id) {
    await store.signalVersions.delete(replaced);
  }
  return alert;
}

/** The source said that it is as it was. */
export async function recordSignalsUnchanged(store: Store, source: string, now: Instant): Promise<void> {
  const head = await store.signalHeads.get(source);
  if (head !== undefined) {
    await store.signalHeads.put(source, { ...head, current: { ...head.current, lastSeen: now } });
  }
}
