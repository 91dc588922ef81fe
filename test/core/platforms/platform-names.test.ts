import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { editDistance, findPlatform, foldName, suggestPlatforms } from '../../../src/core/platforms/platform-names.ts';
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
    ['whatever the case', 'WAVEBARN', 'wave-barn'],
    ['whatever the spaces around and inside', '  wave   barn ', 'wave-barn'],
    ['whatever the punctuation', 'Tune-Box!', 'tunebox'],
    ['without its accents', 'emile sohne', 'emile'],
    ['with accents that are not its own', 'Tünebóx', 'tunebox'],
    ['in other alphabets', 'チューンボックス', 'tunebox'],
    ['in other alphabets whatever the case', 'ТЮНБОКС', 'tunebox'],
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
  const rows: [gets: string, words: string, nearest: string[]][] = [
    ['gets the one that differs by a letter', 'tunbox', ['tunebox']],
    ['gets those it begins', 'tune', ['tunebox', 'tunedrop']],
    ['gets the one that begins it', 'adagio', ['ada']],
    ['gets the one whose alias comes near', 'soundwav', ['ada']],
    ['gets nothing when nothing comes near', 'qqqqqqqqqq', []],
    ['gets nothing when it is empty', '', []],
    ['gets nothing when it has neither letters nor digits', '!?… 🎵', []],
  ];
  for (const [gets, words, nearest] of rows) {
    it(gets, () => {
      const found = findPlatform(platforms, words);
      assert.deepEqual(found.status === 'unknown' && found.nearest.map(({ id }) => id), nearest);
    });
  }

  it('gets three at most', () => {
    const many = Array.from({ length: 9 }, (_, i) => aPlatform({ id: `tune${i}`, name: `Tune ${i}`, aliases: [] }));
    const found = findPlatform(many, 'tune');
    assert.equal(found.status === 'unknown' && found.nearest.length, 3);
  });

  it('may be as long and as strange as it likes', () => {
    for (const words of ['a'.repeat(1_000_000), '\uD800'.repeat(500), 'ﷺ'.repeat(200), 'z̗̀'.repeat(300), '\u0000']) {
      assert.equal(findPlatform(platforms, words).status, 'unknown');
      assert.ok(Array.isArray(suggestPlatforms(platforms, words)));
    }
  });
});

describe('suggestions', () => {
  const rows: [what: string, typed: string, ids: string[]][] = [
    ['are all platforms by name when nothing is typed', '', ['ada', 'emile', 'tunebox', 'tunedrop', 'wave-barn']],
    [
      'are all platforms by name when only spaces are typed',
      '  ',
      ['ada', 'emile', 'tunebox', 'tunedrop', 'wave-barn'],
    ],
    ['begin with what is typed', 'tune', ['tunebox', 'tunedrop']],
    ['begin with what is typed in an alias', 'drop', ['tunedrop']],
    ['put those that begin with it before those that contain it', 'wave', ['wave-barn', 'ada']],
    ['may contain what is typed', 'artists', ['wave-barn']],
    ['forgive a mistake in a name half typed', 'tunwbo', ['tunebox']],
    ['forgive a letter left out', 'wavbarn', ['wave-barn']],
    ['forgive nothing in very short words', 'xq', []],
    ['know other alphabets', 'тюн', ['tunebox']],
  ];
  for (const [what, typed, ids] of rows) {
    it(what, () =>
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

describe('the edit distance', () => {
  const rows: [a: string, b: string, distance: number][] = [
    ['', '', 0],
    ['', 'abc', 3],
    ['abc', 'abc', 0],
    ['kitten', 'sitting', 3],
    ['ab', 'ba', 2],
  ];
  for (const [a, b, distance] of rows) {
    it(`of "${a}" and "${b}" is ${distance}`, () => {
      assert.equal(editDistance(a, b), distance);
      assert.equal(editDistance(b, a), distance);
    });
  }
});
