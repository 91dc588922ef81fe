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

describe('what the gateway tells of places', () => {
  const ROWS: [what: string, t: string, d: object, expected: GuildEvent | undefined][] = [
    ['a server that is there', GUILD.t, GUILD.d, { kind: 'server-there', guildId: 'g' }],
    ['a server in an outage at the start', 'GUILD_CREATE', { id: 'g', unavailable: true }, undefined],
    ['an outage', 'GUILD_DELETE', { id: 'g', unavailable: true }, undefined],
    ['a kick', 'GUILD_DELETE', { id: 'g' }, { kind: 'server-left', guildId: 'g' }],
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
      const book = createGuildDirectory();
      assert.deepEqual(book.updateGuild(READY), { kind: 'online', guildIds: ['g', 'h'] });
      assert.deepEqual(book.updateGuild({ t, d }), expected);
    });
  }

  it('is kept as far as alerts need it', () => {
    const book = createGuildDirectory();
    book.updateGuild(READY);
    book.updateGuild(GUILD);
    assert.deepEqual([book.guildCount(), book.languageOf('g'), book.isAnnouncement('news')], [2, 'fr', true]);
    assert.equal(book.isAnnouncement('text'), false);
    book.updateGuild({ t: 'CHANNEL_UPDATE', d: { id: 'text', guild_id: 'g', type: 5 } });
    book.updateGuild({ t: 'GUILD_UPDATE', d: { id: 'g', preferred_locale: 'en-GB' } });
    assert.deepEqual([book.languageOf('g'), book.isAnnouncement('text')], [undefined, true]);
    book.updateGuild({ t: 'GUILD_DELETE', d: { id: 'g' } });
    assert.deepEqual([book.guildCount(), book.isAnnouncement('news')], [1, false]);
  });

  it('is corrected when the bot comes online again', () => {
    const book = createGuildDirectory();
    book.updateGuild(READY);
    book.updateGuild(GUILD);
    book.updateGuild({ t: 'READY', d: { user: { id: '1' }, guilds: [{ id: 'h' }] } });
    assert.deepEqual([book.guildCount(), book.languageOf('g')], [1, undefined]);
  });
});
