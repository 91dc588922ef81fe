/** The whole bot against the loopback Discord, with a forum: from the command to the post, and when the forum changes. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { type LoopbackDiscord, startLoopbackDiscord } from '../../sandbox/discord/loopback-discord.ts';
import { recordStory } from '../../src/app/record/record-document.ts';
import { type Bot, startBot } from '../../src/main.ts';
import { configFor } from '../helpers/config.ts';
import { anItem, clockAt, listeningLog } from '../helpers/world.ts';

describe('alerts in a forum', () => {
  let discord: LoopbackDiscord;
  let bot: Bot;
  const clock = clockAt('2026-05-02T10:00:00.000Z');

  beforeEach(async () => {
    discord = await startLoopbackDiscord();
    const config = configFor(discord);
    bot = await startBot({
      config,
      catalog: { platforms: [], feeds: [], regulation: [], crawlers: [] },
      log: listeningLog(),
      now: clock.now,
    });
  });
  afterEach(async () => {
    await bot.close();
    await discord.close();
  });

  async function tell(id: string): Promise<void> {
    const firstSeen = clock.now().toISOString();
    const story = {
      ...{ id, platforms: [], topics: ['training' as const], kind: 'policy-change' as const, firstSeen },
      label: 'alert' as const,
      items: [anItem({ title: `Story ${id}` })],
    };
    await recordStory(bot.readModel.store, story, true, firstSeen);
    await bot.rounds.deliver();
  }
  const postsOf = (channelId: string) => discord.posts(channelId).map(({ name, tags }) => ({ name, tags }));

  it('are wished by tags that Discord suggests, tried out, and posted with them', async () => {
    const { id: channel } = discord.addChannel('policy', 'forum', { tags: ['Terms', 'News'] });
    const command = 'alerts add';
    const choices = await discord.autocomplete({ command, options: { channel, tags: 'ne' }, focused: 'tags' });
    assert.deepEqual(
      choices.map(({ name }) => name),
      ['News'],
    );
    const answer = await discord.ask({ command, options: { channel, tags: String(choices[0]?.value) } });
    assert.match(answer.embeds[0]?.description ?? '', /1 tag/);
    await discord.ask({ command: 'alerts test', options: { channel } });
    await tell('one');
    assert.deepEqual(postsOf(channel), [
      { name: 'This is a test', tags: ['News'] },
      { name: 'Story one', tags: ['News'] },
    ]);
  });

  it('are refused where the bot may make no posts, in the words of Discord’s settings', async () => {
    const { id: channel } = discord.addChannel('policy', 'media');
    discord.trouble.deny(channel, 'SEND_MESSAGES');
    const answer = await discord.ask({ command: 'alerts add', options: { channel } });
    assert.match(answer.embeds[0]?.description ?? '', /Create Posts/);
  });

  it('wait when the forum begins to want tags, and come when somebody names one', async () => {
    const { id: channel } = discord.addChannel('policy', 'forum', { tags: ['Terms'] });
    await discord.ask({ command: 'alerts add', options: { channel } });
    discord.trouble.changeForum(channel, { tags: ['Terms'], tagRequired: true });
    await tell('one');
    assert.deepEqual(postsOf(channel), []);
    const [notice] = discord.messages(discord.channel('platform-news').id);
    assert.match(notice?.embeds[0]?.description ?? '', /A tag is required/);

    const [held] = await bot.readModel.store.subscriptions.listByChannel(channel);
    const posted = discord.events.until(
      (event) => event.type === 'message' && discord.world.threads.has(event.message.channel_id),
    );
    await discord.ask({ command: 'alerts edit', options: { alert: held?.id ?? '', tags: 'terms' } });
    await posted;
    assert.deepEqual(postsOf(channel), [{ name: 'Story one', tags: ['Terms'] }]);
  });
});
