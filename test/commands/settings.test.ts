import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { translatorFor } from '../../src/app/words/translator.ts';
import { aContext, aRequest, command, words } from '../helpers/run-command.ts';

describe('/settings', () => {
  it('shows the settings, changes those given and keeps the rest', async () => {
    const { context, store } = aContext();
    const ask = async (options: Record<string, string>) =>
      words(await command('settings').execute(aRequest({ options }), context));
    assert.match(await ask({}), /Alerts are written in English\. \(Nobody chose[\s\S]*UTC[\s\S]*Monday/);
    assert.match(await ask({ language: 'de' }), /Settings changed[\s\S]*Deutsch\.\n/);
    assert.match(await ask({ timezone: 'europe/paris', day: 'friday' }), /Deutsch[\s\S]*Europe\/Paris[\s\S]*Friday/);
    assert.deepEqual(await store.servers.get('100000000000000001'), {
      guildId: '100000000000000001',
      language: 'de',
      timeZone: 'Europe/Paris',
      digestDay: 'friday',
    });
  });

  it('refuses an unknown time zone and changes nothing', async () => {
    const { context, store } = aContext();
    for (const timezone of ['Mars/Olympus', '', '+25:00', '../../etc', 'x'.repeat(6000)]) {
      const answer = await command('settings').execute(aRequest({ options: { timezone, language: 'fr' } }), context);
      assert.equal(answer.tone, 'trouble', timezone);
    }
    assert.equal(await store.servers.get('100000000000000001'), undefined);
  });

  it('is for members who manage the server, in a server', async () => {
    const { context } = aContext();
    const refused = await command('settings').execute(aRequest({ canManageServer: false }), context);
    assert.match(words(refused), /Manage Server/);
    assert.match(words(await command('settings').execute(aRequest({ guildId: undefined }), context)), /in one/);
  });

  it('suggests time zones with their local time', async () => {
    const { context } = aContext();
    const choices = await command('settings').autocomplete?.('timezone', 'new york', aRequest(), context);
    assert.deepEqual(choices, [{ name: 'America/New_York (08:00)', value: 'America/New_York' }]);
  });

  it('names days in the member’s language', async () => {
    const { context } = aContext();
    const french = await command('settings').execute(aRequest({}), { ...context, t: translatorFor('fr') });
    assert.match(words({ ...french, language: 'fr' }), /lundi/);
  });
});
