/** SIGTERM in the middle of a fan-out: the process ends soon, nothing is half sent, and the next start sends the rest. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { startLoopbackDiscord } from '../../sandbox/discord/loopback-discord.ts';
import type { Delivery } from '../../src/domain/alert.ts';
import { openStore } from '../../src/io/store/open-store.ts';
import { recordStory } from '../helpers/record-story.ts';
import { anItem, aSubscription } from '../helpers/world.ts';

const PROGRAM = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));
const CHANNELS = 80;

test('a stop in the middle of a fan-out leaves nothing in doubt', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'clausewatch-stop-'));
  const storeUrl = `sqlite:${join(folder, 'store.db')}`;
  writeCatalog(folder);
  let onPost = () => {};
  const discord = await startLoopbackDiscord({
    onRequest: ({ method, path }) => method === 'POST' && path.endsWith('/messages') && onPost(),
  });
  const start = (): ChildProcess =>
    spawn(process.execPath, [PROGRAM, 'start'], {
      env: {
        ...process.env,
        DISCORD_TOKEN: discord.token,
        DISCORD_API: discord.api,
        STORE_URL: storeUrl,
        CATALOG_DIR: folder,
        LOG_LEVEL: 'warn',
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  try {
    const channels = Array.from({ length: CHANNELS }, (_, i) => discord.addChannel(`channel-${i}`).id);
    await planAStory(storeUrl, channels, discord.world.guild.id);
    const posted = () => channels.map((id) => discord.messages(id).length);

    const first = start();
    await Promise.race([posts(30), ended(first)]);
    first.kill('SIGTERM');
    assert.equal(await ended(first), 0);
    const afterStop = posted();
    const left = await outbox(storeUrl);
    assert.ok(left.every(({ state }) => state === 'pending'));
    assert.equal(left.length, afterStop.filter((count) => count === 0).length, 'exactly what is not posted waits');

    const second = start();
    await Promise.race([posts(left.length), ended(second)]);
    second.kill('SIGTERM');
    assert.equal(await ended(second), 0);
    assert.deepEqual(posted(), Array(CHANNELS).fill(1));
  } finally {
    await discord.close();
    rmSync(folder, { recursive: true });
  }

  /** Waits for so many more posts. */
  function posts(count: number): Promise<void> {
    let seen = 0;
    return new Promise((resolve) => {
      onPost = () => {
        seen += 1;
        if (seen === count) resolve();
      };
    });
  }
});

/** A catalog with nothing to poll. */
function writeCatalog(folder: string): void {
  mkdirSync(join(folder, 'platforms'));
  const platform = {
    id: 'tunebox',
    name: 'Tunebox',
    kind: 'hosting',
    homepage: 'http://127.0.0.1:1/',
    documents: {},
    feeds: [],
    researched: { training: 'unclear', asOf: '2026-01', confidence: 'low' },
  };
  writeFileSync(join(folder, 'platforms', 'tunebox.json'), JSON.stringify(platform));
}

async function planAStory(storeUrl: string, channels: string[], guildId: string): Promise<void> {
  const store = openStore(storeUrl);
  for (const channelId of channels) {
    await store.subscriptions.put(channelId, aSubscription({ id: channelId, channelId, guildId }));
  }
  const now = new Date().toISOString();
  await recordStory(
    store,
    {
      id: 'story',
      platforms: [],
      topics: ['training'],
      kind: 'policy-change',
      label: 'alert',
      firstSeen: now,
      items: [anItem()],
    },
    true,
    now,
  );
  await store.close();
}

async function outbox(storeUrl: string): Promise<Delivery[]> {
  const store = openStore(storeUrl);
  const rows: Delivery[] = [];
  for await (const [, row] of store.outbox.entries()) rows.push(row);
  await store.close();
  return rows;
}

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => child.once('close', (code) => resolve(code)));
