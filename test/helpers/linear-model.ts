/** Files of tiny linear models, laid out as src/core/reader/linear-model.ts says. */
import { createHash } from 'node:crypto';

export interface LinearParts {
  outputs: readonly string[];
  /** One an output. */
  bias: readonly number[];
  scales: readonly number[];
  /** A row of integers, one an output, for each feature. */
  weights: ReadonlyMap<number, readonly number[]>;
}

const CONTENT_OFFSET = 48;

/** @returns bytes of their own, to damage. */
export function linearFile({ outputs, bias, scales, weights }: LinearParts): Uint8Array {
  const names = Buffer.from(outputs.join('\n'));
  const rows = [...weights].sort(([a], [b]) => a - b);
  const head = Buffer.alloc(12 + Math.ceil(names.length / 4) * 4);
  [outputs.length, rows.length, names.length].forEach((count, at) => {
    head.writeUInt32LE(count, 4 * at);
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
  return sealed(file);
}

/** With the length and checksum of what was made of it. */
export function sealed(file: Uint8Array): Uint8Array {
  new DataView(file.buffer).setUint32(12, file.length - CONTENT_OFFSET, true);
  file.set(createHash('sha256').update(file.subarray(CONTENT_OFFSET)).digest(), 16);
  return file;
}
