import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import {
  COLUMN_GROUP,
  decodeKernel,
  FIRST_FREE_BYTE,
  instantiateKernel,
  TOKEN_GROUP,
} from '../../../../../src/core/reader/encoder/kernel/kernel.ts';

const SOURCE = new URL('../../../../../src/core/reader/encoder/kernel/kernel.c', import.meta.url);

describe('the kernel', () => {
  const kernel = instantiateKernel(4 * FIRST_FREE_BYTE);
  const [from, to, extra] = [FIRST_FREE_BYTE, 2 * FIRST_FREE_BYTE, 3 * FIRST_FREE_BYTE];
  const floats = (at: number, count: number) => new Float32Array(kernel.memory, at, count);
  const assertNear = (actual: number | undefined, expected: number, what: string | number) =>
    assert.ok(
      Math.abs((actual ?? Number.NaN) - expected) <= 1e-6 * (1 + Math.abs(expected)),
      `${what}: ${actual}, expected ${expected}`,
    );

  it('is compiled from its source', () => {
    const stated = /sha256 of the compiled kernel: ([0-9a-f]{64})/.exec(readFileSync(SOURCE, 'utf8'))?.[1];
    assert.equal(createHash('sha256').update(decodeKernel()).digest('hex'), stated);
  });

  it('has the block size that the caller lays out', () => {
    const [, tokens, vectors] = /TOKENS = (\d+), VECTORS = (\d+)/.exec(readFileSync(SOURCE, 'utf8')) ?? [];
    assert.deepEqual([Number(tokens), 4 * Number(vectors)], [TOKEN_GROUP, COLUMN_GROUP]);
  });

  it('multiplies integers exactly', () => {
    const [tokens, width, columns, max] = [5, 8, 12, 1000];
    const x = Array.from({ length: tokens * width }, (_, i) => (i % width === 0 ? max : ((i * 37) % 99) - 49));
    const matrix = Array.from({ length: columns * width }, (_, i) => ((i * 53) % 255) - 127);
    floats(from, x.length).set(x);
    kernel.quantise(from, tokens, width, max, to, to + 4096);
    const packed = new Int16Array(kernel.memory, extra, 2 * COLUMN_GROUP * width);
    matrix.forEach((weight, i) => {
      const [row, column] = [Math.floor(i / width), i % width];
      const group = Math.floor(row / COLUMN_GROUP) * COLUMN_GROUP * width;
      packed[group + Math.floor(column / 2) * 2 * COLUMN_GROUP + (row % COLUMN_GROUP) * 2 + (column % 2)] = weight;
    });
    floats(extra + 4096, columns).fill(1);
    floats(extra + 8192, columns).fill(3);
    kernel.product(to, to + 4096, extra, extra + 4096, extra + 8192, from, tokens, width, columns);
    const actual = floats(from, tokens * columns);
    for (let i = 0; i < actual.length; i++) {
      const [token, row] = [Math.floor(i / columns), i % columns];
      const expected = matrix
        .slice(row * width, (row + 1) * width)
        .reduce((sum, weight, k) => sum + weight * (x[token * width + k] ?? 0), 3);
      assert.equal(actual[i], expected);
    }
  });

  it('rounds a token of zeros to zeros', () => {
    floats(from, 8).fill(0);
    kernel.quantise(from, 1, 8, 1000, to, to + 4096);
    const pairs = new Int32Array(kernel.memory, to, 4 * TOKEN_GROUP).filter((_, i) => i % TOKEN_GROUP === 0);
    assert.deepEqual([...floats(to + 4096, 1), ...pairs], [0, 0, 0, 0, 0]);
  });

  it('computes gelu, far from zero, too', () => {
    const values: [x: number, gelu: number][] = [
      [0, 0],
      [1, 0.8413447461],
      [-1, -0.1586552539],
      [0.25, 0.1496765777],
      [-3, -0.0040496958],
      [6, 6],
      [1e12, 1e12],
      [-1e12, 0],
    ];
    floats(from, 8).set(values.map(([x]) => x));
    kernel.gelu(from, 8);
    values.forEach(([x, expected], i) => {
      assertNear(floats(from, 8)[i], expected, x);
    });
  });

  it('normalises a token to mean 0 and variance 1, and a constant one to the shift', () => {
    floats(from, 8).set([1, 2, 3, 6, 5, 5, 5, 5]);
    floats(to, 8).fill(1);
    floats(extra, 4).fill(2);
    floats(extra + 16, 4).fill(10);
    kernel.normalise(from, to, extra, extra + 16, 2, 4, 1e-12);
    const deviation = Math.sqrt(3.5);
    [1, 2, 3, 6].forEach((x, i) => {
      assertNear(floats(from, 8)[i], 10 + (2 * (x - 3)) / deviation, i);
    });
    assert.deepEqual([...floats(from + 16, 4)], [10, 10, 10, 10]);
  });

  it('lets each token attend to all, by similarity of query and key', () => {
    const [tokens, width] = [3, 16];
    const state = floats(from, tokens * 3 * width);
    state.fill(0);
    [0, 1, 2].forEach((token) => {
      state[token * 3 * width] = token;
      state[token * 3 * width + width] = Math.log(token + 1);
      state.fill(token, token * 3 * width + 2 * width, (token + 1) * 3 * width);
    });
    kernel.attention(from, tokens, tokens, 1, width, 1, extra, to);
    // Keys are log 1, log 2, log 3, so a query q weighs the tokens 1, 2^q and 3^q.
    [0, 1, 2].forEach((q) => {
      assertNear(floats(to, 48)[q * width + 5], (2 ** q + 2 * 3 ** q) / (1 + 2 ** q + 3 ** q), q);
    });
  });
});
