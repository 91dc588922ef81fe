/** Sends forged interactions to the bot: none may read or change anything of another server. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type LoopbackDiscord, startLoopbackDiscord } from '../../sandbox/discord/loopback-discord.ts';
import type { ForgedInteraction } from '../../sandbox/discord/members.ts';
import type { Member } from '../../sandbox/discord/model/guild.ts';
import { type Bot, startBot } from '../../src/bot/start-bot.ts';
import { ALERT_KINDS } from '../../src/domain/alert.ts';
import { configFor } from '../helpers/config.ts';
import { aPlatform, aSubscription, recordingLog } from '../helpers/world.ts';

const TYPE = { subcommand: 1, string: 3, boolean: 5, channel: 7, role: 8 };
const MANAGE_SERVER_PERMISSION = String(1n << 5n);
/** Present only in the other server; nobody here may read it. */
const SECRET = 'Clandestine';
const ALL_ALLOWED = String((1n << 40n) - 1n);
const EVERYTHING = { alert: 'other', for: 'day', platform: 'all', what: 'x', change: 'x', words: 'x' };

describe('a forged interaction', () => {
  let discord: LoopbackDiscord;
  let bot: Bot;
  let ours: string;
  let stranger: Member;
  // Ids of the other server.
  let channel: string;
  let forum: string;
  let other: string;
  let role: string;
  const requests: string[] = [];
  const log = recordingLog();

  before(async () => {
    discord = await startLoopbackDiscord({ onRequest: ({ method, path }) => requests.push(`${method} ${path}`) });
    const config = configFor(discord);
    const catalog = { platforms: [aPlatform({ documents: [] })], feeds: [], regulation: [], crawlers: [] };
    bot = await startBot({ config, catalog, log });
    const { guild, bot: user } = discord.world;
    ours = guild.id;
    const foreignChannel = discord.addChannelElsewhere(SECRET);
    channel = foreignChannel.id;
    other = foreignChannel.guild_id ?? '';
    const foreignForum = discord.addChannelElsewhere(SECRET, 'forum', { tags: [SECRET] });
    foreignForum.guild_id = other;
    forum = foreignForum.id;
    role = discord.world.nextId();
    const you = guild.members.find((member) => member.user.id === discord.world.you.user.id);
    assert.ok(you && user);
    stranger = { ...you, user: { ...you.user, id: discord.world.nextId() }, roles: [] };
    const { store } = bot.readModel;
    await store.subscriptions.put(
      'other',
      aSubscription({ id: 'other', guildId: other, channelId: channel, platforms: [SECRET], kinds: [...ALERT_KINDS] }),
    );
    await store.subscriptions.put(
      'mine',
      aSubscription({ id: 'mine', guildId: ours, channelId: discord.channel('general').id, kinds: ['signals'] }),
    );
  });
  after(async () => {
    await bot.close();
    await discord.close();
  });

  const snapshot = async () => {
    const { subscriptions, servers } = bot.readModel.store;
    const both = await Promise.all([subscriptions.get('other'), subscriptions.get('mine')]);
    const listed = await Promise.all([subscriptions.listByGuild(other), subscriptions.listByGuild(ours)]);
    return JSON.stringify([both, listed, await servers.get(other)]);
  };
  const toOptions = (options: Record<string, string>, focused?: string) =>
    Object.entries(options).map(([name, value]) => ({
      type: name === 'channel' ? TYPE.channel : name === 'role' ? TYPE.role : TYPE.string,
      name,
      value,
      ...(name === focused ? { focused: true } : {}),
    }));
  const alerts = (sub: string, options: Record<string, string>, more: object = {}, focused?: string) => ({
    id: '1',
    name: 'alerts',
    type: 1,
    options: [{ type: TYPE.subcommand, name: sub, options: toOptions(options, focused) }],
    ...more,
  });
  const picked = (id: string, more: object = {}) => ({
    resolved: {
      channels: {
        [id]: { id, name: 'general', type: 0, permissions: ALL_ALLOWED, app_permissions: ALL_ALLOWED, ...more },
      },
    },
  });
  const pickedRole = () => ({ resolved: { roles: { [role]: { id: role, name: 'Friends', mentionable: true } } } });
  const hereIs = (guildId: string) => ({
    channel_id: channel,
    channel: { id: channel, type: 0, guild_id: guildId },
    app_permissions: ALL_ALLOWED,
  });
  const button = (custom_id: string) => ({ component_type: 2, custom_id });
  const typing = (options: Record<string, string>, focused: string) => alerts('add', options, {}, focused);

  type Row = [title: string, forgery: () => ForgedInteraction];
  const SUGGESTIONS: Row[] = [
    [
      'the tags of another server’s forum',
      () => ({ type: 'autocomplete', data: typing({ channel: forum, tags: '' }, 'tags') }),
    ],
    [
      'the tags of another server’s alert',
      () => ({ type: 'autocomplete', data: typing({ alert: 'other', tags: '' }, 'tags') }),
    ],
    [
      'tags by an address in place of a channel',
      () => ({ type: 'autocomplete', data: typing({ channel: `../channels/${forum}`, tags: '' }, 'tags') }),
    ],
    ...['alert', 'tags', 'what', 'platform', 'topic', 'kind'].map(
      (option): Row => [
        `the option ${option} to a member who does not manage the server`,
        () => ({ type: 'autocomplete', data: alerts('edit', { [option]: '' }, {}, option), member: stranger }),
      ],
    ),
    [
      'time zones to a member who does not manage the server',
      () => ({
        type: 'autocomplete',
        data: { id: '1', name: 'settings', type: 1, options: toOptions({ timezone: 'eu' }, 'timezone') },
        member: stranger,
      }),
    ],
    [
      'alerts to the manager of another server',
      () => ({ type: 'autocomplete', data: alerts('edit', { alert: '' }, {}, 'alert'), claims: { guild_id: other } }),
    ],
    [
      'alerts in direct messages',
      () => ({
        type: 'autocomplete',
        data: alerts('edit', { alert: '' }, {}, 'alert'),
        claims: { guild_id: undefined, guild: undefined, channel: { id: channel, type: 1 } },
      }),
    ],
    ['an option that nobody is typing', () => ({ type: 'autocomplete', data: alerts('edit', { alert: '' }) })],
    [
      'a command that is none',
      () => ({ type: 'autocomplete', data: { name: 'constructor', type: 1, options: toOptions({ x: '' }, 'x') } }),
    ],
  ];
  for (const [title, forgery] of SUGGESTIONS) {
    it(`gets no suggestions: ${title}`, async () => {
      const before = await snapshot();
      requests.length = 0;
      assert.deepEqual(await discord.forge(forgery()), { kind: 'choices', choices: [] });
      assert.equal(await snapshot(), before);
      assert.ok(
        requests.every((path) => !path.includes(other) && !path.includes('..')),
        requests.join('\n'),
      );
    });
  }

  const command = (data: ForgedInteraction['data'], more: Partial<ForgedInteraction> = {}): ForgedInteraction => ({
    type: 'command',
    data,
    ...more,
  });
  const NOT_OURS = /no such channel or role in this server/;
  const ANSWERS: [...Row, answer: RegExp][] = [
    ['add to a channel of another server', () => command(alerts('add', { channel }, picked(channel))), NOT_OURS],
    [
      'add to one that is said to be ours',
      () => command(alerts('add', { channel }, picked(channel, { guild_id: ours }))),
      NOT_OURS,
    ],
    ['add to one that came without its particulars', () => command(alerts('add', { channel })), NOT_OURS],
    [
      'add to one under the name of another',
      () =>
        command(
          alerts(
            'add',
            { channel: discord.channel('general').id },
            picked(discord.channel('general').id, { id: channel }),
          ),
        ),
      NOT_OURS,
    ],
    ['add to an address', () => command(alerts('add', { channel: `../channels/${channel}` })), NOT_OURS],
    [
      'add to a forum of another server, with a tag of it',
      () => command(alerts('add', { channel: forum, tags: SECRET }, picked(forum, { type: 15 }))),
      NOT_OURS,
    ],
    [
      'add where it was asked, in another server',
      () => command(alerts('add', {}), { claims: hereIs(other) }),
      /This has changed/,
    ],
    [
      'add where it was asked, as if it were ours',
      () => command(alerts('add', {}), { claims: hereIs(ours) }),
      NOT_OURS,
    ],
    ['add with a role of another server', () => command(alerts('add', { role }, pickedRole())), NOT_OURS],
    ['add with a role without particulars', () => command(alerts('add', { role })), NOT_OURS],
    ['test a channel of another server', () => command(alerts('test', { channel }, picked(channel))), NOT_OURS],
    [
      'test a forum of another server',
      () => command(alerts('test', { channel: forum }, picked(forum, { type: 15 }))),
      NOT_OURS,
    ],
    [
      'test where it was asked, as if it were ours',
      () => command(alerts('test', {}), { claims: hereIs(ours) }),
      NOT_OURS,
    ],
    [
      'move an alert to another server',
      () => command(alerts('edit', { alert: 'mine', channel }, picked(channel))),
      NOT_OURS,
    ],
    [
      'give an alert a role of another server',
      () => command(alerts('edit', { alert: 'mine', role }, pickedRole())),
      NOT_OURS,
    ],
    ...['edit', 'remove', 'pause', 'snooze'].map((sub): [...Row, answer: RegExp] => [
      `${sub} an alert of another server`,
      () => command(alerts(sub, EVERYTHING)),
      /no such alert/,
    ]),
    ...['add', 'list', 'edit', 'remove', 'pause', 'snooze', 'test', 'why', 'health'].map(
      (sub): [...Row, answer: RegExp] => [
        `${sub} by a member who does not manage the server`,
        () => command(alerts(sub, { alert: 'mine' }), { member: stranger }),
        /Manage Server permission/,
      ],
    ),
    [
      'settings by a member who does not manage the server',
      () =>
        command({ id: '1', name: 'settings', type: 1, options: toOptions({ language: 'de' }) }, { member: stranger }),
      /Manage Server permission/,
    ],
    [
      'list another server’s alerts',
      () => command(alerts('list', {}), { claims: { guild_id: other } }),
      /This has changed/,
    ],
    [
      'settings of another server',
      () =>
        command(
          { id: '1', name: 'settings', type: 1, options: toOptions({ language: 'de' }) },
          { claims: { guild_id: other, guild_locale: 'fr' } },
        ),
      /This has changed/,
    ],
    [
      'list alerts in direct messages',
      () =>
        command(alerts('list', {}), {
          claims: { guild_id: undefined, guild: undefined, channel: { id: channel, type: 1 } },
        }),
      /use this command in one/,
    ],
    [
      'rights in the wrong place',
      () =>
        command(alerts('list', {}), {
          member: stranger,
          claims: { app_permissions: MANAGE_SERVER_PERMISSION, permissions: ALL_ALLOWED },
        }),
      /Manage Server permission/,
    ],
    ['a subcommand that is none', () => command(alerts('constructor', EVERYTHING)), /I do not know that one/],
    ['a command that is none', () => command({ name: '__proto__', type: 1, options: [] }), /This has changed/],
    ['a menu of members', () => command({ name: 'alerts', type: 2, target_id: '1', resolved: {} }), /This has changed/],
  ];
  const BUTTONS: [
    title: string,
    data: () => ForgedInteraction['data'],
    answer: RegExp,
    type?: ForgedInteraction['type'],
  ][] = [
    ['of a page of alerts', () => button('page.0|alerts|list'), /Manage Server permission/],
    ['that asks for alerts', () => button('ask|alerts|list'), /Manage Server permission/],
    ['that bears a mark', () => button(`ask~${'a'.repeat(25)}|alerts|other`), /Manage Server permission/],
    ['that asks for settings', () => button('ask|settings|de'), /This has changed/],
    ['of a version to come', () => button('ask.2|alerts|other'), /This has changed/],
    ['of no command', () => button('ask|constructor|x'), /This has changed/],
    ['of a platform that is none', () => button('ask|stance|../../other'), /No such platform here/],
    ['of nothing', () => button('|'), /This has changed/],
    [
      'that is a list',
      () => ({ component_type: 3, custom_id: 'page.0|alerts|list', values: ['other', channel] }),
      /This has changed/,
    ],
    [
      'that is a list of channels',
      () => ({ component_type: 8, custom_id: 'ask|alerts|list', values: [channel] }),
      /This has changed/,
    ],
    [
      'that is a form',
      () => ({
        custom_id: 'ask|alerts|other',
        components: [{ type: 1, components: [{ type: 4, custom_id: 'alert', value: 'other' }] }],
      }),
      /This has changed/,
      'modal',
    ],
  ];

  async function assertRefused(forgery: ForgedInteraction, expected: RegExp): Promise<void> {
    const before = await snapshot();
    requests.length = 0;
    const answer = await discord.forge(forgery);
    assert.ok(answer.kind === 'message');
    const { embeds, flags, components } = answer.message;
    const words = `${embeds[0]?.title}\n${embeds[0]?.description}`;
    assert.match(words, expected);
    assert.equal(flags & 64, 64, 'only the member who asked sees it');
    assert.doesNotMatch(
      JSON.stringify([embeds, components]),
      new RegExp(`${SECRET}|${other}|${channel}|${forum}|${role}`),
    );
    assert.equal(await snapshot(), before);
    assert.deepEqual([...discord.messages(channel), ...discord.posts(forum)], []);
    assert.ok(
      requests.every((path) => !path.includes(other) && !path.includes('..')),
      requests.join('\n'),
    );
  }
  for (const [title, forgery, answer] of ANSWERS) {
    it(`is refused: ${title}`, () => assertRefused(forgery(), answer));
  }
  for (const [title, data, answer, type = 'button'] of BUTTONS) {
    it(`is refused: a button ${title}`, async () => {
      const { id } = discord.say(discord.channel('general').id, 'hello');
      await assertRefused({ type, data: data(), member: stranger, messageId: id }, answer);
    });
  }

  it('by a manager shows the alerts of a server in no public message', async () => {
    const message = discord.say(discord.channel('general').id, 'hello');
    const answer = await discord.forge({ type: 'button', data: button('page.0|alerts|list'), messageId: message.id });
    assert.ok(answer.kind === 'message' && answer.message.id !== message.id);
    assert.equal(answer.message.flags & 64, 64);
  });

  it('is refused if Discord does not return whose a channel is', async () => {
    const { id } = discord.channel('general');
    discord.faults.inject({ fault: { status: 503 }, on: new RegExp(`GET .*/channels/${id}$`) });
    const asked = discord.ask({ command: 'alerts test', channelId: id });
    assert.match((await asked).embeds[0]?.description ?? '', /cannot look that up just now/);
  });

  it('changes nothing: only the genuine request after them does', async () => {
    const { id } = discord.channel('platform-news');
    const answer = await discord.ask({
      command: 'alerts add',
      options: { channel: id, role: discord.world.watchers.id },
    });
    assert.match(
      answer.embeds[0]?.description ?? '',
      new RegExp(`<#${id}>, mentions <@&${discord.world.watchers.id}>`),
    );
    assert.equal((await bot.readModel.store.subscriptions.listByGuild(ours)).length, 2);
    assert.deepEqual(
      log.lines.filter((line) => line.startsWith('error')),
      [],
    );
  });
});
