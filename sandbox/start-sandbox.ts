/** The bot with a world of its own: a loopback Discord, a fictional web with a story, and a page to watch them with. */
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
  /** Pages of the fictional web, for people. */
  links: { label: string; url: string }[];
  close(): Promise<void>;
}

/**
 * Starts everything but the page. The bot knows the configured catalog and watches the fictional platform alone, so nothing
 * leaves this machine; it works on a copy of the configured store, so nothing fictional stays.
 * @throws UsageError, StoreError or DiscordRefusal with one clear line.
 */
export async function startSandbox(config: Config, log: Log): Promise<Sandbox> {
  const closers: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    const clock = createStoryClock(STORY[0]?.date ?? '');
    const web = await startFictionalWeb();
    closers.push(web.close);
    const discord = await startLoopbackDiscord({ now: clock.now });
    closers.push(discord.close);
    discord.addChannel('ai-policy', 'forum', { tags: ['Terms', 'News', 'Law'] });

    const fictional = await mkdtemp(join(tmpdir(), 'clausewatch-sandbox-'));
    closers.push(() => rm(fictional, { recursive: true, force: true }));
    await writeCatalog(fictional, web.origin);
    const [catalog, watched] = await Promise.all([
      requireCatalog([...config.catalogDirs, fictional]),
      requireCatalog([fictional]),
    ]);

    const bot = await startBot({
      config: {
        ...config,
        discordToken: discord.token,
        discordApi: discord.api,
        storeUrl: await storeForTrial(config.storeUrl),
        confirmAfterSeconds: 0,
        allowPrivateHosts: [new URL(web.origin).host],
      },
      catalog,
      polledCatalog: watched,
      log,
      now: clock.now,
      fetchSpacingMs: 0,
    });
    closers.push(bot.close);
    await askForAlerts(discord);

    const story = await createStoryTeller({ web, clock, rounds: bot.poller, feeds: allFeeds(watched) });
    return { discord, bot, story, links: linksTo(web.origin), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A copy of the configured store, with all that is known of platforms and nothing of the servers that are told. */
async function storeForTrial(storeUrl: string): Promise<string> {
  if (storeUrl === 'sqlite::memory:') return storeUrl;
  const trialUrl = `${storeUrl.replace(/\.db$/, '')}.sandbox.db`;
  copyStore(storeUrl, trialUrl);
  // The copy is made anew at each start: no backup.
  await upgradeStore(trialUrl, { keepsBackup: false });
  const store = openStore(trialUrl);
  try {
    for (const collection of [store.subscriptions, store.servers, store.outbox, store.deliveryLog]) {
      const keys: string[] = [];
      for await (const [key] of collection.entries()) keys.push(key);
      for (const key of keys) await collection.delete(key);
    }
  } finally {
    await store.close();
  }
  return trialUrl;
}

/** What the owner of a server does first, so that a visitor sees alerts without doing anything. */
async function askForAlerts(discord: LoopbackDiscord): Promise<void> {
  const { owner, watchers } = discord.world;
  await discord.ask({
    command: 'alerts add',
    options: { role: watchers.id },
    channelId: discord.channel('platform-news').id,
    member: owner,
  });
}

function linksTo(origin: string): Sandbox['links'] {
  return [
    { label: 'Terms of Use', url: `${origin}/terms` },
    { label: 'Community Guidelines', url: `${origin}/guidelines` },
    ...Object.values(OUTLETS).map(({ name, path }) => ({ label: name, url: origin + path })),
  ];
}
