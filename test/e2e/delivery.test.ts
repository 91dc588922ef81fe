/** The whole bot against the loopback Discord while things go wrong: every alert arrives once, or when it can. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { type LoopbackDiscord, startLoopbackDiscord } from '../../sandbox/discord/loopback-discord.ts';
import { recordStory } from '../../src/app/record/record-document.ts';
import type { DiscordFatalError } from '../../src/io/discord/fatal-error.ts';
import { type Bot, startBot } from '../../src/main.ts';
import { configFor } from '../helpers/config.ts';
import { anItem, aSubscription, clockAt, listeningLog } from '../helpers/world.ts';

describe('the bot', () => {
  let discord: LoopbackDiscord;
  let bot: Bot;
  let refused: Promise<DiscordFatalError>;
  let folder: string;
  const clock = clockAt('2026-05-02T10:00:00.000Z');
  const log = listeningLog();

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
    const refusal = Promise.withResolvers<DiscordFatalError>();
    refused = refusal.promise;
    const nothing = { platforms: [], feeds: [], regulation: [], crawlers: [] };
    bot = await startBot({
      config,
      catalog: nothing,
      log,
      now: clock.now,
      onFatalError: refusal.resolve,
    });
  }

  const subscribe = (channelId: string, more = {}) =>
    bot.readModel.store.subscriptions.put(
      channelId,
      aSubscription({ id: channelId, channelId, guildId: discord.world.guild.id, ...more }),
    );
  /** Plans a story and sends what is due. */
  async function tell(id: string): Promise<void> {
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
    await bot.rounds.deliver();
  }
  const titles = (channelId: string) => discord.messages(channelId).map(({ embeds }) => embeds[0]?.title);
  const untilPosted = (channelId: string) =>
    discord.events.until((event) => event.type === 'message' && event.message.channel_id === channelId);
  const troubleOf = async (channelId: string) => (await bot.readModel.store.subscriptions.get(channelId))?.trouble;

  it('tells the admins in another channel when it may not post, and goes on by itself when it may again', async () => {
    const { id } = discord.addChannel('alerts');
    await subscribe(id);
    discord.trouble.deny(id, 'EMBED_LINKS');
    await tell('one');
    assert.deepEqual(titles(id), []);
    assert.equal((await troubleOf(id))?.detail, 'Missing Permissions: Embed Links');
    const [notice] = discord.messages(discord.channel('platform-news').id);
    assert.match(notice?.embeds[0]?.description ?? '', /Embed Links/);

    const posted = untilPosted(id);
    discord.trouble.restore(id);
    await posted;
    assert.deepEqual(titles(id), ['Story one']);
  });

  it('keeps what a server wants when it is thrown out, and goes on when it is let in again', async () => {
    const { id } = discord.addChannel('alerts');
    await subscribe(id);
    discord.trouble.loseServer('kick');
    await until(async () => (await troubleOf(id))?.code === 10004);
    await tell('one');
    assert.deepEqual(titles(id), []);
    const posted = untilPosted(id);
    discord.trouble.returnServer();
    await posted;
    assert.deepEqual(titles(id), ['Story one']);
    assert.equal(await troubleOf(id), undefined);
  });

  it('takes an outage for no kick', async () => {
    const { id } = discord.addChannel('alerts');
    await subscribe(id);
    discord.trouble.loseServer('outage');
    discord.trouble.returnServer();
    await tell('one');
    assert.equal(await troubleOf(id), undefined);
    assert.deepEqual(titles(id), ['Story one']);
  });

  it('starts at once while a server is away, and keeps what that server wants', async () => {
    const { id } = discord.addChannel('alerts');
    await subscribe(id);
    await bot.close();
    discord.trouble.loseServer('outage');
    await start();
    assert.equal(bot.gateway.servers, 1);
    await tell('one');
    assert.equal(await troubleOf(id), undefined);
  });

  it('notices at its start that a server threw it out meanwhile', async () => {
    const { id } = discord.addChannel('alerts');
    await subscribe(id);
    await bot.close();
    discord.trouble.loseServer('kick');
    await start();
    await until(async () => (await troubleOf(id))?.code === 10004);
    assert.equal(bot.gateway.servers, 0);
  });

  it('publishes in an announcement channel', async () => {
    const { id } = discord.addChannel('official', 'announcements');
    await subscribe(id);
    await until(async () => discord.online());
    await tell('one');
    assert.equal((discord.messages(id)[0]?.flags ?? 0) & 1, 1);
  });

  it('speaks the language of the server where nobody said otherwise', async () => {
    const { id } = discord.addChannel('alerts');
    await subscribe(id);
    discord.speak({ server: 'fr' });
    await until(async () => {
      await tell(`story ${discord.messages(id).length}`);
      return /Annoncé une seule fois/.test(discord.messages(id).at(-1)?.embeds[0]?.footer?.text ?? '');
    });
  });

  for (const [what, trouble] of [
    ['closes the connection', () => discord.trouble.gateway.disconnect(4000)],
    ['asks for a new connection', () => discord.trouble.gateway.ask('reconnect')],
    ['forgets the session', () => discord.trouble.gateway.ask('identify again')],
  ] as const) {
    it(`delivers and answers also after Discord ${what}`, async () => {
      const { id } = discord.addChannel('alerts');
      await subscribe(id);
      trouble();
      await tell('one');
      assert.deepEqual(titles(id), ['Story one']);
      await until(async () => discord.online());
      const answer = await discord.ask({ command: 'help', channelId: discord.channel('general').id });
      assert.ok(answer.embeds[0]?.title);
    });
  }

  it('posts once where answers are lost, Discord fails in bursts and the network is cut', async () => {
    const channels = Array.from({ length: 12 }, (_, i) => discord.addChannel(`alerts-${i}`).id);
    for (const id of channels) await subscribe(id);
    const on = /^POST .*\/messages$/;
    discord.trouble.order({ trouble: 'cut', afterEffect: true, times: 4, on });
    discord.trouble.order({ trouble: { status: 503 }, times: 4, on });
    discord.trouble.order({ trouble: 'cut', times: 2, on });
    discord.trouble.order({ trouble: { status: 429, retryAfterSeconds: 1, shared: true }, times: 2, on });
    await tell('one');
    clock.moveSeconds(120);
    await bot.rounds.deliver();
    for (const id of channels) assert.deepEqual(titles(id), ['Story one']);
  });

  it('ends with one clear line when its token is worth nothing any more', async () => {
    const { id } = discord.addChannel('alerts');
    await subscribe(id);
    discord.trouble.revokeToken();
    await tell('one');
    assert.equal((await refused).code, 'bad-token');
    assert.deepEqual(titles(id), []);
  });
});

/** Waits for something that comes over a connection. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 5));
}
