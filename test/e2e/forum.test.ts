/** The whole bot against the loopback Discord, with a forum: from the slash command to the post, and when the forum changes. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { type LoopbackDiscord, startLoopbackDiscord } from '../../sandbox/discord/loopback-discord.ts';
import { type Bot, startBot } from '../../src/bot/start-bot.ts';
import { configFor } from '../helpers/config.ts';
import { recordStory } from '../helpers/record-story.ts';
import { anItem, clockAt, recordingLog } from '../helpers/world.ts';

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
      log: recordingLog(),
      now: clock.now,
    });
  });
  afterEach(async () => {
    await bot.close();
    await discord.close();
  });

  async function deliverStory(id: string): Promise<void> {
    const firstSeen = clock.now().toISOString();
    const story = {
      ...{ id, platforms: [], topics: ['training' as const], kind: 'policy-change' as const, firstSeen },
      label: 'alert' as const,
      items: [anItem({ title: `Story ${id}` })],
    };
    await recordStory(bot.readModel.store, story, true, firstSeen);
    await bot.poller.deliver();
  }
  const postsOf = (channelId: string) => discord.posts(channelId).map(({ name, tags }) => ({ name, tags }));

  it('are subscribed to with suggested tags, tested, and posted with those tags', async () => {
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
    await deliverStory('one');
    assert.deepEqual(postsOf(channel), [
      { name: 'This is a test', tags: ['News'] },
      { name: 'Story one', tags: ['News'] },
    ]);
  });

  it('are refused where the bot may not create posts, in the words of Discord’s settings', async () => {
    const { id: channel } = discord.addChannel('policy', 'media');
    discord.faults.deny(channel, 'SEND_MESSAGES');
    const answer = await discord.ask({ command: 'alerts add', options: { channel } });
    assert.match(answer.embeds[0]?.description ?? '', /Create Posts/);
  });

  it('wait when the forum begins to require tags, and come when somebody chooses one', async () => {
    const { id: channel } = discord.addChannel('policy', 'forum', { tags: ['Terms'] });
    await discord.ask({ command: 'alerts add', options: { channel } });
    discord.faults.changeForum(channel, { tags: ['Terms'], tagRequired: true });
    await deliverStory('one');
    assert.deepEqual(postsOf(channel), []);
    const [notice] = discord.messages(discord.channel('platform-news').id);
    assert.match(notice?.embeds[0]?.description ?? '', /A tag is required/);

    const [suspended] = await bot.readModel.store.subscriptions.listByChannel(channel);
    const posted = discord.events.until(
      (event) => event.type === 'message' && discord.world.threads.has(event.message.channel_id),
    );
    await discord.ask({ command: 'alerts edit', options: { alert: suspended?.id ?? '', tags: 'terms' } });
    await posted;
    assert.deepEqual(postsOf(channel), [{ name: 'Story one', tags: ['Terms'] }]);
  });
});
