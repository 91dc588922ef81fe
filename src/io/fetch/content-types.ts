/** Which content types are read as what. */
import type { FetchRequest } from '../../app/ports/fetch.ts';
import { decodeText } from './decode-text.ts';
import { FetchError } from './fetch-error.ts';

type Accept = FetchRequest['accept'];

const READABLE = {
  page: /^(text\/(html|plain|markdown)|application\/(xhtml\+xml|pdf|x-pdf))$/,
  feed: /^(text\/.+|application\/(.+\+)?(xml|json))$/,
  // A web page in the file's place is told as one by who reads it.
  signal: /^(text\/.+|application\/(.+\+)?json|(application|binary)\/octet-stream)$/,
} as const satisfies Record<Accept, RegExp>;

const PDF = /^application\/(x-)?pdf$/;
/** What stores of files say of any file. */
const GENERIC_BINARY = /^(application|binary)\/octet-stream$/;

/**
 * Whether an answer of this type can be read, as far as the type tells.
 * @param type lower case, without parameters; an absent one is given the benefit of the doubt
 * @throws {FetchError} `unsupported-type`
 */
export function assertReadableType(type: string, accept: Accept): void {
  if (type === '' || READABLE[accept].test(type) || (accept === 'page' && GENERIC_BINARY.test(type))) return;
  throw unsupported(type, accept);
}

/**
 * What an answer holds: the bytes of a PDF file, which says so in its first ones whatever its type says; else text.
 * @throws {FetchError} `unsupported-type` for a file of no type that is no PDF
 */
export function decodeBody(
  bytes: Buffer,
  { type, charset }: { type: string; charset?: string },
  accept: Accept,
): string | Buffer {
  if (accept === 'page' && (PDF.test(type) || startsAsPdf(bytes))) return bytes;
  if (GENERIC_BINARY.test(type) && accept !== 'signal') throw unsupported(type, accept);
  return decodeText(bytes, charset);
}

const startsAsPdf = (bytes: Buffer): boolean => /^(\xef\xbb\xbf)?\s*%PDF-/.test(bytes.toString('latin1', 0, 64));

function unsupported(type: string, accept: Accept): FetchError {
  const what = PDF.test(type) ? 'a PDF' : `of the type "${type.slice(0, 60)}"`;
  return new FetchError('unsupported-type', `the answer is ${what}, which cannot be read as a ${accept}`);
}
