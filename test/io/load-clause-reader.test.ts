/** What is said at the start when the reader's files are not as they should be. */
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { loadClauseReader, verifyClauseReader, WEIGHTS_FOLDER } from '../../src/io/load-clause-reader.ts';

let folder = '';
const at = (name: string) => join(folder, name);
const url = () => pathToFileURL(`${folder}/`);
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'clausewatch-weights-'));
});
after(() => rmSync(folder, { recursive: true }));
const whole = () => cpSync(WEIGHTS_FOLDER, folder, { recursive: true });

describe('the reader’s files', () => {
  it('as they come pass', () => assert.doesNotThrow(() => verifyClauseReader()));

  const faults: [what: string, harm: () => void, said: RegExp][] = [
    ['without reader.json', () => rmSync(at('reader.json')), /^weights: .*reader\.json cannot be read \(ENOENT\)$/],
    [
      'with a reader.json that is none',
      () => writeFileSync(at('reader.json'), '{"a'),
      /^weights: reader\.json is not JSON$/,
    ],
    [
      'with a reader.json of another shape',
      () => writeFileSync(at('reader.json'), '{}'),
      /^weights: reader\.json is wrong: \w+: /,
    ],
    [
      'without the linear model',
      () => rmSync(at('linear.weights')),
      /^weights: .*linear\.weights cannot be read \(ENOENT\)$/,
    ],
    [
      'without the encoder',
      () => rmSync(at('encoder.weights')),
      /^weights: .*encoder\.weights cannot be read \(ENOENT\)$/,
    ],
    [
      'with an encoder that was cut off',
      () => writeFileSync(at('encoder.weights'), readFileSync(at('encoder.weights')).subarray(0, 100_000)),
      /^weights: /,
    ],
    [
      'with an encoder of which a bit is wrong',
      () => {
        const bytes = readFileSync(at('encoder.weights'));
        bytes[1_000_000] = (bytes[1_000_000] ?? 0) ^ 1;
        writeFileSync(at('encoder.weights'), bytes);
      },
      /^weights: /,
    ],
    [
      'of which one belongs to another training',
      () => {
        const model = JSON.parse(readFileSync(at('reader.json'), 'utf8'));
        writeFileSync(at('reader.json'), JSON.stringify({ ...model, linear: 'ab'.repeat(32) }));
      },
      /^weights: linear\.weights is not the one that reader\.json was learnt with$/,
    ],
  ];
  for (const [what, harm, said] of faults) {
    it(`${what} are refused in one line`, () => {
      whole();
      harm();
      assert.throws(
        () => verifyClauseReader(url()),
        (error: Error) => said.test(error.message) && !error.message.includes('\n') && 'code' in error,
      );
    });
  }
});

describe('the reader', () => {
  it('is not opened before it is asked', () => {
    whole();
    rmSync(at('encoder.weights'));
    const reader = loadClauseReader(url());
    assert.throws(() => reader.readVersion('We train AI.'), /encoder\.weights/);
  });

  it('has a number of its own for other weights', () => {
    whole();
    const { version: way } = loadClauseReader(url());
    assert.equal(way, loadClauseReader().version);
    writeFileSync(at('reader.json'), `${readFileSync(at('reader.json'), 'utf8')} `);
    assert.notEqual(loadClauseReader(url()).version, way);
  });
});
