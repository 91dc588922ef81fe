/**
 * What the reader's weights files have in common. Numbers are little-endian:
 *
 *     bytes 0-7    what kind of file it is
 *           8-11   version of the format
 *           12-15  how many bytes follow the checksum
 *           16-47  SHA-256 of all that follows
 *           48-    the contents
 */
import { createHash } from 'node:crypto';
import { WeightsError } from './encoder/weights-error.ts';

const FORMAT_VERSION = 1;
export const CONTENT_OFFSET = 48;

/**
 * @param magic the eight letters such a file begins with.
 * @param what it is a file of, for the error.
 * @param least bytes that every such file has.
 * @returns the checksum in hex, which fits.
 * @throws WeightsError if the file is another, of another format, cut off or damaged.
 */
export function verifyEnvelope(
  file: Uint8Array,
  { magic, kind: what, minBytes: least }: { magic: string; kind: string; minBytes: number },
): string {
  if (file.length < least) throw new WeightsError('truncated', `the file ends after ${file.length} bytes`);
  if (new TextDecoder('latin1').decode(file.subarray(0, magic.length)) !== magic) {
    throw new WeightsError('not-weights', `the file is not one of a ${what}`);
  }
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const version = view.getUint32(8, true);
  if (version !== FORMAT_VERSION) {
    throw new WeightsError('version', `the file has format ${version}, this program reads format ${FORMAT_VERSION}`);
  }
  const length = CONTENT_OFFSET + view.getUint32(12, true);
  if (file.length !== length) {
    const how = file.length < length ? 'ends early' : 'goes on too long';
    throw new WeightsError('truncated', `the file ${how}: it has ${file.length} bytes, not the ${length} it speaks of`);
  }
  const stated = Buffer.from(file.subarray(16, CONTENT_OFFSET)).toString('hex');
  const checksum = createHash('sha256').update(file.subarray(CONTENT_OFFSET)).digest('hex');
  if (checksum !== stated) throw new WeightsError('checksum', 'the file is damaged: its checksum does not fit');
  return checksum;
}
