import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findPlatform, foldName, suggestPlatforms } from '../../../src/core/platforms/platform-names.ts';
import { aPlatform } from '../../helpers/world.ts';

const platforms = [
  aPlatform({ id: 'tunebox', name: 'Tunebox', aliases: ['TB', 'チューンボックス', 'Тюнбокс'] }),
  aPlatform({ id: 'wave-barn', name: 'WaveBarn', aliases: ['Wave Barn for Artists'] }),
  aPlatform({ id: 'emile', name: 'Émile & Söhne', aliases: [] }),
  aPlatform({ id: 'tunedrop', name: 'TuneDrop', aliases: ['Drop Audio'] }),
  aPlatform({ id: 'ada', name: 'Ada', aliases: ['Soundwave'] }),
];

describe('a platform is found', () => {
  const rows: [how: string, words: string, id: string][] = [
    ['by its name', 'Tunebox', 'tunebox'],
    ['by its id', 'wave-barn', 'wave-barn'],
    ['by an alias', 'tb', 'tunebox'],
    ['ignoring case', 'WAVEBARN', 'wave-barn'],
    ['ignoring spaces around and inside', '  wave   barn ', 'wave-barn'],
    ['ignoring punctuation', 'Tune-Box!', 'tunebox'],
    ['without its accents', 'emile sohne', 'emile'],
    ['with accents it does not have', 'Tünebóx', 'tunebox'],
    ['in other alphabets', 'チューンボックス', 'tunebox'],
    ['in other alphabets, ignoring case', 'ТЮНБОКС', 'tunebox'],
    ['in full-width letters', 'Ｔｕｎｅｂｏｘ', 'tunebox'],
  ];
  for (const [how, words, id] of rows) {
    it(how, () => {
      const found = findPlatform(platforms, words);
      assert.equal(found.status === 'found' && found.platform.id, id);
    });
  }
});

describe('an unknown name', () => {
  const rows: [title: string, words: string, nearest: string[]][] = [
    ['suggests the one that differs by a letter', 'tunbox', ['tunebox']],
    ['suggests those it begins', 'tune', ['tunebox', 'tunedrop']],
    ['suggests the one that begins it', 'adagio', ['ada']],
    ['suggests the one with a similar alias', 'soundwav', ['ada']],
    ['suggests nothing when nothing is similar', 'qqqqqqqqqq', []],
    ['suggests nothing when it is empty', '', []],
    ['suggests nothing when it has neither letters nor digits', '!?… 🎵', []],
  ];
  for (const [title, words, nearest] of rows) {
    it(title, () => {
      const found = findPlatform(platforms, words);
      assert.deepEqual(found.status === 'unknown' && found.nearest.map(({ id }) => id), nearest);
    });
  }

  it('suggests three at most', () => {
    const many = Array.from({ length: 9 }, (_, i) => aPlatform({ id: `tune${i}`, name: `Tune ${i}`, aliases: [] }));
    const found = findPlatform(many, 'tune');
    assert.equal(found.status === 'unknown' && found.nearest.length, 3);
  });

  it('may be of any length and any characters', () => {
    for (const words of ['a'.repeat(1_000_000), '\uD800'.repeat(500), 'ﷺ'.repeat(200), 'z̗̀'.repeat(300), '\u0000']) {
      assert.equal(findPlatform(platforms, words).status, 'unknown');
      assert.ok(Array.isArray(suggestPlatforms(platforms, words)));
    }
  });
});

describe('suggestions', () => {
  const rows: [title: string, typed: string, ids: string[]][] = [
    ['are all platforms by name when nothing is typed', '', ['ada', 'emile', 'tunebox', 'tunedrop', 'wave-barn']],
    [
      'are all platforms by name when only spaces are typed',
      '  ',
      ['ada', 'emile', 'tunebox', 'tunedrop', 'wave-barn'],
    ],
    ['begin with what is typed', 'tune', ['tunebox', 'tunedrop']],
    ['include aliases that begin with what is typed', 'drop', ['tunedrop']],
    ['list names that begin with it before names that contain it', 'wave', ['wave-barn', 'ada']],
    ['may contain what is typed', 'artists', ['wave-barn']],
    ['forgive a typo in a half-typed name', 'tunwbo', ['tunebox']],
    ['forgive a missing letter', 'wavbarn', ['wave-barn']],
    ['forgive no typo in very short words', 'xq', []],
    ['know other alphabets', 'тюн', ['tunebox']],
  ];
  for (const [title, typed, ids] of rows) {
    it(title, () =>
      assert.deepEqual(
        suggestPlatforms(platforms, typed).map(({ id }) => id),
        ids,
      ),
    );
  }

  it('are 25 at most, or as many as asked for', () => {
    const many = Array.from({ length: 40 }, (_, i) => aPlatform({ id: `tune${i}`, name: `Tune ${i}` }));
    assert.equal(suggestPlatforms(many, '').length, 25);
    assert.equal(suggestPlatforms(many, 'tune', 3).length, 3);
  });
});

describe('folded names', () => {
  it('keep letters and digits of any alphabet, without case and accents', () => {
    assert.equal(foldName(' Él-Nube 42™!'), 'elnube42tm');
    assert.equal(foldName('ТикТок'), 'тикток');
  });

  it('are of bounded length', () => assert.ok(foldName('ﷺ'.repeat(100)).length <= 100));
});
