/** Reads and decompresses a response body, up to a limit. */
import { type Readable, Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { FetchError } from './fetch-error.ts';

/** For `Accept-Encoding`. Deflate is decompressed too but not requested, because servers disagree on what it is. */
export const ACCEPTED_ENCODINGS = 'gzip, br';

/** One is enough for honest servers; each layer multiplies what a small body can grow to. */
const MAX_ENCODING_LAYERS = 2;

/**
 * @param contentEncoding the raw header; empty for none
 * @param maxBytes checked while streaming, both as received and after each decompression
 * @throws {FetchError} `too-large`, or `unsupported-type` for an unknown encoding; also throws errors of the streams
 */
export async function readBody(body: Readable, contentEncoding: string, maxBytes: number): Promise<Buffer> {
  const decompressors = decompressorsFor(contentEncoding);
  const chunks: Buffer[] = [];
  await pipeline([
    body,
    limitBytes(maxBytes),
    ...decompressors.flatMap((createDecompressor) => [createDecompressor(), limitBytes(maxBytes)]),
    collectInto(chunks),
  ]);
  return Buffer.concat(chunks);
}

export function tooLargeError(maxBytes: number): FetchError {
  const limit = maxBytes >= 1e6 ? `${Math.floor(maxBytes / 1e6)} MB` : `${maxBytes} bytes`;
  return new FetchError('too-large', `the response is larger than the limit of ${limit}`);
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
  const decompressors = layers.flatMap((layer) => DECOMPRESSORS.get(layer) ?? []);
  if (layers.length > MAX_ENCODING_LAYERS || decompressors.length < layers.length) {
    throw new FetchError('unsupported-type', 'the response has an unsupported content encoding');
  }
  // The header lists them in the order they were applied.
  return decompressors.reverse();
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
