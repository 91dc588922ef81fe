/** Starts everything: the only file that knows which technology stands behind each port. */
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { commandData, commands } from '../commands/index.ts';
import { allFeeds, type ReadModel } from './app/ask/read-model.ts';
import { warmUpSearch } from './app/ask/search.ts';
import { createDispatch, type Dispatch } from './app/deliver/dispatch.ts';
import { createSubscriptionService } from './app/notify/subscription-service.ts';
import type { Now } from './app/ports/clock.ts';
import type { Courier, GuildEvent } from './app/ports/courier.ts';
import type { Log } from './app/ports/log.ts';
import type { Store } from './app/ports/store.ts';
import type { SourceCheckDeps } from './app/watch/check-sources.ts';
import { createPoller, type Poller } from './app/watch/poller.ts';
import { refreshStances } from './app/watch/refresh-stances.ts';
import { translatorFor } from './app/words/translator.ts';
import type { Config } from './config.ts';
import type { ClauseReader } from './core/judge/clause-reader.ts';
import type { Catalog } from './domain/catalog.ts';
import { type AnalysisWorker, createAnalysisWorker } from './io/analysis-worker.ts';
import { createCourier } from './io/discord/courier.ts';
import { DiscordFatalError, invalidTokenError } from './io/discord/fatal-error.ts';
import { connectGateway, type Gateway } from './io/discord/gateway.ts';
import { createGuildDirectory } from './io/discord/guild-directory.ts';
import { createInteractionHandler } from './io/discord/interaction-handler.ts';
import { registerCommands } from './io/discord/register-commands.ts';
import { parseFeed } from './io/feed.ts';
import type { ClosableFetcher } from './io/fetch/fetcher.ts';
import { createFetcher } from './io/fetch/fetcher.ts';
import { loadClauseReader, verifyClauseReader } from './io/load-clause-reader.ts';
import { loadNewsModel } from './io/load-news-model.ts';
import { createPdfParser } from './io/pdf.ts';
import { createPictureRenderer } from './io/pictures/picture-renderer.ts';
import { scheduleJob } from './io/schedule.ts';
import { openStore, type StoreOptions } from './io/store/open-store.ts';
import { acquireStoreLock } from './io/store/store-lock.ts';
import { verifyStore } from './io/store/verify-store.ts';
import { applyHeapFlags } from './io/v8-heap-flags.ts';

const VERSION: string = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version;

/** How often deliveries are looked at whose next try has come; new alerts are sent at once. */
const DELIVERY_TICK_MS = 1000;
/** At a stop, messages under way have so long to be answered. */
const SHUTDOWN_GRACE_MS = 4000;
/** Tries to reach Discord at the start before the program gives up. */
const MAX_CONNECT_ATTEMPTS = 5;

/** How often it is looked whether a server's morning, or the day of a law, has come. */
const CALENDAR_TICK_MS = 5 * 60_000;

export interface BotOptions {
  config: Config;
  catalog: Catalog;
  log: Log;
  /** What is polled; all of the catalog when left out. The sandbox answers about everything and polls its own platform. */
  polledCatalog?: Catalog;
  now?: Now;
  /** Least time between two requests to one host, where the fetcher's own pace is not wanted. */
  fetchSpacingMs?: number;
  /** Discord will not have the bot back: the program should end with this. */
  onFatalError?(refusal: DiscordFatalError): void;
}

export interface Bot {
  readModel: ReadModel;
  rounds: Poller;
  gateway: Gateway;
  close(): Promise<void>;
}

/**
 * Connects to Discord and begins to watch.
 * @throws DiscordFatalError, StoreError or WeightsError with one clear line.
 */
export async function startBot({
  config,
  catalog,
  log,
  polledCatalog: watched = catalog,
  now = systemClock,
  fetchSpacingMs,
  onFatalError: onRefused,
}: BotOptions): Promise<Bot> {
  const token = config.discordToken;
  if (token === undefined) throw new DiscordFatalError('bad-token', 'DISCORD_TOKEN is not set.');
  applyHeapFlags();
  verifyClauseReader();
  loadNewsModel();

  const closers: (() => Promise<void>)[] = [];
  let stopping = false;
  const close = async () => {
    stopping = true;
    await closeAll(closers, log);
  };
  const pollLog = muteAfterStop(log, () => !stopping);
  try {
    const store = await openVerifiedStore(config.storeUrl, { log, now }, closers);
    const fetcher = openFetcher(config, fetchSpacingMs);
    closers.push(() => fetcher.close());
    const reader = createAnalysisWorker(catalog);
    closers.push(() => reader.close());
    const pictures = createPictureRenderer({ log });
    closers.push(() => pictures.close());
    const places = createGuildDirectory();
    const courier = createCourier({
      token,
      api: config.discordApi,
      userAgentAppendix: `Clausewatch/${VERSION}`,
      draw: pictures.draw,
    });
    const archive: ReadModel = { catalog, store, delivery: () => dispatch.progress() };
    const dispatch = createDispatch({
      readModel: archive,
      courier,
      guildDirectory: places,
      log,
      now,
      random: Math.random,
      elapsedMs: () => performance.now(),
      onUnauthorised: () => onRefused?.(invalidTokenError()),
    });
    const hear = (event: GuildEvent) => {
      dispatch
        .handleGuildEvent(event)
        .catch((error) => log.error('a change of a server was not taken in', { err: error }));
    };
    const desk = createSubscriptionService(archive, courier, now, (guildId) =>
      hear({ kind: 'rights-changed', guildId }),
    );
    const poller = openRounds({
      readModel: archive,
      polledCatalog: watched,
      fetcher,
      reader,
      config,
      log: pollLog,
      now,
      dispatch,
      closers,
    });

    // Members who ask should not wait for it. A store that takes nothing for now has said so, and it is tried again when somebody asks.
    await store.ready().catch(() => {});
    const gateway = await connectWithRetry({
      token,
      api: config.discordApi,
      log,
      guildDirectory: places,
      onGuildEvent: hear,
      onInteraction: createInteractionHandler(
        commands,
        (language) => ({ readModel: archive, subscriptionService: desk, now: now(), t: translatorFor(language) }),
        log,
        pictures.draw,
      ),
      onFatalError: (refusal) => onRefused?.(refusal),
    });
    closers.push(() => gateway.close());

    startDelivery(dispatch, courier, log, closers);
    startSchedules(poller, archive, reader, config, pollLog, now, closers);
    return { readModel: archive, rounds: poller, gateway, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Looks that a stop cuts off fail, which is nothing to be told: the next start makes up for them. */
function muteAfterStop(log: Log, running: () => boolean): Log {
  const at =
    (level: keyof Log): Log[keyof Log] =>
    (message, fields) => {
      if (running()) log[level](message, fields);
    };
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

/** What was opened last is closed first; one that cannot be closed keeps no other open. */
async function closeAll(closers: (() => Promise<void>)[], log: Log): Promise<void> {
  for (const closer of closers.splice(0).reverse()) {
    await closer().catch((error) => log.error('something could not be closed', { err: error }));
  }
}

/** Nothing is told from a store that another bot runs on, or that is damaged. */
async function openVerifiedStore(url: string, options: StoreOptions, closers: (() => Promise<void>)[]): Promise<Store> {
  const giveBack = acquireStoreLock(url);
  closers.push(async () => giveBack());
  await verifyStore(url);
  const store = openStore(url, options);
  closers.push(() => store.close());
  return store;
}

/** The same rounds without Discord, for `clausewatch poll --once`: alerts wait in the outbox for the bot. */
export function openStandalonePoller({ config, catalog, log, now = systemClock, fetchSpacingMs }: BotOptions): {
  rounds: Poller;
  close(): Promise<void>;
} {
  const store = openStore(config.storeUrl, { log, now });
  const fetcher = openFetcher(config, fetchSpacingMs);
  const reader = createAnalysisWorker(catalog);
  const archive = { catalog, store };
  const poller = openRounds({
    readModel: archive,
    polledCatalog: catalog,
    fetcher,
    reader,
    config,
    log,
    now,
    closers: [],
  });
  return {
    rounds: poller,
    async close() {
      await fetcher.close();
      await reader.close();
      await store.close();
    },
  };
}

/** What `clausewatch check --live` tries sources with: the bot's own way to them, and no store. */
export function openSourceCheck(
  config: Config,
  clauseReader: ClauseReader,
): SourceCheckDeps & { close(): Promise<void> } {
  const fetcher = openFetcher(config);
  return { fetcher, parsePdf: createPdfParser(), parseFeed, clauseReader, close: () => fetcher.close() };
}

interface RoundsDependencies {
  readModel: ReadModel;
  polledCatalog: Catalog;
  fetcher: ClosableFetcher;
  reader: AnalysisWorker;
  config: Config;
  log: Log;
  now: Now;
  /** Absent: alerts wait in the outbox. */
  dispatch?: Dispatch;
  closers: (() => Promise<void>)[];
}

function openRounds({
  readModel: archive,
  polledCatalog: watched,
  fetcher,
  reader,
  config,
  log,
  now,
  dispatch,
  closers,
}: RoundsDependencies): Poller {
  const { store } = archive;
  return createPoller({
    readModel: archive,
    documents: watched.platforms.flatMap(({ documents }) => documents),
    feeds: allFeeds(watched),
    platforms: watched.platforms,
    documentPoll: {
      store,
      fetcher,
      reader,
      log,
      now,
      confirmAfterSeconds: config.confirmAfterSeconds,
    },
    signalPoll: {
      store,
      fetcher,
      reader,
      log,
      now,
      confirmAfterSeconds: config.confirmAfterSeconds,
    },
    feedPoll: { store, fetcher, reader, log, now },
    dispatch,
    runAfter(seconds, job) {
      const timer = setTimeout(() => {
        job().catch((error) => log.error('the second look failed', { err: error }));
      }, seconds * 1000);
      closers.push(async () => clearTimeout(timer));
    },
  });
}

function openFetcher(config: Config, spacingMs?: number): ClosableFetcher {
  return createFetcher({
    ...(spacingMs === undefined ? {} : { spacingMs }),
    userAgent: `Clausewatch/${VERSION}${config.publicUrl ? ` (+${config.publicUrl})` : ''}`,
    allowPrivateHosts: config.allowPrivateHosts,
  });
}

/** Reaches Discord, with patience where it is only busy, and without where it refuses. */
async function connectWithRetry(options: Parameters<typeof connectGateway>[0]): Promise<Gateway> {
  for (let attempt = 1; ; attempt++) {
    try {
      await registerCommands(options, commandData);
      return await connectGateway(options);
    } catch (error) {
      const isTransient =
        error instanceof DiscordFatalError && (error.code === 'unreachable' || error.code === 'no-answer');
      if (!isTransient || attempt === MAX_CONNECT_ATTEMPTS) throw error;
      options.log.warn(`${error.message} Trying again.`);
      await sleep(1000 * 2 ** attempt);
    }
  }
}

/** What was left in the outbox goes first. At a stop, nothing more is begun, and nothing is left half done. */
function startDelivery(dispatch: Dispatch, courier: Courier, log: Log, closers: (() => Promise<void>)[]): void {
  const failed = (error: unknown) => log.error('delivery failed', { err: error });
  dispatch.deliver().catch(failed);
  const tick = setInterval(() => dispatch.tick().catch(failed), DELIVERY_TICK_MS);
  closers.push(async () => {
    clearInterval(tick);
    const giveUp = setTimeout(() => courier.abort(), SHUTDOWN_GRACE_MS);
    await dispatch.stop();
    clearTimeout(giveUp);
  });
}

/** A first look follows at once, and others by the schedule; beside them what is known is read anew. */
function startSchedules(
  rounds: Poller,
  readModel: ReadModel,
  reader: AnalysisWorker,
  config: Config,
  log: Log,
  now: Now,
  closers: (() => Promise<void>)[],
): void {
  const run = (name: string, job: () => Promise<unknown>) => {
    job().catch((error) => log.error(`${name} failed`, { err: error }));
  };
  const policy = scheduleJob(
    'the look at documents and signals',
    config.policyCron,
    async () => void (await Promise.all([rounds.pollDocuments(), rounds.pollSignals()])),
    log,
  );
  const news = scheduleJob('the look at feeds', config.newsCron, async () => void (await rounds.pollFeeds()), log);
  const digests = scheduleJob('the digests', config.digestCron, () => rounds.runCalendarJobs({ scheduled: true }), log);
  const calendar = setInterval(() => run('the look at the calendar', rounds.runCalendarJobs), CALENDAR_TICK_MS);
  closers.push(async () => {
    clearInterval(calendar);
    await Promise.all([policy.stop(), news.stop(), digests.stop()]);
  });
  run('the first look at documents', rounds.pollDocuments);
  run('the first look at signals', rounds.pollSignals);
  run('the first look at feeds', rounds.pollFeeds);
  run('the first look at the calendar', rounds.runCalendarJobs);
  run('reading texts anew', () => refreshStances({ ...readModel, reader, clauseReader: loadClauseReader() }));
  run('getting ready to search', () => warmUpSearch(readModel, now()));
}

const systemClock: Now = () => new Date();
