import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { openStore } from '../../../src/io/store/open-store.ts';
import { acquireStoreLock } from '../../../src/io/store/store-lock.ts';

const aStore = () => `sqlite:${join(mkdtempSync(join(tmpdir(), 'clausewatch-claim-')), 'store.db')}`;
const inUse = { code: 'in-use', message: /another Clausewatch is running on .*store\.db; stop it first/ };

describe('a store', () => {
  it('is claimed by one at a time, and again once it was given back', () => {
    const url = aStore();
    const giveBack = acquireStoreLock(url);
    assert.throws(() => acquireStoreLock(url), inUse);
    giveBack();
    acquireStoreLock(url)();
  });

  it('in memory is nobody else’s', () => {
    acquireStoreLock('sqlite::memory:');
    acquireStoreLock('sqlite::memory:');
  });

  it('can be read and written beside its claim', async () => {
    const url = aStore();
    const giveBack = acquireStoreLock(url);
    const store = openStore(url);
    await store.servers.put('1', { guildId: '1' });
    await store.close();
    giveBack();
  });

  it('is free again when the process that claimed it was killed', async () => {
    const url = aStore();
    const module = new URL('../../../src/io/store/store-lock.ts', import.meta.url);
    const script = `import { acquireStoreLock } from '${module}'; acquireStoreLock('${url}'); console.log('claimed'); setInterval(() => {}, 1e6);`;
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
