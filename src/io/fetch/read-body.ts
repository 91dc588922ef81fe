/** Reads an answer's body whole, unpacked, and never more of it than agreed. */
import { type Readable, Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { FetchError } from './fetch-error.ts';

/** The `Accept-Encoding` to ask with. Deflate is unpacked too, but not asked for: servers disagree on what it is. */
export const ACCEPTED_ENCODINGS = 'gzip, br';

/** Nobody packs a page more than once with good reason; each layer multiplies what a small answer can grow to. */
const MAX_ENCODING_LAYERS = 2;

/**
 * @param contentEncoding the header as it came; empty for none
 * @param maxBytes counted while it streams, both as received and after each unpacking
 * @throws {FetchError} `too-large`, or `unsupported-type` for a packing that is not known; the stream's own error otherwise
 */
export async function readBody(body: Readable, contentEncoding: string, maxBytes: number): Promise<Buffer> {
  const unpackers = decompressorsFor(contentEncoding);
  const chunks: Buffer[] = [];
  await pipeline([
    body,
    limitBytes(maxBytes),
    ...unpackers.flatMap((createUnpacker) => [createUnpacker(), limitBytes(maxBytes)]),
    collectInto(chunks),
  ]);
  return Buffer.concat(chunks);
}

/** What a body over the limit is called, found while it streams or announced by its headers. */
export function tooLargeError(maxBytes: number): FetchError {
  const limit = maxBytes >= 1e6 ? `${Math.floor(maxBytes / 1e6)} MB` : `${maxBytes} bytes`;
  return new FetchError('too-large', `the answer is larger than ${limit}, the most that is read`);
}

const DECOMPRESSORS: ReadonlyMap<string, () => Transform> = new Map<string, () => Transform>([
  ['gzip', createGunzip],
  ['x-gzip', createGunzip],
  ['br', createBrotliDecompress],
  ['deflate', createInflate],
]);

function decompressorsFor(contentEncoding: string): (() => Transform)[] {
  const layers = contentEncoding
    .toLowerCase()
    .split(',')
    .map((layer) => layer.trim())
    .filter((layer) => layer !== '' && layer !== 'identity');
  const unpackers = layers.flatMap((layer) => DECOMPRESSORS.get(layer) ?? []);
  if (layers.length > MAX_ENCODING_LAYERS || unpackers.length < layers.length) {
    throw new FetchError('unsupported-type', 'the answer is packed in a way that cannot be read');
  }
  // The header lists them in the order they were applied.
  return unpackers.reverse();
}

function limitBytes(maxBytes: number): Transform {
  let size = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      if (size > maxBytes) done(tooLargeError(maxBytes));
      else done(null, chunk);
    },
  });
}

function collectInto(chunks: Buffer[]): Writable {
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
}
