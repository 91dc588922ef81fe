/** Tests the errors about missing and damaged files of the news model. */
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { WEIGHTS_FOLDER } from '../../src/io/load-clause-reader.ts';
import { loadNewsModel } from '../../src/io/load-news-model.ts';

let folder = '';
const pathOf = (name: string) => join(folder, name);
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'clausewatch-news-'));
});
after(() => rmSync(folder, { recursive: true }));

describe('the news model’s files', () => {
  it('are valid as shipped', () => assert.doesNotThrow(() => loadNewsModel()));

  const bytes = () => readFileSync(pathOf('news.weights'));
  const stories = (): Record<string, unknown> => JSON.parse(readFileSync(pathOf('stories.json'), 'utf8'));
  const faults: [title: string, damage: () => void, expected: RegExp][] = [
    ['without the model', () => rmSync(pathOf('news.weights')), /^weights: .*news\.weights cannot be read \(ENOENT\)$/],
    ['with a truncated model', () => writeFileSync(pathOf('news.weights'), bytes().subarray(0, 10_000)), /^weights: /],
    [
      'with a flipped bit in the model',
      () => {
        const damaged = bytes();
        damaged[500_000] = (damaged[500_000] ?? 0) ^ 1;
        writeFileSync(pathOf('news.weights'), damaged);
      },
      /^weights: /,
    ],
    [
      'with the model of clauses in its place',
      () => cpSync(new URL('linear.weights', WEIGHTS_FOLDER), pathOf('news.weights')),
      /^weights: the file is not a news model$/,
    ],
    [
      'without stories.json',
      () => rmSync(pathOf('stories.json')),
      /^weights: .*stories\.json cannot be read \(ENOENT\)$/,
    ],
    [
      'with a stories.json that is not JSON',
      () => writeFileSync(pathOf('stories.json'), '{"a'),
      /^weights: stories\.json is not JSON$/,
    ],
    [
      'with numbers missing from stories.json',
      () =>
        writeFileSync(pathOf('stories.json'), JSON.stringify({ ...stories(), regression: { weights: [1], bias: 0 } })),
      /^weights: stories\.json is invalid: regression\.weights: /,
    ],
    [
      'with a frequency table that is too short',
      () => writeFileSync(pathOf('stories.json'), JSON.stringify({ ...stories(), commonness: 'AAAA' })),
      /^weights: stories\.json is invalid: commonness: must be of 16384 bytes$/,
    ],
  ];
  for (const [title, damage, expected] of faults) {
    it(`are refused in one line ${title}`, () => {
      for (const name of ['news.weights', 'stories.json']) cpSync(new URL(name, WEIGHTS_FOLDER), pathOf(name));
      damage();
      assert.throws(
        () => loadNewsModel(pathToFileURL(`${folder}/`)),
        ({ message }: Error) => expected.test(message) && !message.includes('\n'),
      );
    });
  }
});
