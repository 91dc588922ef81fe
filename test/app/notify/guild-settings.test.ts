import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { changeServer, getServer, noteLocale, serverLanguage } from '../../../src/app/notify/guild-settings.ts';
import { memoryStore } from '../../helpers/world.ts';

const GUILD = '100000000000000001';

describe('a server', () => {
  it('that nobody has set up has nothing but its id, and reads English', async () => {
    const store = memoryStore();
    assert.deepEqual(await getServer(store, GUILD), { guildId: GUILD });
    assert.equal(await serverLanguage(store, GUILD), 'en');
  });

  it('keeps what is not changed', async () => {
    const store = memoryStore();
    await changeServer(store, GUILD, { timeZone: 'Europe/Paris', digestDay: 'friday' });
    const server = await changeServer(store, GUILD, { digestDay: 'monday' });
    assert.deepEqual(server, { guildId: GUILD, timeZone: 'Europe/Paris', digestDay: 'monday' });
    assert.deepEqual(await getServer(store, GUILD), server);
  });

  it('reads the language it chose, else the one Discord says it speaks now, else the one it was last seen with', async () => {
    const store = memoryStore();
    await noteLocale(store, GUILD, 'fr');
    assert.equal(await serverLanguage(store, GUILD), 'fr');
    assert.equal(await serverLanguage(store, GUILD, 'de'), 'de');
    await changeServer(store, GUILD, { language: 'es' });
    assert.equal(await serverLanguage(store, GUILD, 'de'), 'es');
    await changeServer(store, GUILD, { language: undefined });
    assert.equal(await serverLanguage(store, GUILD), 'fr');
  });

  it('is not forgotten by a visit in which Discord names no language the bot speaks', async () => {
    const store = memoryStore();
    await noteLocale(store, GUILD, 'fr');
    await noteLocale(store, GUILD, undefined);
    assert.equal(await serverLanguage(store, GUILD), 'fr');
  });
});
