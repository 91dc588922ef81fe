/** A store of an earlier version, on a disk that takes nothing while its side table is filled. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { startLoopbackDiscord } from '../../sandbox/discord/loopback-discord.ts';
import { readConfig } from '../../src/config.ts';
import { openStore } from '../../src/io/store/open-store.ts';
import { startBot } from '../../src/main.ts';
import { aChange, aPlatform, listeningLog } from '../helpers/world.ts';

test('a bot whose older store cannot be filled starts all the same, says so, and fills it when it can', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'clausewatch-older-'));
  const path = join(folder, 'store.db');
  const before = openStore(`sqlite:${path}`);
  await before.changes.put('c', aChange({ id: 'c' }));
  await before.close();
  const other = new DatabaseSync(path);
  other.exec(`
    UPDATE chronicle_filled SET up_to = 'changes:' WHERE namespace = 'changes';
    CREATE TRIGGER full BEFORE DELETE ON chronicle BEGIN SELECT RAISE(ABORT, 'nothing can be written'); END;`);
  const discord = await startLoopbackDiscord();
  const channelId = discord.channel('general').id;
  const timeline = async () => {
    const answer = await discord.ask({ command: 'timeline', options: { platform: 'tunebox' }, channelId });
    return JSON.stringify(answer);
  };
  const read = readConfig({ DISCORD_TOKEN: discord.token, DISCORD_API: discord.api, STORE_URL: `sqlite:${path}` });
  assert.ok(read.status === 'ok');
  const catalog = { platforms: [aPlatform({ documents: [] })], feeds: [], regulation: [], crawlers: [] };
  const log = listeningLog();
  const bot = await startBot({ config: read.config, catalog, log });
  try {
    assert.ok(log.lines.some((line) => /^error: the store cannot be written: .*nothing can be written/.test(line)));
    const { embeds } = await discord.ask({ command: 'status', channelId });
    assert.match(embeds[0]?.description ?? '', /Cannot be written since/);
    other.exec('DROP TRIGGER full');
    assert.match(await timeline(), /Terms of Service/);
  } finally {
    other.close();
    await bot.close();
    await discord.close();
    rmSync(folder, { recursive: true });
  }
});
