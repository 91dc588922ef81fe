/** Stores of other versions, through every door of the program: the bot, `poll --once`, and the commands that answer in a terminal. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { type LoopbackDiscord, startLoopbackDiscord } from '../../sandbox/discord/loopback-discord.ts';
import { readConfig } from '../../src/bot/config.ts';
import { startBot } from '../../src/bot/start-bot.ts';
import { SCHEMA_VERSION } from '../../src/io/store/migrations/migrations.ts';
import { openStore } from '../../src/io/store/open-store.ts';
import { aChange, aPlatform, recordingLog } from '../helpers/world.ts';
import { readEntries, schemaVersionOf, unpackVersion0, withDatabase } from '../io/store/stores/version-0.ts';

const PROGRAM = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'clausewatch-older-'));
let discord: LoopbackDiscord;
before(async () => {
  discord = await startLoopbackDiscord();
  mkdirSync(join(folder, 'catalog', 'platforms'), { recursive: true });
  const researched = { training: 'unclear', asOf: '2026-01', confidence: 'low' };
  const larkspool = { id: 'larkspool', name: 'Larkspool', kind: 'hosting', homepage: 'http://127.0.0.1:9/' };
  writeFileSync(
    join(folder, 'catalog', 'platforms', 'larkspool.json'),
    JSON.stringify({ ...larkspool, documents: {}, researched }),
  );
});
after(async () => {
  await discord.close();
  rmSync(folder, { recursive: true });
});

function run(path: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], {
    env: {
      ...process.env,
      DISCORD_TOKEN: 'never-used',
      // Nobody listens there.
      DISCORD_API: 'http://127.0.0.1:9/api',
      CATALOG_DIR: join(folder, 'catalog'),
      STORE_URL: `sqlite:${path}`,
    },
    encoding: 'utf8',
    timeout: 60_000,
  });
  return { status, stdout, stderr };
}

async function startBotOn(path: string, platform: string) {
  const read = readConfig({ DISCORD_TOKEN: discord.token, DISCORD_API: discord.api, STORE_URL: `sqlite:${path}` });
  assert.ok(read.status === 'ok');
  const platforms = [aPlatform({ id: platform, name: platform, documents: [] })];
  const log = recordingLog();
  const catalog = { platforms, feeds: [], regulation: [], crawlers: [] };
  return { bot: await startBot({ config: read.config, catalog, log }), log };
}

async function askForTimeline(platform: string): Promise<string> {
  const channelId = discord.channel('general').id;
  return JSON.stringify(await discord.ask({ command: 'timeline', options: { platform }, channelId }));
}

const backupsOf = (name: string) =>
  readdirSync(folder).filter((file) => file.startsWith(name) && file.endsWith('.bak'));

describe('a store of an earlier version', () => {
  it('is upgraded by the bot, which then answers from all of it', async () => {
    const path = unpackVersion0(join(folder, 'bot.db'));
    const original = readEntries(path);
    const { bot, log } = await startBotOn(path, 'larkspool');
    try {
      const timeline = await askForTimeline('larkspool');
      for (const date of ['23 February 2026', '21 May 2026', '28 May 2026']) assert.ok(timeline.includes(date), date);
    } finally {
      await bot.close();
    }
    assert.ok(log.lines.includes('info: the store is upgraded'), log.lines.join('\n'));
    assert.deepEqual(
      log.lines.filter((line) => line.startsWith('error')),
      [],
    );
    assert.equal(schemaVersionOf(path), SCHEMA_VERSION);
    const [backup, ...others] = backupsOf('bot.db');
    assert.deepEqual(others, []);
    assert.deepEqual(readEntries(join(folder, backup ?? '')), original);
  });

  for (const args of [
    ['timeline', 'larkspool'],
    ['stance', 'larkspool'],
    ['poll', '--once'],
  ]) {
    it(`is upgraded by clausewatch ${args.join(' ')}`, () => {
      const name = `${args[0]}.db`;
      const path = unpackVersion0(join(folder, name));
      const { status, stdout, stderr } = run(path, ...args);
      assert.deepEqual([status, stderr], [0, '']);
      if (args[0] === 'timeline') assert.match(stdout, /21 May 2026/);
      assert.deepEqual([schemaVersionOf(path), backupsOf(name).length], [SCHEMA_VERSION, 1]);
    });
  }
});

describe('a store of a newer version', () => {
  for (const args of [['start'], ['poll', '--once'], ['timeline', 'larkspool']]) {
    it(`is refused by clausewatch ${args.join(' ')} in one line and left untouched`, async () => {
      const name = `newer-${args[0]}.db`;
      const path = join(folder, name);
      await openStore(`sqlite:${path}`).close();
      withDatabase(path, (database) => database.exec('PRAGMA user_version = 1000'));
      const bytes = readFileSync(path);
      const { status, stdout, stderr } = run(path, ...args);
      assert.equal(status, 1);
      assert.match(stdout + stderr, /^clausewatch: STORE_URL: .* was written by a newer Clausewatch .*\n$/);
      assert.deepEqual(readFileSync(path), bytes);
      assert.deepEqual([backupsOf(name), existsSync(`${path}-wal`)], [[], false]);
    });
  }
});

describe('a store whose dated index is incomplete', () => {
  it('does not keep the bot from starting while it cannot be written, and is completed when it can', async () => {
    const path = join(folder, 'incomplete.db');
    const store = openStore(`sqlite:${path}`);
    await store.changes.put('c', aChange({ id: 'c' }));
    await store.close();
    const other = new DatabaseSync(path);
    other.exec(`
      UPDATE chronicle_filled SET up_to = 'changes:' WHERE namespace = 'changes';
      CREATE TRIGGER full BEFORE DELETE ON chronicle BEGIN SELECT RAISE(ABORT, 'nothing can be written'); END;`);
    const { bot, log } = await startBotOn(path, 'tunebox');
    try {
      assert.ok(log.lines.some((line) => /^error: the store cannot be written: .*nothing can be written/.test(line)));
      const { embeds } = await discord.ask({ command: 'status', channelId: discord.channel('general').id });
      assert.match(embeds[0]?.description ?? '', /Cannot be written since/);
      other.exec('DROP TRIGGER full');
      assert.match(await askForTimeline('tunebox'), /Terms of Service/);
    } finally {
      other.close();
      await bot.close();
    }
  });
});
