import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  getGuildSettings,
  resolveGuildLanguage,
  saveGuildLocale,
  updateGuildSettings,
} from '../../../src/app/notify/guild-settings.ts';
import { memoryStore } from '../../helpers/world.ts';

const GUILD = '100000000000000001';

describe('a server', () => {
  it('that nobody has set up has nothing but its id, and reads English', async () => {
    const store = memoryStore();
    assert.deepEqual(await getGuildSettings(store, GUILD), { guildId: GUILD });
    assert.equal(await resolveGuildLanguage(store, GUILD), 'en');
  });

  it('keeps what is not changed', async () => {
    const store = memoryStore();
    await updateGuildSettings(store, GUILD, { timeZone: 'Europe/Paris', digestDay: 'friday' });
    const server = await updateGuildSettings(store, GUILD, { digestDay: 'monday' });
    assert.deepEqual(server, { guildId: GUILD, timeZone: 'Europe/Paris', digestDay: 'monday' });
    assert.deepEqual(await getGuildSettings(store, GUILD), server);
  });

  it('reads the language it chose, else the one Discord says it speaks now, else the one it was last seen with', async () => {
    const store = memoryStore();
    await saveGuildLocale(store, GUILD, 'fr');
    assert.equal(await resolveGuildLanguage(store, GUILD), 'fr');
    assert.equal(await resolveGuildLanguage(store, GUILD, 'de'), 'de');
    await updateGuildSettings(store, GUILD, { language: 'es' });
    assert.equal(await resolveGuildLanguage(store, GUILD, 'de'), 'es');
    await updateGuildSettings(store, GUILD, { language: undefined });
    assert.equal(await resolveGuildLanguage(store, GUILD), 'fr');
  });

  it('is not forgotten by a visit in which Discord names no language the bot speaks', async () => {
    const store = memoryStore();
    await saveGuildLocale(store, GUILD, 'fr');
    await saveGuildLocale(store, GUILD, undefined);
    assert.equal(await resolveGuildLanguage(store, GUILD), 'fr');
  });
});
