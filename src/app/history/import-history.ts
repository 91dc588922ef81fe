/** Imports a recorded history into the store, so that timelines start years back. It alerts nobody and leaves polled documents alone. */
import { readStance } from '../../core/history/stance.ts';
import type { ClauseReader } from '../../core/judge/clause-reader.ts';
import { findPlatform } from '../../core/platforms/platform-names.ts';
import type { Platform } from '../../domain/catalog.ts';
import type { Change } from '../../domain/document.ts';
import type { RecordedVersion } from '../ports/history.ts';
import type { Store } from '../ports/store.ts';
import { replayHistory } from './replay.ts';

export interface ImportSummary {
  versions: number;
  changes: number;
  /** Services without a platform in the catalog, which were skipped. */
  unknownServices: string[];
}

export interface ImportDeps {
  store: Store;
  platforms: readonly Platform[];
  clauseReader: ClauseReader;
  /** Who recorded the history; shown with each of its changes. */
  origin: string;
}

/** Importing twice changes nothing: ids derive from content. */
export async function importHistory(
  history: AsyncIterable<RecordedVersion>,
  { store, platforms, clauseReader, origin }: ImportDeps,
): Promise<ImportSummary> {
  const platformOf = platformByService(platforms);
  const unknownServices = new Set<string>();
  const summary: ImportSummary = { versions: 0, changes: 0, unknownServices: [] };
  const replay = replayHistory(history, {
    clauseReader,
    documentOf({ service, type }) {
      const platform = platformOf(service);
      if (platform === undefined) unknownServices.add(service);
      return platform && `${platform.id}/${type}`;
    },
  });
  for await (const replayed of replay) {
    if (replayed.status === 'unreadable' || replayed.version === undefined) continue;
    const { version, observation } = replayed;
    if (observation.outcome === 'unreadable') continue;
    summary.versions++;
    if (!(await store.versions.has(version.id))) await store.versions.put(version.id, version);
    if (observation.outcome === 'changed') {
      const change: Change = { ...observation.change, origin };
      await store.changes.put(change.id, change);
      summary.changes++;
    }
    // The stance of the last recorded version counts until the bot reads the document itself.
    if (!(await store.heads.has(version.document))) {
      await store.stances.put(version.document, readStance(version, clauseReader));
    }
  }
  return { ...summary, unknownServices: [...unknownServices].sort() };
}

function platformByService(platforms: readonly Platform[]): (service: string) => Platform | undefined {
  const found = new Map<string, Platform | undefined>();
  return (service) => {
    if (!found.has(service)) {
      const result = findPlatform(platforms, service);
      found.set(service, result.status === 'found' ? result.platform : undefined);
    }
    return found.get(service);
  };
}
