/** The file of a store: its path, and its permissions, since it holds the settings of servers and nobody else should read it. */
import { accessSync, chmodSync, closeSync, constants, existsSync, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { errorMessage, StoreError } from './store-error.ts';

const FOLDER_MODE = 0o700;
const FILE_MODE = 0o600;

/** The files of one database; SQLite gives those it creates the mode of the first. */
export const DATABASE_FILE_SUFFIXES = ['', '-wal', '-shm', '-journal'] as const;

/**
 * The file path of a store, or `:memory:`.
 * @throws StoreError when the url is not `sqlite:`.
 */
export function sqlitePath(url: string): string {
  if (!url.startsWith('sqlite:')) {
    throw new StoreError('unsupported-store', `STORE_URL: only sqlite: is supported, not ${url.split(':')[0]}:`);
  }
  return url.slice('sqlite:'.length).replace(/^\/\/(?=\/)/, '');
}

/**
 * Creates the file, empty, and its folder where they do not exist. An existing folder keeps its mode.
 * @throws StoreError that says what cannot be created or written, and why.
 */
export function createPrivateFile(path: string): void {
  const folder = dirname(resolve(path));
  let subject = folder;
  try {
    createFolder(folder);
    accessSync(folder, constants.W_OK);
    subject = path;
    createFile(path);
    accessSync(path, constants.R_OK | constants.W_OK);
  } catch (error) {
    throw new StoreError('cannot-open', `STORE_URL: cannot write ${subject}: ${describeSystemError(error)}`, error);
  }
}

/** Not recursive: below /proc, Node's recursive mkdir never returns. */
function createFolder(folder: string): void {
  if (existsSync(folder)) return;
  const parent = dirname(folder);
  if (parent !== folder) createFolder(parent);
  try {
    mkdirSync(folder, { mode: FOLDER_MODE });
  } catch (error) {
    // Another process may have created it first.
    if (!(isCode(error, 'EEXIST') && existsSync(folder))) throw error;
  }
}

/**
 * An existing file is not opened: closing any descriptor of a file releases every lock that SQLite holds on it in the same process.
 */
function createFile(path: string): void {
  try {
    closeSync(openSync(path, 'wx', FILE_MODE));
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
    if (statSync(path).isDirectory()) throw Object.assign(new Error('it is a folder'), { code: 'EISDIR' });
    for (const companion of DATABASE_FILE_SUFFIXES) restrictToOwner(path + companion);
  }
}

/** Early versions left the store readable by everybody. */
function restrictToOwner(path: string): void {
  try {
    if (statSync(path).isFile()) chmodSync(path, FILE_MODE);
  } catch {
    // It does not exist, or belongs to another user, whose choice it is.
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
  ENOENT: 'no folder can be created there',
};

/** The system's error code in words, without the path. */
function describeSystemError(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return REASONS[code] ?? errorMessage(error);
}
