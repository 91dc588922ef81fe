import assert from 'node:assert/strict';
import { it } from 'node:test';
import { startLoopbackDiscord } from '../../../sandbox/discord/loopback-discord.ts';
import { createCourier } from '../../../src/io/discord/courier.ts';

it('channels of one server are looked at together, and what they all need is asked once', async () => {
  const requests: string[] = [];
  const discord = await startLoopbackDiscord({
    onRequest: ({ method, path }) =>
      requests.push(`${method} ${path.replace('/api/v10', '').replaceAll(/\d{5,}/g, '…')}`),
  });
  try {
    const waits = { elapsedMs: () => performance.now(), sleep: async () => {} };
    const courier = createCourier({
      token: discord.token,
      api: discord.api,
      userAgentAppendix: 'test',
      sleepClock: waits,
    });
    const channels = Array.from({ length: 10 }, (_, i) => discord.addChannel(`channel-${i}`).id);
    discord.trouble.deny(channels[3] ?? '', 'SEND_MESSAGES');
    discord.trouble.deleteChannel(channels[4] ?? '');
    const seen = await Promise.all(channels.map((id) => courier.inspectChannel(discord.world.guild.id, id)));
    assert.deepEqual(seen[3], { status: 'seen', missing: ['Send Messages'] });
    assert.ok(seen[4]?.status === 'blocked' && seen[4].code === 10003);
    assert.deepEqual(seen[5], { status: 'seen', missing: [] });
    assert.deepEqual(requests.sort(), [
      ...Array(10).fill('GET /channels/…'),
      'GET /guilds/…',
      'GET /guilds/…/members/…',
      'GET /users/@me',
    ]);
  } finally {
    await discord.close();
  }
});
