/** What is known of the signals of platforms: what each source says now, and the changes that were recorded. */
import { knowCrawlers } from '../../core/signals/crawlers.ts';
import { readSignals } from '../../core/signals/read-signals.ts';
import { signalSourcesOf } from '../../core/signals/signal-sources.ts';
import type { Instant, Platform, PlatformId, SignalChange, SignalReading, SignalSource } from '../../domain.ts';
import type { Archive } from './queries.ts';

/** A source that was read, with what it says now. */
export interface SignalState {
  source: SignalSource;
  reading: SignalReading;
  lastSeen: Instant;
}

/** The sources of a platform that have been read, in the order of `signalSourcesOf`. */
export async function signalStates({ catalog, store }: Archive, platform: Platform): Promise<SignalState[]> {
  const crawlers = knowCrawlers(catalog.crawlers);
  const states = await Promise.all(
    signalSourcesOf(platform).map(async (source) => {
      const head = await store.signalHeads.get(source.id);
      const version = head && (await store.signalVersions.get(head.current.version));
      const reading = version && readSignals(source.kind, version.text, crawlers);
      return head && reading ? [{ source, reading, lastSeen: head.current.lastSeen }] : [];
    }),
  );
  return states.flat();
}

/** Recorded changes of signals, newest first, of one platform or of all. */
export async function signalChangesOf({ store }: Archive, platform?: PlatformId): Promise<SignalChange[]> {
  const changes: SignalChange[] = [];
  for await (const [, change] of store.signalChanges.entries()) {
    if (platform === undefined || change.platform === platform) changes.push(change);
  }
  return changes.sort((a, b) => (a.firstSeenNew < b.firstSeenNew ? 1 : -1));
}
