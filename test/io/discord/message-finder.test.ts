/** A message in doubt is found in the loopback Discord, however much was written since. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type LoopbackDiscord, startLoopbackDiscord } from '../../../sandbox/discord/loopback-discord.ts';
import type { Courier, OutgoingMessage } from '../../../src/app/ports/courier.ts';
import type { Answer } from '../../../src/domain/answer.ts';
import { loopbackCourier } from '../../helpers/courier.ts';

const answer: Answer = {
  title: 'Tunebox changed its terms',
  tone: 'worse',
  blocks: [],
  buttons: [{ label: 'Timeline', call: { command: 'timeline', args: 'tunebox' } }],
};

describe('a message whose answer was lost', () => {
  let discord: LoopbackDiscord;
  let courier: Courier;
  let aheadMs = 0;
  const requests: string[] = [];
  before(async () => {
    discord = await startLoopbackDiscord({
      now: () => new Date(Date.now() + aheadMs),
      onRequest: ({ method, path }) => requests.push(`${method} ${path.replace('/api/v10', '')}`),
    });
    courier = loopbackCourier(discord);
  });
  after(() => discord.close());

  let channels = 0;
  async function aLostMessage(kind: 'text' | 'forum' = 'text') {
    const channel = discord.addChannel(`channel-${channels++}`, kind);
    const forum = kind === 'forum' ? { forum: { guildId: discord.world.guild.id, tagIds: [] } } : {};
    const message: OutgoingMessage = { channelId: channel.id, answer, nonce: `lost${channels}`, ...forum };
    const since = discord.world.now().toISOString();
    const sent = await courier.send(message);
    assert.ok(sent.status === 'sent');
    return { message, since, messageId: sent.messageId };
  }
  const write = (channelId: string, count: number) => {
    for (let i = 0; i < count; i++) {
      discord.world.messages.create({ content: `line ${i}` } as never, { channelId, author: discord.world.bot });
    }
  };

  for (const newer of [0, 60, 250]) {
    it(`is found with one request after ten minutes and ${newer} newer messages`, async () => {
      const { message, since, messageId } = await aLostMessage();
      aheadMs += 600_000;
      write(message.channelId, newer);
      requests.length = 0;
      assert.deepEqual(await courier.findSent(message, since), { status: 'found', messageId });
      assert.equal(requests.length, 1);
    });
  }

  it('is found page by page where much was written within the same minute', async () => {
    const channel = discord.addChannel('busy');
    const since = discord.world.now().toISOString();
    write(channel.id, 230);
    const message: OutgoingMessage = { channelId: channel.id, answer, nonce: 'busy' };
    const sent = await courier.send(message);
    assert.ok(sent.status === 'sent');
    write(channel.id, 100);
    assert.deepEqual(await courier.findSent(message, since), { status: 'found', messageId: sent.messageId });
    requests.length = 0;
    assert.deepEqual(
      await courier.findSent({ ...message, nonce: 'never', answer: { ...answer, title: 'Else' } }, since),
      {
        status: 'absent',
      },
    );
    assert.ok(requests.length <= 11, `${requests.length} requests`);
  });

  it('is found among the latest messages where our clock was ahead of Discord’s', async () => {
    const { message, messageId } = await aLostMessage();
    write(message.channelId, 20);
    const ahead = new Date(Date.now() + aheadMs + 2 * 86_400_000).toISOString();
    assert.deepEqual(await courier.findSent(message, ahead), { status: 'found', messageId });
  });

  it('is found in a forum among sixty newer posts, open and archived', async () => {
    const { message, since, messageId } = await aLostMessage('forum');
    for (let i = 0; i < 60; i++) await courier.send({ ...message, nonce: `newer${i}` });
    assert.deepEqual(await courier.findSent(message, since), { status: 'found', messageId });
    for (const { id } of discord.posts(message.channelId)) {
      aheadMs += 1000;
      discord.faults.archiveThread(id);
    }
    assert.deepEqual(await courier.findSent(message, since), { status: 'found', messageId });
  });
});

describe('the loopback Discord lists', () => {
  let discord: LoopbackDiscord;
  let channelId = '';
  const ids: string[] = [];
  before(async () => {
    discord = await startLoopbackDiscord();
    channelId = discord.addChannel('many').id;
    for (let i = 0; i < 8; i++) {
      const body = { content: `line ${i}` } as never;
      ids.push(discord.world.messages.create(body, { channelId, author: discord.world.bot }).id);
    }
  });
  after(() => discord.close());

  const list = async (query: string) => {
    const answer = await fetch(`${discord.api}/v10/channels/${channelId}/messages?${query}`, {
      headers: { authorization: `Bot ${discord.token}` },
    });
    const body = (await answer.json()) as { id: string }[] | { code: number };
    return Array.isArray(body) ? body.map(({ id }) => ids.indexOf(id)) : body.code;
  };

  const ROWS: [what: string, query: () => string, expected: number[] | number][] = [
    ['the latest messages, newest first', () => 'limit=3', [7, 6, 5]],
    ['those just after an id, newest first', () => `after=${ids[1]}&limit=3`, [4, 3, 2]],
    ['those just before an id, newest first', () => `before=${ids[4]}&limit=2`, [3, 2]],
    ['those around an id', () => `around=${ids[3]}&limit=3`, [4, 3, 2]],
    ['all messages after id 0', () => 'after=0', [7, 6, 5, 4, 3, 2, 1, 0]],
    ['no more than a hundred messages', () => 'limit=101', 50035],
  ];
  for (const [what, query, expected] of ROWS) {
    it(what, async () => assert.deepEqual(await list(query()), expected));
  }

  it('nothing where the bot may not read the history', async () => {
    discord.faults.deny(channelId, 'READ_MESSAGE_HISTORY');
    assert.deepEqual(await list('limit=3'), []);
  });
});
