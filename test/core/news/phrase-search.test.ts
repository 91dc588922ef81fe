import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  findPhrases,
  NEWS_LANGUAGES,
  type PhraseList,
  toSearchableText,
} from '../../../src/core/news/phrase-search.ts';
import * as acts from '../../../src/core/news/words/actions.ts';
import * as ai from '../../../src/core/news/words/ai.ts';
import * as talk from '../../../src/core/news/words/coverage.ts';
import * as music from '../../../src/core/news/words/music.ts';
import * as aside from '../../../src/core/news/words/qualifiers.ts';
import * as topics from '../../../src/core/news/words/topics.ts';
import { cpuSeconds } from '../../helpers/cpu-time.ts';

const find = (list: PhraseList, text: string, language = 'en') => findPhrases(list, toSearchableText(text, language));

const ROWS: [what: string, phrases: string, text: string, found: string[]][] = [
  ['any case and accent', 'musique', 'MUSIQUE, Musiqué', ['musique']],
  ['a capital letter asks for the spelling', 'AI', 'AI or ai or Ai', ['AI']],
  ['words end where they end', 'ban', 'urban bands ban banners', ['ban']],
  ['digits belong to words', 'AI', 'flight AI171', []],
  ['a hyphen parts words', 'AI', 'AI-made', ['AI']],
  ['a star is the rest of a word', 'train*', 'trainer, train and retrain', ['trainer', 'train']],
  ['a star may stand in front', '*musik', 'Popmusik und Musik', ['popmusik', 'musik']],
  ['a space is a hyphen or an apostrophe as well', 'opt in', 'opt-in, opt in', ['opt-in', 'opt in']],
  ['dots are some words between', 'no .. royalties', 'no more streaming royalties', ['no more streaming royalties']],
  ['but not a whole paragraph', 'no .. royalties', 'no one two three four five six seven royalties', []],
  ['a hash is a number', '# percent', 'some 12,500 percent', ['12,500 percent']],
  ['a sign may end a phrase', '#%', '34% of all', ['34%']],
  ['the longest phrase is shown', 'open, open letter', 'an open letter', ['open letter']],
  ['scripts without spaces are searched anywhere', '訴訟', '新しい訴訟です', ['訴訟']],
  ['a kana with a voicing mark is another kana', 'ディーザー', 'ティーザー、ディーザー', ['ディーザー']],
  ['half-width kana are kana', 'ディーザー', 'ﾃﾞｨｰｻﾞｰ', ['ディーザー']],
  ['special characters are themselves', 'Kits.ai', 'Kits.ai, Kitsxai', ['Kits.ai']],
];
for (const [what, phrases, text, found] of ROWS)
  test(what, () => assert.deepEqual(find({ any: phrases }, text), found));

test('words of the language and of English are looked for, others are not', () => {
  const list: PhraseList = { en: 'ban', de: 'verbot', fr: 'interdit' };
  assert.deepEqual(find(list, 'ban verbot interdit', 'de-AT'), ['ban', 'verbot']);
  assert.deepEqual(find(list, 'ban verbot interdit', 'en'), ['ban']);
});
test('English words that other languages have are looked for in English alone', () => {
  const list: PhraseList = { onlyEn: 'sue', en: 'ban' };
  assert.deepEqual(find(list, 'le sue ban', 'it'), ['ban']);
  assert.deepEqual(find(list, 'they sue', 'en-GB'), ['sue']);
  assert.deepEqual(find(list, 'they sue', 'und'), ['sue']);
});
test('where the language is not known, all are', () => {
  assert.deepEqual(find({ en: 'ban', de: 'verbot' }, 'ban verbot', 'und'), ['ban', 'verbot']);
});

describe('the word lists', () => {
  const lists = Object.values({ ...acts, ...ai, ...aside, ...music, ...talk, ...topics })
    .filter((list) => !Array.isArray(list))
    .map((list) => list as PhraseList);

  test('know no language that is not read', () => {
    for (const list of lists) {
      for (const key of Object.keys(list))
        assert.ok(key === 'any' || key === 'onlyEn' || (NEWS_LANGUAGES as readonly string[]).includes(key), key);
    }
  });
  test('hold no phrase twice and none that is empty', () => {
    for (const words of lists.flatMap((list) => Object.values(list))) {
      const phrases = words.split(',').map((phrase) => phrase.trim());
      assert.deepEqual(
        phrases.filter((phrase, i) => phrase === '' || phrases.indexOf(phrase) !== i),
        [],
      );
    }
  });
  test('take time linear in the text, whatever the text', () => {
    const seeds = [
      'train ',
      'no ',
      'a',
      'ai ',
      'no no-',
      "l'",
      '1,000',
      '1 000 ',
      'ban .. ',
      'cut ',
      'klagt ',
      'ÀÀ',
      '曲',
      'take it to ',
    ];
    const taken = cpuSeconds();
    for (const seed of seeds) {
      const text = toSearchableText(seed.repeat(200_000), 'und');
      for (const list of lists) findPhrases(list, text);
    }
    assert.ok(taken() < 10);
  });
});
