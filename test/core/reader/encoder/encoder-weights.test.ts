import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { WeightsError } from '../../../../src/core/ml/weights-envelope.ts';
import { loadEncoder } from '../../../../src/core/reader/encoder/encoder.ts';
import type { EncoderHeader } from '../../../../src/core/reader/encoder/encoder-header.ts';
import { clauseFixtures, readFixtureWeights } from '../../../helpers/encoder.ts';
import { withChecksum } from '../../../helpers/linear-model.ts';

const whole = (): Uint8Array => readFixtureWeights('word-piece');

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
  return withChecksum(changed);
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
  return withChecksum(file);
}

function changed(at: number, value: number): Uint8Array {
  const file = whole();
  file[at] = value;
  return file;
}

function flipped(at: number): Uint8Array {
  return changed(at, (whole()[at] ?? 0) ^ 1);
}

const DAMAGED: readonly (readonly [what: string, file: Uint8Array, code: WeightsError['code'], message: RegExp])[] = [
  ['is empty', new Uint8Array(), 'truncated', /ends after 0 bytes/],
  ['is an HTML page', new TextEncoder().encode('<!doctype html>'.repeat(20)), 'not-weights', /holds no encoder/],
  ['has a later format', changed(8, 2), 'version', /format 2, this program reads format 1/],
  ['ends within the envelope', whole().subarray(0, 40), 'truncated', /ends after 40 bytes/],
  ['ends early', whole().subarray(0, -1), 'truncated', /too short/],
  ['is too long', new Uint8Array([...whole(), 0]), 'truncated', /too long/],
  ['has one wrong bit in the tensors', flipped(40_000), 'checksum', /checksum does not match/],
  ['has one wrong bit in the header', flipped(100), 'checksum', /checksum does not match/],
  ['has another checksum', flipped(16), 'checksum', /checksum does not match/],
  ['has a header that is not JSON', withHeaderText(() => '{'), 'header', /not JSON/],
  ['has a header of another shape', withHeaderText(() => '[]'), 'header', /header is invalid/],
  ['has a header longer than itself', withChecksum(changed(51, 255)), 'header', /longer than the file/],
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
    /1.input.weight is unexpected/,
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
    'has heads that do not divide its width',
    withHeader(({ architecture }) => {
      architecture.heads = 3;
    }),
    'shapes',
    /hidden 32 is not 3 heads/,
  ],
  [
    'has inputs longer than its positions',
    withHeader(({ limits }) => {
      limits.text = 400;
    }),
    'shapes',
    /longest input has 431 pieces, but there are 71 positions/,
  ],
  [
    'has comparisons longer than its positions',
    withHeader((header) => {
      header.comparison = { mark: 0, side: 40 };
    }),
    'shapes',
    /longest input has 91 pieces, but there are 71 positions/,
  ],
  [
    'compares sides that are too short',
    withHeader((header) => {
      header.comparison = { mark: 0, side: 7 };
    }),
    'header',
    /comparison.side/,
  ],
  [
    'has a comparison mark that is no piece',
    withHeader((header) => {
      header.comparison = { mark: 250_000, side: 24 };
    }),
    'shapes',
    /special piece is not among/,
  ],
  [
    'has one piece for two purposes',
    withHeader((header) => {
      header.comparison = { mark: header.tokenizer.end, side: 24 };
    }),
    'shapes',
    /two special pieces are the same/,
  ],
  [
    'has a special piece that is no piece',
    withHeader(({ tokenizer }) => {
      tokenizer.end = 250_000;
    }),
    'shapes',
    /special piece is not among/,
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
    /3 pieces, expected 192/,
  ],
  ['has a NaN', withNumber('norm.gain', Number.NaN), 'values', /number 0 of norm.gain is NaN/],
  ['has an infinite number', withNumber('head.bias', Number.POSITIVE_INFINITY), 'values', /head.bias is Infinity/],
  ['has a negative scale', withNumber('pieces.scales', -1), 'values', /pieces.scales is -1/],
  ['has an excessive number', withNumber('positions', 1e30), 'values', /positions is 1e\+30|positions is 1.0000000/],
];

describe('a weights file', () => {
  for (const [what, file, code, message] of DAMAGED) {
    it(`is refused, in one line, if it ${what}`, () => {
      assert.throws(
        () => loadEncoder(file),
        (error: WeightsError) => {
          assert.equal(error.name, 'WeightsError');
          assert.equal(error.code, code);
          assert.match(error.message, message);
          assert.doesNotMatch(error.message, /\n/);
          return true;
        },
      );
    });
  }

  it('is read from anywhere in a larger buffer', () => {
    const [row] = clauseFixtures('word-piece');
    assert.ok(row);
    const file = whole();
    const larger = Buffer.alloc(file.length + 3);
    larger.set(file, 3);
    const apart = loadEncoder(larger.subarray(3)).logits(row.clause);
    assert.deepEqual(apart, loadEncoder(file).logits(row.clause));
  });
});
