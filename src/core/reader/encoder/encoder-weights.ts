/**
 * The file that holds a trained reader; training/reader/export.py writes it. Numbers are little-endian.
 *
 *     bytes 0-47   "CWREADER" and what envelope.ts says
 *           48-51  length of the header in bytes
 *           52-    the header (header.ts) as JSON, zeros up to a multiple of 16, then vocabulary and tensors where it says
 *
 * A matrix is int8 with one scale a row: a weight is its integer times the scale.
 */
import { CONTENT_OFFSET, verifyEnvelope } from '../weights-envelope.ts';
import { type EncoderHeader, parseHeader } from './encoder-header.ts';
import { WeightsError } from './weights-error.ts';

const HEADER_OFFSET = 52;
const ENVELOPE = { magic: 'CWREADER', kind: 'trained reader', minBytes: HEADER_OFFSET };

/** Within these no input, however odd, can make a sum overflow on its way through the layers. */
const MAX_ABS_VALUE = 1000;
const MAX_ROW_SCALE = 1;

export interface QuantisedMatrix {
  /** [rows][columns] */
  readonly values: Int8Array;
  /** One a row. */
  readonly scales: Float32Array;
}

/** A file that was checked whole: every tensor its header speaks of is there, and every number is finite. */
export interface EncoderWeights extends EncoderHeader {
  /** SHA-256 of the contents in hex: two files with the same one read alike. */
  readonly checksum: string;
  /** The text of each piece, by its number. */
  readonly vocabularyPieces: readonly string[];
  matrix(name: string): QuantisedMatrix;
  floats(name: string): Float32Array;
}

/** @throws WeightsError if anything at all is wrong with it. */
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
    throw new WeightsError('shapes', `shapes do not fit: ${pieces.length} pieces of ${architecture.pieces}`);
  }
  return pieces;
}

function readFloats(name: string, bytes: Uint8Array): Float32Array {
  // A copy: the file may begin anywhere in a larger buffer, and numbers of four bytes must be aligned. (A Buffer's slice() copies nothing.)
  const values = new Float32Array(new Uint8Array(bytes).buffer);
  const [least, most] = name.endsWith('.scales') ? [0, MAX_ROW_SCALE] : [-MAX_ABS_VALUE, MAX_ABS_VALUE];
  // Written so that what is not a number is refused, too.
  const wrong = values.findIndex((value) => !(value >= least && value <= most));
  if (wrong >= 0) throw new WeightsError('values', `number ${wrong} of ${name} is ${values[wrong]}`);
  return values;
}

function sectionOf(data: Uint8Array, offset: number, bytes: number, name: string): Uint8Array {
  if (offset + bytes > data.length) throw new WeightsError('shapes', `shapes do not fit: ${name} ends past the file`);
  return data.subarray(offset, offset + bytes);
}

const roundUpTo = (value: number, to: number): number => Math.ceil(value / to) * to;
