/** Subscribing channels with /alerts: adding, listing, editing, pausing, removing and testing. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CommandRequest } from '../../src/app/reply/command.ts';
import { ALERT_KINDS } from '../../src/domain/alert.ts';
import { alertsWorld, aRequest, command, NOW, words } from '../helpers/run-command.ts';
import { aSubscription } from '../helpers/world.ts';

const GUILD = '100000000000000001';
const HERE = '200000000000000001';
const ROLE = { id: '400000000000000001', mentionable: true };

describe('/alerts add', () => {
  it('subscribes the current channel to everything by default', async () => {
    const { context, list } = alertsWorld();
    const answer = await command('alerts').execute(aRequest({ subcommand: 'add' }), context);
    assert.equal(answer.ephemeral, true);
    const [added] = await list();
    assert.equal(added?.channelId, HERE);
    assert.deepEqual([added?.platforms, added?.topics, added?.kinds], [[], [], [...ALERT_KINDS]]);
  });

  it('subscribes another channel, with a role', async () => {
    const { ask, list } = alertsWorld();
    const options = { platform: 'wb', topic: 'training', kind: 'news' };
    const request = {
      channels: { channel: { id: '200000000000000002', missingPermissions: [] } },
      roles: { role: ROLE },
    };
    await ask('add', options, request);
    assert.match(await ask('add', options, request), /Already there/);
    const [added, ...others] = await list();
    assert.deepEqual(others, []);
    assert.deepEqual(
      [added?.platforms, added?.topics, added?.kinds, added?.channelId, added?.roleId],
      [['wavebarn'], ['training'], ['news'], '200000000000000002', ROLE.id],
    );
  });

  it('takes several platforms, topics and kinds, by name or id', async () => {
    const { ask, list } = alertsWorld();
    await ask('add', { platform: 'Tunebox, wb', topic: 'training, Voice and Likeness', kind: 'documents,signals' });
    const [added] = await list();
    assert.deepEqual(
      [added?.platforms, added?.topics, added?.kinds],
      [
        ['tunebox', 'wavebarn'],
        ['training', 'likeness'],
        ['documents', 'signals'],
      ],
    );
  });

  it('takes least significance, frequency, quiet hours, language and role', async () => {
    const { ask, list } = alertsWorld();
    const reply = await ask(
      'add',
      { least: 'minor', when: 'weekly', quiet: '22-8', language: 'de' },
      { roles: { role: ROLE } },
    );
    assert.match(
      reply,
      /minor things too · in a weekly digest → #2\d+, mentions @4\d+, quiet from 22:00 to 08:00, Deutsch/,
    );
    const [{ least, rhythm, quiet, language, roleId } = aSubscription()] = await list();
    assert.deepEqual(
      { least, rhythm, quiet, language, roleId },
      { least: 'minor', rhythm: 'weekly', quiet: { from: '22:00', to: '08:00' }, language: 'de', roleId: ROLE.id },
    );
  });

  const refusals: [string, Record<string, string>, Partial<CommandRequest>, RegExp][] = [
    ['an unknown platform', { platform: 'tunebox, tunebx' }, {}, /tunebx[\s\S]*Did you mean/],
    ['an unknown topic', { topic: 'training, weather' }, {}, /“weather” is no topic/],
    ['an unknown kind', { kind: 'gossip' }, {}, /“gossip” is no kind/],
    ['unreadable quiet hours', { quiet: 'at night' }, {}, /“at night” are no hours/],
    ['the role of everyone', {}, { roles: { role: { id: GUILD, mentionable: true } } }, /never ping everyone/],
    [
      'a channel where the bot lacks permissions',
      {},
      { currentChannel: { id: HERE, missingPermissions: ['Embed Links', 'Send Messages'] } },
      /I lack: Embed Links, Send Messages/,
    ],
  ];
  for (const [what, options, request, reply] of refusals) {
    it(`refuses ${what}, and adds nothing`, async () => {
      const { ask, list } = alertsWorld();
      assert.match(await ask('add', options, request), reply);
      assert.deepEqual(await list(), []);
    });
  }

  for (const [ownership, reply] of [
    ['foreign', /no such channel or role in this server/],
    ['unknown', /cannot look that up just now/],
  ] as const) {
    it(`refuses channels and roles of ${ownership} ownership, and changes nothing`, async () => {
      const { ask, list, context, store, sender } = alertsWorld();
      await store.subscriptions.put('s', aSubscription({ id: 's' }));
      const before = await list();
      context.subscriptionService.checkOwnership = async () => ownership;
      const channel = { id: '200000000000000007', missingPermissions: [] };
      assert.match(await ask('add'), reply);
      assert.match(await ask('add', {}, { channels: { channel } }), reply);
      assert.match(await ask('test', {}, { channels: { channel } }), reply);
      assert.match(await ask('edit', { alert: 's' }, { channels: { channel } }), reply);
      assert.match(await ask('edit', { alert: 's' }, { roles: { role: ROLE } }), reply);
      assert.deepEqual([await list(), sender.sent], [before, []]);
      assert.match(await ask('edit', { alert: 's', least: 'minor' }), /Alert changed/, 'no channel or role was given');
    });
  }

  it('suggests nothing to members who do not manage the server', async () => {
    const { context, store } = alertsWorld();
    await store.subscriptions.put('s', aSubscription({ id: 's' }));
    for (const option of ['alert', 'platform', 'topic', 'kind', 'tags', 'what']) {
      const request = aRequest({ subcommand: 'edit', options: { alert: 's' }, canManageServer: false });
      assert.deepEqual(await command('alerts').autocomplete?.(option, '', request, context), [], option);
    }
  });

  it('warns that a role cannot be pinged in a channel', async () => {
    const { ask } = alertsWorld();
    const role = { ...ROLE, mentionable: false };
    assert.match(await ask('add', {}, { roles: { role } }), /cannot be pinged by me there/);
    const currentChannel = { id: '200000000000000002', missingPermissions: [], canMentionAnyRole: true };
    assert.doesNotMatch(await ask('add', {}, { roles: { role }, currentChannel }), /cannot be pinged/);
  });

  it('adds the same subscription only once, whoever adds it, and 200 per server at most', async () => {
    const { ask, list, store } = alertsWorld();
    await ask('add', { platform: 'tunebox,wavebarn' });
    assert.match(await ask('add', { platform: 'wavebarn,tunebox' }, { userId: '9' }), /Already there/);
    for (let i = 0; i < 199; i++) {
      await store.subscriptions.put(`s${i}`, aSubscription({ id: `s${i}`, channelId: String(10n ** 17n + BigInt(i)) }));
    }
    assert.match(await ask('add', { topic: 'pay' }), /A server can have 200 alerts/);
    assert.equal((await list()).length, 200);
  });

  it('completes the last of several values and keeps those before it', async () => {
    const { context } = alertsWorld();
    const suggest = async (option: string, typed: string) =>
      command('alerts').autocomplete?.(option, typed, aRequest({ subcommand: 'add' }), context);
    assert.deepEqual(await suggest('platform', 'tunebox, wa'), [
      { name: 'Tunebox, Wavebarn', value: 'tunebox,wavebarn' },
    ]);
    assert.deepEqual(await suggest('topic', 'training, pay'), [
      { name: 'training AI on your content or data, pay for AI use', value: 'training,pay' },
    ]);
    assert.equal((await suggest('kind', ''))?.length, ALERT_KINDS.length);
  });
});

describe('/alerts edit, pause, snooze and remove', () => {
  it('change what was given and keep the rest', async () => {
    const { ask, list } = alertsWorld();
    await ask('add', { topic: 'training', quiet: '22-8' }, { roles: { role: ROLE } });
    const alert = (await list())[0]?.id ?? '';
    await ask('edit', { alert, least: 'minor', topic: 'all', quiet: 'none', nomention: 'true' });
    const [{ topics, least, quiet, roleId, kinds } = aSubscription()] = await list();
    assert.deepEqual(
      { topics, least, quiet, roleId, kinds },
      { topics: [], least: 'minor', quiet: undefined, roleId: undefined, kinds: [...ALERT_KINDS] },
    );
  });

  it('forget the trouble of the old channel when alerts move', async () => {
    const { ask, list, store } = alertsWorld();
    const trouble = { code: 50013, detail: 'Missing Permissions', since: NOW.toISOString() };
    await store.subscriptions.put('s', aSubscription({ id: 's', trouble }));
    await ask('edit', { alert: 's', least: 'minor' });
    assert.deepEqual((await list())[0]?.trouble, trouble);
    await ask('edit', { alert: 's' }, { channels: { channel: { id: '200000000000000007', missingPermissions: [] } } });
    assert.equal((await list())[0]?.trouble, undefined);
  });

  it('pause until paused again, and snooze for a time', async () => {
    const { ask, list, store } = alertsWorld();
    await store.subscriptions.put('s', aSubscription({ id: 's' }));
    assert.match(await ask('pause', { alert: 's' }), /Alert paused[\s\S]*⏸ paused/);
    assert.match(await ask('pause', { alert: 's' }), /Alert resumed/);
    await ask('pause', { alert: 's' });
    assert.match(await ask('snooze', { alert: 's', for: 'day' }), /asleep until 2 June 2026 12:00 UTC/);
    assert.equal((await list())[0]?.paused, undefined);
    assert.equal((await list())[0]?.snoozedUntil, '2026-06-02T12:00:00.000Z');
    assert.match(await ask('snooze', { alert: 's', for: 'ever' }), /Pick a time/);
  });

  for (const subcommand of ['edit', 'remove', 'pause', 'snooze']) {
    it(`${subcommand} does not find another server’s alerts`, async () => {
      const { ask, store } = alertsWorld();
      const other = aSubscription({ id: 's', guildId: '100000000000000009' });
      await store.subscriptions.put('s', other);
      for (const alert of ['s', '', 'constructor', 'x'.repeat(6000)]) {
        assert.match(await ask(subcommand, { alert, for: 'day', least: 'minor' }), /no such alert/);
      }
      assert.deepEqual(await store.subscriptions.get('s'), other);
    });
  }
});

describe('/alerts', () => {
  it('is for members who manage the server, in a server', async () => {
    const { ask, list } = alertsWorld();
    assert.match(await ask('add', {}, { canManageServer: false }), /Manage Server/);
    assert.match(await ask('add', {}, { guildId: undefined }), /belong to a server/);
    assert.deepEqual(await list(), []);
  });

  it('lists, suggests and removes only this server’s alerts', async () => {
    const { ask, context, store } = alertsWorld();
    await store.subscriptions.put('mine', aSubscription({ id: 'mine', platforms: ['tunebox'] }));
    await store.subscriptions.put('theirs', aSubscription({ id: 'theirs', guildId: '999999999999999999' }));
    assert.match(await ask('list'), /1 alert\n- Tunebox · all topics/);
    const request = aRequest({ subcommand: 'remove' });
    const choices = await command('alerts').autocomplete?.('alert', 'tune', request, context);
    assert.deepEqual(
      choices?.map(({ value }) => value),
      ['mine'],
    );
    assert.match(await ask('remove', { alert: 'theirs' }), /no such alert/);
    await ask('remove', { alert: 'mine' });
    assert.equal(await store.subscriptions.get('mine'), undefined);
    assert.equal((await store.subscriptions.get('theirs'))?.id, 'theirs');
  });

  it('lists what keeps alerts from a channel', async () => {
    const { ask, store } = alertsWorld();
    const trouble = { code: 50013, detail: 'Missing Permissions', since: '2026-05-01T00:00:00.000Z' };
    await store.subscriptions.put('1', aSubscription({ id: '1', trouble }));
    assert.match(await ask('list'), /cannot be posted since 1 May 2026.*Missing Permissions/);
  });
});

describe('/alerts test', () => {
  it('posts a message that says it is a test', async () => {
    const { ask, sender } = alertsWorld();
    await ask('test');
    assert.match(words(sender.sent[0]?.answer ?? assert.fail()), /This is a test[\s\S]*Nothing has changed anywhere/);
  });

  it('posts nothing where the bot lacks permissions', async () => {
    const { ask, sender } = alertsWorld();
    const currentChannel = { id: '2', missingPermissions: ['Send Messages', 'Embed Links'] };
    assert.match(await ask('test', {}, { currentChannel }), /I lack: Send Messages, Embed Links/);
    assert.deepEqual(sender.sent, []);
  });
});
