/** Everything that is asked of the store and the catalog. Answers come from local data; nothing here reaches the network. */

import type { DocumentHead } from '../../core/history/observe-document.ts';
import { entityName } from '../../core/news/find-entities.ts';
import { listSignalSources } from '../../core/signals/signal-sources.ts';
import type { Catalog, Platform, WatchedDocument } from '../../domain/catalog.ts';
import type { Change, DocumentStance, DocumentVersion } from '../../domain/document.ts';
import type { Instant, PlatformId } from '../../domain/vocabulary.ts';
import type { DeliveryProgress } from '../deliver/delivery-progress.ts';
import type { SourceStatus, Store, StoreProblems } from '../ports/store.ts';

/** What is known: the catalog people wrote and the store the bot filled. */
export interface ReadModel {
  catalog: Catalog;
  store: Store;
  /** How the delivery of alerts is getting on; absent where none are delivered. */
  delivery?: () => DeliveryProgress;
}

/** A document of a platform with what the bot itself read in it; without `stance` it has not been read yet. */
export interface DocumentWithStance {
  document: WatchedDocument;
  stance?: DocumentStance;
}

/** The same, and how the looks at it went. */
export interface DocumentStatus extends DocumentWithStance {
  head?: DocumentHead;
  status?: SourceStatus;
}

/** The documents of a platform, in catalog order. */
export async function documentsWithStance({ store }: ReadModel, platform: Platform): Promise<DocumentWithStance[]> {
  return Promise.all(
    platform.documents.map(async (document) => ({ document, stance: await store.stances.get(document.id) })),
  );
}

/** The documents of a platform, in catalog order, each with its memory, which is long. */
export async function documentStatuses({ store }: ReadModel, platform: Platform): Promise<DocumentStatus[]> {
  return Promise.all(
    platform.documents.map(async (document) => {
      const [stance, head, status] = await Promise.all([
        store.stances.get(document.id),
        store.heads.get(document.id),
        store.sources.get(document.id),
      ]);
      return { document, stance, head, status };
    }),
  );
}

/** The two texts of a change, as long as both are stored. */
export async function versionsOfChange(
  { store }: ReadModel,
  change: Change,
): Promise<{ old: DocumentVersion; new: DocumentVersion } | undefined> {
  const [before, after] = await Promise.all([
    store.versions.get(change.oldVersion),
    store.versions.get(change.newVersion),
  ]);
  return before && after && { old: before, new: after };
}

/** A change and a word about it that lie further apart have nothing to do with each other. */
const NEWSROOM_WINDOW_DAYS = 7;
const DAY_MS = 86_400_000;

/**
 * Whether the platform's own newsroom spoke of AI around the time of a change. Nothing where that cannot be known: no official
 * feed of it is read, or the time in which it may still speak has not passed.
 */
export async function findNewsroomActivity(
  readModel: ReadModel,
  change: Change,
  now: Date,
): Promise<NewsroomActivity | undefined> {
  const { store } = readModel;
  const { platform, firstSeenNew } = change;
  const at = Date.parse(firstSeenNew);
  const within = NEWSROOM_WINDOW_DAYS * DAY_MS;
  const [since, before] = [at - within, at + within + 1].map((ms) => new Date(ms).toISOString());
  if ((await store.newsrooms.count({ platform, since, before })) > 0) return { status: 'said' };
  if (now.getTime() - at <= within) return undefined;
  if (!(await isNewsroomMonitored(readModel, change))) return undefined;
  const [last] = await store.newsrooms.occurrences({ platform, before: firstSeenNew, limit: 1 });
  return { status: 'silent', lastStatementAt: last?.date };
}

/** Whether a platform's newsroom spoke of AI around a change; where it did not, when it last had before. */
export type NewsroomActivity = { status: 'said' } | { status: 'silent'; lastStatementAt?: Instant };

/** An official feed was looked at before the change, and answers still. */
async function isNewsroomMonitored({ catalog, store }: ReadModel, change: Change): Promise<boolean> {
  const feeds = platformById(catalog, change.platform)?.feeds.filter(({ official }) => official) ?? [];
  const statuses = await Promise.all(feeds.map(({ url }) => store.sources.get(url)));
  return statuses.some((status) => status?.lastGood !== undefined && status.lastGood > change.firstSeenNew);
}

export interface WatchHealth {
  documents: number;
  feeds: number;
  documentsRead: number;
  lastLook?: string;
  failingSources: SourceStatus[];
  delivery: DeliveryProgress;
  /** What is wrong with the store itself. */
  store?: StoreProblems;
}

/** How the watch is going: what was looked at, what is wrong, what waits to be sent. */
export async function getWatchHealth({ catalog, store, delivery }: ReadModel): Promise<WatchHealth> {
  const statuses = await readStatuses(store);
  const documents = catalog.platforms.flatMap((platform) => platform.documents);
  const signals = catalog.platforms.flatMap(listSignalSources);
  const watched = new Set([
    ...[...documents, ...signals].map(({ id }) => id),
    ...allFeeds(catalog).map(({ url }) => url),
  ]);
  const current = statuses.filter(({ id }) => watched.has(id));
  return {
    documents: documents.length,
    feeds: allFeeds(catalog).length,
    documentsRead: current.filter(({ kind, lastGood }) => kind === 'document' && lastGood !== undefined).length,
    lastLook: current
      .map(({ lastLook }) => lastLook)
      .sort()
      .at(-1),
    failingSources: current.filter(({ problem }) => problem !== undefined).sort((a, b) => (a.id < b.id ? -1 : 1)),
    delivery: delivery?.() ?? (await countOutbox(store)),
    store: store.problems(),
  };
}

/** None of a store that cannot be read: then that is what is to be told. */
async function readStatuses(store: Store): Promise<SourceStatus[]> {
  const statuses: SourceStatus[] = [];
  try {
    for await (const [, status] of store.sources.entries()) statuses.push(status);
  } catch (error) {
    if (store.problems()?.reading === undefined) throw error;
  }
  return statuses;
}

/** Where nothing is delivered, what waits is counted. */
async function countOutbox(store: Store): Promise<DeliveryProgress> {
  const progress: DeliveryProgress = { due: 0, later: 0, suspended: 0, remainingPauseSeconds: 0 };
  for await (const [, { state }] of store.outbox.entries()) progress[state === 'suspended' ? 'suspended' : 'due']++;
  return progress;
}

/** Every feed that is watched: the platforms' own and the others. */
export function allFeeds(catalog: Catalog) {
  return [...catalog.platforms.flatMap((platform) => platform.feeds), ...catalog.feeds];
}

/** What one is called that news may name: a platform of the catalog, or another of the gazetteer. */
export const platformOrEntityName = (catalog: Catalog, id: PlatformId): string =>
  platformById(catalog, id)?.name ?? entityName(id) ?? id;

export function platformById(catalog: Catalog, id: PlatformId): Platform | undefined {
  return catalog.platforms.find((platform) => platform.id === id);
}
