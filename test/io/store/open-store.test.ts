/** Stores that cannot be opened say why in one line; those that can are private to their user. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { copyStore } from '../../../src/io/store/copy-store.ts';
import { openStore } from '../../../src/io/store/open-store.ts';
import { acquireStoreLock } from '../../../src/io/store/store-lock.ts';
import { verifyStore } from '../../../src/io/store/verify-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'clausewatch-open-'));
after(() => rmSync(folder, { recursive: true }));
const modeOf = (path: string) => statSync(path).mode & 0o777;

/** A store of some pages, closed. */
async function aStore(name: string): Promise<string> {
  const path = join(folder, name);
  const store = openStore(`sqlite:${path}`);
  const entries = Array.from({ length: 200 }, (_, i) => ({
    key: `server-${i}`,
    value: { guildId: `${i}`, timeZone: 'x'.repeat(200) },
  }));
  await store.servers.putMany(entries);
  await store.close();
  return path;
}

describe('the files of a store', () => {
  it('and their new folder are private, and so are the files beside them', async () => {
    const path = join(folder, 'deep', 'er', 'store.db');
    const releaseLock = acquireStoreLock(`sqlite:${path}`);
    const store = openStore(`sqlite:${path}`);
    await store.servers.put('1', { guildId: '1' });
    copyStore(`sqlite:${path}`, `sqlite:${path}.copy`);
    assert.deepEqual([modeOf(join(folder, 'deep')), modeOf(join(folder, 'deep', 'er'))], [0o700, 0o700]);
    const files = readdirSync(join(folder, 'deep', 'er')).sort();
    assert.deepEqual(files, [
      'store.db',
      'store.db-shm',
      'store.db-wal',
      'store.db.copy',
      'store.db.lock',
      'store.db.lock-journal',
    ]);
    for (const file of files) assert.equal(modeOf(join(folder, 'deep', 'er', file)).toString(8), '600', file);
    await store.close();
    releaseLock();
  });

  it('become private where an early version left them readable, and the folder stays as it is', async () => {
    const place = join(folder, 'shared');
    mkdirSync(place);
    chmodSync(place, 0o755);
    const path = await aStore(join('shared', 'store.db'));
    chmodSync(path, 0o644);
    await openStore(`sqlite:${path}`).close();
    assert.deepEqual([modeOf(path), modeOf(place)], [0o600, 0o755]);
  });
});

describe('a store that cannot be written', () => {
  const open = new URL('../../../src/io/store/open-store.ts', import.meta.url);
  const claim = new URL('../../../src/io/store/store-lock.ts', import.meta.url);

  /** As an unprivileged user, in a process with a time limit. */
  function lineOf(url: string, doing = 'openStore'): string {
    const script =
      `if (process.getuid() === 0) process.setuid(65534);` +
      `const { openStore } = await import('${open}'); const { acquireStoreLock } = await import('${claim}');` +
      `try { ${doing}(${JSON.stringify(url)}); console.log('opened'); } catch (error) { console.log(error.code + ' ' + error.message); }`;
    const { stdout, signal } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      timeout: 20_000,
      encoding: 'utf8',
      killSignal: 'SIGKILL',
    });
    return signal ? `ended by ${signal}` : stdout.trim();
  }

  it('because the file is read-only names STORE_URL and the reason', async () => {
    const path = await aStore('read-only.db');
    chmodSync(folder, 0o777);
    chmodSync(path, 0o444);
    assert.equal(lineOf(`sqlite:${path}`), `cannot-open STORE_URL: cannot write ${path}: permission denied`);
  });

  it('because its folder is read-only names the folder', async () => {
    const place = join(folder, 'locked-up');
    mkdirSync(place);
    const path = await aStore(join('locked-up', 'store.db'));
    chmodSync(path, 0o666);
    chmodSync(place, 0o555);
    const line = `cannot-open STORE_URL: cannot write ${place}: permission denied`;
    assert.equal(lineOf(`sqlite:${path}`), line);
    assert.equal(lineOf(`sqlite:${path}`, 'acquireStoreLock'), line);
  });

  it('because no folder can be created there is refused at once', () => {
    assert.equal(
      lineOf('sqlite:/proc/clausewatch/data/store.db'),
      'cannot-open STORE_URL: cannot write /proc/clausewatch/data: no folder can be created there',
    );
  });

  it('because a folder or a file is in the way says so', async () => {
    mkdirSync(join(folder, 'a-folder.db'));
    assert.throws(() => openStore(`sqlite:${join(folder, 'a-folder.db')}`), {
      code: 'cannot-open',
      message: /^STORE_URL: cannot write .*a-folder\.db: it is a folder$/,
    });
    assert.notEqual(modeOf(join(folder, 'a-folder.db')), 0o600);
    writeFileSync(join(folder, 'a-file'), '');
    assert.throws(() => openStore(`sqlite:${join(folder, 'a-file', 'store.db')}`), {
      code: 'cannot-open',
      message: /a file stands where a folder should be$/,
    });
  });
});

describe('a damaged store', () => {
  const damaged = (what: RegExp) => ({ code: 'damaged', message: what });

  it('is detected at the start, with advice on what to do', async () => {
    const path = await aStore('damaged.db');
    await verifyStore(`sqlite:${path}`);
    // A page of zeros in the middle, as after a power cut.
    const file = openSync(path, 'r+');
    writeSync(file, Buffer.alloc(4096), 0, 4096, 4096 * 6);
    closeSync(file);
    await assert.rejects(
      verifyStore(`sqlite:${path}`),
      damaged(/^STORE_URL: .*damaged\.db is damaged: .* Stop the bot and copy .*sqlite3 .*damaged\.db \.recover/),
    );
  });

  it('is detected where the file is cut off, or is no database', async () => {
    const path = await aStore('cut.db');
    truncateSync(path, 4096 * 5);
    await assert.rejects(verifyStore(`sqlite:${path}`), damaged(/cut\.db is damaged/));
    const other = join(folder, 'other.db');
    writeFileSync(other, 'Dear diary, '.repeat(1000));
    await assert.rejects(verifyStore(`sqlite:${other}`), damaged(/file is not a database/));
    assert.throws(
      () => openStore(`sqlite:${other}`),
      damaged(/^STORE_URL: .* is damaged: file is not a database\. Stop/),
    );
  });

  it('is not suspected where the store does not exist yet, or is in memory', async () => {
    await verifyStore(`sqlite:${join(folder, 'never.db')}`);
    await verifyStore('sqlite::memory:');
  });
});
