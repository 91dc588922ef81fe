import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { GuildEvent } from '../../../src/app/ports/courier.ts';
import { createGuildDirectory } from '../../../src/io/discord/guild-directory.ts';

const READY = { t: 'READY', d: { user: { id: '1' }, guilds: [{ id: 'g', unavailable: true }, { id: 'h' }] } };
const GUILD = {
  t: 'GUILD_CREATE',
  d: {
    id: 'g',
    preferred_locale: 'fr',
    channels: [
      { id: 'text', type: 0 },
      { id: 'news', type: 5 },
    ],
  },
};

describe('the guild directory', () => {
  const ROWS: [what: string, t: string, d: object, expected: GuildEvent | undefined][] = [
    ['a guild that is available', GUILD.t, GUILD.d, { kind: 'server-there', guildId: 'g' }],
    ['a guild in an outage at the start', 'GUILD_CREATE', { id: 'g', unavailable: true }, undefined],
    ['an outage', 'GUILD_DELETE', { id: 'g', unavailable: true }, undefined],
    ['a removal of the bot', 'GUILD_DELETE', { id: 'g' }, { kind: 'server-left', guildId: 'g' }],
    [
      'a changed channel',
      'CHANNEL_UPDATE',
      { id: 'c', guild_id: 'g', type: 0 },
      { kind: 'rights-changed', guildId: 'g' },
    ],
    ['a changed role', 'GUILD_ROLE_UPDATE', { guild_id: 'g', role: {} }, { kind: 'rights-changed', guildId: 'g' }],
    [
      'the bot’s own roles',
      'GUILD_MEMBER_UPDATE',
      { guild_id: 'g', user: { id: '1' } },
      { kind: 'rights-changed', guildId: 'g' },
    ],
    ['somebody else’s roles', 'GUILD_MEMBER_UPDATE', { guild_id: 'g', user: { id: '2' } }, undefined],
    [
      'a deleted channel',
      'CHANNEL_DELETE',
      { id: 'c', guild_id: 'g' },
      { kind: 'channel-gone', guildId: 'g', channelId: 'c' },
    ],
    [
      'a deleted thread',
      'THREAD_DELETE',
      { id: 'c', guild_id: 'g' },
      { kind: 'channel-gone', guildId: 'g', channelId: 'c' },
    ],
    ['anything else', 'PRESENCE_UPDATE', {}, undefined],
  ];
  for (const [what, t, d, expected] of ROWS) {
    it(what, () => {
      const directory = createGuildDirectory();
      assert.deepEqual(directory.updateGuild(READY), { kind: 'online', guildIds: ['g', 'h'] });
      assert.deepEqual(directory.updateGuild({ t, d }), expected);
    });
  }

  it('keeps the facts that alerts need', () => {
    const directory = createGuildDirectory();
    directory.updateGuild(READY);
    directory.updateGuild(GUILD);
    assert.deepEqual(
      [directory.guildCount(), directory.languageOf('g'), directory.isAnnouncement('news')],
      [2, 'fr', true],
    );
    assert.equal(directory.isAnnouncement('text'), false);
    directory.updateGuild({ t: 'CHANNEL_UPDATE', d: { id: 'text', guild_id: 'g', type: 5 } });
    directory.updateGuild({ t: 'GUILD_UPDATE', d: { id: 'g', preferred_locale: 'en-GB' } });
    assert.deepEqual([directory.languageOf('g'), directory.isAnnouncement('text')], [undefined, true]);
    directory.updateGuild({ t: 'GUILD_DELETE', d: { id: 'g' } });
    assert.deepEqual([directory.guildCount(), directory.isAnnouncement('news')], [1, false]);
  });

  it('is corrected when the bot connects again', () => {
    const directory = createGuildDirectory();
    directory.updateGuild(READY);
    directory.updateGuild(GUILD);
    directory.updateGuild({ t: 'READY', d: { user: { id: '1' }, guilds: [{ id: 'h' }] } });
    assert.deepEqual([directory.guildCount(), directory.languageOf('g')], [1, undefined]);
  });
});
