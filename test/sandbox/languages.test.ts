/** The sandbox speaks as Discord does: the visitor’s language and the server’s reach the real bot, and come back in what it says. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { commandViews } from '../../sandbox/chat/view.ts';
import { type Sandbox, startSandbox } from '../../sandbox/start-sandbox.ts';
import { readConfig } from '../../src/bot/config.ts';
import { quiet } from '../helpers/world.ts';

describe('a visitor who reads French, in a server that speaks German', () => {
  let sandbox: Sandbox;
  before(async () => {
    const read = readConfig({ STORE_URL: 'sqlite::memory:' });
    if (read.status === 'faulty') throw new Error(read.faults.join());
    sandbox = await startSandbox(read.config, quiet);
    sandbox.discord.setLocales({ you: 'fr', server: 'de' });
  });
  after(() => sandbox.close());

  const views = () => commandViews(sandbox.discord);
  const alerts = () => sandbox.discord.messages(sandbox.discord.channel('platform-news').id);
  const ask = (command: string, options: Record<string, string>) =>
    sandbox.discord.ask({ command, options, channelId: sandbox.discord.channel('general').id });

  test('finds commands, options and choices under French names', () => {
    const clauses = views().find(({ name }) => name === 'clauses');
    assert.equal(clauses?.description, 'Ce que les documents d’une plateforme disent de l’IA, mot pour mot');
    assert.deepEqual(
      clauses?.options.map(({ name, label }) => [name, label]),
      [
        ['platform', 'plateforme'],
        ['topic', 'sujet'],
      ],
    );
    assert.ok(clauses?.options[1]?.choices?.some(({ name }) => name === 'voix et image'));
    assert.equal(views().find(({ name }) => name === 'alerts add')?.label, 'alertes ajouter');
  });

  test('is answered in French', async () => {
    const { embeds } = await ask('timeline', { platform: 'soundcloud' });
    assert.match(JSON.stringify(embeds), /SoundCloud\u00a0: chronologie.*12 février 2024/);
  });

  test('sees alerts in German, with quotes marked as English', async () => {
    while (alerts().length === 0) await sandbox.story.nextDay();
    const alert = JSON.stringify(alerts().map(({ embeds }) => embeds));
    assert.match(alert, /Larkspool hat seine Texte zu KI geändert: Nutzungsbedingungen/);
    assert.match(alert, /Original\\\\: Englisch/);
  });

  test('has alerts in Spanish once the server chose it, whatever Discord says', async () => {
    await ask('settings', { language: 'es' });
    const before = alerts().length;
    while (alerts().length === before) await sandbox.story.nextDay();
    assert.match(JSON.stringify(alerts().slice(before)), /Cronología/);
  });
});
