/** The file a store is kept in: where it is, and that nobody but the bot's user reads it. Settings of servers stand in it. */
import { accessSync, chmodSync, closeSync, constants, existsSync, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { StoreError } from './store-error.ts';

const FOLDER_MODE = 0o700;
const FILE_MODE = 0o600;

/** What SQLite keeps beside a database file; those it makes itself have the mode of the file. */
export const DATABASE_FILE_SUFFIXES = ['', '-wal', '-shm', '-journal'] as const;

/**
 * The file a store is kept in, or `:memory:`.
 * @throws StoreError when the kind of store is not known.
 */
export function sqlitePath(url: string): string {
  if (!url.startsWith('sqlite:')) {
    throw new StoreError('unsupported-store', `STORE_URL: only sqlite: is supported, not ${url.split(':')[0]}:`);
  }
  return url.slice('sqlite:'.length).replace(/^\/\/(?=\/)/, '');
}

/**
 * Makes the file, empty, and its folder where they are not there yet. A folder that is there keeps its mode.
 * @throws StoreError that says what cannot be made or written, and why.
 */
export function createPrivateFile(path: string): void {
  const folder = dirname(resolve(path));
  let what = folder;
  try {
    makeFolder(folder);
    accessSync(folder, constants.W_OK);
    what = path;
    makeFile(path);
    accessSync(path, constants.R_OK | constants.W_OK);
  } catch (error) {
    throw new StoreError('cannot-open', `STORE_URL: cannot write ${what}: ${describeSystemError(error)}`, error);
  }
}

/** Folder by folder: below /proc, Node's own recursive way tries for ever. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  const parent = dirname(folder);
  if (parent !== folder) makeFolder(parent);
  try {
    mkdirSync(folder, { mode: FOLDER_MODE });
  } catch (error) {
    // Another process was faster.
    if (!(isCode(error, 'EEXIST') && existsSync(folder))) throw error;
  }
}

/**
 * A file that is there is not opened for that: with the first descriptor a process closes of a file, the system takes back every
 * lock that SQLite holds on it in the same process.
 */
function makeFile(path: string): void {
  try {
    closeSync(openSync(path, 'wx', FILE_MODE));
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
    if (statSync(path).isDirectory()) throw Object.assign(new Error('it is a folder'), { code: 'EISDIR' });
    for (const companion of DATABASE_FILE_SUFFIXES) restrictToOwner(path + companion);
  }
}

/** Stores of earlier versions could be read by everybody. */
function restrictToOwner(path: string): void {
  try {
    if (statSync(path).isFile()) chmodSync(path, FILE_MODE);
  } catch {
    // It is not there, or belongs to somebody else, who decides.
  }
}

const isCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'not permitted',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a file stands where a folder should be',
  ENOENT: 'no folder can be made there',
};

/** The system's code in words; the path has been named already. */
function describeSystemError(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return REASONS[code] ?? (error instanceof Error ? error.message : String(error));
}
