/** What each source of signals of a platform says now. */
import { knowCrawlers } from '../../core/signals/crawler-registry.ts';
import { readSignals } from '../../core/signals/parse-signals.ts';
import { signalSourcesOf } from '../../core/signals/signal-sources.ts';
import type { Platform } from '../../domain/catalog.ts';
import type { SignalReading, SignalSource } from '../../domain/signal.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import type { Archive } from './read-model.ts';

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
