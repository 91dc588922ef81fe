import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';

const CLAUSE = 'We may use the songs that you upload to train our AI models, unless you opt out.';

function read(t: TestContext, markdown: string, ...options: string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'clausewatch-read-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'terms.md');
  writeFileSync(path, markdown);
  return spawnSync(process.execPath, ['src/cli.ts', 'read', path, ...options], { encoding: 'utf8' });
}

test('read shows by which words a clause is read, and as what', (t) => {
  const { stdout, status } = read(t, `# Terms\n\nYou keep your songs. ${CLAUSE}\n`);
  assert.equal(status, 0);
  assert.match(stdout, /^\[Terms\] We may use the songs[^\n]*\n {4}ai: ai\n {4}train: train\n/);
  assert.match(stdout, /\n {2}→ training, major, worse: training unless one opts out\n/);
  assert.match(stdout, /\n1 clauses about AI; training: opt-out\n$/);
});

test('read --json says the same to programs', (t) => {
  const { stdout } = read(t, `# Terms\n\n${CLAUSE}\n`, '--json');
  const { section, text, concepts, statements } = JSON.parse(stdout);
  assert.deepEqual([section, text, concepts.train], ['Terms', CLAUSE, 'train']);
  assert.equal(statements[0].topic, 'training');
});
