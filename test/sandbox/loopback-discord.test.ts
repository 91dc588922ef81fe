import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Routes } from 'discord.js';
import { type LoopbackDiscord, startLoopbackDiscord } from '../../sandbox/discord/loopback-discord.ts';
import { type SmallBot, startSmallBot } from './small-bot.ts';

describe('the loopback Discord, with the real client', () => {
  let discord: LoopbackDiscord;
  let bot: SmallBot;
  before(async () => {
    discord = await startLoopbackDiscord({ answerWithinMs: 300 });
    bot = await startSmallBot(discord);
  });
  after(async () => {
    await bot.close();
    await discord.close();
  });

  test('a client logs in and sees the server with its channels and roles', () => {
    const guild = bot.client.guilds.cache.first();
    assert.equal(guild?.name, 'The Rehearsal Room');
    assert.deepEqual(
      guild.channels.cache.map(({ name }) => name),
      ['platform-news', 'general'],
    );
    assert.equal(bot.client.user?.tag, 'Clausewatch#0001');
  });

  test('ids have 17 to 19 digits and sort by time', () => {
    const ids = [discord.world.guild.id, discord.channel('general').id, discord.world.nextId()];
    for (const id of ids) assert.match(id, /^\d{17,19}$/);
    assert.deepEqual([...ids].sort(), ids);
  });

  test('a slash command is asked and answered', async () => {
    const answer = await discord.ask({ command: 'echo', options: { words: 'hello' } });
    assert.equal(answer.content, 'hello');
    assert.equal(answer.interaction_metadata?.name, 'echo');
    assert.equal(discord.messages(answer.channel_id).at(-1)?.id, answer.id);
  });

  test('a channel that was picked arrives as a channel', async () => {
    const options = { words: 'hello', channel: discord.channel('general').id };
    assert.equal((await discord.ask({ command: 'echo', options })).content, 'hello in general');
  });

  test('yes and no arrive as such, and text no longer than the bot asked for', async () => {
    const echo = async (options: Record<string, string>) =>
      (await discord.ask({ command: 'echo', options: { words: 'hello', ...options } })).content;
    assert.equal(await echo({ twice: 'true', mark: '!!!' }), 'hello hello!!!');
    assert.equal(await echo({ twice: 'false' }), 'hello');
    await assert.rejects(echo({ mark: '!!!!' }), { code: 'bad-option' });
  });

  test('an option that is being typed brings suggestions', async () => {
    const choices = await discord.autocomplete({ command: 'echo', options: { words: 'he' }, focused: 'words' });
    assert.deepEqual(choices, [{ name: 'he!', value: 'he' }]);
  });

  test('an answer for one member is in no channel; the follow-up is', async () => {
    const followUp = discord.events.until((event) => event.type === 'message' && event.onlyFor === undefined);
    const answer = await discord.ask({ command: 'secret', channelId: discord.channel('general').id });
    assert.equal(answer.flags & 64, 64);
    await followUp;
    assert.deepEqual(
      discord.messages(discord.channel('general').id).map(({ content }) => content),
      ['for everybody'],
    );
  });

  test('a command in the menu of a message gets that message whole, and answers the one who picked it', async () => {
    const { channel_id, id } = discord.say(discord.channel('general').id, 'look: https://example.com');
    const answer = await discord.pick(id, 'Read it back');
    assert.equal(answer.content, `${discord.world.you.user.username}: look: https://example.com`);
    assert.equal(answer.flags & 64, 64);
    assert.equal(answer.type, 23);
    assert.equal(answer.interaction_metadata?.target_message_id, id);
    assert.equal(discord.messages(channel_id).at(-1)?.id, id);
    await assert.rejects(discord.pick(id, 'echo'), { code: 'unknown-command' });
    await assert.rejects(discord.ask({ command: 'Read it back' }), { code: 'unknown-command' });
    await assert.rejects(discord.pick(answer.id, 'Read it back'), /Unknown Message/);
  });

  test('an answer that was put off is waited for', async () => {
    const answer = await discord.ask({ command: 'slow' });
    assert.equal(answer.content, 'done thinking');
    assert.equal(answer.flags, 0);
  });

  test('a button changes its message', async () => {
    const message = await discord.ask({ command: 'count' });
    const pressed = await discord.press(message.id, '0');
    assert.equal(pressed.id, message.id);
    assert.equal(pressed.content, '1');
    await assert.rejects(discord.press(message.id, '0'), { code: 'no-such-button' });
    assert.equal((await discord.press(message.id, 'later')).content, 'later');
  });

  test('subcommands arrive as such', async () => {
    assert.equal((await discord.ask({ command: 'server name' })).content, 'name: The Rehearsal Room');
  });

  const UNASKABLE = [
    ['a command that is not registered', { command: 'nothing' }, 'unknown-command'],
    ['a group of commands by itself', { command: 'server' }, 'unknown-command'],
    ['a required option left out', { command: 'echo' }, 'bad-option'],
    ['an option that does not exist', { command: 'mute', options: { loud: 'yes' } }, 'bad-option'],
    ['no answer in time', { command: 'mute' }, 'no-answer'],
  ] as const;
  for (const [what, question, code] of UNASKABLE) {
    test(`${what}: the member is told ${code}`, () => assert.rejects(discord.ask(question), { code }));
  }

  test('a member without the permission cannot run a command that wants it', async () => {
    const { you } = discord.world;
    const nobody = { ...you, roles: [] };
    await assert.rejects(discord.ask({ command: 'server name', member: nobody }), { code: 'not-allowed' });
  });

  test('the same nonce posts once', async () => {
    const channel = discord.channel('platform-news').id;
    const post = (content: string) =>
      bot.rest.post(Routes.channelMessages(channel), { body: { content, nonce: 'alert-1', enforce_nonce: true } });
    const first = (await post('first')) as { id: string };
    const second = (await post('second')) as { id: string; content: string };
    assert.equal(second.id, first.id);
    assert.equal(second.content, 'first');
    await bot.rest.delete(Routes.channelMessage(channel, first.id));
    await assert.rejects(post('third'), { code: 10008 });
  });

  test('messages are read, edited and deleted', async () => {
    const channel = discord.channel('platform-news').id;
    const { id } = (await bot.rest.post(Routes.channelMessages(channel), { body: { content: 'draft' } })) as {
      id: string;
    };
    await bot.rest.patch(Routes.channelMessage(channel, id), { body: { content: 'final' } });
    const read = (await bot.rest.get(Routes.channelMessage(channel, id))) as { content: string };
    assert.equal(read.content, 'final');
    const [newest] = (await bot.rest.get(Routes.channelMessages(channel))) as { id: string }[];
    assert.equal(newest?.id, id);
    await bot.rest.delete(Routes.channelMessage(channel, id));
    await assert.rejects(bot.rest.get(Routes.channelMessage(channel, id)), { code: 10008 });
  });

  test('a published message can be published once, in an announcement channel only', async () => {
    const channel = discord.channel('general');
    const { id } = (await bot.rest.post(Routes.channelMessages(channel.id), { body: { content: 'news' } })) as {
      id: string;
    };
    const publish = () => bot.rest.post(Routes.channelMessageCrosspost(channel.id, id));
    await assert.rejects(publish(), { code: 50024 });
    channel.type = 5;
    await publish();
    await assert.rejects(publish(), { code: 40033 });
    channel.type = 0;
  });

  test('only roles that may be mentioned are pinged', async () => {
    const { watchers, guild } = discord.world;
    const post = async (allowed_mentions: object) => {
      const body = { content: `<@&${watchers.id}> @everyone`, allowed_mentions };
      return (await bot.rest.post(Routes.channelMessages(discord.channel('general').id), { body })) as {
        mention_roles: string[];
        mention_everyone: boolean;
      };
    };
    assert.deepEqual((await post({ parse: [] })).mention_roles, []);
    const pinged = await post({ parse: [], roles: [watchers.id] });
    assert.deepEqual(pinged.mention_roles, [watchers.id]);
    assert.equal(pinged.mention_everyone, false);
    assert.notEqual(watchers.id, guild.id);
  });

  test('direct messages have a channel of their own', async () => {
    const open = (recipient_id: string) => bot.rest.post(Routes.userChannels(), { body: { recipient_id } });
    const { you } = discord.world;
    const direct = (await open(you.user.id)) as { id: string; type: number };
    assert.equal(direct.type, 1);
    assert.deepEqual(await open(you.user.id), direct);
    await bot.rest.post(Routes.channelMessages(direct.id), { body: { content: 'psst' } });
    await assert.rejects(open('123456789012345678'), { code: 50007 });
  });

  test('a slash command and one of the menu may have one name, and each keeps its id', async () => {
    const { applicationId, guild } = discord.world;
    const base = Routes.applicationGuildCommands(applicationId, guild.id);
    const both = [
      { name: 'here', description: 'Only here' },
      { type: 3, name: 'here' },
    ];
    const written = (await bot.rest.put(base, { body: both })) as { id: string }[];
    assert.deepEqual(
      ((await bot.rest.put(base, { body: both.toReversed() })) as { id: string }[]).map(({ id }) => id),
      written.map(({ id }) => id).toReversed(),
    );
    await bot.rest.put(base, { body: [] });
  });

  test('commands of the server: added, replaced by name, changed, taken away', async () => {
    const { applicationId, guild } = discord.world;
    const base = Routes.applicationGuildCommands(applicationId, guild.id);
    const added = (await bot.rest.post(base, { body: { name: 'here', description: 'Only here' } })) as { id: string };
    const again = (await bot.rest.post(base, { body: { name: 'here', description: 'Still' } })) as { id: string };
    assert.equal(again.id, added.id);
    const one = Routes.applicationGuildCommand(applicationId, guild.id, added.id);
    const changed = (await bot.rest.patch(one, { body: { description: 'Changed' } })) as { description: string };
    assert.equal(changed.description, 'Changed');
    await bot.rest.delete(one);
    assert.deepEqual(await bot.rest.get(base), []);
  });
});
