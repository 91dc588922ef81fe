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

const describePosition = (position: SignalPosition | undefined) =>
  position
    ? [position.ruling, ...(position.parts ?? []), ...(position.except ? ['but', ...position.except] : [])].join(' ')
    : 'silent';
const describeMove = ({ agents, use, from, to, significance, direction }: SignalMove) =>
  `${agents.join('+')} ${use}: ${describePosition(from)} → ${describePosition(to)}, ${significance}, ${direction}`;

const rows: { name: string; before: ParsedSignals; after: ParsedSignals; moves: string[] }[] = [
  {
    name: 'a training crawler is forbidden',
    before: nothing,
    after: robots('User-agent: GPTBot', 'Disallow: /'),
    moves: ['GPTBot train: silent → forbidden, major, better'],
  },
  {
    name: 'training crawlers share a move, search crawlers have their own',
    before: nothing,
    after: robots('User-agent: GPTBot', 'User-agent: CCBot', 'User-agent: OAI-SearchBot', 'Disallow: /'),
    moves: [
      'CCBot+GPTBot train: silent → forbidden, major, better',
      'OAI-SearchBot search: silent → forbidden, minor, better',
    ],
  },
  {
    name: 'a training crawler is allowed again',
    before: robots('User-agent: GPTBot', 'Disallow: /'),
    after: robots('User-agent: GPTBot', 'Allow: /'),
    moves: ['GPTBot train: forbidden → allowed, major, worse'],
  },
  {
    name: 'a training crawler is allowed by name, where nobody was forbidden',
    before: nothing,
    after: robots('User-agent: GPTBot', 'Allow: /'),
    moves: ['GPTBot train: silent → allowed, minor, neutral'],
  },
  {
    name: 'everybody is forbidden, one of them as before',
    before: robots('User-agent: GPTBot', 'Disallow: /'),
    after: robots('User-agent: *', 'Disallow: /'),
    moves: ['* all: silent → forbidden, major, better'],
  },
  {
    name: 'one crawler is allowed where everybody is forbidden',
    before: robots('User-agent: *', 'Disallow: /'),
    after: robots('User-agent: *', 'Disallow: /', 'User-agent: GPTBot', 'Allow: /'),
    moves: ['GPTBot train: forbidden → allowed, major, worse'],
  },
  {
    name: 'the whole site is forbidden after parts of it',
    before: robots('User-agent: GPTBot', 'Disallow: /music/'),
    after: robots('User-agent: GPTBot', 'Disallow: /'),
    moves: ['GPTBot train: forbidden /music/ → forbidden, major, better'],
  },
  {
    name: 'a part is allowed to a forbidden crawler',
    before: robots('User-agent: GPTBot', 'Disallow: /'),
    after: robots('User-agent: GPTBot', 'Disallow: /', 'Allow: /music/'),
    moves: ['GPTBot train: forbidden → forbidden but /music/, minor, worse'],
  },
  {
    name: 'parts of the site are forbidden',
    before: nothing,
    after: robots('User-agent: GPTBot', 'Disallow: /music/'),
    moves: ['GPTBot train: silent → forbidden /music/, minor, better'],
  },
  {
    name: 'training is allowed where nothing was said',
    before: nothing,
    after: robots('User-agent: *', 'Content-Signal: ai-train=yes'),
    moves: ['* train: silent → allowed, minor, worse'],
  },
  {
    name: 'a use is allowed, and another one forbidden',
    before: robots('User-agent: *', 'Content-Signal: ai-train=no'),
    after: robots('User-agent: *', 'Content-Signal: ai-train=yes, ai-input=no'),
    moves: ['* train: forbidden → allowed, major, worse', '* input: silent → forbidden, minor, better'],
  },
  {
    name: 'a reservation is withdrawn',
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
    name: 'noai is added',
    before: page(),
    after: page('<meta name="robots" content="noai">'),
    moves: ['* train: silent → forbidden, major, better'],
  },
];

describe('a comparison of signals', () => {
  for (const { name, before, after, moves } of rows) {
    it(name, () => assert.deepEqual(compareSignals(before, after).map(describeMove), moves));
  }

  it('has the topics training and scraping for training, else scraping alone', () => {
    const [train, search] = compareSignals(
      nothing,
      robots('User-agent: GPTBot', 'User-agent: OAI-SearchBot', 'Disallow: /'),
    );
    assert.deepEqual([train?.topics, search?.topics], [['training', 'scraping'], ['scraping']]);
  });

  it('has the lines of both sides, inherited ones from the rules for everybody', () => {
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

  it('quotes the first of many agents and their rule', () => {
    const names = Array.from({ length: 40 }, (_, i) => `Bot${i + 10}`);
    const known = createCrawlerRegistry(names.map((name) => ({ name, operator: 'Many', purpose: 'training' })));
    const text = [...names.map((name) => `User-agent: ${name}`), 'Disallow: /'].join('\n');
    const [move, ...others] = compareSignals(nothing, parseSignals('robots.txt', text, known) ?? nothing);
    assert.deepEqual([move?.agents.length, others], [40, []]);
    assert.deepEqual([move?.after[0]?.text, move?.after.at(-1)?.text], ['User-agent: Bot10', 'Disallow: /']);
    assert.equal(move?.after.length, 12);
  });

  it('treats what another source of the site says as neither withdrawn nor new', () => {
    const { statements } = page('tdm-reservation: 1');
    const [before, now] = [
      { before: statements, now: [] },
      { before: [], now: statements },
    ];
    assert.deepEqual(compareSignals(tdmrep(reserved), tdmrep(), now).map(describeMove), [
      '* all: reserved → silent, minor, neutral',
    ]);
    assert.deepEqual(compareSignals(tdmrep(reserved), tdmrep(), before).map(describeMove), [
      '* all: reserved → silent, major, worse',
    ]);
    assert.deepEqual(compareSignals(page(), page('content-usage: train-ai=n'), before).map(describeMove), [
      '* train: silent → forbidden, minor, neutral',
    ]);
    const access = compareSignals(nothing, robots('User-agent: GPTBot', 'Disallow: /'), before);
    assert.deepEqual(access.map(describeMove), ['GPTBot train: silent → forbidden, major, better']);
  });

  it('is summarised by its most significant move, and is mixed where directions differ', () => {
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
