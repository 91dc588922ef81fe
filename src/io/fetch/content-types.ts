/** Decides by content type what can be read, and as what. */
import type { FetchRequest } from '../../app/ports/fetch.ts';
import { decodeText } from './decode-text.ts';
import { FetchError } from './fetch-error.ts';

type Accept = FetchRequest['accept'];

const READABLE = {
  page: /^(text\/(html|plain|markdown)|application\/(xhtml\+xml|pdf|x-pdf))$/,
  feed: /^(text\/.+|application\/(.+\+)?(xml|json))$/,
  // The parser recognises a web page in the file's place.
  signal: /^(text\/.+|application\/(.+\+)?json|(application|binary)\/octet-stream)$/,
} as const satisfies Record<Accept, RegExp>;

const PDF = /^application\/(x-)?pdf$/;
/** File stores declare any file so. */
const GENERIC_BINARY = /^(application|binary)\/octet-stream$/;

/**
 * @param type lower case, without parameters; an empty one is accepted
 * @throws {FetchError} `unsupported-type`
 */
export function assertReadableType(type: string, accept: Accept): void {
  if (type === '' || READABLE[accept].test(type) || (accept === 'page' && GENERIC_BINARY.test(type))) return;
  throw unsupported(type, accept);
}

/**
 * Returns the bytes of a PDF file (by type or signature), else the decoded text.
 * @throws {FetchError} `unsupported-type` for a generic binary that is no PDF
 */
export function decodeBody(
  bytes: Buffer,
  { type, charset }: { type: string; charset?: string },
  accept: Accept,
): string | Buffer {
  if (accept === 'page' && (PDF.test(type) || hasPdfSignature(bytes))) return bytes;
  if (GENERIC_BINARY.test(type) && accept !== 'signal') throw unsupported(type, accept);
  return decodeText(bytes, charset);
}

const hasPdfSignature = (bytes: Buffer): boolean => /^(\xef\xbb\xbf)?\s*%PDF-/.test(bytes.toString('latin1', 0, 64));

function unsupported(type: string, accept: Accept): FetchError {
  const actual = PDF.test(type) ? 'a PDF' : `of type "${type.slice(0, 60)}"`;
  return new FetchError('unsupported-type', `the response is ${actual}, which cannot be read as a ${accept}`);
}
