/** Starts the bot: the only file that knows which technology implements each port. */
import { commandData, commands } from '../../commands/index.ts';
import { createNameIndexes } from '../app/ask/name-index.ts';
import type { ReadModel } from '../app/ask/read-model.ts';
import { createSearchIndex } from '../app/ask/search-index.ts';
import { createDispatch } from '../app/deliver/dispatch.ts';
import { createSubscriptionService } from '../app/notify/subscription-service.ts';
import type { Now } from '../app/ports/clock.ts';
import type { GuildEvent } from '../app/ports/courier.ts';
import type { Log } from '../app/ports/log.ts';
import type { Poller } from '../app/watch/poller.ts';
import { translatorFor } from '../app/words/translator.ts';
import type { Catalog } from '../domain/catalog.ts';
import { createAnalysisWorker } from '../io/analysis/analysis-worker.ts';
import { createCourier } from '../io/discord/courier.ts';
import { DiscordFatalError, invalidTokenError } from '../io/discord/fatal-error.ts';
import type { Gateway } from '../io/discord/gateway.ts';
import { createGuildDirectory } from '../io/discord/guild-directory.ts';
import { createInteractionHandler } from '../io/discord/interaction-handler.ts';
import { verifyClauseReader } from '../io/load-clause-reader.ts';
import { loadNewsModel } from '../io/load-news-model.ts';
import { createPictureRenderer } from '../io/pictures/picture-renderer.ts';
import { openExclusiveStore } from '../io/store/open-upgraded-store.ts';
import { applyHeapFlags } from '../io/v8-heap-flags.ts';
import type { Config } from './config.ts';
import { connectWithRetry } from './connect-with-retry.ts';
import { openFetcher, VERSION } from './open-fetcher.ts';
import { assemblePoller } from './open-poller.ts';
import { createRunAfter, startDelivery, startSchedules } from './schedules.ts';

export interface BotOptions {
  config: Config;
  catalog: Catalog;
  log: Log;
  /** The sources to poll; the whole catalog by default. The sandbox answers about everything and polls its own platform. */
  polledCatalog?: Catalog;
  now?: Now;
  /** Minimum time between two requests to one host; the fetcher's default when absent. */
  fetchSpacingMs?: number;
  /** Discord refuses the bot for good; the program should end with this error. */
  onFatalError?(error: DiscordFatalError): void;
}

export interface Bot {
  readModel: ReadModel;
  poller: Poller;
  gateway: Gateway;
  close(): Promise<void>;
}

/**
 * Connects to Discord and starts polling. Whatever was opened is closed again, last first, on `close` or when the start fails.
 * @throws DiscordFatalError, StoreError or WeightsError with a one-line message.
 */
export async function startBot({
  config,
  catalog,
  log,
  polledCatalog = catalog,
  now = () => new Date(),
  fetchSpacingMs,
  onFatalError,
}: BotOptions): Promise<Bot> {
  const { discordToken: token, discordApi: api } = config;
  if (token === undefined) throw new DiscordFatalError('bad-token', 'DISCORD_TOKEN is not set.');
  applyHeapFlags();
  verifyClauseReader();
  loadNewsModel();

  await using resources = new AsyncDisposableStack();
  /** A close that throws would hide the error that ended the start, so it is logged instead. */
  const own = <T>(name: string, resource: T, close: (resource: T) => unknown): T =>
    resources.adopt(resource, async () => {
      try {
        await close(resource);
      } catch (error) {
        log.error(`${name} could not be closed`, { err: error });
      }
    });
  const stopping = new AbortController();
  const pollLog = muteAfter(stopping.signal, log);

  const store = own('the store', await openExclusiveStore(config.storeUrl, { log, now }), (opened) => opened.close());
  const fetcher = own('the fetcher', openFetcher(config, fetchSpacingMs), (opened) => opened.close());
  const analyser = own('the analysis worker', createAnalysisWorker(catalog), (worker) => worker.close());
  const pictures = own('the picture renderer', createPictureRenderer({ log }), (renderer) => renderer.close());

  const guildDirectory = createGuildDirectory();
  const courier = createCourier({
    token,
    api,
    userAgentAppendix: `Clausewatch/${VERSION}`,
    draw: pictures.draw,
  });
  const dispatch = createDispatch({
    readModel: { catalog, store },
    courier,
    guildDirectory,
    log,
    now,
    random: Math.random,
    elapsedMs: () => performance.now(),
    onUnauthorised: () => onFatalError?.(invalidTokenError()),
  });
  const readModel: ReadModel = { catalog, store, delivery: dispatch.progress };
  const searchIndex = createSearchIndex(readModel);
  const nameIndexes = createNameIndexes(store);
  const onGuildEvent = (event: GuildEvent) => {
    dispatch.handleGuildEvent(event).catch((error) => log.error('a guild event was not handled', { err: error }));
  };
  const subscriptionService = createSubscriptionService(readModel, courier, now, (guildId) =>
    onGuildEvent({ kind: 'rights-changed', guildId }),
  );
  const poller = assemblePoller({
    readModel,
    polledCatalog,
    fetcher,
    analyser,
    confirmAfterSeconds: config.confirmAfterSeconds,
    log: pollLog,
    now,
    dispatch,
    runAfter: createRunAfter(pollLog, stopping.signal),
  });

  // Members should not wait for the store to get ready. One that cannot be written has logged so, and retries when asked.
  await store.ready().catch(() => {});
  const connection = await connectWithRetry({
    token,
    api,
    log,
    guildDirectory,
    commandData,
    onGuildEvent,
    onInteraction: createInteractionHandler(
      commands,
      (language) => ({
        readModel,
        searchIndex,
        nameIndexes,
        subscriptionService,
        now: now(),
        t: translatorFor(language),
      }),
      log,
      pictures.draw,
    ),
    onFatalError: (error) => onFatalError?.(error),
  });
  const gateway = own('the gateway', connection, (connected) => connected.close());
  own('delivery', startDelivery(dispatch, courier, log), (stop) => stop());
  own(
    'the schedules',
    startSchedules({ poller, readModel, searchIndex, analyser, config, log: pollLog, now }),
    (stop) => stop(),
  );
  // Registered last, so it comes first.
  resources.defer(() => stopping.abort());

  const running = resources.move();
  return { readModel, poller, gateway, close: () => running.disposeAsync() };
}

/** Polls that a stop cuts off fail; the next start repeats them, so nothing is logged. */
function muteAfter(signal: AbortSignal, log: Log): Log {
  const writeAt =
    (level: keyof Log): Log[keyof Log] =>
    (message, fields) => {
      if (!signal.aborted) log[level](message, fields);
    };
  return { debug: writeAt('debug'), info: writeAt('info'), warn: writeAt('warn'), error: writeAt('error') };
}
