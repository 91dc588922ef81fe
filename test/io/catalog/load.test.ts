import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { Catalog } from '../../../src/domain/catalog.ts';
import type { CatalogIssue } from '../../../src/io/catalog/folder.ts';
import { loadCatalog } from '../../../src/io/catalog/load.ts';
import { anEvent, type Files, folderOf, tunebox } from './folders.ts';

async function loaded(dirs: string[]): Promise<Catalog> {
  const result = await loadCatalog(dirs);
  assert.deepEqual(result.status === 'faulty' ? result.faults : [], []);
  assert.ok(result.status === 'ok');
  return result.catalog;
}

async function faultsOf(dirs: string[]): Promise<CatalogIssue[]> {
  const result = await loadCatalog(dirs);
  assert.ok(result.status === 'faulty', 'the catalog was accepted');
  return result.faults;
}

const TUNEBOX = 'platforms/tunebox.json';
const withEvent = (overrides: Record<string, unknown>): Files => ({
  [TUNEBOX]: tunebox({ events: [anEvent(overrides)] }),
});
const LAWS = 'regulation.json';
const aLaw = (overrides: Record<string, unknown> = {}) => ({
  date: '2026-08-02',
  jurisdiction: 'EU',
  kind: 'law',
  status: 'in-force',
  title: { en: 'A law', fr: 'Une loi' },
  effect: 'What it means.',
  sources: ['https://law.example/1'],
  ...overrides,
});
const withLaw = (overrides: Record<string, unknown>): Files => ({
  [TUNEBOX]: tunebox(),
  [LAWS]: { events: [aLaw(overrides)] },
});
const withDocument = (declaration: object): Files => ({
  [TUNEBOX]: tunebox({ documents: { 'Terms of Service': declaration } }),
});
const fetch = 'https://tunebox.example/terms';

describe('a catalog', () => {
  it('is read from platform files and feeds.json, with defaults filled in', async (t) => {
    const dir = await folderOf(t, {
      [TUNEBOX]: tunebox({ feeds: [{ url: 'https://tunebox.example/feed', title: 'Tunebox News' }] }),
      'feeds.json': { feeds: [{ url: 'https://presse.example/flux', title: 'Presse', language: 'fr' }] },
      'README.md': 'not read',
    });
    assert.deepEqual(await loaded([dir]), {
      platforms: [
        {
          id: 'tunebox',
          name: 'Tunebox',
          aliases: [],
          kind: 'hosting',
          homepage: 'https://tunebox.example/',
          documents: [
            {
              id: 'tunebox/Terms of Service',
              platform: 'tunebox',
              type: 'Terms of Service',
              url: fetch,
              language: 'en',
              declaration: {
                pages: [{ fetch, select: ['main'], remove: [], removeQueryParams: [], executeClientScripts: false }],
              },
            },
          ],
          feeds: [
            {
              url: 'https://tunebox.example/feed',
              title: 'Tunebox News',
              language: 'en',
              platform: 'tunebox',
              official: true,
            },
          ],
          events: [],
          researched: { training: 'unclear', asOf: '2026-01', confidence: 'low', notes: {}, sources: [] },
          tools: [],
        },
      ],
      feeds: [{ url: 'https://presse.example/flux', title: 'Presse', language: 'fr', official: false }],
      regulation: [],
      crawlers: [],
    });
  });

  it('has legal events, oldest first, with either layout of the folder', async (t) => {
    const events = [aLaw(), aLaw({ date: '2024', title: 'An older one', topics: ['training'] })];
    for (const place of [TUNEBOX, 'tunebox.json']) {
      const dir = await folderOf(t, { [place]: tunebox(), [LAWS]: { events } });
      const { regulation, platforms } = await loaded([dir]);
      assert.deepEqual(
        regulation.map(({ date, title, topics }) => [date, title, topics]),
        [
          ['2024', 'An older one', ['training']],
          ['2026-08-02', { en: 'A law', fr: 'Une loi' }, []],
        ],
      );
      assert.equal(platforms.length, 1);
    }
  });

  it('takes texts in English or in several languages', async (t) => {
    const optOut = { how: { en: 'Use the form.', de: 'Nutze das Formular.' }, steps: ['Open it.', { en: 'Send it.' }] };
    const dir = await folderOf(t, { [TUNEBOX]: tunebox({ optOut }) });
    assert.deepEqual((await loaded([dir])).platforms[0]?.optOut, optOut);
  });

  it('keeps the language of a document and its URL for readers', async (t) => {
    const dir = await folderOf(t, withDocument({ fetch, language: 'pt-BR', url: 'https://tunebox.example/read' }));
    const [document] = (await loaded([dir])).platforms[0]?.documents ?? [];
    assert.deepEqual([document?.language, document?.url], ['pt-BR', 'https://tunebox.example/read']);
  });

  it('has its events in order, partial dates before the exact dates they contain', async (t) => {
    const dates = ['2024-02-12', '2025', '2024-02', '2024', '2023-12-31', '2024-03-01'];
    const dir = await folderOf(t, { [TUNEBOX]: tunebox({ events: dates.map((date) => anEvent({ date })) }) });
    assert.deepEqual(
      (await loaded([dir])).platforms[0]?.events.map(({ date }) => date),
      ['2023-12-31', '2024', '2024-02', '2024-02-12', '2024-03-01', '2025'],
    );
  });

  it('may be a folder of platform files only', async (t) => {
    const dir = await folderOf(t, { 'tunebox.json': tunebox(), 'feeds.json': { feeds: [] } });
    assert.deepEqual(
      (await loaded([dir])).platforms.map(({ id }) => id),
      ['tunebox'],
    );
  });

  it('may have files with a byte order mark', async (t) => {
    const dir = await folderOf(t, { [TUNEBOX]: `\uFEFF${JSON.stringify(tunebox())}` });
    assert.equal((await loaded([dir])).platforms.length, 1);
  });

  it('is overridden by later folders, platform by platform, feed by feed and law by law', async (t) => {
    const wavebarn = tunebox({ id: 'wavebarn', name: 'Wavebarn' });
    const first = await folderOf(t, {
      [TUNEBOX]: tunebox({ aliases: ['tb'] }),
      'platforms/wavebarn.json': wavebarn,
      'feeds.json': {
        feeds: [
          { url: 'https://a.example/feed', title: 'A' },
          { url: 'https://b.example/feed', title: 'B' },
        ],
      },
      [LAWS]: { events: [aLaw(), aLaw({ jurisdiction: 'UK', effect: 'Of another place.' })] },
    });
    const second = await folderOf(t, {
      [TUNEBOX]: tunebox({ name: 'Tunebox Two' }),
      'platforms/newcomer.json': tunebox({ id: 'newcomer', name: 'Newcomer', aliases: ['tb'] }),
      'feeds.json': { feeds: [{ url: 'https://b.example/feed', title: 'B, renamed' }] },
      [LAWS]: { events: [aLaw({ title: 'A law', effect: 'What it means now.' })] },
    });
    const { platforms, feeds, regulation } = await loaded([first, second]);
    assert.deepEqual(
      regulation.map(({ effect }) => effect),
      ['What it means now.', 'Of another place.'],
    );
    assert.deepEqual(
      platforms.map(({ name }) => name),
      ['Newcomer', 'Tunebox Two', 'Wavebarn'],
    );
    assert.deepEqual(
      feeds.map(({ title }) => title),
      ['A', 'B, renamed'],
    );
  });
});

describe('a fault of the catalog is reported with file and path:', () => {
  const rows: [what: string, files: Files, file: string, path: string, problem: RegExp][] = [
    ['a file that is not JSON', { [TUNEBOX]: '{\n  "id": "tunebox",\n}' }, TUNEBOX, 'line 3, column 1', /is not JSON/],
    ['a duplicate key', { [TUNEBOX]: '{"id": "a", "id": "b"}' }, TUNEBOX, 'line 1, column 13', /written twice/],
    ['a file that is not UTF-8', { [TUNEBOX]: Uint8Array.of(0x22, 0xff, 0x22) }, TUNEBOX, '', /cannot be read/],
    ['a file over one megabyte', { [TUNEBOX]: `"${'x'.repeat(1_000_000)}"` }, TUNEBOX, '', /larger than 1 MB/],
    ['a folder in place of a file', { [`${TUNEBOX}/inside`]: '' }, TUNEBOX, '', /is not a file/],
    ['a file that holds a list', { [TUNEBOX]: [] }, TUNEBOX, '', /must be an object/],
    ['a missing field', { [TUNEBOX]: tunebox({ homepage: undefined }) }, TUNEBOX, 'homepage', /is missing/],
    ['a field of the wrong kind', { [TUNEBOX]: tunebox({ aliases: 'tb' }) }, TUNEBOX, 'aliases', /must be a list/],
    [
      'an unknown key',
      { [TUNEBOX]: tunebox({ evnts: [] }) },
      TUNEBOX,
      '',
      /unknown key "evnts", perhaps "events" is meant/,
    ],
    [
      'an unknown key that resembles none',
      { [TUNEBOX]: tunebox({ zzz: 1 }) },
      TUNEBOX,
      '',
      /^unknown key "zzz"; known are id, name, .*optOut/,
    ],
    [
      'a text in an unsupported language',
      withEvent({ title: { en: 'A', it: 'B' } }),
      TUNEBOX,
      'events[0].title',
      /known are en, fr, de, es/,
    ],
    ['a text without English', withEvent({ title: { fr: 'A' } }), TUNEBOX, 'events[0].title.en', /is missing/],
    [
      'the beginning of a listed value',
      withEvent({ kind: 'terms' }),
      TUNEBOX,
      'events[0].kind',
      /perhaps "terms-change" is meant/,
    ],
    [
      'an opt-out with no steps',
      { [TUNEBOX]: tunebox({ optOut: { how: 'Use the form.', steps: [] } }) },
      TUNEBOX,
      'optOut.steps',
      /at least one step, or be left out/,
    ],
    [
      'a legal event with an unknown jurisdiction',
      withLaw({ jurisdiction: 'USA' }),
      LAWS,
      'events[0].jurisdiction',
      /perhaps "US" is meant/,
    ],
    ['a legal event without source', withLaw({ sources: [] }), LAWS, 'events[0].sources', /at least one source/],
    ['a legal event of an unknown kind', withLaw({ kind: 'bill' }), LAWS, 'events[0].kind', /one of law, proposal/],
    ['a regulation.json that holds a list', { [TUNEBOX]: tunebox(), [LAWS]: [] }, LAWS, '', /must be an object/],
    [
      'a value outside its list',
      { [TUNEBOX]: tunebox({ kind: 'hostin' }) },
      TUNEBOX,
      'kind',
      /one of .*, perhaps "hosting" is meant/,
    ],
    ['an id with capitals', { [TUNEBOX]: tunebox({ id: 'TuneBox' }) }, TUNEBOX, 'id', /lower-case/],
    [
      'a file not named by its id',
      { 'platforms/tb.json': tunebox() },
      'platforms/tb.json',
      'id',
      /must be named tunebox\.json/,
    ],
    [
      'an id used twice in a folder',
      { 'platforms/a.json': tunebox(), [TUNEBOX]: tunebox() },
      TUNEBOX,
      'id',
      /the id of .*a\.json already/,
    ],
    ['a name with a line break', { [TUNEBOX]: tunebox({ name: 'Tune\nbox' }) }, TUNEBOX, 'name', /one line/],
    [
      'an alias without letters',
      { [TUNEBOX]: tunebox({ aliases: ['!!'] }) },
      TUNEBOX,
      'aliases[0]',
      /a letter or a digit/,
    ],
    [
      'an alias of two platforms',
      {
        [TUNEBOX]: tunebox({ aliases: ['x', 'TB'] }),
        'platforms/two.json': tunebox({ id: 'two', name: 'Two', aliases: ['t.b.'] }),
      },
      'platforms/two.json',
      'aliases[0]',
      /"t\.b\." already stands for Tunebox in .*tunebox\.json/,
    ],
    [
      'a document type in lower case',
      { [TUNEBOX]: tunebox({ documents: { terms: { fetch } } }) },
      TUNEBOX,
      'documents.terms',
      /Open Terms Archive terms type/,
    ],
    [
      'a declaration without a page',
      withDocument({ select: 'main' }),
      TUNEBOX,
      'documents["Terms of Service"]',
      /either "fetch"/,
    ],
    [
      'a broken selector',
      withDocument({ fetch, select: ['main', 'p >> >'] }),
      TUNEBOX,
      'documents["Terms of Service"].select[1]',
      /CSS selector/,
    ],
    [
      'an invalid language',
      withDocument({ fetch, language: 'English!' }),
      TUNEBOX,
      'documents["Terms of Service"].language',
      /BCP 47/,
    ],
    ['a day that does not exist', withEvent({ date: '2026-02-30' }), TUNEBOX, 'events[0].date', /a date that exists/],
    ['a month that does not exist', withEvent({ date: '2026-13' }), TUNEBOX, 'events[0].date', /a date that exists/],
    ['a date in another format', withEvent({ date: '12.2.2026' }), TUNEBOX, 'events[0].date', /a date that exists/],
    ['an event without source', withEvent({ sources: [] }), TUNEBOX, 'events[0].sources', /at least one source/],
    [
      'a source that is not http(s)',
      withEvent({ sources: ['javascript:alert(1)'] }),
      TUNEBOX,
      'events[0].sources[0]',
      /http\(s\)/,
    ],
    ['an event without topic', withEvent({ topics: [] }), TUNEBOX, 'events[0].topics', /at least one of training/],
    [
      'an unknown topic',
      withEvent({ topics: ['trainig'] }),
      TUNEBOX,
      'events[0].topics[0]',
      /perhaps "training" is meant/,
    ],
    [
      'a position without source',
      { [TUNEBOX]: tunebox({ researched: { training: 'opt-in', asOf: '2026', confidence: 'high' } }) },
      TUNEBOX,
      'researched',
      /must name a source/,
    ],
    [
      'a note on an unknown topic',
      {
        [TUNEBOX]: tunebox({
          researched: { training: 'unclear', asOf: '2026', confidence: 'low', notes: { pays: 'No.' } },
        }),
      },
      TUNEBOX,
      'researched.notes',
      /unknown key "pays", perhaps "pay" is meant/,
    ],
    [
      'a feed twice in feeds.json',
      {
        [TUNEBOX]: tunebox(),
        'feeds.json': { feeds: [1, 2].map(() => ({ url: 'https://a.example/feed', title: 'A' })) },
      },
      'feeds.json',
      'feeds[1].url',
      /in this file already/,
    ],
    [
      'a feed of a platform that feeds.json has too',
      {
        [TUNEBOX]: tunebox({ feeds: [{ url: 'https://a.example/feed', title: 'A' }] }),
        'feeds.json': { feeds: [{ url: 'https://A.example:443/feed', title: 'A' }] },
      },
      'feeds.json',
      'feeds[0].url',
      /a feed of .*tunebox\.json already/,
    ],
    ['no platform at all', { 'feeds.json': { feeds: [] } }, '', '', /holds no platform/],
    ['an empty platforms folder', { 'platforms/.keep': '' }, '', '', /holds no platform/],
  ];
  for (const [what, files, file, path, problem] of rows) {
    it(what, async (t) => {
      const dir = await folderOf(t, files);
      const faults = await faultsOf([dir]);
      const fault = faults.find((candidate) => candidate.file === join(dir, file) && candidate.path === path);
      assert.match(fault?.problem ?? `not among ${JSON.stringify(faults)}`, problem);
    });
  }

  it('a folder that does not exist', async () => {
    assert.deepEqual(await faultsOf(['/no/such/folder']), [
      { file: '/no/such/folder', path: '', problem: 'there is no such folder' },
    ]);
  });

  it('together with all others of all files and folders, and nothing is loaded', async (t) => {
    const first = await folderOf(t, {
      [TUNEBOX]: tunebox({ kind: 'shop', events: [anEvent({ date: 'soon' }), anEvent({ title: '' })] }),
      'platforms/wavebarn.json': '{',
      'platforms/good.json': tunebox({ id: 'good', name: 'Good' }),
      'feeds.json': { feeds: [{ url: 'here', title: 'Here' }] },
    });
    const second = await folderOf(t, { 'platforms/other.json': tunebox({ id: 'other', name: 'Good' }) });
    const places = (await faultsOf([first, second, '/no/such/folder'])).map(({ file, path }) => [file, path]);
    assert.deepEqual(places, [
      [join(first, TUNEBOX), 'kind'],
      [join(first, TUNEBOX), 'events[0].date'],
      [join(first, TUNEBOX), 'events[1].title'],
      [join(first, 'platforms/wavebarn.json'), 'line 1, column 2'],
      [join(first, 'feeds.json'), 'feeds[0].url'],
      ['/no/such/folder', ''],
      [join(second, 'platforms/other.json'), 'name'],
    ]);
  });
});
