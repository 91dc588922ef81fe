/** Reads the files that a command is given. Every failure is a UsageError that names the file. */
import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { decodeText } from '../io/fetch/decode-text.ts';
import { UsageError } from './cli-command.ts';

export async function readText(path: string): Promise<string> {
  return decode(await readBytes(path));
}

/** A saved page: its text, or the bytes of a PDF file (by extension or signature). */
export async function readPage(path: string): Promise<string | Buffer> {
  const bytes = await readBytes(path);
  const isPdf = /\.pdf$/i.test(path) || bytes.toString('latin1', 0, 5) === '%PDF-';
  return isPdf ? bytes : decode(bytes);
}

export async function readJson(path: string): Promise<unknown> {
  const text = await readText(path);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError(`${path} is not JSON: ${describeError(error)}`, { cause: error });
  }
}

/** The objects of a JSON Lines file; blank lines are skipped. A UsageError names the line. */
export async function readJsonLines(path: string): Promise<Record<string, unknown>[]> {
  const lines = (await readText(path)).split('\n');
  return lines.flatMap((line, i) => (line.trim() === '' ? [] : [parseObject(line, `${path}, line ${i + 1}`)]));
}

function parseObject(line: string, where: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    // Reported below.
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new UsageError(`${where}: not a JSON object`);
}

/** A field of a line that must be text. @throws UsageError */
export function textField(line: Record<string, unknown>, name: string, where: string): string {
  const value = line[name];
  if (typeof value === 'string') return value;
  throw new UsageError(`${where}: "${name}" must be text`);
}

async function readBytes(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new UsageError(`cannot read ${path}: ${describeError(error)}`, { cause: error });
  }
}

/** Browsers save pages as UTF-8, whatever the page declares; other bytes are as the server sent them. */
const decode = (bytes: Buffer): string => decodeText(bytes, isUtf8(bytes) ? 'utf-8' : undefined);

function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'ENOENT') return 'there is no such file';
  if ('code' in error && error.code === 'EISDIR') return 'it is a folder';
  return error.message.split('\n')[0] ?? '';
}
