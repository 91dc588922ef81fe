import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readWeightsFile } from '../../src/io/read-weights-file.ts';
import { readFixtureWeights, weightsPath } from '../helpers/encoder.ts';

describe('a weights file on disk', () => {
  it('is read completely', () => {
    const path = fileURLToPath(weightsPath('unigram'));
    assert.deepEqual(new Uint8Array(readWeightsFile(path)), readFixtureWeights('unigram'));
  });

  for (const [what, path, why] of [
    ['is not there', join(tmpdir(), 'no-such-folder', 'reader.weights'), /cannot be read \(ENOENT\)$/],
    ['is a folder', tmpdir(), /cannot be read \(EISDIR\)$/],
  ] as const) {
    it(`that ${what} is reported in one line`, () => {
      assert.throws(() => readWeightsFile(path), { name: 'WeightsError', code: 'missing', message: why });
    });
  }
});
