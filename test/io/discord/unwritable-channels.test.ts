/** Which channels are closed to the bot, by what the gateway tells; and that Discord is not asked twice where it refuses. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PermissionFlagsBits as May } from 'discord.js';
import { startLoopbackDiscord } from '../../../sandbox/discord/loopback-discord.ts';
import { createDispatch } from '../../../src/app/deliver/dispatch.ts';
import { recordStory } from '../../../src/app/record/record-document.ts';
import { createCourier } from '../../../src/io/discord/courier.ts';
import { createGuildDirectory } from '../../../src/io/discord/guild-directory.ts';
import { aPlatform, aStory, aSubscription, memoryStore, quiet } from '../../helpers/world.ts';

const WRITES = String(May.ViewChannel | May.SendMessages | May.EmbedLinks);
const NONE = '0';
const shut = (id: string, type: number) => ({ id, type, allow: NONE, deny: String(May.SendMessages) });
const opened = (id: string, type: number) => ({ id, type, allow: String(May.SendMessages), deny: NONE });

/** A server in which the bot has one role; @everyone may write. */
function aBook({ everyone = WRITES, role = NONE, channels = [] as object[], members = true } = {}) {
  const book = createGuildDirectory();
  book.updateGuild({ t: 'READY', d: { user: { id: 'bot' }, guilds: [{ id: 'g' }] } });
  const roles = [
    { id: 'g', permissions: everyone },
    { id: 'role', permissions: role },
    { id: 'other', permissions: WRITES },
  ];
  const member = { user: { id: 'bot' }, roles: ['role'] };
  book.updateGuild({
    t: 'GUILD_CREATE',
    d: { id: 'g', owner_id: 'somebody', roles, channels, ...(members ? { members: [member] } : {}) },
  });
  return book;
}

describe('a channel is closed', () => {
  const ROWS: [what: string, channel: object, closed: boolean][] = [
    ['not where everybody may write', { id: '7', type: 0 }, false],
    ['where it is shut to everybody', { id: '7', type: 0, permission_overwrites: [shut('g', 0)] }, true],
    ['where it is shut to the bot', { id: '7', type: 5, permission_overwrites: [shut('bot', 1)] }, true],
    [
      'not where the bot’s role opens it',
      { id: '7', type: 15, permission_overwrites: [shut('g', 0), opened('role', 0)] },
      false,
    ],
    ['not where it is shut to others', { id: '7', type: 0, permission_overwrites: [shut('other', 0)] }, false],
    ['not where no alerts go', { id: '7', type: 2, permission_overwrites: [shut('g', 0)] }, false],
  ];
  for (const [what, channel, closed] of ROWS) {
    it(what, () => {
      assert.equal(aBook({ channels: [channel] }).isUnwritable({ guildId: 'g', channelId: '7' }), closed);
      const book = aBook();
      book.updateGuild({ t: 'CHANNEL_UPDATE', d: { ...channel, guild_id: 'g' } });
      assert.equal(book.isUnwritable({ guildId: 'g', channelId: '7' }), closed);
    });
  }

  const channels = [{ id: '7', type: 0, permission_overwrites: [shut('g', 0)] }];
  const CHANGES: [what: string, t: string, d: object][] = [
    ['it is opened', 'CHANNEL_UPDATE', { id: '7', type: 0, guild_id: 'g', permission_overwrites: [] }],
    ['a role was changed', 'GUILD_ROLE_UPDATE', { guild_id: 'g', role: { id: 'role' } }],
    ['the bot’s roles were changed', 'GUILD_MEMBER_UPDATE', { guild_id: 'g', user: { id: 'bot' }, roles: [] }],
    ['the server was changed', 'GUILD_UPDATE', { id: 'g' }],
    ['it is deleted', 'CHANNEL_DELETE', { id: '7', guild_id: 'g' }],
    ['the bot is thrown out', 'GUILD_DELETE', { id: 'g' }],
  ];
  for (const [what, t, d] of CHANGES) {
    it(`no more, as far as is known, when ${what}`, () => {
      const book = aBook({ channels });
      assert.equal(book.isUnwritable({ guildId: 'g', channelId: '7' }), true);
      book.updateGuild({ t, d });
      assert.equal(book.isUnwritable({ guildId: 'g', channelId: '7' }), false);
    });
  }

  it('not where nothing is known of the bot’s roles', () => {
    assert.equal(aBook({ channels, members: false }).isUnwritable({ guildId: 'g', channelId: '7' }), false);
  });
});

const PICTURE = { kind: 'timeline', name: 'x', title: '', altText: 'a picture' };

it('a picture is not taken away to be refused again where the bot may not write', async () => {
  const requests: string[] = [];
  const discord = await startLoopbackDiscord({ onRequest: ({ method }) => requests.push(method) });
  try {
    const channel = discord.addChannel('shut');
    discord.trouble.deny(channel.id, 'SEND_MESSAGES');
    const draw = async () => new Uint8Array([1, 2, 3]);
    const courier = createCourier({ token: discord.token, api: discord.api, userAgentAppendix: 'test', draw });
    const answer = { title: 'Tunebox', tone: 'worse' as const, blocks: [], picture: PICTURE as never };
    const outcome = await courier.send({ channelId: channel.id, answer, nonce: 'one' });
    const missing = ['Send Messages'];
    assert.deepEqual(outcome, { status: 'blocked', code: 50013, detail: 'Missing Permissions', missing });
    assert.equal(requests.filter((method) => method === 'POST').length, 1);
  } finally {
    await discord.close();
  }
});

it('three hundred closed channels do not keep sixty others waiting, and refuse nothing that was not asked', async () => {
  const posts: string[] = [];
  const discord = await startLoopbackDiscord({
    onRequest({ method, path }) {
      if (method === 'POST') posts.push(path);
    },
  });
  try {
    const store = memoryStore();
    const guildId = discord.world.guild.id;
    const many = Array.from({ length: 360 }, (_, i) => {
      const { id } = discord.addChannel(`channel-${i}`);
      if (i % 6 !== 0) discord.trouble.deny(id, 'SEND_MESSAGES');
      return aSubscription({ id: `${i}`, guildId, channelId: id });
    });
    await store.subscriptions.putMany(many.map((value) => ({ key: value.id, value })));
    const places = createGuildDirectory();
    places.updateGuild({ t: 'READY', d: { user: discord.world.bot, guilds: [{ id: guildId }] } });
    places.updateGuild({ t: 'GUILD_CREATE', d: structuredClone(discord.world.guild) });
    const waits = { elapsedMs: () => performance.now(), sleep: async () => {} };
    const dispatch = createDispatch({
      readModel: { catalog: { platforms: [aPlatform()], feeds: [], regulation: [], crawlers: [] }, store },
      courier: createCourier({ token: discord.token, api: discord.api, userAgentAppendix: 'test', sleepClock: waits }),
      guildDirectory: places,
      log: quiet,
      now: () => new Date(),
      random: Math.random,
      elapsedMs: () => performance.now(),
    });
    const at = new Date().toISOString();
    await recordStory(store, aStory({ firstSeen: at }), true, at);
    const summary = await dispatch.deliver();
    assert.equal(summary.sent, 60);
    // One in each channel that takes it; then one to the admins, of all the others.
    assert.equal(new Set(posts.slice(0, 60)).size, 60);
    assert.equal(posts.length, 61);
    assert.equal(dispatch.progress().suspended, 300);
  } finally {
    await discord.close();
  }
});
