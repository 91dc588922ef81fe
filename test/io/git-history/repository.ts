/** Builds small git repositories for tests. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';

/** For `test(…, { skip })`: the reason if git is missing. */
export const skipWithoutGit = spawnSync('git', ['--version']).error === undefined ? false : 'git is not installed here';

export function temporaryFolder(t: TestContext): string {
  const dir = mkdtempSync(join(tmpdir(), 'clausewatch-history-'));
  t.after(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

/** Runs git with a fixed author and returns its output. */
export function git(dir: string, args: readonly string[], env: Record<string, string> = {}): string {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  return execFileSync(
    'git',
    ['-c', 'user.name=Recorder', '-c', 'user.email=recorder@example.com', '-C', dir, ...args],
    {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...Object.fromEntries(inherited), ...env },
    },
  ).trim();
}

export interface TestRepository {
  dir: string;
  /** Writes (or deletes, for null) files and commits them. Returns the hash. */
  commit(
    subject: string,
    files: Record<string, string | Buffer | null>,
    extra?: { date?: string; body?: string },
  ): string;
}

export function createRepository(t: TestContext): TestRepository {
  const dir = temporaryFolder(t);
  git(dir, ['init', '--quiet', '--initial-branch=main']);
  return {
    dir,
    commit(subject, files, { date = '2026-01-01T00:00:00Z', body = '' } = {}) {
      for (const [path, content] of Object.entries(files)) {
        if (content === null) rmSync(join(dir, path));
        else {
          mkdirSync(dirname(join(dir, path)), { recursive: true });
          writeFileSync(join(dir, path), content);
        }
      }
      git(dir, ['add', '--all']);
      git(dir, ['commit', '--quiet', '--allow-empty', '-m', subject, '-m', body], {
        GIT_AUTHOR_DATE: date,
        GIT_COMMITTER_DATE: date,
      });
      return git(dir, ['rev-parse', 'HEAD']);
    },
  };
}
