/** Reads what the command line is given and writes what it answers. */
import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { decodeText } from '../io/fetch/decode-text.ts';
import { UsageError } from './cli-command.ts';

/** A file as text. @throws UsageError naming the file. */
export async function readText(path: string): Promise<string> {
  return textOf(await readBytes(path));
}

/** Whoever saves a page saves it as UTF-8, whatever it says of itself. What cannot be UTF-8 was kept as it was sent. */
function textOf(bytes: Buffer): string {
  return isUtf8(bytes) ? bytes.toString('utf8').replace(BYTE_ORDER_MARK, '') : decodeText(bytes);
}

const BYTE_ORDER_MARK = /^\ufeff/;

async function readBytes(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new UsageError(`cannot read ${path}: ${reasonOf(error)}`, { cause: error });
  }
}

/** A saved page: its text, or the bytes of what is or calls itself a PDF file. @throws UsageError naming the file. */
export async function readPage(path: string): Promise<string | Buffer> {
  const bytes = await readBytes(path);
  const isPdf = /\.pdf$/i.test(path) || bytes.toString('latin1', 0, 5) === '%PDF-';
  return isPdf ? bytes : textOf(bytes);
}

export async function readJson(path: string): Promise<unknown> {
  const text = await readText(path);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError(`${path} is not JSON: ${reasonOf(error)}`, { cause: error });
  }
}

/** The values of a JSON Lines file, blank lines passed over. @throws UsageError naming the line. */
export async function readJsonLines(path: string): Promise<Record<string, unknown>[]> {
  const lines = (await readText(path)).split('\n');
  return lines.flatMap((line, i) => {
    if (line.trim() === '') return [];
    try {
      const value: unknown = JSON.parse(line);
      if (typeof value === 'object' && value !== null && !Array.isArray(value))
        return [value as Record<string, unknown>];
    } catch {
      // Told below, with its line.
    }
    throw new UsageError(`${path}, line ${i + 1}: not a JSON object`);
  });
}

/** A field of a line that must be text. */
export function textField(line: Record<string, unknown>, name: string, where: string): string {
  const value = line[name];
  if (typeof value === 'string') return value;
  throw new UsageError(`${where}: "${name}" must be text`);
}

export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}

export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'ENOENT') return 'there is no such file';
  if ('code' in error && error.code === 'EISDIR') return 'it is a folder';
  return error.message.split('\n')[0] ?? '';
}
