import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { readJsonLines, readPage, readText } from '../../src/cli/input.ts';

async function writeFixture(t: TestContext, bytes: string | Buffer): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'clausewatch-files-'));
  t.after(() => rm(folder, { recursive: true }));
  const path = join(folder, 'saved');
  await writeFile(path, bytes);
  return path;
}

describe('a text file', () => {
  const rows: [title: string, bytes: string | Buffer, text: string][] = [
    ['is read without its byte order mark', '\ufeffGeändert', 'Geändert'],
    [
      'is UTF-8 if it can be, whatever it declares',
      '<meta charset="iso-8859-1">Geändert',
      '<meta charset="iso-8859-1">Geändert',
    ],
    [
      'has its declared charset if it cannot be UTF-8',
      Buffer.from('<meta charset="iso-8859-1">Ge\xe4ndert', 'latin1'),
      '<meta charset="iso-8859-1">Geändert',
    ],
    ['can be UTF-16', Buffer.from('\ufeffGeändert', 'utf16le'), 'Geändert'],
  ];
  for (const [title, bytes, text] of rows) {
    it(title, async (t) => {
      const path = await writeFixture(t, bytes);
      assert.equal(await readText(path), text);
      assert.equal(await readPage(path), text);
    });
  }

  it('of JSON Lines may begin with a byte order mark and have Windows line ends', async (t) => {
    const path = await writeFixture(t, '\ufeff{"id":"1"}\r\n\r\n{"id":"2"}\r\n');
    assert.deepEqual(await readJsonLines(path), [{ id: '1' }, { id: '2' }]);
  });
});
