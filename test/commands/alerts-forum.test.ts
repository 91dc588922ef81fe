/** /alerts in a forum: the tags of posts. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { alertsWorld, aRequest, command } from '../helpers/run-command.ts';
import { aSubscription } from '../helpers/world.ts';

const GUILD = '100000000000000001';
const HERE = '200000000000000001';

describe('/alerts in a forum', () => {
  const FORUM = { id: '200000000000000005', missingPermissions: [], forum: true };
  const TAGS = ['Terms', 'News', 'Law', 'Pay', 'Voices', 'Tools'].map((name, i) => ({
    id: `50000000000000000${i}`,
    name,
  }));
  const tagIds = (...names: string[]) => names.map((name) => TAGS.find((tag) => tag.name === name)?.id ?? '');

  function forumWorld({ tagRequired = false, isKnown = true } = {}) {
    const world = alertsWorld();
    world.context.subscriptionService.getForum = async (_guild, channelId) =>
      isKnown && channelId === FORUM.id ? { tags: TAGS, tagRequired } : undefined;
    return { ...world, inForum: { channels: { channel: FORUM } } };
  }

  it('adds tags by name, ignoring case, and edits or removes them', async () => {
    const { ask, list, inForum } = forumWorld();
    assert.match(await ask('add', { tags: 'terms, NEWS' }, inForum), /→ #2\d+5 \(2 tags\)/);
    const [{ id: alert } = aSubscription()] = await list();
    const tags = async () => (await list())[0]?.tagIds;
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

  it('treats alerts with different tags as different', async () => {
    const { ask, list, inForum } = forumWorld();
    await ask('add', { tags: 'terms' }, inForum);
    await ask('add', { tags: 'law' }, inForum);
    assert.match(await ask('add', { tags: 'law' }, inForum), /Already there/);
    assert.equal((await list()).length, 2);
  });

  for (const [what, forum, options, reply] of [
    ['an unknown tag', {}, { tags: 'terms, wether' }, /“wether” is no tag[\s\S]*Terms, News, Law/],
    ['more than five tags', {}, { tags: TAGS.map(({ name }) => name).join(',') }, /5 tags at most/],
    ['no tag where one is required', { tagRequired: true }, {}, /need a tag[\s\S]*Terms, News/],
    ['removing the tags where one is required', { tagRequired: true }, { tags: 'none' }, /need a tag/],
    ['tags of a forum that cannot be looked up', { isKnown: false }, { tags: 'terms' }, /cannot read the tags/],
  ] as const) {
    it(`refuses ${what}, and adds nothing`, async () => {
      const { ask, list, inForum } = forumWorld(forum);
      assert.match(await ask('add', options, inForum), reply);
      assert.deepEqual(await list(), []);
    });
  }

  it('refuses tags outside of forums', async () => {
    const { ask, list } = forumWorld();
    assert.match(await ask('add', { tags: 'terms' }), /Tags are for forum channels/);
    assert.deepEqual(await list(), []);
  });

  it('suggests the tags of the forum picked, or of the alert’s forum', async () => {
    const { ask, list, context, inForum } = forumWorld();
    const suggest = async (options: Record<string, string>, typed: string) =>
      (await command('alerts').autocomplete?.('tags', typed, aRequest({ options }), context))?.map(({ name }) => name);
    assert.deepEqual(await suggest({ channel: FORUM.id }, 'terms, ne'), ['Terms, News']);
    assert.deepEqual(await suggest({ channel: FORUM.id }, 'terms,news,law,pay,voices,'), []);
    assert.deepEqual(await suggest({ channel: HERE }, ''), []);
    assert.deepEqual(await suggest({}, ''), []);
    await ask('add', { tags: 'terms' }, inForum);
    const [{ id: alert } = aSubscription()] = await list();
    assert.deepEqual(await suggest({ alert }, 'la'), ['Law']);
  });

  it('posts a test with the tags of the forum’s alerts', async () => {
    const { ask, sender, inForum } = forumWorld();
    await ask('add', { tags: 'terms' }, inForum);
    await ask('test', {}, inForum);
    assert.deepEqual(sender.sent.at(-1)?.forum, { guildId: GUILD, tagIds: tagIds('Terms') });
  });
});
