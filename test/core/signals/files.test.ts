import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseSignals } from '../../../src/core/signals/parse-signals.ts';
import { crawlers, read, summarise } from './crawlers.ts';

describe('a tdmrep.json', () => {
  const policy = 'https://tunebox.example/tdm.json';
  const rows: { name: string; json: unknown; says: string[] }[] = [
    {
      name: 'reserves the whole site',
      json: [{ location: '/', 'tdm-reservation': 1 }],
      says: ['tdmrep: * all reserved'],
    },
    {
      name: 'reserves with a policy',
      json: [{ location: '/*', 'tdm-reservation': 1, 'tdm-policy': policy }],
      says: [`tdmrep: * all reserved ${policy}`],
    },
    {
      name: 'reserves some parts and not others',
      json: [
        { location: '/music/', 'tdm-reservation': 1 },
        { location: '/press/', 'tdm-reservation': 0 },
      ],
      says: ['tdmrep: * all reserved in /music/', 'tdmrep: * all allowed in /press/'],
    },
    {
      name: 'accepts a number written as text',
      json: [{ location: '/', 'tdm-reservation': '1' }],
      says: ['tdmrep: * all reserved'],
    },
    {
      name: 'accepts a rule without the list around it',
      json: { location: '/', 'tdm-reservation': 1 },
      says: ['tdmrep: * all reserved'],
    },
    {
      name: 'ignores other values',
      json: [{ location: '/', 'tdm-reservation': 2 }, 7, null, ['x']],
      says: [],
    },
    {
      name: 'ignores a policy that is no address',
      json: [{ 'tdm-reservation': 1, 'tdm-policy': 'ask us' }],
      says: ['tdmrep: * all reserved'],
    },
    { name: 'may be empty', json: [], says: [] },
  ];
  for (const { name, json, says } of rows) {
    it(name, () => assert.deepEqual(summarise(read('tdmrep.json', JSON.stringify(json))), says));
  }

  it('is quoted verbatim, rule by rule', () => {
    const text = '[ {"location": "/a{}]", "tdm-reservation": 0},\n  { "location":"/b", "tdm-reservation":1 } ]';
    assert.deepEqual(
      read('tdmrep.json', text).statements.map(({ lines }) => lines[0]?.text),
      ['{"location": "/a{}]", "tdm-reservation": 0}', '{ "location":"/b", "tdm-reservation":1 }'],
    );
  });

  for (const text of ['<html></html>', 'not json', '"text"', '7', '[{]']) {
    it(`is not ${text}`, () => assert.equal(parseSignals('tdmrep.json', text, crawlers), undefined));
  }
});

describe('an ai.txt', () => {
  it('forbids training on the whole site', () => {
    assert.deepEqual(summarise(read('ai.txt', 'User-Agent: *\nDisallow: /\nDisallow: *')), [
      'ai.txt: * train forbidden',
    ]);
  });

  it('forbids training on some kinds of file', () => {
    assert.deepEqual(
      summarise(read('ai.txt', '# Spawning\nUser-Agent: *\nAllow: *.txt\nDisallow: *.wav\nDisallow: *.mp3')),
      ['ai.txt: * train forbidden in *.mp3 *.wav'],
    );
  });

  it('allows training', () => {
    assert.deepEqual(summarise(read('ai.txt', 'User-Agent: *\nAllow: /')), ['ai.txt: * train allowed']);
  });

  it('is not one of the other files of that name', () => {
    assert.equal(parseSignals('ai.txt', '# About us\n\nWe are a music shop.', crawlers), undefined);
  });
});
