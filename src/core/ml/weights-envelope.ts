/**
 * The envelope that every weights file shares. Numbers are little-endian:
 *
 *     bytes 0-7    magic: the kind of file
 *           8-11   format version
 *           12-15  length of the contents in bytes
 *           16-47  SHA-256 of the contents
 *           48-    the contents
 */
import { createHash } from 'node:crypto';

/** Why weights cannot be used. The message is one line for the operator. */
export class WeightsError extends Error {
  readonly code: 'missing' | 'not-weights' | 'version' | 'truncated' | 'checksum' | 'header' | 'shapes' | 'values';
  constructor(code: WeightsError['code'], message: string, cause?: unknown) {
    super(`weights: ${message}`, { cause });
    this.name = 'WeightsError';
    this.code = code;
  }
}

const FORMAT_VERSION = 1;
export const CONTENT_OFFSET = 48;

/**
 * @param kind what the file should be, for error messages.
 * @param minBytes no valid file is shorter.
 * @returns the verified checksum in hex.
 * @throws WeightsError if the file is of another kind or format, truncated or corrupt.
 */
export function verifyEnvelope(
  file: Uint8Array,
  { magic, kind, minBytes }: { magic: string; kind: string; minBytes: number },
): string {
  if (file.length < minBytes) throw new WeightsError('truncated', `the file ends after ${file.length} bytes`);
  if (new TextDecoder('latin1').decode(file.subarray(0, magic.length)) !== magic) {
    throw new WeightsError('not-weights', `the file holds no ${kind}`);
  }
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const version = view.getUint32(8, true);
  if (version !== FORMAT_VERSION) {
    throw new WeightsError('version', `the file has format ${version}, this program reads format ${FORMAT_VERSION}`);
  }
  const length = CONTENT_OFFSET + view.getUint32(12, true);
  if (file.length !== length) {
    const problem = file.length < length ? 'too short' : 'too long';
    throw new WeightsError('truncated', `the file is ${problem}: ${file.length} bytes, expected ${length}`);
  }
  const expected = Buffer.from(file.subarray(16, CONTENT_OFFSET)).toString('hex');
  const checksum = createHash('sha256').update(file.subarray(CONTENT_OFFSET)).digest('hex');
  if (checksum !== expected) throw new WeightsError('checksum', 'the file is corrupt: its checksum does not match');
  return checksum;
}
