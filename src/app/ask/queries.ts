/** Everything that is asked of the store and the catalog. Answers come from local data; nothing here reaches the network. */
import type { Head } from '../../core/observe.ts';
import { signalSourcesOf } from '../../core/signals/signal-sources.ts';
import type {
  CalendarDate,
  Catalog,
  Change,
  DocumentStance,
  Instant,
  Platform,
  PlatformId,
  SignalChange,
  Story,
  Subscription,
  TimelineEvent,
  Version,
  WatchedDocument,
} from '../../domain.ts';
import type { DeliveryProgress } from '../delivery/progress.ts';
import type { SourceStatus, Store, StoreTrouble } from '../ports/store.ts';
import { signalChangesOf } from './signal-queries.ts';

/** What is known: the catalog people wrote and the store the bot filled. */
export interface Archive {
  catalog: Catalog;
  store: Store;
  /** How the delivery of alerts is getting on; absent where none are delivered. */
  delivery?: () => DeliveryProgress;
}

/** A document of a platform with what the bot itself read in it; without `stance` it has not been read yet. */
export interface DocumentReading {
  document: WatchedDocument;
  stance?: DocumentStance;
  head?: Head;
  status?: SourceStatus;
}

/** The documents of a platform, in catalog order. */
export async function documentReadings({ store }: Archive, platform: Platform): Promise<DocumentReading[]> {
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

/** One dated line of a platform's timeline. */
export type TimelineEntry = { date: CalendarDate } & (
  | { kind: 'event'; event: TimelineEvent }
  | { kind: 'change'; change: Change }
  | { kind: 'story'; story: Story }
  | { kind: 'signal'; change: SignalChange }
);

/** Events of the catalog, changes the bot recorded of documents and signals, and stories it read, oldest first. */
export async function timelineOf(archive: Archive, platform: Platform): Promise<TimelineEntry[]> {
  const changes = await changesOf(archive, platform.id);
  const signals = await signalChangesOf(archive, platform.id);
  const stories = await storiesOf(archive, platform.id);
  const entries: TimelineEntry[] = [
    ...platform.events.map((event) => ({ date: event.date, kind: 'event' as const, event })),
    ...changes.map((change) => ({ date: dayOf(change.firstSeenNew), kind: 'change' as const, change })),
    ...signals.map((change) => ({ date: dayOf(change.firstSeenNew), kind: 'signal' as const, change })),
    ...stories.map((story) => ({ date: dayOf(story.firstSeen), kind: 'story' as const, story })),
  ];
  return entries.sort((a, b) => compareDates(a.date, b.date));
}

/** Recorded changes, newest first, of one platform or of all. */
export async function changesOf({ store }: Archive, platform?: PlatformId): Promise<Change[]> {
  const changes: Change[] = [];
  for await (const [, change] of store.changes.entries()) {
    if (platform === undefined || change.platform === platform) changes.push(change);
  }
  return changes.sort((a, b) => (a.firstSeenNew < b.firstSeenNew ? 1 : -1));
}

/** The two texts of a change, as long as both are stored. */
export async function versionsOf(
  { store }: Archive,
  change: Change,
): Promise<{ old: Version; new: Version } | undefined> {
  const [before, after] = await Promise.all([
    store.versions.get(change.oldVersion),
    store.versions.get(change.newVersion),
  ]);
  return before && after && { old: before, new: after };
}

/** Stories about one platform, newest first. */
export async function storiesOf(archive: Archive, platform: PlatformId): Promise<Story[]> {
  return (await allStories(archive)).filter(({ platforms }) => platforms.includes(platform));
}

/** Every story, newest first. */
export async function allStories({ store }: Archive): Promise<Story[]> {
  const stories: Story[] = [];
  for await (const [, story] of store.stories.entries()) stories.push(story);
  return stories.sort((a, b) => (a.firstSeen < b.firstSeen ? 1 : -1));
}

/** A change and a word about it that lie further apart have nothing to do with each other. */
const ANNOUNCED_WITHIN_DAYS = 7;

/**
 * Whether the platform's own newsroom spoke of AI around the time of a change. Nothing where that cannot be known: no official
 * feed of it is read, or the time in which it may still speak has not passed.
 */
export async function newsroomOn(archive: Archive, change: Change, now: Date): Promise<Newsroom | undefined> {
  const at = Date.parse(change.firstSeenNew);
  const within = (instant: string) => Math.abs(Date.parse(instant) - at) <= ANNOUNCED_WITHIN_DAYS * 86_400_000;
  const stories = await storiesOf(archive, change.platform);
  const official = stories.flatMap(({ items, firstSeen }) =>
    items.filter((item) => item.official).map(({ date }) => date ?? firstSeen),
  );
  if (official.some(within)) return { spoke: 'said' };
  if (now.getTime() - at <= ANNOUNCED_WITHIN_DAYS * 86_400_000) return undefined;
  if (!(await newsroomIsRead(archive, change))) return undefined;
  const before = official.filter((instant) => instant < change.firstSeenNew).sort();
  return { spoke: 'silent', lastWord: before.at(-1) };
}

/** Whether a platform's newsroom spoke of AI around a change; where it did not, when it last had before. */
export type Newsroom = { spoke: 'said' } | { spoke: 'silent'; lastWord?: Instant };

/** An official feed was looked at before the change, and answers still. */
async function newsroomIsRead({ catalog, store }: Archive, change: Change): Promise<boolean> {
  const feeds = platformById(catalog, change.platform)?.feeds.filter(({ official }) => official) ?? [];
  const statuses = await Promise.all(feeds.map(({ url }) => store.sources.get(url)));
  return statuses.some((status) => status?.lastGood !== undefined && status.lastGood > change.firstSeenNew);
}

/** The subscriptions of one server, oldest first. */
export async function subscriptionsOf({ store }: Archive, guildId: string): Promise<Subscription[]> {
  const subscriptions = await store.subscriptions.ofServer(guildId);
  return subscriptions.sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
}

export interface Health {
  documents: number;
  feeds: number;
  documentsRead: number;
  lastLook?: string;
  troubled: SourceStatus[];
  delivery: DeliveryProgress;
  /** What is wrong with the store itself. */
  store?: StoreTrouble;
}

/** How the watch is going: what was looked at, what is wrong, what waits to be sent. */
export async function healthOf({ catalog, store, delivery }: Archive): Promise<Health> {
  const statuses = await statusesIn(store);
  const documents = catalog.platforms.flatMap((platform) => platform.documents);
  const signals = catalog.platforms.flatMap(signalSourcesOf);
  const watched = new Set([
    ...[...documents, ...signals].map(({ id }) => id),
    ...feedsOf(catalog).map(({ url }) => url),
  ]);
  const current = statuses.filter(({ id }) => watched.has(id));
  return {
    documents: documents.length,
    feeds: feedsOf(catalog).length,
    documentsRead: current.filter(({ kind, lastGood }) => kind === 'document' && lastGood !== undefined).length,
    lastLook: current
      .map(({ lastLook }) => lastLook)
      .sort()
      .at(-1),
    troubled: current.filter(({ problem }) => problem !== undefined).sort((a, b) => (a.id < b.id ? -1 : 1)),
    delivery: delivery?.() ?? (await waitingIn(store)),
    store: store.trouble(),
  };
}

/** None of a store that cannot be read: then that is what is to be told. */
async function statusesIn(store: Store): Promise<SourceStatus[]> {
  const statuses: SourceStatus[] = [];
  try {
    for await (const [, status] of store.sources.entries()) statuses.push(status);
  } catch (error) {
    if (store.trouble()?.reading === undefined) throw error;
  }
  return statuses;
}

/** Where nothing is delivered, what waits is counted. */
async function waitingIn(store: Store): Promise<DeliveryProgress> {
  const progress: DeliveryProgress = { due: 0, later: 0, suspended: 0, pausedSeconds: 0 };
  for await (const [, { state }] of store.outbox.entries()) progress[state === 'suspended' ? 'suspended' : 'due']++;
  return progress;
}

/** Every feed that is watched: the platforms' own and the others. */
export function feedsOf(catalog: Catalog) {
  return [...catalog.platforms.flatMap((platform) => platform.feeds), ...catalog.feeds];
}

export function platformById(catalog: Catalog, id: PlatformId): Platform | undefined {
  return catalog.platforms.find((platform) => platform.id === id);
}

const dayOf = (instant: string): CalendarDate => instant.slice(0, 10);

/** Partial dates sort before the exact dates they contain: `2024` < `2024-02` < `2024-02-12`. */
const compareDates = (a: CalendarDate, b: CalendarDate): number => (a < b ? -1 : a > b ? 1 : 0);
