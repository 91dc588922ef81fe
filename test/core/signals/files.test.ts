import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseSignals } from '../../../src/core/signals/parse-signals.ts';
import { crawlers, read, toldBy } from './crawlers.ts';

describe('a tdmrep.json', () => {
  const policy = 'https://tunebox.example/tdm.json';
  const rows: { name: string; json: unknown; says: string[] }[] = [
    { name: 'reserves all', json: [{ location: '/', 'tdm-reservation': 1 }], says: ['tdmrep: * all reserved'] },
    {
      name: 'reserves with a policy',
      json: [{ location: '/*', 'tdm-reservation': 1, 'tdm-policy': policy }],
      says: [`tdmrep: * all reserved ${policy}`],
    },
    {
      name: 'reserves parts, and some not',
      json: [
        { location: '/music/', 'tdm-reservation': 1 },
        { location: '/press/', 'tdm-reservation': 0 },
      ],
      says: ['tdmrep: * all reserved in /music/', 'tdmrep: * all allowed in /press/'],
    },
    {
      name: 'reads a number written as text',
      json: [{ location: '/', 'tdm-reservation': '1' }],
      says: ['tdmrep: * all reserved'],
    },
    {
      name: 'reads a rule without the list around it',
      json: { location: '/', 'tdm-reservation': 1 },
      says: ['tdmrep: * all reserved'],
    },
    {
      name: 'says nothing with other values',
      json: [{ location: '/', 'tdm-reservation': 2 }, 7, null, ['x']],
      says: [],
    },
    {
      name: 'says nothing with an address that is none',
      json: [{ 'tdm-reservation': 1, 'tdm-policy': 'ask us' }],
      says: ['tdmrep: * all reserved'],
    },
    { name: 'may be empty', json: [], says: [] },
  ];
  for (const { name, json, says } of rows) {
    it(name, () => assert.deepEqual(toldBy(read('tdmrep.json', JSON.stringify(json))), says));
  }

  it('is quoted rule by rule, as it is written', () => {
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
  it('keeps everybody from training on all of it', () => {
    assert.deepEqual(toldBy(read('ai.txt', 'User-Agent: *\nDisallow: /\nDisallow: *')), ['ai.txt: * train forbidden']);
  });

  it('keeps everybody from training on some kinds of file', () => {
    assert.deepEqual(
      toldBy(read('ai.txt', '# Spawning\nUser-Agent: *\nAllow: *.txt\nDisallow: *.wav\nDisallow: *.mp3')),
      ['ai.txt: * train forbidden in *.mp3 *.wav'],
    );
  });

  it('lets everybody train', () => {
    assert.deepEqual(toldBy(read('ai.txt', 'User-Agent: *\nAllow: /')), ['ai.txt: * train allowed']);
  });

  it('is not one of the other files of that name', () => {
    assert.equal(parseSignals('ai.txt', '# About us\n\nWe are a music shop.', crawlers), undefined);
  });
});
