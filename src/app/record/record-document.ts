/** Records an observation of a document. */
import { planDocumentRecord, type ReversedChanges, reversedChangeIds } from '../../core/recording/plan.ts';
import type { Alert } from '../../domain/alert.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import type { DocumentAnalysis } from '../ports/analyser.ts';
import type { Store } from '../ports/store.ts';
import { executeRecordPlan } from './execute.ts';

/** @returns the alert that pings, if the observation makes one. */
export async function recordDocumentObservation(
  store: Store,
  found: Omit<DocumentAnalysis, 'status'>,
  now: Instant,
): Promise<Alert | undefined> {
  const reversed = await loadReversedChanges(store, found);
  return executeRecordPlan(store, planDocumentRecord(found, reversed, now), now);
}

async function loadReversedChanges(
  store: Store,
  { observation }: Pick<DocumentAnalysis, 'observation'>,
): Promise<ReversedChanges> {
  const ids = observation.outcome === 'variant' ? reversedChangeIds(observation.head) : undefined;
  if (ids === undefined) return {};
  return { reverted: await store.changes.get(ids.reverted), restored: await store.changes.get(ids.restored) };
}
