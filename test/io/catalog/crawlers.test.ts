import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { CRAWLER_PURPOSES } from '../../../src/domain/catalog.ts';
import { loadCatalog } from '../../../src/io/catalog/load.ts';
import { folderOf, tunebox } from './folders.ts';

const FILE = 'ai-crawlers.json';
const gptBot = { name: 'GPTBot', operator: 'OpenAI', purpose: 'training' };
const listOf = (...crawlers: unknown[]) => ({ asOf: '2026-08', sources: ['https://crawlers.example/'], crawlers });

describe('the list of AI crawlers', () => {
  it('is overridden by later folders, ignoring the case of names', async (t) => {
    const first = await folderOf(t, {
      'platforms/tunebox.json': tunebox(),
      [FILE]: listOf({ ...gptBot, source: 'https://crawlers.example/gptbot' }, { ...gptBot, name: 'CCBot' }),
    });
    const second = await folderOf(t, {
      'tunebox.json': tunebox(),
      [FILE]: listOf({ ...gptBot, name: 'gptbot', purpose: 'search' }),
    });
    const result = await loadCatalog([first, second]);
    assert.deepEqual(result.status === 'ok' && result.catalog.crawlers, [
      { ...gptBot, name: 'gptbot', purpose: 'search' },
      { ...gptBot, name: 'CCBot' },
    ]);
  });

  const faulty: [what: string, list: unknown, path: string, problem: RegExp][] = [
    [
      'an unknown purpose',
      listOf({ ...gptBot, purpose: 'traning' }),
      'crawlers[0].purpose',
      /perhaps "training" is meant/,
    ],
    ['a name with a version', listOf({ ...gptBot, name: 'GPTBot/1.0' }), 'crawlers[0].name', /without version/],
    ['everybody', listOf({ ...gptBot, name: '*' }), 'crawlers[0].name', /must be a name/],
    ['a name twice', listOf(gptBot, { ...gptBot, name: 'gptbot' }), 'crawlers[1].name', /in this file already/],
    ['no date', { sources: ['https://crawlers.example/'], crawlers: [] }, 'asOf', /is missing/],
    ['no source', { ...listOf(), sources: [] }, 'sources', /at least one source/],
  ];
  for (const [what, list, path, problem] of faulty) {
    it(`may not have ${what}`, async (t) => {
      const result = await loadCatalog([await folderOf(t, { 'platforms/tunebox.json': tunebox(), [FILE]: list })]);
      const [fault, ...others] = result.status === 'faulty' ? result.faults : [];
      assert.deepEqual([fault?.path, others], [path, []]);
      assert.match(fault?.problem ?? '', problem);
    });
  }

  it('ships with crawlers of every purpose and the best-known ones', async () => {
    const shipped = await loadCatalog([fileURLToPath(new URL('../../../catalog', import.meta.url))]);
    const crawlers = shipped.status === 'ok' ? shipped.catalog.crawlers : [];
    assert.deepEqual(new Set(crawlers.map(({ purpose }) => purpose)), new Set(CRAWLER_PURPOSES));
    for (const name of ['GPTBot', 'ClaudeBot', 'Google-Extended', 'CCBot', 'Bytespider', 'Applebot-Extended']) {
      assert.ok(
        crawlers.some((crawler) => crawler.name === name),
        name,
      );
    }
  });
});

describe('further sites of a platform', () => {
  it('are URLs', async (t) => {
    const sites = ['https://artists.tunebox.example/'];
    const good = await loadCatalog([await folderOf(t, { 'tunebox.json': tunebox({ signals: { sites } }) })]);
    assert.deepEqual(good.status === 'ok' && good.catalog.platforms[0]?.signals, { sites });
    const bad = await loadCatalog([
      await folderOf(t, { 'tunebox.json': tunebox({ signals: { sites: ['artists'] } }) }),
    ]);
    assert.deepEqual(bad.status === 'faulty' && bad.faults.map(({ path }) => path), ['signals.sites[0]']);
  });
});
