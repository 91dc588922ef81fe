/** What a visitor of the sandbox can do with the real bot, on the real client: ask about a message, and fill in many options. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { commandViews, messageMenuViews } from '../../sandbox/chat/view.ts';
import { type Sandbox, startSandbox } from '../../sandbox/start-sandbox.ts';
import { readConfig } from '../../src/bot/config.ts';
import { quiet } from '../helpers/world.ts';

describe('a visitor of the sandbox', () => {
  let sandbox: Sandbox;
  before(async () => {
    const read = readConfig({ STORE_URL: 'sqlite::memory:' });
    if (read.status === 'faulty') throw new Error(read.faults.join());
    sandbox = await startSandbox(read.config, quiet);
  });
  after(() => sandbox.close());

  const general = () => sandbox.discord.channel('general').id;
  const ask = async (command: string, options: Record<string, string> = {}) =>
    JSON.stringify((await sandbox.discord.ask({ command, options, channelId: general() })).embeds);
  const suggestions = (command: string, focused: string, typed: string) =>
    sandbox.discord.autocomplete({ command, options: { [focused]: typed }, focused, channelId: general() });

  test('finds in the menu of a message, in their language, where the linked platforms stand', async () => {
    const [offered] = messageMenuViews(sandbox.discord);
    assert.equal(offered?.label, 'AI stance of linked platforms');
    sandbox.discord.setLocales({ you: 'fr' });
    assert.equal(messageMenuViews(sandbox.discord)[0]?.label, 'Position des plateformes liées');
    sandbox.discord.setLocales({ you: 'en-GB' });
    assert.ok(!commandViews(sandbox.discord).some(({ name }) => name === offered?.name));

    const { id } = sandbox.discord.say(general(), 'New terms: https://soundcloud.com/terms-of-use');
    const answer = await sandbox.discord.pick(id, offered?.name ?? '');
    assert.match(JSON.stringify(answer.embeds), /Platforms linked in this message.*SoundCloud/);
    assert.equal(answer.flags & 64, 64);
    const [button] = answer.components[0]?.components ?? [];
    const stance = await sandbox.discord.press(answer.id, button?.custom_id ?? '');
    assert.equal(stance.embeds[0]?.title, 'SoundCloud and AI');
  });

  test('gets an explanation when no link leads to a platform', async () => {
    const { id } = sandbox.discord.say(general(), 'Good morning: https://example.com');
    const answer = await sandbox.discord.pick(id, 'AI stance of linked platforms');
    assert.match(JSON.stringify(answer.embeds), /No link in this message leads to a platform/);
  });

  test('names several platforms and topics in one option, picked or typed', async () => {
    const [both] = await suggestions('alerts add', 'platform', 'SoundCloud, spot');
    assert.equal(both?.name, 'SoundCloud, Spotify');
    const typed = await ask('alerts add', { platform: 'SoundCloud, Spotify', topic: 'training', when: 'weekly' });
    assert.match(typed, /Alert added.*SoundCloud, Spotify.*training AI.*all kinds.*in a weekly digest/);
    assert.match(await ask('alerts add', { platform: String(both?.value), topic: 'training' }), /SoundCloud, Spotify/);
    assert.match(await ask('alerts add', { platform: 'SoundCloud, Nowhere' }), /called “Nowhere”/);
  });

  test('takes a role back with an option that is yes or no', async () => {
    const { watchers } = sandbox.discord.world;
    await ask('alerts add', { platform: 'bandcamp', role: watchers.id });
    const [alert] = await suggestions('alerts edit', 'alert', 'bandcamp');
    const options = { alert: String(alert?.value) };
    assert.match(
      await ask('alerts edit', { ...options, least: 'minor', nomention: 'false' }),
      /minor things too.*mentions/,
    );
    assert.doesNotMatch(await ask('alerts edit', { ...options, nomention: 'true' }), /mentions/);
  });
});
