/** Starts everything: the only file that knows which technology stands behind each port. */
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { commandData, commands } from '../commands/index.ts';
import { subscriptionDesk } from './app/notify/subscription-service.ts';
import { type Archive, feedsOf } from './app/ask/read-model.ts';
import { prepareSearch } from './app/ask/search.ts';
import { createDispatch, type Dispatch } from './app/deliver/dispatch.ts';
import type { Now } from './app/ports/clock.ts';
import type { Courier, PlaceEvent } from './app/ports/courier.ts';
import type { Log } from './app/ports/log.ts';
import type { Store } from './app/ports/store.ts';
import { refreshStances } from './app/watch/refresh-stances.ts';
import { createRounds, type Rounds } from './app/watch/poller.ts';
import type { SourceReaders } from './app/watch/check-sources.ts';
import { sayIn } from './app/words/translator.ts';
import type { Config } from './config.ts';
import type { ClauseReader } from './core/judge/clause-reader.ts';
import type { Catalog } from './domain/catalog.ts';
import { checkClauseReader, clauseReaderFrom } from './io/load-clause-reader.ts';
import { connectGateway, type Gateway } from './io/discord/gateway.ts';
import { interactionHandler } from './io/discord/interaction-handler.ts';
import { createPlaceBook } from './io/discord/guild-directory.ts';
import { badToken, DiscordRefusal } from './io/discord/fatal-error.ts';
import { registerCommands } from './io/discord/register-commands.ts';
import { createSender } from './io/discord/courier.ts';
import { parseFeed } from './io/feed.ts';
import type { ClosableFetcher } from './io/fetch/fetcher.ts';
import { createFetcher } from './io/fetch/fetcher.ts';
import { useLittleMemory } from './io/v8-heap-flags.ts';
import { newsModelFrom } from './io/load-news-model.ts';
import { createPdfReader } from './io/pdf.ts';
import { createPictures } from './io/pictures/picture-renderer.ts';
import { createReadingThread, type ReadingThread } from './io/analysis-worker.ts';
import { runOnSchedule } from './io/schedule.ts';
import { checkStore } from './io/store/verify-store.ts';
import { claimStore } from './io/store/store-lock.ts';
import { openStore, type StoreOptions } from './io/store/open-store.ts';

const VERSION: string = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version;

/** How often deliveries are looked at whose next try has come; new alerts are sent at once. */
const DELIVERY_TICK_MS = 1000;
/** At a stop, messages under way have so long to be answered. */
const LAST_ANSWERS_MS = 4000;
/** Tries to reach Discord at the start before the program gives up. */
const CONNECT_ATTEMPTS = 5;

/** How often it is looked whether a server's morning, or the day of a law, has come. */
const CALENDAR_TICK_MS = 5 * 60_000;

export interface BotOptions {
  config: Config;
  catalog: Catalog;
  log: Log;
  /** What is polled; all of the catalog when left out. The sandbox answers about everything and polls its own platform. */
  watched?: Catalog;
  now?: Now;
  /** Least time between two requests to one host, where the fetcher's own pace is not wanted. */
  fetchSpacingMs?: number;
  /** Discord will not have the bot back: the program should end with this. */
  onRefused?(refusal: DiscordRefusal): void;
}

export interface Bot {
  archive: Archive;
  rounds: Rounds;
  gateway: Gateway;
  close(): Promise<void>;
}

/**
 * Connects to Discord and begins to watch.
 * @throws DiscordRefusal, StoreError or WeightsError with one clear line.
 */
export async function startBot({
  config,
  catalog,
  log,
  watched = catalog,
  now = systemClock,
  fetchSpacingMs,
  onRefused,
}: BotOptions): Promise<Bot> {
  const token = config.discordToken;
  if (token === undefined) throw new DiscordRefusal('bad-token', 'DISCORD_TOKEN is not set.');
  useLittleMemory();
  checkClauseReader();
  newsModelFrom();

  const closers: (() => Promise<void>)[] = [];
  let stopping = false;
  const close = async () => {
    stopping = true;
    await closeAll(closers, log);
  };
  const lookLog = whileRunning(log, () => !stopping);
  try {
    const store = await openWholeStore(config.storeUrl, { log, now }, closers);
    const fetcher = openFetcher(config, fetchSpacingMs);
    closers.push(() => fetcher.close());
    const reader = createReadingThread(catalog);
    closers.push(() => reader.close());
    const pictures = createPictures({ log });
    closers.push(() => pictures.close());
    const places = createPlaceBook();
    const courier = createSender({
      token,
      api: config.discordApi,
      userAgentAppendix: `Clausewatch/${VERSION}`,
      draw: pictures.draw,
    });
    const archive: Archive = { catalog, store, delivery: () => dispatch.progress() };
    const dispatch = createDispatch({
      archive,
      courier,
      places,
      log,
      now,
      random: Math.random,
      elapsedMs: () => performance.now(),
      onUnauthorised: () => onRefused?.(badToken()),
    });
    const hear = (event: PlaceEvent) => {
      dispatch.hear(event).catch((error) => log.error('a change of a server was not taken in', { err: error }));
    };
    const desk = subscriptionDesk(archive, courier, now, (guildId) => hear({ kind: 'rights-changed', guildId }));
    const rounds = openRounds({ archive, watched, fetcher, reader, config, log: lookLog, now, dispatch, closers });

    // Members who ask should not wait for it. A store that takes nothing for now has said so, and it is tried again when somebody asks.
    await store.ready().catch(() => {});
    const gateway = await connect({
      token,
      api: config.discordApi,
      log,
      places,
      onPlace: hear,
      onInteraction: interactionHandler(
        commands,
        (language) => ({ archive, desk, now: now(), say: sayIn(language) }),
        log,
        pictures.draw,
      ),
      onRefused: (refusal) => onRefused?.(refusal),
    });
    closers.push(() => gateway.close());

    beginDelivery(dispatch, courier, log, closers);
    beginRounds(rounds, archive, reader, config, lookLog, now, closers);
    return { archive, rounds, gateway, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Looks that a stop cuts off fail, which is nothing to be told: the next start makes up for them. */
function whileRunning(log: Log, running: () => boolean): Log {
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
async function openWholeStore(url: string, options: StoreOptions, closers: (() => Promise<void>)[]): Promise<Store> {
  const giveBack = claimStore(url);
  closers.push(async () => giveBack());
  await checkStore(url);
  const store = openStore(url, options);
  closers.push(() => store.close());
  return store;
}

/** The same rounds without Discord, for `clausewatch poll --once`: alerts wait in the outbox for the bot. */
export function openPoll({ config, catalog, log, now = systemClock, fetchSpacingMs }: BotOptions): {
  rounds: Rounds;
  close(): Promise<void>;
} {
  const store = openStore(config.storeUrl, { log, now });
  const fetcher = openFetcher(config, fetchSpacingMs);
  const reader = createReadingThread(catalog);
  const archive = { catalog, store };
  const rounds = openRounds({ archive, watched: catalog, fetcher, reader, config, log, now, closers: [] });
  return {
    rounds,
    async close() {
      await fetcher.close();
      await reader.close();
      await store.close();
    },
  };
}

/** What `clausewatch check --live` tries sources with: the bot's own way to them, and no store. */
export function openReaders(config: Config, clauseReader: ClauseReader): SourceReaders & { close(): Promise<void> } {
  const fetcher = openFetcher(config);
  return { fetcher, readPdf: createPdfReader(), parseFeed, clauseReader, close: () => fetcher.close() };
}

interface RoundParts {
  archive: Archive;
  watched: Catalog;
  fetcher: ClosableFetcher;
  reader: ReadingThread;
  config: Config;
  log: Log;
  now: Now;
  /** Absent: alerts wait in the outbox. */
  dispatch?: Dispatch;
  closers: (() => Promise<void>)[];
}

function openRounds({ archive, watched, fetcher, reader, config, log, now, dispatch, closers }: RoundParts): Rounds {
  const { store } = archive;
  return createRounds({
    archive,
    documents: watched.platforms.flatMap(({ documents }) => documents),
    feeds: feedsOf(watched),
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
    later(seconds, job) {
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
async function connect(options: Parameters<typeof connectGateway>[0]): Promise<Gateway> {
  for (let attempt = 1; ; attempt++) {
    try {
      await registerCommands(options, commandData);
      return await connectGateway(options);
    } catch (error) {
      const passing = error instanceof DiscordRefusal && (error.code === 'unreachable' || error.code === 'no-answer');
      if (!passing || attempt === CONNECT_ATTEMPTS) throw error;
      options.log.warn(`${error.message} Trying again.`);
      await sleep(1000 * 2 ** attempt);
    }
  }
}

/** What was left in the outbox goes first. At a stop, nothing more is begun, and nothing is left half done. */
function beginDelivery(dispatch: Dispatch, courier: Courier, log: Log, closers: (() => Promise<void>)[]): void {
  const failed = (error: unknown) => log.error('delivery failed', { err: error });
  dispatch.deliver().catch(failed);
  const tick = setInterval(() => dispatch.tick().catch(failed), DELIVERY_TICK_MS);
  closers.push(async () => {
    clearInterval(tick);
    const giveUp = setTimeout(() => courier.abort(), LAST_ANSWERS_MS);
    await dispatch.stop();
    clearTimeout(giveUp);
  });
}

/** A first look follows at once, and others by the schedule; beside them what is known is read anew. */
function beginRounds(
  rounds: Rounds,
  archive: Archive,
  reader: ReadingThread,
  config: Config,
  log: Log,
  now: Now,
  closers: (() => Promise<void>)[],
): void {
  const run = (name: string, job: () => Promise<unknown>) => {
    job().catch((error) => log.error(`${name} failed`, { err: error }));
  };
  const policy = runOnSchedule(
    'the look at documents and signals',
    config.policyCron,
    async () => void (await Promise.all([rounds.lookAtDocuments(), rounds.lookAtSignals()])),
    log,
  );
  const news = runOnSchedule('the look at feeds', config.newsCron, async () => void (await rounds.lookAtFeeds()), log);
  const digests = runOnSchedule(
    'the digests',
    config.digestCron,
    () => rounds.lookAtCalendar({ scheduled: true }),
    log,
  );
  const calendar = setInterval(() => run('the look at the calendar', rounds.lookAtCalendar), CALENDAR_TICK_MS);
  closers.push(async () => {
    clearInterval(calendar);
    await Promise.all([policy.stop(), news.stop(), digests.stop()]);
  });
  run('the first look at documents', rounds.lookAtDocuments);
  run('the first look at signals', rounds.lookAtSignals);
  run('the first look at feeds', rounds.lookAtFeeds);
  run('the first look at the calendar', rounds.lookAtCalendar);
  run('reading texts anew', () => refreshStances({ ...archive, reader, clauseReader: clauseReaderFrom() }));
  run('getting ready to search', () => prepareSearch(archive, now()));
}

const systemClock: Now = () => new Date();
