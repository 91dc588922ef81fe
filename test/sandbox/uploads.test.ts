/** Files on messages, as a bot sends them and the chat page's server gets at them. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { DiscordAPIError, REST, Routes } from 'discord.js';
import { type LoopbackDiscord, startLoopbackDiscord } from '../../sandbox/discord/loopback-discord.ts';
import type { Message } from '../../sandbox/discord/model/messages.ts';

/** The start of a PNG of 3 × 2 pixels. */
const PNG = Buffer.from('89504e470d0a1a0a0000000d494844520000000300000002', 'hex');
const FILE = { name: 'card.png', data: PNG, contentType: 'image/png' };

describe('the loopback Discord, given files', () => {
  let discord: LoopbackDiscord;
  let rest: REST;
  let channelId: string;
  before(async () => {
    discord = await startLoopbackDiscord();
    rest = new REST({ api: discord.api, retries: 0 }).setToken(discord.token);
    channelId = discord.channel('platform-news').id;
  });
  after(() => discord.close());

  const post = async (body: object, files = [FILE]) =>
    (await rest.post(Routes.channelMessages(channelId), { body, files })) as Message;
  const attachments = [{ id: '0', description: 'A card' }];
  const hasCode = (code: number) => (error: unknown) => error instanceof DiscordAPIError && error.code === code;

  it('keeps them with their description, and a message of nothing else is not empty', async () => {
    const { attachments: kept } = await post({ attachments });
    const [{ id, url, ...rest } = assert.fail()] = kept;
    assert.deepEqual(rest, {
      filename: 'card.png',
      description: 'A card',
      content_type: 'image/png',
      size: PNG.length,
      width: 3,
      height: 2,
    });
    assert.match(url, new RegExp(`/attachments/${id}/card\\.png$`));
    assert.deepEqual(discord.world.messages.upload(id)?.bytes, PNG);
  });

  it('takes files that no attachment names', async () => {
    assert.equal((await post({ content: 'hello' })).attachments[0]?.filename, 'card.png');
  });

  it('takes no file from JSON alone', async () => {
    const body = {
      content: 'hello',
      attachments: [{ id: '0', upload: { filename: 'x', contentType: 'y', bytes: '' } }],
    };
    await assert.rejects(post(body, []), hasCode(50035));
  });

  it('leaves them on a message that is edited, and takes away what an edit does not name', async () => {
    const { id, attachments: kept } = await post({ content: 'hello', attachments });
    const edit = async (body: object) => (await rest.patch(Routes.channelMessage(channelId, id), { body })) as Message;
    assert.deepEqual((await edit({ content: 'again' })).attachments, kept);
    assert.deepEqual((await edit({ attachments: [{ id: kept[0]?.id }] })).attachments, kept);
    assert.deepEqual((await edit({ attachments: [] })).attachments, []);
  });

  it('refuses descriptions that are too long, a bot that may not attach files, and a body that is none', async () => {
    await assert.rejects(post({ attachments: [{ id: '0', description: 'x'.repeat(1025) }] }), hasCode(50035));
    discord.faults.deny(channelId, 'ATTACH_FILES');
    await assert.rejects(post({ attachments }), hasCode(50013));
    discord.faults.restore(channelId);
    const broken = await fetch(`${discord.api}/v10/channels/${channelId}/messages`, {
      method: 'POST',
      headers: { authorization: `Bot ${discord.token}`, 'content-type': 'multipart/form-data; boundary=x' },
      body: 'no part at all',
    });
    assert.deepEqual([broken.status, ((await broken.json()) as { code: number }).code], [400, 50109]);
  });
});
