/** Lists the files that each commit recorded, from one `git log`. */
import type { Readable } from 'node:stream';
import { HistoryError } from '../../app/ports/history.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import { startGit } from './git.ts';

/** One file that one commit added or changed. */
export interface CommittedFile {
  commit: string;
  date: Instant;
  subject: string;
  /** The message below the subject. */
  message: string;
  path: string;
  /** Hash of the content. */
  blob: string;
}

/** Oldest first, parents before children. Skips deletions, links, submodules and merges. */
export async function* readGitLog(dir: string, tip: string): AsyncGenerator<CommittedFile> {
  const git = startGit(dir, [...LOG_ARGS, tip, '--']);
  git.input.end();
  try {
    yield* parseGitLog(splitAtNul(git.output));
    await git.exited;
  } finally {
    git.stop();
  }
}

/** Sets every option that the repository's configuration could change. */
const LOG_ARGS = [
  '-c',
  'log.showRoot=true',
  'log',
  '--reverse',
  '--topo-order',
  '--raw',
  '-z',
  '--no-abbrev',
  '--no-renames',
  '--diff-merges=off',
  '--no-show-signature',
  '--no-decorate',
  '--no-mailmap',
  '--encoding=UTF-8',
  '--format=tformat:%H%x00%at%x00%s%x00%b%x00',
];

/** A commit has four fields; each of its files is a line of modes and hashes, then a path. */
async function* parseGitLog(fields: AsyncGenerator<string>): AsyncGenerator<CommittedFile> {
  let commit: Omit<CommittedFile, 'path' | 'blob'> | undefined;
  for await (const field of fields) {
    const change = RAW_CHANGE.exec(field);
    if (change && commit) {
      const path = await nextField(fields);
      const [, mode = '', blob = ''] = change;
      if (FILE_MODES.has(mode)) yield { ...commit, path, blob };
    } else if (HASH.test(field)) {
      const [seconds, subject, message] = [await nextField(fields), await nextField(fields), await nextField(fields)];
      commit = { commit: field, date: instantOf(seconds), subject, message };
    } else if (field !== '') {
      throw new HistoryError('damaged', 'git wrote a log that cannot be parsed');
    }
  }
}

/** `:<old mode> <new mode> <old hash> <new hash> <status>`; the new mode of a deletion is 000000. */
const RAW_CHANGE = /^\n?:\d{6} (\d{6}) [0-9a-f]+ ([0-9a-f]+) [A-Z]\d*$/;
const HASH = /^[0-9a-f]{40,64}$/;
const FILE_MODES: ReadonlySet<string> = new Set(['100644', '100755']);

async function nextField(fields: AsyncGenerator<string>): Promise<string> {
  const { value, done } = await fields.next();
  if (done) throw new HistoryError('damaged', 'the log of the history breaks off');
  return value;
}

function instantOf(unixSeconds: string): Instant {
  const date = new Date(Number(unixSeconds) * 1000);
  if (Number.isNaN(date.getTime())) throw new HistoryError('damaged', 'a commit of the history has an invalid date');
  return date.toISOString();
}

/** Of a message or path. */
const MAX_FIELD_CHARS = 1_000_000;

async function* splitAtNul(output: Readable): AsyncGenerator<string> {
  let rest = '';
  output.setEncoding('utf8');
  for await (const chunk of output) {
    const fields = (rest + chunk).split('\0');
    rest = fields.pop() ?? '';
    if (rest.length > MAX_FIELD_CHARS)
      throw new HistoryError('too-large', 'a commit of the history has a message that is too long');
    yield* fields;
  }
  if (rest !== '') yield rest;
}
