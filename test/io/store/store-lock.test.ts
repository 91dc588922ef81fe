/** One bot at a time on a store. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { openStore } from '../../../src/io/store/open-store.ts';
import { acquireStoreLock } from '../../../src/io/store/store-lock.ts';

const aStore = () => `sqlite:${join(mkdtempSync(join(tmpdir(), 'clausewatch-lock-')), 'store.db')}`;
const inUse = { code: 'in-use', message: /another Clausewatch is running on .*store\.db; stop it first/ };

describe('a store', () => {
  it('is locked by one bot at a time, and can be locked again after its release', () => {
    const url = aStore();
    const releaseLock = acquireStoreLock(url);
    assert.throws(() => acquireStoreLock(url), inUse);
    releaseLock();
    acquireStoreLock(url)();
  });

  it('in memory needs no lock', () => {
    acquireStoreLock('sqlite::memory:');
    acquireStoreLock('sqlite::memory:');
  });

  it('can be read and written while it is locked', async () => {
    const url = aStore();
    const releaseLock = acquireStoreLock(url);
    const store = openStore(url);
    await store.servers.put('1', { guildId: '1' });
    await store.close();
    releaseLock();
  });

  it('is free again when the process that locked it was killed', async () => {
    const url = aStore();
    const module = new URL('../../../src/io/store/store-lock.ts', import.meta.url);
    const script = `import { acquireStoreLock } from '${module}'; acquireStoreLock('${url}'); console.log('locked'); setInterval(() => {}, 1e6);`;
    const other = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(other.stdout, 'data');
    assert.throws(() => acquireStoreLock(url), inUse);
    other.kill('SIGKILL');
    await once(other, 'exit');
    acquireStoreLock(url)();
  });
});
