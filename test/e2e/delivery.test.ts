/** The whole bot against the loopback Discord while things go wrong: every alert arrives once, as soon as it can. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { type LoopbackDiscord, startLoopbackDiscord } from '../../sandbox/discord/loopback-discord.ts';
import { type Bot, startBot } from '../../src/bot/start-bot.ts';
import type { DiscordFatalError } from '../../src/io/discord/fatal-error.ts';
import { configFor } from '../helpers/config.ts';
import { recordStory } from '../helpers/record-story.ts';
import { anItem, aSubscription, clockAt, recordingLog } from '../helpers/world.ts';

describe('the bot', () => {
  let discord: LoopbackDiscord;
  let bot: Bot;
  let fatalError: Promise<DiscordFatalError>;
  let folder: string;
  const clock = clockAt('2026-05-02T10:00:00.000Z');
  const log = recordingLog();

  beforeEach(async () => {
    discord = await startLoopbackDiscord();
    folder = mkdtempSync(join(tmpdir(), 'clausewatch-delivery-'));
    await start();
  });
  afterEach(async () => {
    await bot.close();
    await discord.close();
    rmSync(folder, { recursive: true });
  });

  async function start(): Promise<void> {
    const config = configFor(discord, { STORE_URL: `sqlite:${join(folder, 'store.db')}` });
    const fatal = Promise.withResolvers<DiscordFatalError>();
    fatalError = fatal.promise;
    const nothing = { platforms: [], feeds: [], regulation: [], crawlers: [] };
    bot = await startBot({
      config,
      catalog: nothing,
      log,
      now: clock.now,
      onFatalError: fatal.resolve,
    });
  }

  const subscribe = (channelId: string, more = {}) =>
    bot.readModel.store.subscriptions.put(
      channelId,
      aSubscription({ id: channelId, channelId, guildId: discord.world.guild.id, ...more }),
    );
  /** Plans a story and delivers what is due. */
  async function deliverStory(id: string): Promise<void> {
    const story = {
      id,
      platforms: [],
      topics: ['training' as const],
      kind: 'policy-change' as const,
      label: 'alert' as const,
      firstSeen: clock.now().toISOString(),
      items: [anItem({ title: `Story ${id}` })],
    };
    await recordStory(bot.readModel.store, story, true, clock.now().toISOString());
    await bot.poller.deliver();
  }
  const titles = (channelId: string) => discord.messages(channelId).map(({ embeds }) => embeds[0]?.title);
  const untilPosted = (channelId: string) =>
    discord.events.until((event) => event.type === 'message' && event.message.channel_id === channelId);
  const troubleOf = async (channelId: string) => (await bot.readModel.store.subscriptions.get(channelId))?.trouble;

  it('tells the admins in another channel when it may not post, and resumes when it may again', async () => {
    const { id } = discord.addChannel('alerts');
    await subscribe(id);
    discord.faults.deny(id, 'EMBED_LINKS');
    await deliverStory('one');
    assert.deepEqual(titles(id), []);
    assert.equal((await troubleOf(id))?.detail, 'Missing Permissions: Embed Links');
    const [notice] = discord.messages(discord.channel('platform-news').id);
    assert.match(notice?.embeds[0]?.description ?? '', /Embed Links/);

    const posted = untilPosted(id);
    discord.faults.restore(id);
    await posted;
    assert.deepEqual(titles(id), ['Story one']);
  });

  it('keeps a guild’s settings when it is removed, and resumes when it is invited again', async () => {
    const { id } = discord.addChannel('alerts');
    await subscribe(id);
    discord.faults.loseServer('kick');
    await until(async () => (await troubleOf(id))?.code === 10004);
    await deliverStory('one');
    assert.deepEqual(titles(id), []);
    const posted = untilPosted(id);
    discord.faults.returnServer();
    await posted;
    assert.deepEqual(titles(id), ['Story one']);
    assert.equal(await troubleOf(id), undefined);
  });

  it('does not mistake an outage for a removal', async () => {
    const { id } = discord.addChannel('alerts');
    await subscribe(id);
    discord.faults.loseServer('outage');
    discord.faults.returnServer();
    await deliverStory('one');
    assert.equal(await troubleOf(id), undefined);
    assert.deepEqual(titles(id), ['Story one']);
  });

  it('starts at once while a guild is in an outage, and keeps its settings', async () => {
    const { id } = discord.addChannel('alerts');
    await subscribe(id);
    await bot.close();
    discord.faults.loseServer('outage');
    await start();
    assert.equal(bot.gateway.servers, 1);
    await deliverStory('one');
    assert.equal(await troubleOf(id), undefined);
  });

  it('notices at the start that a guild removed it meanwhile', async () => {
    const { id } = discord.addChannel('alerts');
    await subscribe(id);
    await bot.close();
    discord.faults.loseServer('kick');
    await start();
    await until(async () => (await troubleOf(id))?.code === 10004);
    assert.equal(bot.gateway.servers, 0);
  });

  it('publishes in an announcement channel', async () => {
    const { id } = discord.addChannel('official', 'announcements');
    await subscribe(id);
    await until(async () => discord.online());
    await deliverStory('one');
    assert.equal((discord.messages(id)[0]?.flags ?? 0) & 1, 1);
  });

  it('writes in the guild’s language by default', async () => {
    const { id } = discord.addChannel('alerts');
    await subscribe(id);
    discord.setLocales({ server: 'fr' });
    await until(async () => {
      await deliverStory(`story ${discord.messages(id).length}`);
      return /Annoncé une seule fois/.test(discord.messages(id).at(-1)?.embeds[0]?.footer?.text ?? '');
    });
  });

  for (const [what, trouble] of [
    ['closes the connection', () => discord.faults.gateway.disconnect(4000)],
    ['asks for a new connection', () => discord.faults.gateway.ask('reconnect')],
    ['forgets the session', () => discord.faults.gateway.ask('identify again')],
  ] as const) {
    it(`delivers and answers after Discord ${what}`, async () => {
      const { id } = discord.addChannel('alerts');
      await subscribe(id);
      trouble();
      await deliverStory('one');
      assert.deepEqual(titles(id), ['Story one']);
      await until(async () => discord.online());
      const answer = await discord.ask({ command: 'help', channelId: discord.channel('general').id });
      assert.ok(answer.embeds[0]?.title);
    });
  }

  it('posts once while answers are lost, Discord fails in bursts and the network is cut', async () => {
    const channels = Array.from({ length: 12 }, (_, i) => discord.addChannel(`alerts-${i}`).id);
    for (const id of channels) await subscribe(id);
    const on = /^POST .*\/messages$/;
    discord.faults.inject({ fault: 'cut', afterEffect: true, times: 4, on });
    discord.faults.inject({ fault: { status: 503 }, times: 4, on });
    discord.faults.inject({ fault: 'cut', times: 2, on });
    discord.faults.inject({ fault: { status: 429, retryAfterSeconds: 1, shared: true }, times: 2, on });
    await deliverStory('one');
    clock.moveSeconds(120);
    await bot.poller.deliver();
    for (const id of channels) assert.deepEqual(titles(id), ['Story one']);
  });

  it('ends with one clear line when its token becomes invalid', async () => {
    const { id } = discord.addChannel('alerts');
    await subscribe(id);
    discord.faults.revokeToken();
    await deliverStory('one');
    assert.equal((await fatalError).code, 'bad-token');
    assert.deepEqual(titles(id), []);
  });
});

/** Polls for something that comes over a connection. */
async function until(isTrue: () => Promise<boolean>): Promise<void> {
  while (!(await isTrue())) await new Promise((resolve) => setTimeout(resolve, 5));
}
