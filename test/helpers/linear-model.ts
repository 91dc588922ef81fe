/** Builds files of tiny linear models (src/core/ml/linear-model.ts). */
import { createHash } from 'node:crypto';
import { CONTENT_OFFSET } from '../../src/core/ml/weights-envelope.ts';

interface LinearParts {
  outputs: readonly string[];
  /** One for each output. */
  bias: readonly number[];
  scales: readonly number[];
  /** By feature, one integer for each output. */
  weights: ReadonlyMap<number, readonly number[]>;
}

/** @returns a fresh copy, which tests may damage. */
export function linearFile({ outputs, bias, scales, weights }: LinearParts): Uint8Array {
  const names = Buffer.from(outputs.join('\n'));
  const rows = [...weights].sort(([a], [b]) => a - b);
  const head = Buffer.alloc(12 + Math.ceil(names.length / 4) * 4);
  [outputs.length, rows.length, names.length].forEach((count, i) => {
    head.writeUInt32LE(count, 4 * i);
  });
  head.set(names, 12);
  const body = Buffer.concat([
    head,
    Buffer.from(Float32Array.of(...bias, ...scales).buffer),
    Buffer.from(Uint32Array.from(rows, ([feature]) => feature).buffer),
    Buffer.from(Int8Array.from(rows.flatMap(([, row]) => row)).buffer),
  ]);
  const file = new Uint8Array(CONTENT_OFFSET + body.length);
  file.set(Buffer.from('CWLINEAR'));
  new DataView(file.buffer).setUint32(8, 1, true);
  file.set(body, CONTENT_OFFSET);
  return withChecksum(file);
}

/** Sets length and checksum to those of the contents. */
export function withChecksum(file: Uint8Array): Uint8Array {
  new DataView(file.buffer).setUint32(12, file.length - CONTENT_OFFSET, true);
  file.set(createHash('sha256').update(file.subarray(CONTENT_OFFSET)).digest(), 16);
  return file;
}
