/** Tests the errors about missing and damaged files of the clause reader. */
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { loadClauseReader, verifyClauseReader, WEIGHTS_FOLDER } from '../../src/io/load-clause-reader.ts';

let folder = '';
const pathOf = (name: string) => join(folder, name);
const url = () => pathToFileURL(`${folder}/`);
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'clausewatch-weights-'));
});
after(() => rmSync(folder, { recursive: true }));
const copyAll = () => cpSync(WEIGHTS_FOLDER, folder, { recursive: true });

describe('the clause reader’s files', () => {
  it('are valid as shipped', () => assert.doesNotThrow(() => verifyClauseReader()));

  const faults: [title: string, damage: () => void, message: RegExp][] = [
    ['without reader.json', () => rmSync(pathOf('reader.json')), /^weights: .*reader\.json cannot be read \(ENOENT\)$/],
    [
      'with a reader.json that is not JSON',
      () => writeFileSync(pathOf('reader.json'), '{"a'),
      /^weights: reader\.json is not JSON$/,
    ],
    [
      'with a reader.json of another shape',
      () => writeFileSync(pathOf('reader.json'), '{}'),
      /^weights: reader\.json is invalid: \w+: /,
    ],
    [
      'without the linear model',
      () => rmSync(pathOf('linear.weights')),
      /^weights: .*linear\.weights cannot be read \(ENOENT\)$/,
    ],
    [
      'without the encoder',
      () => rmSync(pathOf('encoder.weights')),
      /^weights: .*encoder\.weights cannot be read \(ENOENT\)$/,
    ],
    [
      'with a truncated encoder',
      () => writeFileSync(pathOf('encoder.weights'), readFileSync(pathOf('encoder.weights')).subarray(0, 100_000)),
      /^weights: /,
    ],
    [
      'with a flipped bit in the encoder',
      () => {
        const bytes = readFileSync(pathOf('encoder.weights'));
        bytes[1_000_000] = (bytes[1_000_000] ?? 0) ^ 1;
        writeFileSync(pathOf('encoder.weights'), bytes);
      },
      /^weights: /,
    ],
    [
      'from two different trainings',
      () => {
        const model = JSON.parse(readFileSync(pathOf('reader.json'), 'utf8'));
        writeFileSync(pathOf('reader.json'), JSON.stringify({ ...model, linear: 'ab'.repeat(32) }));
      },
      /^weights: linear\.weights is not the one that reader\.json was trained with$/,
    ],
  ];
  for (const [title, damage, message] of faults) {
    it(`are refused in one line ${title}`, () => {
      copyAll();
      damage();
      assert.throws(
        () => verifyClauseReader(url()),
        (error: Error) => message.test(error.message) && !error.message.includes('\n') && 'code' in error,
      );
    });
  }
});

describe('the clause reader', () => {
  it('loads its models on first use', () => {
    copyAll();
    rmSync(pathOf('encoder.weights'));
    const reader = loadClauseReader(url());
    assert.throws(() => reader.readVersion('We train AI.'), /encoder\.weights/);
  });

  it('has another version with other weights', () => {
    copyAll();
    const { version } = loadClauseReader(url());
    assert.equal(version, loadClauseReader().version);
    writeFileSync(pathOf('reader.json'), `${readFileSync(pathOf('reader.json'), 'utf8')} `);
    assert.notEqual(loadClauseReader(url()).version, version);
  });
});
