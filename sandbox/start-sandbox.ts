/** Starts the sandbox: the real bot with a loopback Discord and a fictional web whose story advances day by day. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allFeeds } from '../src/app/ask/read-model.ts';
import type { Log } from '../src/app/ports/log.ts';
import type { Config } from '../src/bot/config.ts';
import { requireCatalog } from '../src/bot/setup.ts';
import { type Bot, startBot } from '../src/bot/start-bot.ts';
import { copyStore } from '../src/io/store/copy-store.ts';
import { openStore } from '../src/io/store/open-store.ts';
import { upgradeStore } from '../src/io/store/upgrade-store.ts';
import { type LoopbackDiscord, startLoopbackDiscord } from './discord/loopback-discord.ts';
import { writeCatalog } from './platform/catalog.ts';
import { OUTLETS } from './platform/outlets.ts';
import { startFictionalWeb } from './platform/server.ts';
import { STORY } from './platform/story.ts';
import { createStoryClock } from './story-clock.ts';
import { createStoryTeller, type StoryTeller } from './story-teller.ts';

export interface Sandbox {
  discord: LoopbackDiscord;
  bot: Bot;
  story: StoryTeller;
  /** Pages of the fictional web. */
  links: { label: string; url: string }[];
  close(): Promise<void>;
}

/**
 * Starts everything but the chat page. The bot knows the configured catalog but polls the fictional platform alone, so nothing
 * leaves this machine. It works on a copy of the configured store, so nothing fictional is kept.
 * @throws UsageError, StoreError or DiscordFatalError with a one-line message
 */
export async function startSandbox(config: Config, log: Log): Promise<Sandbox> {
  await using resources = new AsyncDisposableStack();
  const clock = createStoryClock(STORY[0]?.date ?? '');
  const web = resources.adopt(await startFictionalWeb(), (started) => started.close());
  const discord = resources.adopt(await startLoopbackDiscord({ now: clock.now }), (started) => started.close());
  discord.addChannel('ai-policy', 'forum', { tags: ['Terms', 'News', 'Law'] });

  const fictionalDir = resources.adopt(await mkdtemp(join(tmpdir(), 'clausewatch-sandbox-')), (dir) =>
    rm(dir, { recursive: true, force: true }),
  );
  await writeCatalog(fictionalDir, web.origin);
  const [catalog, polledCatalog] = await Promise.all([
    requireCatalog([...config.catalogDirs, fictionalDir]),
    requireCatalog([fictionalDir]),
  ]);

  const started = await startBot({
    config: {
      ...config,
      discordToken: discord.token,
      discordApi: discord.api,
      storeUrl: await createSandboxStore(config.storeUrl),
      confirmAfterSeconds: 0,
      allowPrivateHosts: [new URL(web.origin).host],
    },
    catalog,
    polledCatalog,
    log,
    now: clock.now,
    fetchSpacingMs: 0,
  });
  const bot = resources.adopt(started, (running) => running.close());
  await subscribeNewsChannel(discord);

  const story = await createStoryTeller({ web, clock, poller: bot.poller, feeds: allFeeds(polledCatalog) });
  const running = resources.move();
  return { discord, bot, story, links: fictionalLinks(web.origin), close: () => running.disposeAsync() };
}

/** Copies the configured store without its subscriptions, servers and deliveries. @returns the URL of the copy. */
async function createSandboxStore(storeUrl: string): Promise<string> {
  if (storeUrl === 'sqlite::memory:') return storeUrl;
  const sandboxUrl = `${storeUrl.replace(/\.db$/, '')}.sandbox.db`;
  copyStore(storeUrl, sandboxUrl);
  // The copy is replaced at each start, so it needs no backup.
  await upgradeStore(sandboxUrl, { keepsBackup: false });
  const store = openStore(sandboxUrl);
  try {
    for (const collection of [store.subscriptions, store.servers, store.outbox, store.deliveryLog]) {
      const keys: string[] = [];
      for await (const [key] of collection.entries()) keys.push(key);
      for (const key of keys) await collection.delete(key);
    }
  } finally {
    await store.close();
  }
  return sandboxUrl;
}

/** Adds a subscription as the owner, so that a visitor sees alerts without doing anything. */
async function subscribeNewsChannel(discord: LoopbackDiscord): Promise<void> {
  const { owner, watchers } = discord.world;
  await discord.ask({
    command: 'alerts add',
    options: { role: watchers.id },
    channelId: discord.channel('platform-news').id,
    member: owner,
  });
}

function fictionalLinks(origin: string): Sandbox['links'] {
  return [
    { label: 'Terms of Use', url: `${origin}/terms` },
    { label: 'Community Guidelines', url: `${origin}/guidelines` },
    ...Object.values(OUTLETS).map(({ name, path }) => ({ label: name, url: origin + path })),
  ];
}
