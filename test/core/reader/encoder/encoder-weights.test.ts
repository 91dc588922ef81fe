import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { loadEncoder } from '../../../../src/core/reader/encoder/encoder.ts';
import type { EncoderHeader } from '../../../../src/core/reader/encoder/encoder-header.ts';
import type { WeightsError } from '../../../../src/core/reader/encoder/weights-error.ts';
import { computedFor, weightsOf } from '../../../helpers/encoder.ts';

const whole = (): Uint8Array => weightsOf('word-piece');

/** With a checksum that fits what was made of it. */
function sealed(file: Uint8Array): Uint8Array {
  new DataView(file.buffer).setUint32(12, file.length - 48, true);
  file.set(createHash('sha256').update(file.subarray(48)).digest(), 16);
  return file;
}

const headerLength = (file: Uint8Array): number => new DataView(file.buffer).getUint32(48, true);
const dataFrom = (file: Uint8Array): number => Math.ceil((52 + headerLength(file)) / 16) * 16;

function withHeaderText(change: (json: string) => string): Uint8Array {
  const file = whole();
  const json = new TextEncoder().encode(change(new TextDecoder().decode(file.subarray(52, 52 + headerLength(file)))));
  const from = Math.ceil((52 + json.length) / 16) * 16;
  const changed = new Uint8Array(from + file.length - dataFrom(file));
  changed.set(file.subarray(0, 48));
  changed.set(json, 52);
  new DataView(changed.buffer).setUint32(48, json.length, true);
  changed.set(file.subarray(dataFrom(file)), from);
  return sealed(changed);
}

const withHeader = (change: (header: EncoderHeader) => void): Uint8Array =>
  withHeaderText((json) => {
    const header = JSON.parse(json);
    change(header);
    return JSON.stringify(header);
  });

function withNumber(name: string, value: number): Uint8Array {
  const file = whole();
  const header: EncoderHeader = JSON.parse(new TextDecoder().decode(file.subarray(52, 52 + headerLength(file))));
  new DataView(file.buffer).setFloat32(dataFrom(file) + (header.tensors[name]?.offset ?? 0), value, true);
  return sealed(file);
}

function changed(at: number, value: number): Uint8Array {
  const file = whole();
  file[at] = value;
  return file;
}

function flipped(at: number): Uint8Array {
  return changed(at, (whole()[at] ?? 0) ^ 1);
}

const DAMAGED: readonly (readonly [what: string, file: Uint8Array, code: WeightsError['code'], says: RegExp])[] = [
  ['is empty', new Uint8Array(), 'truncated', /ends after 0 bytes/],
  ['is a page', new TextEncoder().encode('<!doctype html>'.repeat(20)), 'not-weights', /not one of a trained reader/],
  ['has a later format', changed(8, 2), 'version', /format 2, this program reads format 1/],
  ['ends in its first bytes', whole().subarray(0, 40), 'truncated', /ends after 40 bytes/],
  ['ends early', whole().subarray(0, -1), 'truncated', /ends early/],
  ['goes on too long', new Uint8Array([...whole(), 0]), 'truncated', /goes on too long/],
  ['has one wrong bit in the tensors', flipped(40_000), 'checksum', /checksum does not fit/],
  ['has one wrong bit in the header', flipped(100), 'checksum', /checksum does not fit/],
  ['has another checksum', flipped(16), 'checksum', /checksum does not fit/],
  ['has a header that is not JSON', withHeaderText(() => '{'), 'header', /not JSON/],
  ['has a header of something else', withHeaderText(() => '[]'), 'header', /header is wrong/],
  ['has a header longer than itself', sealed(changed(51, 255)), 'header', /longer than the file/],
  [
    'is too deep',
    withHeader(({ architecture }) => {
      architecture.layers = 1e9;
    }),
    'header',
    /architecture.layers/,
  ],
  [
    'lacks a layer',
    withHeader(({ architecture }) => {
      architecture.layers = 3;
    }),
    'shapes',
    /2.input.weight is missing/,
  ],
  [
    'has a layer too many',
    withHeader(({ architecture }) => {
      architecture.layers = 1;
    }),
    'shapes',
    /1.input.weight is not known/,
  ],
  [
    'has a matrix of another shape',
    withHeader(({ architecture }) => {
      architecture.inner = 64;
    }),
    'shapes',
    /0.inner.weight is int8 72×32, not int8 64×32/,
  ],
  [
    'has heads that do not fit',
    withHeader(({ architecture }) => {
      architecture.heads = 3;
    }),
    'shapes',
    /hidden 32 is not 3 heads/,
  ],
  [
    'reads more than it has places for',
    withHeader(({ limits }) => {
      limits.text = 400;
    }),
    'shapes',
    /longest input is 431, the positions are 71/,
  ],
  [
    'compares more than it has places for',
    withHeader((header) => {
      header.comparison = { mark: 0, side: 40 };
    }),
    'shapes',
    /longest input is 91, the positions are 71/,
  ],
  [
    'compares too little to show what differs',
    withHeader((header) => {
      header.comparison = { mark: 0, side: 7 };
    }),
    'header',
    /comparison.side/,
  ],
  [
    'has a mark of comparisons past its pieces',
    withHeader((header) => {
      header.comparison = { mark: 250_000, side: 24 };
    }),
    'shapes',
    /special piece is past/,
  ],
  [
    'has one mark for two things',
    withHeader((header) => {
      header.comparison = { mark: header.tokenizer.end, side: 24 };
    }),
    'shapes',
    /special pieces are not different/,
  ],
  [
    'has a mark past its pieces',
    withHeader(({ tokenizer }) => {
      tokenizer.end = 250_000;
    }),
    'shapes',
    /special piece is past/,
  ],
  [
    'has a tensor past its end',
    withHeader(({ tensors }) => {
      for (const tensor of Object.values(tensors)) tensor.offset += 40_000;
    }),
    'shapes',
    /ends past the file/,
  ],
  [
    'has fewer pieces than rows',
    withHeader(({ vocabulary }) => {
      vocabulary.bytes = 20;
    }),
    'shapes',
    /pieces of/,
  ],
  ['has a number that is none', withNumber('norm.gain', Number.NaN), 'values', /number 0 of norm.gain is NaN/],
  ['has an endless number', withNumber('head.bias', Number.POSITIVE_INFINITY), 'values', /head.bias is Infinity/],
  ['has a scale below zero', withNumber('pieces.scales', -1), 'values', /pieces.scales is -1/],
  [
    'has a number past all measure',
    withNumber('positions', 1e30),
    'values',
    /positions is 1e\+30|positions is 1.0000000/,
  ],
];

describe('a weights file', () => {
  for (const [what, file, code, says] of DAMAGED) {
    it(`is refused, in one line, if it ${what}`, () => {
      assert.throws(
        () => loadEncoder(file),
        (error: WeightsError) => {
          assert.equal(error.name, 'WeightsError');
          assert.equal(error.code, code);
          assert.match(error.message, says);
          assert.doesNotMatch(error.message, /\n/);
          return true;
        },
      );
    });
  }

  it('is read from anywhere in a larger buffer', () => {
    const [row] = computedFor('word-piece');
    assert.ok(row);
    const file = whole();
    const larger = Buffer.alloc(file.length + 3);
    larger.set(file, 3);
    const apart = loadEncoder(larger.subarray(3)).logits(row.clause);
    assert.deepEqual(apart, loadEncoder(file).logits(row.clause));
  });
});
