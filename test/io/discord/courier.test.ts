/** The courier against the loopback Discord: every response, by its exact error code, and its outcome. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type LoopbackDiscord, startLoopbackDiscord } from '../../../sandbox/discord/loopback-discord.ts';
import type { Courier, OutgoingMessage } from '../../../src/app/ports/courier.ts';
import type { Answer } from '../../../src/domain/answer.ts';
import { loopbackCourier, manualClock } from '../../helpers/courier.ts';

const answer: Answer = {
  title: 'Tunebox changed its terms',
  url: 'https://tunebox.example/terms',
  tone: 'worse',
  blocks: [{ kind: 'text', line: ['See ', { link: 'the terms', url: 'https://tunebox.example/terms' }, '.'] }],
  buttons: [
    { label: 'Read', url: 'https://tunebox.example/terms' },
    { label: 'Timeline', call: { command: 'timeline', args: 'tunebox' } },
  ],
};

describe('a message', () => {
  let discord: LoopbackDiscord;
  let courier: Courier;
  let channelId = '';
  let nonces = 0;
  const message = (overrides: Partial<OutgoingMessage> = {}): OutgoingMessage => ({
    channelId,
    answer,
    nonce: `nonce${nonces++}`,
    ...overrides,
  });
  const posted = () => discord.messages(channelId);

  before(async () => {
    discord = await startLoopbackDiscord();
    channelId = discord.channel('general').id;
    courier = loopbackCourier(discord);
  });
  after(() => discord.close());

  it('is posted once, however often it is sent under the same nonce', async () => {
    const one = message();
    const first = await courier.send(one);
    assert.equal(first.status, 'sent');
    assert.deepEqual(await courier.send(one), first);
    assert.equal(posted().length, 1);
  });

  it('is found by its nonce, and not by another', async () => {
    const one = message();
    const sent = await courier.send(one);
    assert.ok(sent.status === 'sent');
    assert.deepEqual(await courier.findSent(one), { status: 'found', messageId: sent.messageId });
    assert.deepEqual(await courier.findSent(message()), { status: 'absent' });
  });

  it('without a button to carry its nonce is found by its content', async () => {
    const bare = { ...answer, title: 'No buttons', buttons: [] };
    for (const one of [message({ answer: bare }), message({ answer: bare, form: 'plain' })]) {
      assert.deepEqual(await courier.findSent(one), { status: 'absent' });
      const sent = await courier.send(one);
      assert.ok(sent.status === 'sent');
      assert.deepEqual(await courier.findSent(one), { status: 'found', messageId: sent.messageId });
    }
  });

  it('pings the chosen role and nobody else', async () => {
    const { watchers } = discord.world;
    await courier.send(message({ roleId: watchers.id, answer: { ...answer, title: '@everyone' } }));
    assert.deepEqual(posted().at(-1)?.mention_roles, [watchers.id]);
    assert.equal(posted().at(-1)?.mention_everyone, false);
  });

  it('is edited in place', async () => {
    const one = message();
    const sent = await courier.send(one);
    assert.ok(sent.status === 'sent');
    await courier.edit(sent.messageId, { ...one, answer: { ...answer, title: 'Taken back' } });
    assert.equal(posted().at(-1)?.embeds[0]?.title, 'Taken back');
    assert.equal((await courier.findSent(one)).status, 'found');
  });

  it('is published in an announcement channel, once', async () => {
    const channel = discord.addChannel('official', 'announcements');
    const sent = await courier.send(message({ channelId: channel.id }));
    assert.ok(sent.status === 'sent');
    assert.equal((await courier.publish(channel.id, sent.messageId)).status, 'sent');
    assert.equal((await courier.publish(channel.id, sent.messageId)).status, 'sent');
    assert.equal((discord.messages(channel.id)[0]?.flags ?? 0) & 1, 1);
  });

  it('whose answer is lost after its effect is not posted again by the retry', async () => {
    const before = posted().length;
    const one = message();
    discord.faults.inject({ fault: 'cut', afterEffect: true });
    const outcome = await courier.send(one);
    assert.ok(outcome.status === 'retry' && outcome.mayHaveArrived);
    assert.equal((await courier.send(one)).status, 'sent');
    assert.equal(posted().length, before + 1);
  });

  it('goes without its picture where files are not allowed', async () => {
    const draw = async () => new Uint8Array([1, 2, 3]);
    const picture = {
      kind: 'timeline',
      name: 'x',
      title: '',
      altText: 'a picture',
    } as unknown as Answer['picture'];
    const channel = discord.addChannel('no-files');
    discord.faults.deny(channel.id, 'ATTACH_FILES');
    const outcome = await loopbackCourier(discord, { draw }).send(
      message({ channelId: channel.id, answer: { ...answer, picture } }),
    );
    assert.equal(outcome.status, 'sent');
    assert.deepEqual(discord.messages(channel.id)[0]?.attachments, []);
  });

  it('in plain form is only its title and address', async () => {
    await courier.send(message({ form: 'plain' }));
    assert.equal(posted().at(-1)?.content, 'Tunebox changed its terms\nhttps://tunebox.example/terms');
    assert.deepEqual(posted().at(-1)?.embeds, []);
  });

  it('in its form without links has none anywhere, and keeps its command buttons', async () => {
    const quote = { kind: 'quote' as const, text: 'see https://evil.example/x for more' };
    await courier.send(message({ form: 'without-links', answer: { ...answer, blocks: [...answer.blocks, quote] } }));
    const { embeds, components } = posted().at(-1) ?? {};
    assert.doesNotMatch(JSON.stringify([embeds, components]), /http/);
    assert.match(JSON.stringify(embeds), /the terms/);
    assert.match(JSON.stringify(components), /\|timeline\|tunebox/);
  });

  const ANSWERS: [what: string, trouble: { status: number; code?: number }, expected: string][] = [
    ['403 50001 (no access)', { status: 403, code: 50001 }, 'blocked'],
    ['403 50013 (no permission)', { status: 403, code: 50013 }, 'blocked'],
    ['403 40004 (sending is disabled for a while)', { status: 403, code: 40004 }, 'retry'],
    ['403 40006 (this feature is disabled for a while)', { status: 403, code: 40006 }, 'retry'],
    ['404 10003 (channel gone)', { status: 404, code: 10003 }, 'blocked'],
    ['404 10004 (server gone)', { status: 404, code: 10004 }, 'blocked'],
    ['400 50024 (wrong kind of channel)', { status: 400, code: 50024 }, 'blocked'],
    ['400 220001 (a forum takes posts only)', { status: 400, code: 220001 }, 'blocked'],
    ['400 50035 (malformed)', { status: 400, code: 50035 }, 'unfit plain'],
    ['400 50006 (empty)', { status: 400, code: 50006 }, 'unfit plain'],
    ['400 200000 (AutoMod)', { status: 400, code: 200000 }, 'unfit without-links'],
    ['400 240000 (harmful link)', { status: 400, code: 240000 }, 'unfit without-links'],
    ['404 10008 (deleted by somebody)', { status: 404, code: 10008 }, 'sent'],
    ['400 of an unknown code', { status: 400, code: 99999 }, 'refused'],
    ['403 without a code (from Cloudflare)', { status: 403 }, 'retry'],
    ['404 without a code', { status: 404 }, 'retry'],
    ['500', { status: 500 }, 'retry in doubt'],
    ['503', { status: 503 }, 'retry in doubt'],
    ['403 40333 (banned)', { status: 403, code: 40333 }, 'paused'],
    ['400 130000 (overloaded)', { status: 400, code: 130000 }, 'retry in doubt'],
  ];
  for (const [what, trouble, expected] of ANSWERS) {
    it(`answered ${what}: ${expected}`, async () => {
      discord.faults.inject({ fault: trouble });
      const outcome = await courier.send(message());
      const fallback = outcome.status === 'unfit' ? ` ${outcome.fallback}` : '';
      const doubt = outcome.status === 'retry' && outcome.mayHaveArrived ? ' in doubt' : '';
      assert.equal(`${outcome.status}${fallback}${doubt}`, expected);
    });
  }

  it('answered 400 30046 (too many edits) waits an hour', async () => {
    discord.faults.inject({ fault: { status: 400, code: 30046 } });
    const outcome = await courier.edit('1', message());
    assert.ok(outcome.status === 'retry' && outcome.afterSeconds === 3600);
  });

  it('answered 429 for its channel waits as long as Discord says, and is not retried by the client', async () => {
    for (const shared of [false, true]) {
      discord.faults.inject({ fault: { status: 429, retryAfterSeconds: 7, shared } });
      const outcome = await loopbackCourier(discord).send(message());
      assert.ok(outcome.status === 'retry' && !outcome.mayHaveArrived);
      assert.ok(Math.abs((outcome.afterSeconds ?? 0) - 7) < 0.5, `${outcome.afterSeconds} s`);
    }
  });

  it('answered 429 for all requests pauses everything', async () => {
    discord.faults.inject({ fault: { status: 429, retryAfterSeconds: 3, global: true } });
    const outcome = await loopbackCourier(discord).send(message());
    assert.ok(outcome.status === 'paused' && Math.abs(outcome.afterSeconds - 3) < 0.5);
  });

  it('banned by Cloudflare (text/plain, 1015) makes no more requests until the ban is over', async () => {
    const clock = manualClock();
    const banned = loopbackCourier(discord, { sleepClock: clock });
    discord.faults.inject({ fault: { bannedSeconds: 90 } });
    const first = await banned.send(message());
    assert.ok(first.status === 'paused' && first.afterSeconds === 90);
    const before = posted().length;
    assert.equal((await banned.send(message())).status, 'paused');
    assert.equal(posted().length, before);
    clock.ms += 90_000;
    assert.equal((await banned.send(message())).status, 'sent');
  });

  it('aborted in flight may have arrived', async () => {
    const aborted = loopbackCourier(discord);
    aborted.abort();
    const outcome = await aborted.send(message());
    assert.ok(outcome.status === 'retry' && outcome.mayHaveArrived);
  });
});

describe('inspecting a channel', () => {
  let discord: LoopbackDiscord;
  let courier: Courier;
  before(async () => {
    discord = await startLoopbackDiscord();
    courier = loopbackCourier(discord);
  });
  after(() => discord.close());
  const inspect = () => courier.inspectChannel(discord.world.guild.id, discord.channel('general').id);

  it('names missing permissions, by roles and overwrites', async () => {
    assert.deepEqual(await inspect(), { status: 'seen', missing: [] });
    discord.faults.deny(discord.channel('general').id, 'EMBED_LINKS');
    assert.deepEqual(await inspect(), { status: 'seen', missing: ['Embed Links'] });
    discord.faults.restore(discord.channel('general').id);
    assert.deepEqual(await inspect(), { status: 'seen', missing: [] });
  });

  it('finds another channel to reach the admins', async () => {
    const { guild } = discord.world;
    assert.equal(
      await courier.findNoticeChannel(guild.id, discord.channel('platform-news').id),
      discord.channel('general').id,
    );
    discord.faults.deny(discord.channel('general').id, 'SEND_MESSAGES');
    assert.equal(await courier.findNoticeChannel(guild.id, discord.channel('platform-news').id), undefined);
    discord.faults.restore(discord.channel('general').id);
  });

  it('says so when the channel or its guild is gone', async () => {
    const channel = discord.addChannel('short-lived');
    discord.faults.deleteChannel(channel.id);
    const gone = await courier.inspectChannel(discord.world.guild.id, channel.id);
    assert.ok(gone.status === 'blocked' && gone.code === 10003);
    discord.faults.loseServer('kick');
    const kicked = await inspect();
    assert.ok(kicked.status === 'blocked' && kicked.code === 50001);
    discord.faults.returnServer();
    assert.deepEqual(await inspect(), { status: 'seen', missing: [] });
  });

  it('finds out nothing once the token is invalid', async () => {
    discord.faults.revokeToken();
    for (const nonce of ['x', 'y']) {
      const outcome = await courier.send({ channelId: discord.channel('general').id, answer, nonce });
      assert.equal(outcome.status, 'unauthorised');
    }
    assert.deepEqual(await inspect(), { status: 'unknown' });
  });
});
