/** `clausewatch start` refuses a store with a damaged page. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openStore } from '../../src/io/store/open-store.ts';

const PROGRAM = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));
const PAGE_BYTES = 4096;

test('a bot on a damaged store says what to do in one line, exits with 1 and sends nothing to Discord', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'clausewatch-damaged-'));
  try {
    const path = join(folder, 'store.db');
    const store = openStore(`sqlite:${path}`);
    const servers = Array.from({ length: 200 }, (_, i) => ({ guildId: `${i}`, timeZone: 'x'.repeat(200) }));
    await store.servers.putMany(servers.map((value) => ({ key: value.guildId, value })));
    await store.close();
    const file = openSync(path, 'r+');
    writeSync(file, Buffer.alloc(PAGE_BYTES), 0, PAGE_BYTES, PAGE_BYTES * 6);
    closeSync(file);

    const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, 'start'], {
      env: {
        ...process.env,
        DISCORD_TOKEN: 'never-used',
        // Nobody listens there: a request would be tried again for a minute.
        DISCORD_API: 'http://127.0.0.1:9/api',
        CATALOG_DIR: '',
        STORE_URL: `sqlite:${path}`,
      },
      encoding: 'utf8',
      timeout: 30_000,
    });
    assert.equal(status, 1);
    assert.match(stdout + stderr, /^clausewatch: STORE_URL: .*store\.db is damaged: .* Stop the bot and copy .*\n$/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
