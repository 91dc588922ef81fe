/** Runs git on a repository that is not ours: no shell, no network, nothing its own configuration could start. */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { HistoryError } from '../../app/ports/history.ts';

const MAX_STDERR_CHARS = 2_000;

export interface GitProcess {
  input: Writable;
  output: Readable;
  /** Resolves when git has ended well. Rejects with a HistoryError otherwise; not after `stop`. */
  exited: Promise<void>;
  stop(): void;
}

/** Starts `git -C dir …`. */
export function startGit(dir: string, args: readonly string[]): GitProcess {
  const child = spawn('git', [...SAFE_GIT_ARGS, '-C', dir, ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: environmentFor(dir),
  });
  // A git that is gone says so by `ended`.
  child.stdin.on('error', () => {});

  let stopped = false;
  const ended = exitOf(child, dir, () => stopped);
  // Whoever reads the output asks for it when the output is over; until then a failure waits.
  ended.catch(() => {});
  return {
    input: child.stdin,
    output: child.stdout,
    exited: ended,
    stop() {
      stopped = true;
      child.kill();
    },
  };
}

/** Runs git to its end and returns what it wrote. For short answers. */
export async function runGit(dir: string, args: readonly string[], input = ''): Promise<string> {
  const git = startGit(dir, args);
  git.input.end(input);
  const chunks: Buffer[] = [];
  for await (const chunk of git.output) chunks.push(chunk);
  await git.exited;
  return Buffer.concat(chunks).toString('utf8');
}

/** `safe.directory`: the folder may belong to somebody else, and nothing of it is run. */
const SAFE_GIT_ARGS = [
  '-c',
  'safe.directory=*',
  '-c',
  'core.fsmonitor=false',
  '-c',
  'protocol.allow=never',
  '--no-pager',
  '--no-replace-objects',
];

function environmentFor(dir: string): NodeJS.ProcessEnv {
  // Git's own variables (set inside a hook, say) would point it at another repository.
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  return {
    ...Object.fromEntries(inherited),
    LC_ALL: 'C',
    GIT_TERMINAL_PROMPT: '0',
    GIT_NO_LAZY_FETCH: '1',
    // A folder that is no repository must not be answered for by one it happens to lie in.
    GIT_CEILING_DIRECTORIES: parentOf(dir),
  };
}

function parentOf(dir: string): string {
  try {
    return dirname(realpathSync(dir));
  } catch {
    return ''; // It does not exist; git will say so.
  }
}

function exitOf(
  child: ChildProcessByStdio<Writable, Readable, Readable>,
  dir: string,
  isStopped: () => boolean,
): Promise<void> {
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(0, MAX_STDERR_CHARS);
  });
  return new Promise((resolve, reject) => {
    child.on('error', (cause) => reject(spawnError(cause)));
    child.on('close', (code) => (code === 0 || isStopped() ? resolve() : reject(exitError(dir, code, complaint))));
  });
}

function spawnError(cause: Error): HistoryError {
  return new HistoryError('git-not-installed', 'the program "git" could not be started; is it installed?', { cause });
}

function exitError(dir: string, code: number | null, stderrText: string): HistoryError {
  const cause = new Error(`git ended with ${code ?? 'a signal'}: ${stderrText.trim()}`);
  if (/not a git repository|cannot change to/.test(stderrText)) {
    return new HistoryError('not-a-repository', `"${dir}" is not a git repository`, { cause });
  }
  const firstLine = stderrText.trim().split('\n', 1)[0] || 'it does not say why';
  return new HistoryError('damaged', `git cannot read the history in "${dir}": ${firstLine}`, { cause });
}
