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

describe('the settings of a guild', () => {
  it('are empty at first, with English as the language', async () => {
    const store = memoryStore();
    assert.deepEqual(await getGuildSettings(store, GUILD), { guildId: GUILD });
    assert.equal(await resolveGuildLanguage(store, GUILD), 'en');
  });

  it('keep what is not changed', async () => {
    const store = memoryStore();
    await updateGuildSettings(store, GUILD, { timeZone: 'Europe/Paris', digestDay: 'friday' });
    const settings = await updateGuildSettings(store, GUILD, { digestDay: 'monday' });
    assert.deepEqual(settings, { guildId: GUILD, timeZone: 'Europe/Paris', digestDay: 'monday' });
    assert.deepEqual(await getGuildSettings(store, GUILD), settings);
  });

  it('prefer the chosen language to the current locale on Discord, and that to the last known one', async () => {
    const store = memoryStore();
    await saveGuildLocale(store, GUILD, 'fr');
    assert.equal(await resolveGuildLanguage(store, GUILD), 'fr');
    assert.equal(await resolveGuildLanguage(store, GUILD, 'de'), 'de');
    await updateGuildSettings(store, GUILD, { language: 'es' });
    assert.equal(await resolveGuildLanguage(store, GUILD, 'de'), 'es');
    await updateGuildSettings(store, GUILD, { language: undefined });
    assert.equal(await resolveGuildLanguage(store, GUILD), 'fr');
  });

  it('keep the last known locale when Discord names one that the bot does not speak', async () => {
    const store = memoryStore();
    await saveGuildLocale(store, GUILD, 'fr');
    await saveGuildLocale(store, GUILD, undefined);
    assert.equal(await resolveGuildLanguage(store, GUILD), 'fr');
  });
});
