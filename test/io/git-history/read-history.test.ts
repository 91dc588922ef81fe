import assert from 'node:assert/strict';
import { existsSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type TestContext, test } from 'node:test';
import { HistoryError, type HistoryFilter, type RecordedVersion } from '../../../src/app/ports/history.ts';
import { readHistory } from '../../../src/io/git-history/read-history.ts';
import { createRepository, git, skipWithoutGit, temporaryFolder } from './repository.ts';

const TERMS = 'Tunehive/Terms of Service.md';
const skip = skipWithoutGit;

async function readAll(dir: string, filter?: HistoryFilter): Promise<RecordedVersion[]> {
  return Array.fromAsync(readHistory(dir, filter));
}

async function contentsOf(dir: string, filter?: HistoryFilter): Promise<string[]> {
  return (await readAll(dir, filter)).map(({ content }) => content.toString());
}

function createHistory(t: TestContext) {
  const repository = createRepository(t);
  repository.commit('Start tracking Tunehive Terms of Service', { [TERMS]: 'one' });
  repository.commit('Update Tunehive Terms of Service', { [TERMS]: 'two' });
  return repository;
}

test('a version has its path, commit, date, kind and content', { skip }, async (t) => {
  const repository = createRepository(t);
  const source = 'b'.repeat(40);
  const commit = repository.commit(
    'Start tracking Tunehive Terms of Service',
    { [TERMS]: 'Be kind: “ï”\n' },
    { date: '2024-02-12T14:30:00+02:00', body: `Recorded from a page\n\nsource-commit: ${source}` },
  );
  assert.deepEqual(await readAll(repository.dir), [
    {
      service: 'Tunehive',
      type: 'Terms of Service',
      documentId: undefined,
      path: TERMS,
      commit,
      date: '2024-02-12T12:30:00.000Z',
      kind: 'first',
      content: 'Be kind: “ï”\n',
      sourceCommit: source,
    },
  ]);
});

test('versions come in log order, even if dates go back', { skip }, async (t) => {
  const { dir, commit } = createRepository(t);
  commit('Start tracking it', { [TERMS]: 'one' }, { date: '2025-01-01T00:00:00Z' });
  commit('Record new changes of it', { [TERMS]: 'two' }, { date: '2025-06-01T00:00:00Z' });
  commit('Apply technical or declaration upgrade on it', { [TERMS]: 'three' }, { date: '2025-01-01T00:00:00Z' });
  const versions = await readAll(dir);
  assert.deepEqual(
    versions.map(({ content, kind }) => [content, kind]),
    [
      ['one', 'first'],
      ['two', 'change'],
      ['three', 'technical'],
    ],
  );
});

test('service and type come from the path, whatever the subject says', { skip }, async (t) => {
  const { dir, commit } = createRepository(t);
  commit('Update Another Service Privacy Policy', { [TERMS]: 'one' });
  assert.deepEqual(
    (await readAll(dir)).map(({ service, type }) => [service, type]),
    [['Tunehive', 'Terms of Service']],
  );
});

test('a commit may record several documents, or none', { skip }, async (t) => {
  const { dir, commit } = createRepository(t);
  commit('Add Readme and License', { 'README.md': 'hello', LICENSE: 'free' });
  commit('Update all', { 'A/Terms of Service.md': 'a', 'B/Terms of Service.md': 'b', 'notes.txt': 'n' });
  commit('Say nothing', {});
  commit('Update A', { 'A/Terms of Service.md': 'a2' });
  assert.deepEqual(await contentsOf(dir), ['a', 'b', 'a2']);
});

test('deletions are skipped; a moved file is recorded at its new path', { skip }, async (t) => {
  const { dir, commit } = createRepository(t);
  commit('Start tracking', { [TERMS]: 'one', 'Old/Terms of Service.md': 'old' });
  commit('Remove', { 'Old/Terms of Service.md': null });
  commit('Rename', { [TERMS]: null, 'Beehive/Terms of Service.md': 'one' });
  assert.deepEqual(
    (await readAll(dir)).map(({ path }) => path),
    ['Old/Terms of Service.md', TERMS, 'Beehive/Terms of Service.md'],
  );
});

test('a merge records nothing of its own', { skip }, async (t) => {
  const { dir, commit } = createHistory(t);
  git(dir, ['checkout', '--quiet', '-b', 'side', 'HEAD~1']);
  commit('Update', { 'Side/Terms of Service.md': 'side' });
  git(dir, ['checkout', '--quiet', 'main']);
  git(dir, ['merge', '--quiet', '--no-edit', 'side']);
  const contents = await contentsOf(dir);
  assert.deepEqual(contents.toSorted(), ['one', 'side', 'two']);
  assert.equal(contents[0], 'one');
});

test('names may hold anything a file name may', { skip }, async (t) => {
  const { dir, commit } = createRepository(t);
  const paths = ['It\'s "tunes" $(x)/Terms & more.md', 'Línea\nbreak/Terms of Service.md', '-rf/--all.md'];
  for (const path of paths) commit('Update', { [path]: path });
  assert.deepEqual(await contentsOf(dir), paths);
  assert.deepEqual(await contentsOf(dir, { service: '-rf' }), ['-rf/--all.md']);
});

test('snapshots are HTML as text and PDF as bytes, with their document id', { skip }, async (t) => {
  const { dir, commit } = createRepository(t);
  commit('Record', { 'Tunehive/Community Guidelines #rules-music.html': '<p>Rules</p>' });
  commit('Record', { 'Tunehive/Terms of Service.pdf': '%PDF' });
  const [html, pdf] = await readAll(dir);
  assert.deepEqual(
    [html?.type, html?.documentId, html?.content],
    ['Community Guidelines', 'rules-music', '<p>Rules</p>'],
  );
  assert.ok(Buffer.isBuffer(pdf?.content));
});

test('links are not followed', { skip }, async (t) => {
  const { dir, commit } = createHistory(t);
  symlinkSync('/etc/passwd', join(dir, 'Tunehive/Privacy Policy.md'));
  commit('Update', {});
  assert.deepEqual(await contentsOf(dir), ['one', 'two']);
});

test('large, empty and many contents arrive complete', { skip }, async (t) => {
  const { dir, commit } = createRepository(t);
  const texts = ['', '\n', 'x'.repeat(300_000), `${'é\n'.repeat(100_000)}end`, 'blob 3\nabc\n'];
  for (const [i, text] of texts.entries()) commit('Update', { [`S${i}/Terms of Service.md`]: text });
  assert.deepEqual(await contentsOf(dir), texts);
});

test('the caller may stop in the middle', { skip }, async (t) => {
  const { dir } = createHistory(t);
  for await (const { content } of readHistory(dir)) {
    assert.equal(content, 'one');
    break;
  }
});

// ---- which history ---------------------------------------------------------------------------------------------

const TIPS: { when: string; arrange: (t: TestContext, dir: string) => string }[] = [
  { when: 'a branch is checked out', arrange: (_, dir) => dir },
  {
    when: 'the repository is bare',
    arrange: (t, dir) => clone(t, dir, ['--bare']),
  },
  {
    when: 'no branch is checked out',
    arrange: (_, dir) => {
      git(dir, ['checkout', '--quiet', '--detach']);
      return dir;
    },
  },
  {
    when: 'HEAD points nowhere and there is one branch',
    arrange: (_, dir) => {
      git(dir, ['branch', '--move', 'main', 'versions']);
      git(dir, ['symbolic-ref', 'HEAD', 'refs/heads/nowhere']);
      return dir;
    },
  },
  {
    when: 'HEAD points nowhere and one of several branches is called master',
    arrange: (_, dir) => {
      git(dir, ['branch', '--move', 'main', 'master']);
      git(dir, ['branch', 'older', 'HEAD~1']);
      git(dir, ['symbolic-ref', 'HEAD', 'refs/heads/nowhere']);
      return dir;
    },
  },
  {
    when: 'only the branches of the remote are there',
    arrange: (t, dir) => {
      git(dir, ['branch', 'older', 'HEAD~1']);
      const copy = clone(t, dir, ['--no-checkout']);
      git(copy, ['symbolic-ref', 'HEAD', 'refs/heads/nowhere']);
      git(copy, ['branch', '--delete', '--force', 'main']);
      return copy;
    },
  },
];
for (const { when, arrange } of TIPS) {
  test(`the whole history is read when ${when}`, { skip }, async (t) => {
    const dir = arrange(t, createHistory(t).dir);
    assert.deepEqual(await contentsOf(dir), ['one', 'two']);
  });
}

function clone(t: TestContext, source: string, options: string[]): string {
  const dir = temporaryFolder(t);
  git(dir, ['clone', '--quiet', ...options, source, '.']);
  return dir;
}

test("git's environment variables have no effect", { skip }, async (t) => {
  const { dir } = createHistory(t);
  process.env.GIT_DIR = '/nowhere';
  t.after(() => delete process.env.GIT_DIR);
  assert.equal((await readAll(dir)).length, 2);
});

test('programs in the configuration of a repository are not run', { skip }, async (t) => {
  const { dir } = createHistory(t);
  const trace = join(temporaryFolder(t), 'trace');
  const program = `touch ${trace};`;
  for (const name of ['core.fsmonitor', 'core.pager', 'gpg.program', 'diff.external', 'core.sshCommand']) {
    git(dir, ['config', name, program]);
  }
  git(dir, ['config', 'log.showSignature', 'true']);
  git(dir, ['config', 'log.showRoot', 'false']);
  assert.equal((await readAll(dir)).length, 2);
  assert.equal(existsSync(trace), false);
});

// ---- refusals --------------------------------------------------------------------------------------------------

async function assertRefused(dir: string, filter: HistoryFilter, code: string, message: RegExp) {
  await assert.rejects(readAll(dir, filter), (error) => {
    assert.ok(error instanceof HistoryError, String(error));
    assert.equal(error.code, code);
    assert.match(error.message, message);
    assert.doesNotMatch(error.message, /\n/);
    return true;
  });
}

test('an unknown service gets the nearest names', { skip }, async (t) => {
  const { dir, commit } = createHistory(t);
  commit('Update', { 'Wavebox/Terms of Service.md': 'w' });
  await assertRefused(
    dir,
    { service: 'tunehives' },
    'service-not-found',
    /no service "tunehives"; the nearest are: Tunehive/,
  );
});

test('an unknown type gets the types of that service', { skip }, async (t) => {
  const { dir, commit } = createHistory(t);
  commit('Update', { 'Wavebox/Privacy Policy.md': 'w' });
  const filter = { service: 'Tunehive', type: 'Privacy Policy' };
  await assertRefused(dir, filter, 'type-not-found', /no document type "Privacy Policy"; .*: Terms of Service$/);
});

test('a folder that is no repository is refused, even inside one', { skip }, async (t) => {
  const { dir } = createHistory(t);
  await assertRefused(temporaryFolder(t), {}, 'not-a-repository', /is not a git repository$/);
  await assertRefused(join(dir, 'Tunehive'), {}, 'not-a-repository', /is not a git repository$/);
  await assertRefused(join(dir, 'missing'), {}, 'not-a-repository', /is not a git repository$/);
  const file = join(temporaryFolder(t), 'history.bundle');
  writeFileSync(file, '');
  await assertRefused(file, {}, 'not-a-repository', /is not a git repository$/);
});

test('a repository without commits is refused', { skip }, async (t) => {
  await assertRefused(createRepository(t).dir, {}, 'no-commits', /holds no commits$/);
});

test('several branches without a main one are refused', { skip }, async (t) => {
  const { dir } = createHistory(t);
  git(dir, ['branch', '--move', 'main', 'one']);
  git(dir, ['branch', 'two']);
  git(dir, ['symbolic-ref', 'HEAD', 'refs/heads/nowhere']);
  await assertRefused(dir, {}, 'no-commits', /several branches/);
});

test('a history without a content is damaged', { skip }, async (t) => {
  const { dir } = createHistory(t);
  const blob = git(dir, ['rev-parse', `HEAD:${TERMS}`]);
  rmSync(join(dir, '.git/objects', blob.slice(0, 2), blob.slice(2)));
  await assertRefused(dir, {}, 'damaged', /lacks the content/);
});

test('missing git is reported', async (t) => {
  const path = process.env.PATH;
  t.after(() => {
    process.env.PATH = path;
  });
  process.env.PATH = temporaryFolder(t);
  await assertRefused(process.cwd(), {}, 'git-not-installed', /is it installed\?$/);
});

// ---- the real thing --------------------------------------------------------------------------------------------

const bundle = resolve(import.meta.dirname, '../../../../shared/corpus/versions-dev.bundle');
const skipWithoutBundle = skip || (existsSync(bundle) ? false : `${bundle} is not here`);

test('the recorded history of ten services is read completely', { skip: skipWithoutBundle }, async (t) => {
  const dir = clone(t, bundle, ['--bare']);
  let versions = 0;
  const services = new Set<string>();
  for await (const { service, sourceCommit } of readHistory(dir)) {
    versions += 1;
    services.add(service);
    assert.ok(sourceCommit);
  }
  assert.deepEqual([versions, services.size], [3_358, 10]);

  const soundcloud = await readAll(dir, { service: 'SoundCloud', type: 'Terms of Service' });
  assert.deepEqual(
    soundcloud.map(({ kind }) => kind),
    ['first', 'change', 'change', 'technical', 'change', 'change'],
  );
});
