/** How the watch is going, as `/status` reports it: sources polled, sources failing, deliveries waiting, store problems. */
import { listSignalSources } from '../../core/signals/signal-sources.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import type { DeliveryProgress } from '../ports/delivery-progress.ts';
import type { SourceStatus, Store, StoreProblems } from '../ports/store.ts';
import { allFeeds, type ReadModel } from './read-model.ts';

export interface WatchHealth {
  documents: number;
  feeds: number;
  documentsRead: number;
  lastPollAt?: Instant;
  failingSources: SourceStatus[];
  delivery: DeliveryProgress;
  storeProblems?: StoreProblems;
}

export async function getWatchHealth({ catalog, store, delivery }: ReadModel): Promise<WatchHealth> {
  const documents = catalog.platforms.flatMap((platform) => platform.documents);
  const signals = catalog.platforms.flatMap(listSignalSources);
  const feeds = allFeeds(catalog);
  const watched = new Set([...[...documents, ...signals].map(({ id }) => id), ...feeds.map(({ url }) => url)]);
  const statuses = (await readStatuses(store)).filter(({ id }) => watched.has(id));
  return {
    documents: documents.length,
    feeds: feeds.length,
    documentsRead: statuses.filter(({ kind, lastGood }) => kind === 'document' && lastGood !== undefined).length,
    lastPollAt: statuses
      .map(({ lastLook }) => lastLook)
      .sort()
      .at(-1),
    failingSources: statuses.filter(({ problem }) => problem !== undefined).sort((a, b) => (a.id < b.id ? -1 : 1)),
    delivery: delivery?.() ?? (await countOutbox(store)),
    storeProblems: store.problems(),
  };
}

/** Those read before the store failed, where it reports that failure itself. */
async function readStatuses(store: Store): Promise<SourceStatus[]> {
  const statuses: SourceStatus[] = [];
  try {
    for await (const [, status] of store.sources.entries()) statuses.push(status);
  } catch (error) {
    if (store.problems()?.reading === undefined) throw error;
  }
  return statuses;
}

/** Without a running delivery, everything that is not suspended counts as due. */
async function countOutbox(store: Store): Promise<DeliveryProgress> {
  const progress: DeliveryProgress = { due: 0, later: 0, suspended: 0, remainingPauseSeconds: 0 };
  for await (const [, { state }] of store.outbox.entries()) progress[state === 'suspended' ? 'suspended' : 'due']++;
  return progress;
}
