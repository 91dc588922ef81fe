import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { readJsonLines, readPage, readText } from '../../src/cli/files.ts';

async function saved(t: TestContext, bytes: string | Buffer): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'clausewatch-files-'));
  t.after(() => rm(folder, { recursive: true }));
  const path = join(folder, 'saved');
  await writeFile(path, bytes);
  return path;
}

describe('a saved text', () => {
  const rows: [what: string, bytes: string | Buffer, read: string][] = [
    ['is read without its byte order mark', '\ufeffGeändert', 'Geändert'],
    [
      'is UTF-8 where it can be, whatever it says of itself',
      '<meta charset="iso-8859-1">Geändert',
      '<meta charset="iso-8859-1">Geändert',
    ],
    [
      'is what it says of itself where it cannot be UTF-8',
      Buffer.from('<meta charset="iso-8859-1">Ge\xe4ndert', 'latin1'),
      '<meta charset="iso-8859-1">Geändert',
    ],
    ['can be UTF-16', Buffer.from('\ufeffGeändert', 'utf16le'), 'Geändert'],
  ];
  for (const [what, bytes, read] of rows) {
    it(what, async (t) => {
      const path = await saved(t, bytes);
      assert.equal(await readText(path), read);
      assert.equal(await readPage(path), read);
    });
  }

  it('of JSON Lines may begin with a byte order mark and end its lines as Windows does', async (t) => {
    const path = await saved(t, '\ufeff{"id":"1"}\r\n\r\n{"id":"2"}\r\n');
    assert.deepEqual(await readJsonLines(path), [{ id: '1' }, { id: '2' }]);
  });
});
