import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { enqueueAlert } from '../../src/app/notify/enqueue-alert.ts';
import type { ChannelInspection } from '../../src/app/ports/courier.ts';
import { parseCommaList, suggestCommaList } from '../../src/app/reply/comma-list.ts';
import { createChangeAlert } from '../../src/core/alerts/create-alert.ts';
import { deliveryId } from '../../src/core/alerts/plan-deliveries.ts';
import { ALERT_KINDS, type Subscription } from '../../src/domain/alert.ts';
import { aContext, aRequest, command, NOW, words } from '../helpers/run-command.ts';
import { aChange, aSubscription } from '../helpers/world.ts';

const GUILD = '100000000000000001';
const HERE = '200000000000000001';
const ROLE = { id: '400000000000000001', mentionable: true };

function aDesk() {
  const made = aContext();
  const ask = async (subcommand: string, options: Record<string, string> = {}, more: object = {}) =>
    words(await command('alerts').execute(aRequest({ subcommand, options, ...more }), made.context));
  const held = async (): Promise<Subscription[]> => made.context.subscriptionService.list(GUILD);
  return { ...made, ask, held };
}

describe('/alerts add', () => {
  it('takes several platforms, topics and kinds, by name or id', async () => {
    const { ask, held } = aDesk();
    await ask('add', { platform: 'Tunebox, wb', topic: 'training, Voice and Likeness', kind: 'documents,signals' });
    const [one] = await held();
    assert.deepEqual(
      [one?.platforms, one?.topics, one?.kinds],
      [
        ['tunebox', 'wavebarn'],
        ['training', 'likeness'],
        ['documents', 'signals'],
      ],
    );
  });

  it('takes how much, when, quiet hours, language and role', async () => {
    const { ask, held } = aDesk();
    const said = await ask(
      'add',
      { least: 'minor', when: 'weekly', quiet: '22-8', language: 'de' },
      { roles: { role: ROLE } },
    );
    assert.match(
      said,
      /minor things too · in a weekly digest → #2\d+, mentions @4\d+, quiet from 22:00 to 08:00, Deutsch/,
    );
    const [one] = await held();
    const { least, rhythm, quiet, language, roleId } = one ?? {};
    assert.deepEqual(
      { least, rhythm, quiet, language, roleId },
      { least: 'minor', rhythm: 'weekly', quiet: { from: '22:00', to: '08:00' }, language: 'de', roleId: ROLE.id },
    );
  });

  for (const [what, options, more, said] of [
    ['a platform nobody knows', { platform: 'tunebox, tunebx' }, {}, /tunebx[\s\S]*Did you mean/],
    ['a topic that is none', { topic: 'training, weather' }, {}, /“weather” is no topic/],
    ['a kind that is none', { kind: 'gossip' }, {}, /“gossip” is no kind/],
    ['hours that are none', { quiet: 'at night' }, {}, /“at night” are no hours/],
    ['the role of everyone', {}, { roles: { role: { id: GUILD, mentionable: true } } }, /never ping everyone/],
    [
      'a channel it may not write to',
      {},
      { currentChannel: { id: HERE, missingPermissions: ['Embed Links', 'Send Messages'] } },
      /I lack: Embed Links, Send Messages/,
    ],
  ] as const) {
    it(`refuses ${what}, and adds nothing`, async () => {
      const { ask, held } = aDesk();
      assert.match(await ask('add', options, more), said);
      assert.deepEqual(await held(), []);
    });
  }

  for (const [belonging, said] of [
    ['foreign', /no such channel or role in this server/],
    ['unknown', /cannot look that up just now/],
  ] as const) {
    it(`refuses channels and roles whose server is ${belonging}, and changes nothing`, async () => {
      const { ask, held, context, store, sender } = aDesk();
      await store.subscriptions.put('s', aSubscription({ id: 's' }));
      const before = await held();
      context.subscriptionService.checkOwnership = async () => belonging;
      const channel = { id: '200000000000000007', missingPermissions: [] };
      assert.match(await ask('add'), said);
      assert.match(await ask('add', {}, { channels: { channel } }), said);
      assert.match(await ask('test', {}, { channels: { channel } }), said);
      assert.match(await ask('edit', { alert: 's' }, { channels: { channel } }), said);
      assert.match(await ask('edit', { alert: 's' }, { roles: { role: ROLE } }), said);
      assert.deepEqual([await held(), sender.sent], [before, []]);
      assert.match(await ask('edit', { alert: 's', least: 'minor' }), /Alert changed/, 'nothing was named');
    });
  }

  it('suggests nothing to members who do not manage the server', async () => {
    const { context, store } = aDesk();
    await store.subscriptions.put('s', aSubscription({ id: 's' }));
    for (const option of ['alert', 'platform', 'topic', 'kind', 'tags', 'what']) {
      const asked = aRequest({ subcommand: 'edit', options: { alert: 's' }, canManageServer: false });
      assert.deepEqual(await command('alerts').autocomplete?.(option, '', asked, context), [], option);
    }
  });

  it('says when a role cannot be pinged there', async () => {
    const { ask } = aDesk();
    const role = { ...ROLE, mentionable: false };
    assert.match(await ask('add', {}, { roles: { role } }), /cannot be pinged by me there/);
    const here = { id: '200000000000000002', missingPermissions: [], canMentionAnyRole: true };
    assert.doesNotMatch(await ask('add', {}, { roles: { role }, here }), /cannot be pinged/);
  });

  it('knows the same wish again, whoever wishes it, and holds 200 a server at most', async () => {
    const { ask, held, store } = aDesk();
    await ask('add', { platform: 'tunebox,wavebarn' });
    assert.match(await ask('add', { platform: 'wavebarn,tunebox' }, { userId: '9' }), /Already there/);
    for (let i = 0; i < 199; i++) {
      await store.subscriptions.put(`s${i}`, aSubscription({ id: `s${i}`, channelId: String(10n ** 17n + BigInt(i)) }));
    }
    assert.match(await ask('add', { topic: 'pay' }), /A server can have 200 alerts/);
    assert.equal((await held()).length, 200);
  });

  it('suggests the last of several and keeps those before it', async () => {
    const { context } = aDesk();
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

describe('several values in one option', () => {
  const known = [
    { value: 'a', name: 'Alpha' },
    { value: 'b', name: 'Beta' },
  ];
  it('are read by value or name, each once', () => {
    assert.deepEqual(parseCommaList(' ALPHA ,, b,a', known), { values: ['a', 'b'] });
    assert.deepEqual(parseCommaList('a,zzz,b', known), { values: ['a'], unknown: 'zzz' });
    assert.deepEqual(parseCommaList(',,,', known), { values: [] });
  });

  it('are suggested within Discord’s limits, whatever was typed', () => {
    const many = Array.from({ length: 60 }, (_, i) => ({ value: `value-${i}`, name: `A rather long name ${i}` }));
    for (const typed of ['', many.map(({ value }) => value).join(','), ','.repeat(6000), 'x'.repeat(6000)]) {
      const choices = suggestCommaList(typed, many, () => many);
      assert.ok(choices.length <= 25);
      for (const { name, value } of choices) assert.ok(name.length <= 100 && value.length <= 100);
    }
  });
});

describe('/alerts edit, pause, snooze and remove', () => {
  it('change what is said and keep the rest', async () => {
    const { ask, held } = aDesk();
    await ask('add', { topic: 'training', quiet: '22-8' }, { roles: { role: ROLE } });
    const alert = (await held())[0]?.id ?? '';
    await ask('edit', { alert, least: 'minor', topic: 'all', quiet: 'none', nomention: 'true' });
    const [{ topics, least, quiet, roleId, kinds } = aSubscription()] = await held();
    assert.deepEqual(
      { topics, least, quiet, roleId, kinds },
      { topics: [], least: 'minor', quiet: undefined, roleId: undefined, kinds: [...ALERT_KINDS] },
    );
  });

  it('forget the trouble of a channel that is left', async () => {
    const { ask, held, store } = aDesk();
    const trouble = { code: 50013, detail: 'Missing Permissions', since: NOW.toISOString() };
    await store.subscriptions.put('s', aSubscription({ id: 's', trouble }));
    await ask('edit', { alert: 's', least: 'minor' });
    assert.deepEqual((await held())[0]?.trouble, trouble);
    await ask('edit', { alert: 's' }, { channels: { channel: { id: '200000000000000007', missingPermissions: [] } } });
    assert.equal((await held())[0]?.trouble, undefined);
  });

  it('pause until it is done again, snooze for a time', async () => {
    const { ask, held, store } = aDesk();
    await store.subscriptions.put('s', aSubscription({ id: 's' }));
    assert.match(await ask('pause', { alert: 's' }), /Alert paused[\s\S]*⏸ paused/);
    assert.match(await ask('pause', { alert: 's' }), /Alert resumed/);
    await ask('pause', { alert: 's' });
    assert.match(await ask('snooze', { alert: 's', for: 'day' }), /asleep until 2 June 2026 12:00 UTC/);
    assert.equal((await held())[0]?.paused, undefined);
    assert.equal((await held())[0]?.snoozedUntil, '2026-06-02T12:00:00.000Z');
    assert.match(await ask('snooze', { alert: 's', for: 'ever' }), /Pick a time/);
  });

  for (const subcommand of ['edit', 'remove', 'pause', 'snooze']) {
    it(`${subcommand} knows nothing of another server’s alerts`, async () => {
      const { ask, store } = aDesk();
      const other = aSubscription({ id: 's', guildId: '100000000000000009' });
      await store.subscriptions.put('s', other);
      for (const alert of ['s', '', 'constructor', 'x'.repeat(6000)]) {
        assert.match(await ask(subcommand, { alert, for: 'day', least: 'minor' }), /no such alert/);
      }
      assert.deepEqual(await store.subscriptions.get('s'), other);
    });
  }
});

describe('/alerts in a forum', () => {
  const FORUM = { id: '200000000000000005', missingPermissions: [], forum: true };
  const TAGS = ['Terms', 'News', 'Law', 'Pay', 'Voices', 'Tools'].map((name, i) => ({
    id: `50000000000000000${i}`,
    name,
  }));
  const tagIds = (...names: string[]) => names.map((name) => TAGS.find((one) => one.name === name)?.id ?? '');

  function aForumDesk({ tagRequired = false, known = true } = {}) {
    const desk = aDesk();
    desk.context.subscriptionService.getForum = async (_guild, channelId) =>
      known && channelId === FORUM.id ? { tags: TAGS, tagRequired } : undefined;
    return { ...desk, inForum: { channels: { channel: FORUM } } };
  }

  it('add takes tags by name, whatever the case, and edit changes them or takes them back', async () => {
    const { ask, held, inForum } = aForumDesk();
    assert.match(await ask('add', { tags: 'terms, NEWS' }, inForum), /→ #2\d+5 \(2 tags\)/);
    const [{ id: alert } = aSubscription()] = await held();
    const tags = async () => (await held())[0]?.tagIds;
    assert.deepEqual(await tags(), tagIds('Terms', 'News'));
    await ask('edit', { alert, least: 'minor' });
    assert.deepEqual(await tags(), tagIds('Terms', 'News'));
    await ask('edit', { alert, tags: 'law' });
    assert.deepEqual(await tags(), tagIds('Law'));
    await ask('edit', { alert, tags: 'none' });
    assert.deepEqual(await tags(), []);
    await ask('edit', { alert }, { channels: { channel: { id: HERE, missingPermissions: [] } } });
    assert.equal(await tags(), undefined);
  });

  it('add keeps alerts apart that differ in their tags', async () => {
    const { ask, held, inForum } = aForumDesk();
    await ask('add', { tags: 'terms' }, inForum);
    await ask('add', { tags: 'law' }, inForum);
    assert.match(await ask('add', { tags: 'law' }, inForum), /Already there/);
    assert.equal((await held()).length, 2);
  });

  for (const [what, world, options, said] of [
    ['a tag it has not', {}, { tags: 'terms, wether' }, /“wether” is no tag[\s\S]*Terms, News, Law/],
    ['more than five tags', {}, { tags: TAGS.map(({ name }) => name).join(',') }, /5 tags at most/],
    ['no tag where one is required', { tagRequired: true }, {}, /need a tag[\s\S]*Terms, News/],
    ['to take the tags back where one is required', { tagRequired: true }, { tags: 'none' }, /need a tag/],
    ['what it cannot look up', { known: false }, { tags: 'terms' }, /cannot read the tags/],
  ] as const) {
    it(`refuses ${what}, and adds nothing`, async () => {
      const { ask, held, inForum } = aForumDesk(world);
      assert.match(await ask('add', options, inForum), said);
      assert.deepEqual(await held(), []);
    });
  }

  it('refuses tags where there is no forum', async () => {
    const { ask, held } = aForumDesk();
    assert.match(await ask('add', { tags: 'terms' }), /Tags are for forum channels/);
    assert.deepEqual(await held(), []);
  });

  it('suggests the tags of the forum that was picked, or that the alert goes to', async () => {
    const { ask, held, context, inForum } = aForumDesk();
    const suggest = async (options: Record<string, string>, typed: string) =>
      (await command('alerts').autocomplete?.('tags', typed, aRequest({ options }), context))?.map(({ name }) => name);
    assert.deepEqual(await suggest({ channel: FORUM.id }, 'terms, ne'), ['Terms, News']);
    assert.deepEqual(await suggest({ channel: FORUM.id }, 'terms,news,law,pay,voices,'), []);
    assert.deepEqual(await suggest({ channel: HERE }, ''), []);
    assert.deepEqual(await suggest({}, ''), []);
    await ask('add', { tags: 'terms' }, inForum);
    const [{ id: alert } = aSubscription()] = await held();
    assert.deepEqual(await suggest({ alert }, 'la'), ['Law']);
  });

  it('test makes a post with the tags that its alerts have', async () => {
    const { ask, sender, inForum } = aForumDesk();
    await ask('add', { tags: 'terms' }, inForum);
    await ask('test', {}, inForum);
    assert.deepEqual(sender.sent.at(-1)?.forum, { guildId: GUILD, tagIds: tagIds('Terms') });
  });
});

describe('/alerts why', () => {
  async function aTold() {
    const desk = aDesk();
    const change = aChange();
    await desk.store.changes.put(change.id, change);
    const put = (overrides: Partial<Subscription>) =>
      desk.store.subscriptions.put(overrides.id ?? 's', aSubscription(overrides));
    const tell = async () => {
      const alert = createChangeAlert(change, change.firstSeenNew);
      assert.ok(alert);
      await enqueueAlert(desk.store, alert, alert.at);
      return alert;
    };
    return { ...desk, change, put, tell, why: () => desk.ask('why', { what: change.id.slice(0, 80) }) };
  }

  it('says for each alert of the server what became of it', async () => {
    const world = await aTold();
    await world.put({ id: 'told', channelId: '200000000000000001' });
    await world.put({ id: 'waits', channelId: '200000000000000002' });
    await world.put({ id: 'other-topic', channelId: '200000000000000003', topics: ['pay'] });
    await world.put({ id: 'digest', channelId: '200000000000000004', rhythm: 'weekly' });
    await world.put({ id: 'late', channelId: '200000000000000005', createdAt: '2026-05-30T00:00:00.000Z' });
    await world.put({ id: 'asleep', channelId: '200000000000000006', snoozedUntil: '2026-05-20T00:00:00.000Z' });
    await world.store.subscriptions.delete('late');
    const alert = await world.tell();
    await world.put({ id: 'late', channelId: '200000000000000005', createdAt: '2026-05-30T00:00:00.000Z' });
    const row = deliveryId(alert.id, '200000000000000001');
    const { kind, id: alertId } = alert;
    await world.store.outbox.delete(row);
    await world.store.deliveryLog.put(row, {
      alertId,
      kind,
      guildId: GUILD,
      channelId: '200000000000000001',
      messageId: '900000000000000001',
      at: '2026-05-01T10:00:05.000Z',
    });
    const said = await world.why();
    for (const [channel, fate] of [
      [1, /posted on 1 May 2026 10:00 UTC: the message <https:\/\/discord\.com\/channels\/1\d+\/2\d+1\/9\d+1>/],
      [2, /waits to be posted/],
      [3, /about other topics/],
      [4, /told by its digest/],
      [5, /added later/],
      [6, /was asleep/],
    ] as const) {
      const line = said.split('\n').find((one) => one.includes(`#20000000000000000${channel}`)) ?? '';
      assert.match(line, fate);
    }
  });

  it('says why a change was never an alert, and knows what it does not know', async () => {
    const world = await aTold();
    await world.put({});
    assert.match(await world.why(), /recorded and pinged nobody/);
    assert.match(await world.ask('why', { what: 'nothing' }), /no such change or story/);
    assert.match(await world.ask('why', {}), /no such change or story/);
  });

  it('knows of signals and of laws as well', async () => {
    const { context, ask, store } = await aTold();
    await store.subscriptions.put('s', aSubscription({ id: 's' }));
    context.readModel.catalog.regulation.push({
      date: '2026-05-20',
      jurisdiction: 'EU',
      kind: 'law',
      status: 'in-force',
      title: 'Machines must ask',
      effect: 'Mining needs a licence.',
      topics: ['scraping'],
      sources: ['https://law.example'],
    });
    const [law] = (await command('alerts').autocomplete?.('what', 'machines ask', aRequest(), context)) ?? [];
    assert.equal(law?.name, '20 May 2026 · European Union · Machines must ask');
    assert.match(await ask('why', { what: law?.value ?? '' }), /known from the catalog and pinged nobody/);
  });

  it('suggests changes and stories by their words', async () => {
    const { context } = await aTold();
    const suggest = async (typed: string) =>
      command('alerts').autocomplete?.('what', typed, aRequest({ subcommand: 'why' }), context);
    assert.equal((await suggest('TUNEBOX terms'))?.length, 1);
    assert.deepEqual(await suggest('tunebox weather'), []);
  });
});

describe('/alerts health', () => {
  it('names each channel in trouble, what is missing and since when, before those that are well', async () => {
    const { context, store } = aDesk();
    const trouble = { code: 50013, detail: 'Missing Permissions', since: '2026-05-30T10:00:00.000Z' };
    await store.subscriptions.put('a', aSubscription({ id: 'a', channelId: '200000000000000001' }));
    await store.subscriptions.put('b', aSubscription({ id: 'b', channelId: '200000000000000002', trouble }));
    await store.subscriptions.put('c', aSubscription({ id: 'c', channelId: '200000000000000003', trouble }));
    const inspectChannel = async (_guild: string, channelId: string): Promise<ChannelInspection> => ({
      status: 'seen',
      missing: channelId.endsWith('2') ? ['Send Messages'] : [],
    });
    const desk = { ...context.subscriptionService, inspectChannel };
    const answer = await command('alerts').execute(aRequest({ subcommand: 'health' }), {
      ...context,
      subscriptionService: desk,
    });
    assert.match(
      words(answer),
      /1 channel in trouble\n- #2\d+2: I lack Send Messages\. Since 30 May 2026 10:00 UTC\.\n- #2\d+3: the permission is back; .*\n- #2\d+1: all is well\./,
    );
  });

  it('asks Discord about so many channels that an answer is there in time, those in trouble first', async () => {
    const { context, store } = aDesk();
    const trouble = { code: 50013, detail: 'Missing Permissions', since: '2026-05-30T10:00:00.000Z' };
    for (let i = 0; i < 200; i++) {
      const of = { id: `s${i}`, channelId: `2000000000000${String(i).padStart(5, '0')}` };
      await store.subscriptions.put(of.id, aSubscription(i % 5 === 0 ? { ...of, trouble } : of));
    }
    const asked: string[] = [];
    const inspectChannel = async (_guild: string, channelId: string): Promise<ChannelInspection> => {
      asked.push(channelId);
      return { status: 'unknown' };
    };
    const desk = { ...context.subscriptionService, inspectChannel };
    const answer = await command('alerts').execute(aRequest({ subcommand: 'health' }), {
      ...context,
      subscriptionService: desk,
    });
    assert.equal(asked.length, 25);
    assert.ok(asked.every((channelId) => Number(channelId.slice(-5)) % 5 === 0));
    assert.match(words(answer), /^40 channels in trouble\n.* 175 more, not looked at now: 15 were in trouble/s);
  });

  it('has a word for a server without alerts', async () => {
    const { ask } = aDesk();
    assert.match(await ask('health'), /No alerts yet/);
  });
});
