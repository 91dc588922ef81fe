/** What is said at the start when the files of news are not as they should be. */
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { WEIGHTS_FOLDER } from '../../src/io/load-clause-reader.ts';
import { loadNewsModel } from '../../src/io/load-news-model.ts';

let folder = '';
const at = (name: string) => join(folder, name);
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'clausewatch-news-'));
});
after(() => rmSync(folder, { recursive: true }));

describe('the files of news', () => {
  it('as they come pass', () => assert.doesNotThrow(() => loadNewsModel()));

  const bytes = () => readFileSync(at('news.weights'));
  const stories = (): Record<string, unknown> => JSON.parse(readFileSync(at('stories.json'), 'utf8'));
  const faults: [what: string, harm: () => void, said: RegExp][] = [
    ['without the model', () => rmSync(at('news.weights')), /^weights: .*news\.weights cannot be read \(ENOENT\)$/],
    [
      'with a model that was cut off',
      () => writeFileSync(at('news.weights'), bytes().subarray(0, 10_000)),
      /^weights: /,
    ],
    [
      'with a model of which a bit is wrong',
      () => {
        const harmed = bytes();
        harmed[500_000] = (harmed[500_000] ?? 0) ^ 1;
        writeFileSync(at('news.weights'), harmed);
      },
      /^weights: /,
    ],
    [
      'with the model of clauses in its place',
      () => cpSync(new URL('linear.weights', WEIGHTS_FOLDER), at('news.weights')),
      /^weights: the weights are of no model of news$/,
    ],
    ['without stories.json', () => rmSync(at('stories.json')), /^weights: .*stories\.json cannot be read \(ENOENT\)$/],
    [
      'with a stories.json that is none',
      () => writeFileSync(at('stories.json'), '{"a'),
      /^weights: stories\.json is not JSON$/,
    ],
    [
      'with numbers missing from stories.json',
      () => writeFileSync(at('stories.json'), JSON.stringify({ ...stories(), regression: { weights: [1], bias: 0 } })),
      /^weights: stories\.json is wrong: regression\.weights: /,
    ],
    [
      'with a table of words that is too short',
      () => writeFileSync(at('stories.json'), JSON.stringify({ ...stories(), commonness: 'AAAA' })),
      /^weights: stories\.json is wrong: commonness: must be of 16384 bytes$/,
    ],
  ];
  for (const [what, harm, said] of faults) {
    it(`${what} are refused in one line`, () => {
      for (const name of ['news.weights', 'stories.json']) cpSync(new URL(name, WEIGHTS_FOLDER), at(name));
      harm();
      assert.throws(
        () => loadNewsModel(pathToFileURL(`${folder}/`)),
        ({ message }: Error) => said.test(message) && !message.includes('\n'),
      );
    });
  }
});
