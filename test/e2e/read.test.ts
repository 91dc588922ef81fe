import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';

const CLAUSE = 'We may use the songs that you upload to train our AI models, unless you opt out.';

function run(t: TestContext, command: string, texts: readonly string[], ...options: string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'clausewatch-read-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const paths = texts.map((text, i) => {
    const path = join(folder, `${i}.md`);
    writeFileSync(path, text);
    return path;
  });
  return spawnSync(process.execPath, ['src/cli.ts', command, ...paths, ...options], { encoding: 'utf8' });
}

test('read shows what a clause does, how likely, and by which words', (t) => {
  const { stdout, status } = run(t, 'read', [`# Terms\n\nYou keep your songs. ${CLAUSE}\n`]);
  assert.equal(status, 0);
  assert.match(stdout, /\[Terms\] We may use the songs[^\n]*\n {2}major \d\d %, minor \d+ %\n/);
  assert.match(stdout, /\n {2}→ train-optout \d\d %: [^\n]*unless/);
  assert.match(stdout, /\n {2}→ training opt-out \d\d %\n/);
  assert.match(stdout, /\n\d+ clauses that may be about AI; training: opt-out\n$/);
});

test('read --json prints the same as JSON', (t) => {
  const { stdout } = run(t, 'read', [`# Terms\n\n${CLAUSE}\n`], '--json');
  const { section, text, weight, acts, training, words } = JSON.parse(stdout);
  assert.deepEqual([section, text], ['Terms', CLAUSE]);
  assert.ok(weight.major > 0.5 && acts['train-optout'] > 0.5 && training['opt-out'] > 0.5);
  assert.ok(words['train-optout'].length > 0);
});

const [BEFORE, AFTER] = ['', `\n\n${CLAUSE}`].map(
  (more) => `# Terms\n\nYou keep your songs.${more}\n\nWe pay every month once twenty euros are reached.\n`,
);

test('explain walks from the differences to the verdict', (t) => {
  const { stdout, status } = run(t, 'explain', [BEFORE ?? '', AFTER ?? '']);
  assert.equal(status, 0);
  assert.match(stdout, /^added: \d\d % major, \d\d % to matter\n\+ We may use the songs/);
  assert.match(stdout, /\n {4}gained: train(-optout)? \d\d %\n/);
  assert.match(stdout, /\n {4}[+−]\d+\.\d\d {2}\p{L}+[^\n]* -?\d/u);
  assert.match(stdout, /\n1 clauses differ, 1 about AI\n/);
  assert.match(
    stdout,
    /\nat least one of them: \d\d % major \(a ping from \d\d %\), \d\d % to matter \(a digest from \d\d %\)\n/,
  );
  assert.match(stdout, /\n→ ping: training; worse\n$/);
});

test('explain --json ends with the verdict', (t) => {
  const { stdout } = run(t, 'explain', [BEFORE ?? '', AFTER ?? ''], '--json');
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.deepEqual([lines[0].kind, lines[0].after], ['added', CLAUSE]);
  assert.equal(lines.at(-1).verdict, 'ping');
  assert.ok(lines.at(-1).major >= lines.at(-1).bounds.ping);
});

test('explain needs two files', (t) => {
  const { stderr, status } = run(t, 'explain', ['# Terms\n']);
  assert.equal(status, 1);
  assert.match(stderr, /expected 2 arguments, got 1/);
});
