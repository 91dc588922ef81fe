/** Runs git safely on untrusted repositories: no shell, no network, nothing that their configuration could start. */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { HistoryError } from '../../app/ports/history.ts';

const MAX_STDERR_CHARS = 2_000;

interface GitProcess {
  input: Writable;
  output: Readable;
  /** Resolves when git exits with 0 or after `stop`; otherwise rejects with a HistoryError. */
  exited: Promise<void>;
  stop(): void;
}

/** Starts `git -C dir …`. */
export function startGit(dir: string, args: readonly string[]): GitProcess {
  const child = spawn('git', [...SAFE_GIT_ARGS, '-C', dir, ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: environmentFor(dir),
  });
  // `exited` reports a git that is gone.
  child.stdin.on('error', () => {});

  let stopped = false;
  const exited = exitOf(child, dir, () => stopped);
  // Callers await it only after the output; until then a failure must not count as unhandled.
  exited.catch(() => {});
  return {
    input: child.stdin,
    output: child.stdout,
    exited,
    stop() {
      stopped = true;
      child.kill();
    },
  };
}

/** Runs git to its end and returns its output, which should be short. */
export async function runGit(dir: string, args: readonly string[], input = ''): Promise<string> {
  const git = startGit(dir, args);
  git.input.end(input);
  const chunks: Buffer[] = [];
  for await (const chunk of git.output) chunks.push(chunk);
  await git.exited;
  return Buffer.concat(chunks).toString('utf8');
}

/** `safe.directory=*` is safe here: the folder may belong to another user, but nothing of it is run. */
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
  // GIT_ variables (set inside a hook, for example) would point it at another repository.
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  return {
    ...Object.fromEntries(inherited),
    LC_ALL: 'C',
    GIT_TERMINAL_PROMPT: '0',
    GIT_NO_LAZY_FETCH: '1',
    // A folder that is no repository must not resolve to one around it.
    GIT_CEILING_DIRECTORIES: parentOf(dir),
  };
}

function parentOf(dir: string): string {
  try {
    return dirname(realpathSync(dir));
  } catch {
    return ''; // It does not exist; git reports that.
  }
}

function exitOf(
  child: ChildProcessByStdio<Writable, Readable, Readable>,
  dir: string,
  isStopped: () => boolean,
): Promise<void> {
  let stderrText = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderrText = (stderrText + text).slice(0, MAX_STDERR_CHARS);
  });
  return new Promise((resolve, reject) => {
    child.on('error', (cause) => reject(spawnError(cause)));
    child.on('close', (code) => (code === 0 || isStopped() ? resolve() : reject(exitError(dir, code, stderrText))));
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
  const firstLine = stderrText.trim().split('\n', 1)[0] || 'no reason given';
  return new HistoryError('damaged', `git cannot read the history in "${dir}": ${firstLine}`, { cause });
}
