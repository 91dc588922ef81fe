import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compareSignals, summariseMoves } from '../../../src/core/signals/compare-signals.ts';
import { createCrawlerRegistry } from '../../../src/core/signals/crawler-registry.ts';
import { parseSignals } from '../../../src/core/signals/parse-signals.ts';
import type { ParsedSignals, SignalMove, SignalPosition } from '../../../src/domain/signal.ts';
import { read, robots } from './crawlers.ts';

const nothing = robots();
const tdmrep = (...rules: object[]) => read('tdmrep.json', JSON.stringify(rules));
const reserved = { location: '/', 'tdm-reservation': 1 };
const page = (...lines: string[]) => read('page', lines.join('\n'));

const position = (one: SignalPosition | undefined) =>
  one ? [one.ruling, ...(one.parts ?? []), ...(one.except ? ['but', ...one.except] : [])].join(' ') : 'silent';
const inWords = ({ agents, use, from, to, significance, direction }: SignalMove) =>
  `${agents.join('+')} ${use}: ${position(from)} → ${position(to)}, ${significance}, ${direction}`;

const rows: { name: string; before: ParsedSignals; after: ParsedSignals; moves: string[] }[] = [
  {
    name: 'a training crawler is kept out',
    before: nothing,
    after: robots('User-agent: GPTBot', 'Disallow: /'),
    moves: ['GPTBot train: silent → forbidden, major, better'],
  },
  {
    name: 'crawlers that train share a sentence, those that search have their own',
    before: nothing,
    after: robots('User-agent: GPTBot', 'User-agent: CCBot', 'User-agent: OAI-SearchBot', 'Disallow: /'),
    moves: [
      'CCBot+GPTBot train: silent → forbidden, major, better',
      'OAI-SearchBot search: silent → forbidden, minor, better',
    ],
  },
  {
    name: 'a training crawler is let in again',
    before: robots('User-agent: GPTBot', 'Disallow: /'),
    after: robots('User-agent: GPTBot', 'Allow: /'),
    moves: ['GPTBot train: forbidden → allowed, major, worse'],
  },
  {
    name: 'a training crawler is let in by its name, where nobody was kept out',
    before: nothing,
    after: robots('User-agent: GPTBot', 'Allow: /'),
    moves: ['GPTBot train: silent → allowed, minor, neutral'],
  },
  {
    name: 'everybody is kept out, and the one that was is so still',
    before: robots('User-agent: GPTBot', 'Disallow: /'),
    after: robots('User-agent: *', 'Disallow: /'),
    moves: ['* all: silent → forbidden, major, better'],
  },
  {
    name: 'an exception for one where everybody is kept out',
    before: robots('User-agent: *', 'Disallow: /'),
    after: robots('User-agent: *', 'Disallow: /', 'User-agent: GPTBot', 'Allow: /'),
    moves: ['GPTBot train: forbidden → allowed, major, worse'],
  },
  {
    name: 'parts of the site are minor, and the whole of it after them is not',
    before: robots('User-agent: GPTBot', 'Disallow: /music/'),
    after: robots('User-agent: GPTBot', 'Disallow: /'),
    moves: ['GPTBot train: forbidden /music/ → forbidden, major, better'],
  },
  {
    name: 'a part is opened to one that is kept out',
    before: robots('User-agent: GPTBot', 'Disallow: /'),
    after: robots('User-agent: GPTBot', 'Disallow: /', 'Allow: /music/'),
    moves: ['GPTBot train: forbidden → forbidden but /music/, minor, worse'],
  },
  {
    name: 'parts of the site',
    before: nothing,
    after: robots('User-agent: GPTBot', 'Disallow: /music/'),
    moves: ['GPTBot train: silent → forbidden /music/, minor, better'],
  },
  {
    name: 'training is granted, where nothing was said',
    before: nothing,
    after: robots('User-agent: *', 'Content-Signal: ai-train=yes'),
    moves: ['* train: silent → allowed, minor, worse'],
  },
  {
    name: 'a refusal turns into a grant, and another use is refused',
    before: robots('User-agent: *', 'Content-Signal: ai-train=no'),
    after: robots('User-agent: *', 'Content-Signal: ai-train=yes, ai-input=no'),
    moves: ['* train: forbidden → allowed, major, worse', '* input: silent → forbidden, minor, better'],
  },
  {
    name: 'a reservation goes',
    before: tdmrep(reserved),
    after: tdmrep(),
    moves: ['* all: reserved → silent, major, worse'],
  },
  {
    name: 'a reservation names its terms',
    before: tdmrep(reserved),
    after: tdmrep({ ...reserved, 'tdm-policy': 'https://tunebox.example/tdm' }),
    moves: ['* all: reserved → reserved, minor, neutral'],
  },
  {
    name: 'a licence is named',
    before: nothing,
    after: robots('License: https://tunebox.example/license.xml'),
    moves: ['* all: silent → licensed, minor, neutral'],
  },
  {
    name: 'noai comes',
    before: page(),
    after: page('<meta name="robots" content="noai">'),
    moves: ['* train: silent → forbidden, major, better'],
  },
];

describe('a comparison of signals', () => {
  for (const { name, before, after, moves } of rows) {
    it(name, () => assert.deepEqual(compareSignals(before, after).map(inWords), moves));
  }

  it('is about training and scraping where training is concerned, else about scraping alone', () => {
    const [train, search] = compareSignals(
      nothing,
      robots('User-agent: GPTBot', 'User-agent: OAI-SearchBot', 'Disallow: /'),
    );
    assert.deepEqual([train?.topics, search?.topics], [['training', 'scraping'], ['scraping']]);
  });

  it('has the lines of both sides; what was inherited is quoted from where it stood', () => {
    const [move] = compareSignals(
      robots('User-agent: *', 'Disallow: /'),
      robots('User-agent: *', 'Disallow: /', 'User-agent: GPTBot', 'Allow: /'),
    );
    assert.deepEqual(
      move?.before.map(({ text }) => text),
      ['User-agent: *', 'Disallow: /'],
    );
    assert.deepEqual(
      move?.after.map(({ number, text }) => `${number} ${text}`),
      ['3 User-agent: GPTBot', '4 Allow: /'],
    );
  });

  it('quotes of many agents the first, and the rule they are given', () => {
    const names = Array.from({ length: 40 }, (_, i) => `Bot${i + 10}`);
    const known = createCrawlerRegistry(names.map((name) => ({ name, operator: 'Many', purpose: 'training' })));
    const text = [...names.map((name) => `User-agent: ${name}`), 'Disallow: /'].join('\n');
    const [move, ...others] = compareSignals(nothing, parseSignals('robots.txt', text, known) ?? nothing);
    assert.deepEqual([move?.agents.length, others], [40, []]);
    assert.deepEqual([move?.after[0]?.text, move?.after.at(-1)?.text], ['User-agent: Bot10', 'Disallow: /']);
    assert.equal(move?.after.length, 12);
  });

  it('does not call gone what another source of the site says still, nor new what it said already', () => {
    const { statements } = page('tdm-reservation: 1');
    const [before, now] = [
      { before: statements, now: [] },
      { before: [], now: statements },
    ];
    assert.deepEqual(compareSignals(tdmrep(reserved), tdmrep(), now).map(inWords), [
      '* all: reserved → silent, minor, neutral',
    ]);
    assert.deepEqual(compareSignals(tdmrep(reserved), tdmrep(), before).map(inWords), [
      '* all: reserved → silent, major, worse',
    ]);
    assert.deepEqual(compareSignals(page(), page('content-usage: train-ai=n'), before).map(inWords), [
      '* train: silent → forbidden, minor, neutral',
    ]);
    const access = compareSignals(nothing, robots('User-agent: GPTBot', 'Disallow: /'), before);
    assert.deepEqual(access.map(inWords), ['GPTBot train: silent → forbidden, major, better']);
  });

  it('comes to the weightiest of its moves, and to both ways where there are both', () => {
    const moves = compareSignals(
      robots('User-agent: GPTBot', 'Disallow: /'),
      robots('User-agent: ChatGPT-User', 'Disallow: /'),
    );
    assert.deepEqual(summariseMoves(moves), {
      significance: 'major',
      direction: 'mixed',
      topics: ['training', 'scraping'],
    });
  });
});
