import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { DiscordAPIError, Events, Routes } from 'discord.js';
import { type LoopbackDiscord, startLoopbackDiscord } from '../../sandbox/discord/loopback-discord.ts';
import { type SmallBot, startSmallBot } from './small-bot.ts';

describe('injected faults', () => {
  let discord: LoopbackDiscord;
  let bot: SmallBot;
  before(async () => {
    discord = await startLoopbackDiscord();
    bot = await startSmallBot(discord);
  });
  after(async () => {
    await bot.close();
    await discord.close();
  });
  const say = (content: string) =>
    bot.rest.post(Routes.channelMessages(discord.channel('general').id), { body: { content } });
  const said = () => discord.messages(discord.channel('general').id).map(({ content }) => content);

  test('requests fail with 503 twice, then succeed', async () => {
    discord.faults.inject({ fault: { status: 503 }, times: 2, on: /^POST .*\/messages$/ });
    await assert.rejects(say('one'), { status: 503 });
    await assert.rejects(say('two'), { status: 503 });
    await say('three');
    assert.deepEqual(said(), ['three']);
  });

  test('an answer is lost after its effect', async () => {
    discord.faults.inject({ fault: 'cut', afterEffect: true });
    await assert.rejects(say('lost answer'), (error) => !(error instanceof DiscordAPIError));
    assert.equal(said().at(-1), 'lost answer');
  });

  test('an interaction that was missed while away is replayed after resuming', async () => {
    const resumed = new Promise((resolve) => bot.client.once(Events.ShardResume, resolve));
    discord.faults.gateway.disconnect(4000);
    await resumed;
    assert.equal((await discord.ask({ command: 'echo', options: { words: 'back' } })).content, 'back');
  });

  test('a revoked token closes the gateway for good', async () => {
    const closed = new Promise<number>((resolve) =>
      bot.client.once(Events.ShardDisconnect, ({ code }) => resolve(code)),
    );
    discord.faults.revokeToken();
    assert.equal(await closed, 4004);
    await assert.rejects(say('no more'), { status: 401 });
    await assert.rejects(discord.ask({ command: 'secret' }), { code: 'offline' });
  });
});
