/** Takes a recorded history into the store, so that timelines start years back. Alerts nobody, and leaves live documents alone. */

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
  /** Services that no platform of the catalog stands for, passed over. */
  unknownServices: string[];
}

export interface ImportDeps {
  store: Store;
  platforms: readonly Platform[];
  clauseReader: ClauseReader;
  /** Who recorded the history, shown beside each of its changes. */
  origin: string;
}

/** Imports under ids derived from content: importing twice changes nothing. */
export async function importHistory(
  history: AsyncIterable<RecordedVersion>,
  { store, platforms, clauseReader, origin }: ImportDeps,
): Promise<ImportSummary> {
  const platformOf = platformByService(platforms);
  const unknown = new Set<string>();
  const summary: ImportSummary = { versions: 0, changes: 0, unknownServices: [] };
  const replay = replayHistory(history, {
    clauseReader,
    documentOf({ service, type }) {
      const platform = platformOf(service);
      if (platform === undefined) unknown.add(service);
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
    // Until the bot has read the document itself, its last recorded version speaks for it.
    if (!(await store.heads.has(version.document))) {
      await store.stances.put(version.document, readStance(version, clauseReader));
    }
  }
  return { ...summary, unknownServices: [...unknown].sort() };
}

function platformByService(platforms: readonly Platform[]): (service: string) => Platform | undefined {
  const known = new Map<string, Platform | undefined>();
  return (service) => {
    if (!known.has(service)) {
      const found = findPlatform(platforms, service);
      known.set(service, found.status === 'found' ? found.platform : undefined);
    }
    return known.get(service);
  };
}
