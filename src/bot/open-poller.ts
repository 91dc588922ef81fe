/** Assembles the poller: for the bot, or without Discord for `clausewatch poll --once`. */
import { allFeeds, type ReadModel } from '../app/ask/read-model.ts';
import type { Analyser } from '../app/ports/analyser.ts';
import type { Now } from '../app/ports/clock.ts';
import type { Fetcher } from '../app/ports/fetch.ts';
import type { Log } from '../app/ports/log.ts';
import { createPoller, type Poller, type PollerDeps } from '../app/watch/poller.ts';
import type { Catalog } from '../domain/catalog.ts';
import { createAnalysisWorker } from '../io/analysis/analysis-worker.ts';
import { openSharedStore } from '../io/store/open-upgraded-store.ts';
import type { Config } from './config.ts';
import { openFetcher } from './open-fetcher.ts';

interface AssemblePollerDeps extends Pick<PollerDeps, 'dispatch' | 'runAfter'> {
  readModel: ReadModel;
  polledCatalog: Catalog;
  fetcher: Fetcher;
  analyser: Analyser;
  confirmAfterSeconds: number;
  log: Log;
  now: Now;
}

export function assemblePoller({
  readModel,
  polledCatalog,
  fetcher,
  analyser,
  confirmAfterSeconds,
  log,
  now,
  dispatch,
  runAfter,
}: AssemblePollerDeps): Poller {
  return createPoller({
    poll: { store: readModel.store, fetcher, analyser, log, now, confirmAfterSeconds },
    documents: polledCatalog.platforms.flatMap(({ documents }) => documents),
    feeds: allFeeds(polledCatalog),
    platforms: polledCatalog.platforms,
    regulation: readModel.catalog.regulation,
    dispatch,
    runAfter,
  });
}

export interface StandalonePollerOptions {
  config: Config;
  catalog: Catalog;
  log: Log;
  now?: Now;
  fetchSpacingMs?: number;
}

/** A poller without Discord: alerts stay in the outbox for the bot, and the second poll of a change is the next call. */
export async function openStandalonePoller({
  config,
  catalog,
  log,
  now = () => new Date(),
  fetchSpacingMs,
}: StandalonePollerOptions): Promise<{ poller: Poller; close(): Promise<void> }> {
  const store = await openSharedStore(config.storeUrl, { log, now });
  const fetcher = openFetcher(config, fetchSpacingMs);
  const analyser = createAnalysisWorker(catalog);
  const readModel: ReadModel = { catalog, store };
  const { confirmAfterSeconds } = config;
  return {
    poller: assemblePoller({
      readModel,
      polledCatalog: catalog,
      fetcher,
      analyser,
      confirmAfterSeconds,
      log,
      now,
      runAfter: () => {},
    }),
    async close() {
      await fetcher.close();
      await analyser.close();
      await store.close();
    },
  };
}
