import assert from 'node:assert/strict';
import { it } from 'node:test';
import { startLoopbackDiscord } from '../../../sandbox/discord/loopback-discord.ts';
import { loopbackCourier } from '../../helpers/courier.ts';

it('channels of one guild that are inspected together share their requests', async () => {
  const requests: string[] = [];
  const discord = await startLoopbackDiscord({
    onRequest: ({ method, path }) =>
      requests.push(`${method} ${path.replace('/api/v10', '').replaceAll(/\d{5,}/g, '…')}`),
  });
  try {
    const courier = loopbackCourier(discord);
    const channels = Array.from({ length: 10 }, (_, i) => discord.addChannel(`channel-${i}`).id);
    discord.faults.deny(channels[3] ?? '', 'SEND_MESSAGES');
    discord.faults.deleteChannel(channels[4] ?? '');
    const inspections = await Promise.all(channels.map((id) => courier.inspectChannel(discord.world.guild.id, id)));
    assert.deepEqual(inspections[3], { status: 'seen', missing: ['Send Messages'] });
    assert.ok(inspections[4]?.status === 'blocked' && inspections[4].code === 10003);
    assert.deepEqual(inspections[5], { status: 'seen', missing: [] });
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
