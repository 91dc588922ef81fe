/** Channels the bot may not write to, by what the gateway says; and that a refusal is not asked for twice. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PermissionFlagsBits as May } from 'discord.js';
import { startLoopbackDiscord } from '../../../sandbox/discord/loopback-discord.ts';
import { createDispatch } from '../../../src/app/deliver/dispatch.ts';
import { createGuildDirectory } from '../../../src/io/discord/guild-directory.ts';
import { loopbackCourier } from '../../helpers/courier.ts';
import { recordStory } from '../../helpers/record-story.ts';
import { aPlatform, aStory, aSubscription, memoryStore, quiet } from '../../helpers/world.ts';

const WRITES = String(May.ViewChannel | May.SendMessages | May.EmbedLinks);
const NONE = '0';
const deny = (id: string, type: number) => ({ id, type, allow: NONE, deny: String(May.SendMessages) });
const allow = (id: string, type: number) => ({ id, type, allow: String(May.SendMessages), deny: NONE });

/** A guild where the bot has one role; @everyone may write. */
function aDirectory({ everyone = WRITES, role = NONE, channels = [] as object[], members = true } = {}) {
  const directory = createGuildDirectory();
  directory.updateGuild({ t: 'READY', d: { user: { id: 'bot' }, guilds: [{ id: 'g' }] } });
  const roles = [
    { id: 'g', permissions: everyone },
    { id: 'role', permissions: role },
    { id: 'other', permissions: WRITES },
  ];
  const member = { user: { id: 'bot' }, roles: ['role'] };
  directory.updateGuild({
    t: 'GUILD_CREATE',
    d: { id: 'g', owner_id: 'somebody', roles, channels, ...(members ? { members: [member] } : {}) },
  });
  return directory;
}

describe('a channel is unwritable', () => {
  const ROWS: [what: string, channel: object, expected: boolean][] = [
    ['not where everybody may write', { id: '7', type: 0 }, false],
    ['where @everyone is denied', { id: '7', type: 0, permission_overwrites: [deny('g', 0)] }, true],
    ['where the bot is denied', { id: '7', type: 5, permission_overwrites: [deny('bot', 1)] }, true],
    [
      'not where the bot’s role is allowed',
      { id: '7', type: 15, permission_overwrites: [deny('g', 0), allow('role', 0)] },
      false,
    ],
    ['not where other roles are denied', { id: '7', type: 0, permission_overwrites: [deny('other', 0)] }, false],
    ['not where it can take no alerts', { id: '7', type: 2, permission_overwrites: [deny('g', 0)] }, false],
  ];
  for (const [what, channel, expected] of ROWS) {
    it(what, () => {
      assert.equal(aDirectory({ channels: [channel] }).isUnwritable({ guildId: 'g', channelId: '7' }), expected);
      const directory = aDirectory();
      directory.updateGuild({ t: 'CHANNEL_UPDATE', d: { ...channel, guild_id: 'g' } });
      assert.equal(directory.isUnwritable({ guildId: 'g', channelId: '7' }), expected);
    });
  }

  const channels = [{ id: '7', type: 0, permission_overwrites: [deny('g', 0)] }];
  const CHANGES: [what: string, t: string, d: object][] = [
    ['its overwrites are removed', 'CHANNEL_UPDATE', { id: '7', type: 0, guild_id: 'g', permission_overwrites: [] }],
    ['a role was changed', 'GUILD_ROLE_UPDATE', { guild_id: 'g', role: { id: 'role' } }],
    ['the bot’s roles were changed', 'GUILD_MEMBER_UPDATE', { guild_id: 'g', user: { id: 'bot' }, roles: [] }],
    ['the guild was changed', 'GUILD_UPDATE', { id: 'g' }],
    ['it is deleted', 'CHANNEL_DELETE', { id: '7', guild_id: 'g' }],
    ['the guild removes the bot', 'GUILD_DELETE', { id: 'g' }],
  ];
  for (const [what, t, d] of CHANGES) {
    it(`no more, as far as is known, when ${what}`, () => {
      const directory = aDirectory({ channels });
      assert.equal(directory.isUnwritable({ guildId: 'g', channelId: '7' }), true);
      directory.updateGuild({ t, d });
      assert.equal(directory.isUnwritable({ guildId: 'g', channelId: '7' }), false);
    });
  }

  it('not where the bot’s roles are unknown', () => {
    assert.equal(aDirectory({ channels, members: false }).isUnwritable({ guildId: 'g', channelId: '7' }), false);
  });
});

const PICTURE = { kind: 'timeline', name: 'x', title: '', altText: 'a picture' };

it('a message with a picture is refused only once where the bot may not write at all', async () => {
  const requests: string[] = [];
  const discord = await startLoopbackDiscord({ onRequest: ({ method }) => requests.push(method) });
  try {
    const channel = discord.addChannel('shut');
    discord.faults.deny(channel.id, 'SEND_MESSAGES');
    const draw = async () => new Uint8Array([1, 2, 3]);
    const courier = loopbackCourier(discord, { draw });
    const answer = { title: 'Tunebox', tone: 'worse' as const, blocks: [], picture: PICTURE as never };
    const outcome = await courier.send({ channelId: channel.id, answer, nonce: 'one' });
    const missing = ['Send Messages'];
    assert.deepEqual(outcome, { status: 'blocked', code: 50013, detail: 'Missing Permissions', missing });
    assert.equal(requests.filter((method) => method === 'POST').length, 1);
  } finally {
    await discord.close();
  }
});

it('three hundred unwritable channels neither delay sixty others nor refuse a single message', async () => {
  const posts: string[] = [];
  const discord = await startLoopbackDiscord({
    onRequest({ method, path }) {
      if (method === 'POST') posts.push(path);
    },
  });
  try {
    const store = memoryStore();
    const guildId = discord.world.guild.id;
    const subscriptions = Array.from({ length: 360 }, (_, i) => {
      const { id } = discord.addChannel(`channel-${i}`);
      if (i % 6 !== 0) discord.faults.deny(id, 'SEND_MESSAGES');
      return aSubscription({ id: `${i}`, guildId, channelId: id });
    });
    await store.subscriptions.putMany(subscriptions.map((value) => ({ key: value.id, value })));
    const guildDirectory = createGuildDirectory();
    guildDirectory.updateGuild({ t: 'READY', d: { user: discord.world.bot, guilds: [{ id: guildId }] } });
    guildDirectory.updateGuild({ t: 'GUILD_CREATE', d: structuredClone(discord.world.guild) });
    const dispatch = createDispatch({
      readModel: { catalog: { platforms: [aPlatform()], feeds: [], regulation: [], crawlers: [] }, store },
      courier: loopbackCourier(discord),
      guildDirectory,
      log: quiet,
      now: () => new Date(),
      random: Math.random,
      elapsedMs: () => performance.now(),
    });
    const at = new Date().toISOString();
    await recordStory(store, aStory({ firstSeen: at }), true, at);
    const summary = await dispatch.deliver();
    assert.equal(summary.sent, 60);
    // One in each writable channel; then one to the admins about all the others.
    assert.equal(new Set(posts.slice(0, 60)).size, 60);
    assert.equal(posts.length, 61);
    assert.equal(dispatch.progress().suspended, 300);
  } finally {
    await discord.close();
  }
});
