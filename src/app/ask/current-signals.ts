/** What each signal source of a platform says now. */
import { createCrawlerRegistry } from '../../core/signals/crawler-registry.ts';
import { parseSignals } from '../../core/signals/parse-signals.ts';
import { listSignalSources } from '../../core/signals/signal-sources.ts';
import type { Platform } from '../../domain/catalog.ts';
import type { ParsedSignals, SignalSource } from '../../domain/signal.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import type { ReadModel } from './read-model.ts';

export interface SignalState {
  source: SignalSource;
  signals: ParsedSignals;
  lastSeen: Instant;
}

/** The sources that have been read, in the order of `listSignalSources`. */
export async function currentSignals({ catalog, store }: ReadModel, platform: Platform): Promise<SignalState[]> {
  const crawlers = createCrawlerRegistry(catalog.crawlers);
  const states = await Promise.all(
    listSignalSources(platform).map(async (source) => {
      const head = await store.signalHeads.get(source.id);
      const version = head && (await store.signalVersions.get(head.current.version));
      const signals = version && parseSignals(source.kind, version.text, crawlers);
      return head && signals ? [{ source, signals, lastSeen: head.current.lastSeen }] : [];
    }),
  );
  return states.flat();
}
