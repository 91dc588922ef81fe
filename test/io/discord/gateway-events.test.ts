import assert from 'node:assert/strict';
import { it } from 'node:test';
import { startLoopbackDiscord } from '../../../sandbox/discord/loopback-discord.ts';
import { connectGateway } from '../../../src/io/discord/gateway.ts';
import { createGuildDirectory } from '../../../src/io/discord/guild-directory.ts';
import { recordingLog } from '../../helpers/world.ts';

it('a gateway event that cannot be read is logged and ends nothing', async () => {
  const discord = await startLoopbackDiscord();
  const log = recordingLog();
  const unread = Promise.withResolvers<void>();
  const gateway = await connectGateway({
    token: discord.token,
    api: discord.api,
    log: {
      ...log,
      error(message) {
        log.error(message);
        unread.resolve();
      },
    },
    guildDirectory: {
      ...createGuildDirectory(),
      updateGuild: ({ t }) => {
        if (t === 'GUILD_CREATE') throw new TypeError('it has no channels');
        return undefined;
      },
    },
    onInteraction: async () => {},
    onGuildEvent: () => {},
    onFatalError: () => {},
  });
  try {
    await unread.promise;
    assert.deepEqual(log.lines, ['error: a gateway event could not be read: GUILD_CREATE']);
  } finally {
    await gateway.close();
    await discord.close();
  }
});
