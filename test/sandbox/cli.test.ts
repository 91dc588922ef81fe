import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const CLI = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));

describe('clausewatch sandbox', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sandbox-cli-'));
  });
  after(() => rm(folder, { recursive: true }));
  const children: ChildProcess[] = [];
  afterEach(() => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
  });

  const start = (command: string, webPort: number) => {
    const env = {
      ...process.env,
      DISCORD_TOKEN: '',
      WEB_PORT: String(webPort),
      STORE_URL: `sqlite:${folder}/a.db`,
      LOG_LEVEL: 'silent',
    };
    const running = spawn(process.execPath, [CLI, command], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    children.push(running);
    let stderr = '';
    running.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    return { running, stderr: () => stderr };
  };

  for (const command of ['sandbox', 'start']) {
    test(`${command} without a token says where the page is, and stops cleanly when told to`, async () => {
      const { running, stderr } = start(command, 0);
      const ended = once(running, 'exit');
      const [line] = await Promise.race([once(running.stdout, 'data'), ended.then(() => [stderr()])]);
      const url = /http:\/\/127\.0\.0\.1:\d+\//.exec(String(line))?.[0] ?? '';
      assert.match(await (await fetch(url)).text(), /<title>Clausewatch sandbox/);
      running.kill('SIGTERM');
      assert.deepEqual(await ended, [0, null], stderr());
    });
  }

  test('ends with the shell that npm started it from', { skip: process.platform === 'win32' }, async (t) => {
    const shell = spawn('sh', ['-c', `"${process.execPath}" "${CLI}" start; true`], {
      env: {
        ...process.env,
        npm_lifecycle_event: 'start',
        DISCORD_TOKEN: '',
        WEB_PORT: '0',
        STORE_URL: `sqlite:${folder}/b.db`,
        LOG_LEVEL: 'silent',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
      detached: true,
    });
    t.after(() => killGroup(shell));
    await once(shell.stdout, 'data');
    const silence = once(shell.stdout.resume(), 'end');
    shell.kill('SIGTERM');
    await silence;
  });

  test('a port that was chosen and is taken is one clear line and exit 1', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const { running, stderr } = start('sandbox', port);
    assert.deepEqual(await once(running, 'exit'), [1, null]);
    assert.equal(stderr(), `clausewatch: WEB_PORT ${port} is taken by another program\n`);
    other.close();
  });
});

function killGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // Nobody of it is left.
  }
}
