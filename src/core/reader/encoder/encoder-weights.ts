/**
 * Parses the encoder's weights file, which training/reader/export.py writes. Numbers are little-endian.
 *
 *     bytes 0-47   envelope with magic "CWREADER" (weights-envelope.ts)
 *           48-51  length of the header in bytes
 *           52-    header as JSON (encoder-header.ts), zero-padded to a multiple of 16; then vocabulary and tensors at its offsets
 *
 * A matrix is int8 with one scale per row: a weight is its integer times the scale.
 */
import { CONTENT_OFFSET, verifyEnvelope, WeightsError } from '../../ml/weights-envelope.ts';
import { type EncoderHeader, parseHeader } from './encoder-header.ts';

const HEADER_OFFSET = 52;
const ENVELOPE = { magic: 'CWREADER', kind: 'encoder', minBytes: HEADER_OFFSET };

/** Within these bounds no input can make a sum overflow in any layer. */
const MAX_ABS_VALUE = 1000;
const MAX_ROW_SCALE = 1;

export interface QuantisedMatrix {
  /** [rows][columns] */
  readonly values: Int8Array;
  /** [rows] */
  readonly scales: Float32Array;
}

/** A verified file: every tensor of the header is present, and every number is finite. */
export interface EncoderWeights extends EncoderHeader {
  /** SHA-256 of the contents in hex. */
  readonly checksum: string;
  /** The text of each piece, by its id. */
  readonly vocabularyPieces: readonly string[];
  matrix(name: string): QuantisedMatrix;
  floats(name: string): Float32Array;
}

/** @throws WeightsError if anything is wrong with the file. */
export function parseEncoderWeights(file: Uint8Array): EncoderWeights {
  const checksum = verifyEnvelope(file, ENVELOPE);
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const dataFrom = roundUpTo(HEADER_OFFSET + view.getUint32(CONTENT_OFFSET, true), 16);
  if (dataFrom > file.length) throw new WeightsError('header', 'the header is longer than the file');
  const json = file.subarray(HEADER_OFFSET, HEADER_OFFSET + view.getUint32(CONTENT_OFFSET, true));
  const header = parseHeader(new TextDecoder().decode(json));
  const data = file.subarray(dataFrom);
  const vocabularyPieces = readVocabulary(header, data);
  const floats = new Map<string, Float32Array>();
  const integers = new Map<string, Int8Array>();
  for (const [name, { type, shape, offset }] of Object.entries(header.tensors)) {
    const count = shape.reduce((product, size) => product * size, 1);
    const bytes = sectionOf(data, offset, type === 'int8' ? count : 4 * count, name);
    if (type === 'int8') integers.set(name, new Int8Array(bytes.buffer, bytes.byteOffset, count));
    else floats.set(name, readFloats(name, bytes));
  }
  const named = <T>(tensors: ReadonlyMap<string, T>, name: string): T => {
    const tensor = tensors.get(name);
    if (!tensor) throw new WeightsError('shapes', `shapes do not fit: ${name} is missing`);
    return tensor;
  };
  return {
    ...header,
    checksum,
    vocabularyPieces,
    matrix: (name) => ({ values: named(integers, name), scales: named(floats, `${name}.scales`) }),
    floats: (name) => named(floats, name),
  };
}

function readVocabulary({ vocabulary, architecture }: EncoderHeader, data: Uint8Array): string[] {
  const pieces = new TextDecoder()
    .decode(sectionOf(data, vocabulary.offset, vocabulary.bytes, 'vocabulary'))
    .split('\n');
  if (pieces.length !== architecture.pieces) {
    throw new WeightsError('shapes', `shapes do not fit: ${pieces.length} pieces, expected ${architecture.pieces}`);
  }
  return pieces;
}

function readFloats(name: string, bytes: Uint8Array): Float32Array {
  // A copy: four-byte numbers must be aligned, and the file may begin anywhere in a larger buffer. (A Buffer's slice() does not copy.)
  const values = new Float32Array(new Uint8Array(bytes).buffer);
  const [min, max] = name.endsWith('.scales') ? [0, MAX_ROW_SCALE] : [-MAX_ABS_VALUE, MAX_ABS_VALUE];
  // Negated so that NaN is refused, too.
  const invalid = values.findIndex((value) => !(value >= min && value <= max));
  if (invalid >= 0) throw new WeightsError('values', `number ${invalid} of ${name} is ${values[invalid]}`);
  return values;
}

function sectionOf(data: Uint8Array, offset: number, bytes: number, name: string): Uint8Array {
  if (offset + bytes > data.length) throw new WeightsError('shapes', `shapes do not fit: ${name} ends past the file`);
  return data.subarray(offset, offset + bytes);
}

export const roundUpTo = (value: number, to: number): number => Math.ceil(value / to) * to;
