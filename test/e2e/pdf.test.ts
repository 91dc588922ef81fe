import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { pdfOf } from '../helpers/pdf.ts';
import { typeset } from '../helpers/typeset.ts';
import { createRepository, skipWithoutGit as skip, temporaryFolder } from '../io/git-history/repository.ts';

const CLAUSE =
  'You keep every right in the recordings that you upload to our platform, and we may host and stream them.';
const TRAINING = 'We may use the recordings that you upload to train our artificial intelligence models.';

function clausewatch(...args: string[]) {
  return spawnSync(process.execPath, ['src/cli.ts', ...args], { encoding: 'utf8' });
}

function declarationFile(t: TestContext): string {
  const path = join(temporaryFolder(t), 'Tunebox.json');
  const fetch = 'https://tunebox.example/terms.pdf';
  writeFileSync(path, JSON.stringify({ name: 'Tunebox', terms: { 'Terms of Service': { fetch } } }));
  return path;
}

test('extract prints the Markdown of a saved PDF file, or why there is none', (t) => {
  const [declaration, folder] = [declarationFile(t), temporaryFolder(t)];
  const [good, bad] = [join(folder, 'terms.pdf'), join(folder, 'sorry.pdf')];
  writeFileSync(good, pdfOf(typeset([{ heading: 'Terms', size: 20 }, CLAUSE])));
  writeFileSync(bad, '<p>Sorry');
  const options = ['--declaration', declaration, '--type', 'Terms of Service'];
  assert.equal(clausewatch('extract', good, ...options).stdout, `# Terms\n\n${CLAUSE}\n`);

  const refused = clausewatch('extract', bad, ...options);
  assert.equal(refused.status, 1);
  assert.match(
    refused.stderr,
    /sorry\.pdf is unreadable: unsupported-type: declared as a PDF file, but it is a web page\n$/,
  );
});

test('replay reads snapshots that are PDF files', { skip }, (t) => {
  const { dir, commit } = createRepository(t);
  const path = 'Tunebox/Terms of Service.pdf';
  commit('Start tracking', { [path]: pdfOf(typeset([CLAUSE])) });
  commit(
    'Record',
    { [path]: pdfOf(typeset([CLAUSE], { columns: 40, footer: String })) },
    { date: '2026-01-02T00:00:00Z' },
  );
  commit('Record', { [path]: pdfOf(typeset([CLAUSE, TRAINING])) }, { date: '2026-01-03T00:00:00Z' });
  commit('Record', { [path]: Buffer.from('%PDF-1.4 broken') }, { date: '2026-01-04T00:00:00Z' });

  const { stdout, stderr } = clausewatch('replay', dir, '--declaration', declarationFile(t), '--json');
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.deepEqual(
    lines.map(({ textChanged, alert, capture }) => ({ textChanged, alert, capture })),
    [
      { textChanged: false, alert: false, capture: 'ok' },
      { textChanged: false, alert: false, capture: 'ok' },
      { textChanged: true, alert: true, capture: 'ok' },
      { textChanged: false, alert: false, capture: 'noise' },
    ],
    stderr,
  );
  assert.match(lines[3].reason, /^broken-file: the PDF file ends in the middle$/);
});
