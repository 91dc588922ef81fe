/** Forum posts against the loopback Discord: with their tags, and once, though they have no nonce. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import {
  type ForumOptions,
  type LoopbackDiscord,
  startLoopbackDiscord,
} from '../../../sandbox/discord/loopback-discord.ts';
import type { Courier, OutgoingMessage } from '../../../src/app/ports/courier.ts';
import type { Answer } from '../../../src/domain/answer.ts';
import { forumPostTitle } from '../../../src/io/discord/forum-posts.ts';
import { loopbackCourier } from '../../helpers/courier.ts';

const answer: Answer = {
  title: 'Tunebox changed its terms',
  url: 'https://tunebox.example/terms',
  tone: 'worse',
  blocks: [{ kind: 'text', line: ['It may train AI on uploads now.'] }],
  buttons: [{ label: 'Timeline', call: { command: 'timeline', args: 'tunebox' } }],
};
const PICTURE = { kind: 'timeline', name: 'x', title: '', altText: 'a picture' } as unknown as Answer['picture'];

describe('a forum post', () => {
  let discord: LoopbackDiscord;
  let courier: Courier;
  let nonces = 0;
  const requests: string[] = [];

  before(async () => {
    discord = await startLoopbackDiscord({
      onRequest: ({ method, path }) => requests.push(`${method} ${path.replace('/api/v10', '')}`),
    });
  });
  // The REST client has rate limits of its own: each test gets a new one.
  beforeEach(() => {
    courier = loopbackCourier(discord);
  });
  after(() => discord.close());

  function aForum(wish: ForumOptions = { tags: ['Terms', 'News'] }) {
    const forum = discord.addChannel(`forum-${nonces}`, 'forum', wish);
    const tag = (name: string) => forum.available_tags?.find((one) => one.name === name)?.id ?? '';
    const message = (tagIds: readonly string[] = [], overrides: Partial<OutgoingMessage> = {}): OutgoingMessage => ({
      channelId: forum.id,
      answer,
      nonce: `nonce${nonces++}`,
      forum: { guildId: discord.world.guild.id, tagIds },
      ...overrides,
    });
    return { forum, tag, message, posts: () => discord.posts(forum.id) };
  }

  async function sent(message: OutgoingMessage, by = courier): Promise<string> {
    const outcome = await by.send(message);
    assert.ok(outcome.status === 'sent', JSON.stringify(outcome));
    return outcome.messageId;
  }

  it('has the alert’s title, the chosen tags, and the alert as its first message', async () => {
    const { tag, message, posts } = aForum();
    const id = await sent(message([tag('News')], { roleId: discord.world.watchers.id }));
    const [post] = posts();
    assert.deepEqual([post?.id, post?.name, post?.tags], [id, answer.title, ['News']]);
    const [first, ...more] = post?.messages ?? [];
    assert.deepEqual([first?.id, first?.embeds[0]?.title, more], [id, answer.title, []]);
    assert.deepEqual(first?.mention_roles, [discord.world.watchers.id]);
  });

  it('carries its picture, or goes without where files are not allowed', async () => {
    const drawing = loopbackCourier(discord, { draw: async () => new Uint8Array([1, 2, 3]) });
    const { forum, message, posts } = aForum();
    const drawn = message([], { answer: { ...answer, picture: PICTURE } });
    await sent(drawn, drawing);
    const [attachment] = posts()[0]?.messages[0]?.attachments ?? [];
    assert.deepEqual([attachment?.filename, attachment?.description], ['x.png', 'a picture']);
    discord.faults.deny(forum.id, 'ATTACH_FILES');
    await sent({ ...drawn, nonce: 'other' }, drawing);
    assert.deepEqual(posts()[1]?.messages[0]?.attachments, []);
  });

  it('whose answer is lost after its effect is found by its nonce marker among posts of the same title', async () => {
    const { message, posts } = aForum();
    const lost = message();
    await sent(message());
    discord.faults.inject({ fault: 'cut', afterEffect: true, on: /^POST .*\/threads$/ });
    const outcome = await courier.send(lost);
    assert.ok(outcome.status === 'retry' && outcome.mayHaveArrived);
    await sent(message());
    assert.deepEqual(await courier.findSent(lost), { status: 'found', messageId: posts()[1]?.id });
    assert.deepEqual(await courier.findSent(message()), { status: 'absent' });
  });

  it('is found after it was renamed or archived, and in plain form', async () => {
    const { message } = aForum();
    for (const one of [
      message(),
      message([], { form: 'plain' }),
      message([], { answer: { ...answer, buttons: [] } }),
    ]) {
      const id = await sent(one);
      Object.assign(discord.world.threads.get(id) ?? {}, { name: 'Look at this' });
      assert.deepEqual(await courier.findSent(one), { status: 'found', messageId: id });
      discord.faults.archiveThread(id);
      assert.deepEqual(await courier.findSent(one), { status: 'found', messageId: id });
      discord.world.threads.delete(id);
    }
  });

  it('is searched for only in its forum, among the bot’s own posts, with few requests', async () => {
    const { forum, message } = aForum();
    const elsewhere = aForum();
    const one = message();
    await sent({ ...one, channelId: elsewhere.forum.id });
    for (let i = 0; i < 15; i++) await sent(message());
    requests.length = 0;
    assert.deepEqual(await courier.findSent(one), { status: 'absent' });
    assert.ok(requests.length <= 13, `${requests.length} requests`);
    assert.ok(requests.includes(`GET /channels/${forum.id}/threads/archived/public`));
  });

  it('that cannot be read is not found', async () => {
    const { forum, message } = aForum();
    const one = message();
    await sent(one);
    discord.faults.deny(forum.id, 'READ_MESSAGE_HISTORY');
    assert.deepEqual(await courier.findSent(one), { status: 'absent' });
  });

  it('is edited in place, even when archived, but not when locked', async () => {
    const { message, posts } = aForum();
    const one = message();
    const id = await sent(one);
    const edit = (title: string) => courier.edit(id, { ...one, answer: { ...answer, title } });
    const title = () => posts()[0]?.messages[0]?.embeds[0]?.title;
    assert.equal((await edit('Taken back')).status, 'sent');
    discord.faults.archiveThread(id);
    assert.equal((await edit('Taken back twice')).status, 'sent');
    assert.equal(title(), 'Taken back twice');
    discord.faults.archiveThread(id, 'locked');
    const refused = await edit('Never');
    assert.ok(refused.status === 'blocked' && refused.code === 160005);
    assert.equal(title(), 'Taken back twice');
  });

  it('without a required tag is blocked, and an inspection says why', async () => {
    const { forum, tag, message } = aForum({ tags: ['Terms'], tagRequired: true });
    const outcome = await courier.send(message());
    assert.ok(outcome.status === 'blocked' && outcome.code === 40067);
    const inspect = (tagIds?: string[]) => courier.inspectChannel(discord.world.guild.id, forum.id, tagIds);
    assert.deepEqual(await inspect([]), { status: 'blocked', code: outcome.code, detail: outcome.detail });
    assert.deepEqual(await inspect([tag('Terms')]), { status: 'seen', missing: [] });
    await sent(message([tag('Terms')]));
  });

  it('with a deleted tag is posted without tags', async () => {
    const { message, posts } = aForum();
    const one = message(['123456789012345678']);
    const outcome = await courier.send(one);
    assert.ok(outcome.status === 'unfit' && outcome.fallback === 'without-tags');
    await sent({ ...one, form: outcome.fallback });
    assert.deepEqual(posts()[0]?.tags, []);
  });

  const ANSWERS: [what: string, trouble: { status: number; code: number }, expected: string][] = [
    ['40058 (a forum takes posts only)', { status: 400, code: 40058 }, 'blocked'],
    ['40066 (no tag that it may set)', { status: 400, code: 40066 }, 'blocked'],
    ['50083 (archived)', { status: 400, code: 50083 }, 'blocked'],
    ['160005 (locked)', { status: 400, code: 160005 }, 'blocked'],
    ['20016 (slow mode)', { status: 400, code: 20016 }, 'retry 600'],
    ['160006 (too many open threads)', { status: 400, code: 160006 }, 'retry 3600'],
  ];
  for (const [what, trouble, expected] of ANSWERS) {
    it(`answered ${what}: ${expected}`, async () => {
      discord.faults.inject({ fault: trouble });
      const outcome = await courier.send(aForum().message());
      const seconds = outcome.status === 'retry' ? ` ${outcome.afterSeconds}` : '';
      assert.equal(outcome.status + seconds, expected);
    });
  }

  it('names permissions as Discord does in forums', async () => {
    const { forum } = aForum();
    const inspect = () => courier.inspectChannel(discord.world.guild.id, forum.id, []);
    discord.faults.deny(forum.id, 'SEND_MESSAGES');
    assert.deepEqual(await inspect(), { status: 'seen', missing: ['Create Posts'] });
    discord.faults.restore(forum.id);
    assert.deepEqual(await inspect(), { status: 'seen', missing: [] });
  });

  it('can have the tags that the bot may set', async () => {
    const { guild } = discord.world;
    const { forum, tag } = aForum({ tags: ['Terms'], moderatedTags: ['Official'], tagRequired: true });
    const seen = await courier.getForum(guild.id, forum.id);
    assert.deepEqual(seen, { tags: [{ id: tag('Terms'), name: 'Terms' }], tagRequired: true });
    assert.equal(await courier.getForum(guild.id, discord.channel('general').id), undefined);
  });
});

describe('a thread in a text channel', () => {
  let discord: LoopbackDiscord;
  let courier: Courier;
  before(async () => {
    discord = await startLoopbackDiscord();
    courier = loopbackCourier(discord);
  });
  after(() => discord.close());

  it('is reopened by a message or an edit when archived, but not when locked', async () => {
    const { id: channelId } = discord.addThread(discord.channel('general').id, 'alerts');
    const message = (nonce: string): OutgoingMessage => ({ channelId, answer, nonce });
    const inspect = () => courier.inspectChannel(discord.world.guild.id, channelId);
    const first = await courier.send(message('one'));
    assert.ok(first.status === 'sent');

    discord.faults.archiveThread(channelId);
    assert.deepEqual(await inspect(), { status: 'seen', missing: [] });
    assert.equal((await courier.send(message('two'))).status, 'sent');
    discord.faults.archiveThread(channelId);
    assert.equal((await courier.edit(first.messageId, message('one'))).status, 'sent');

    discord.faults.archiveThread(channelId, 'locked');
    const outcome = await courier.send(message('three'));
    assert.ok(outcome.status === 'blocked');
    assert.deepEqual(await inspect(), { status: 'blocked', code: outcome.code, detail: outcome.detail });
    discord.faults.archiveThread(channelId, 'open');
    assert.deepEqual(await inspect(), { status: 'seen', missing: [] });
  });
});

describe('the title of a post', () => {
  const nameOf = (title: string, form?: OutgoingMessage['form']) =>
    forumPostTitle({ answer: { ...answer, title }, form });
  for (const [what, title, expected] of [
    ['is the title as it is', 'Terms * of_use [new]', 'Terms * of_use [new]'],
    ['has no invisible characters and no line breaks', 'a\u202eb\u200b \n c', 'ab c'],
    ['is never empty', '\u200b', '…'],
  ] as const) {
    it(what, () => assert.equal(nameOf(title), expected));
  }

  it('is cut between words, and never within a character', () => {
    const long = nameOf('Several words '.repeat(20));
    assert.ok(long.length <= 100 && long.length > 85);
    assert.match(long, /^(Several words )+(Several )?…$/);
    const oneWord = nameOf('😀'.repeat(80));
    assert.ok(oneWord.length <= 100 && oneWord.isWellFormed());
  });

  it('has no address where links are filtered', () => {
    assert.equal(nameOf('See https://evil.example/x', 'without-links'), 'See –');
  });
});
