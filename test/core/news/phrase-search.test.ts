import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  createPhraseFinder,
  NEWS_LANGUAGES,
  type PhraseList,
  toSearchableText,
} from '../../../src/core/news/phrase-search.ts';
import { CONCEPTS } from '../../../src/core/news/term-hits.ts';

const find = (list: PhraseList, text: string, language = 'en') =>
  createPhraseFinder(list)(toSearchableText(text, language));

const ROWS: [what: string, phrases: string, text: string, found: string[]][] = [
  ['any case and accent', 'musique', 'MUSIQUE, Musiqué', ['musique']],
  ['a capital letter requires the exact spelling', 'AI', 'AI or ai or Ai', ['AI']],
  ['phrases match whole words', 'ban', 'urban bands ban banners', ['ban']],
  ['digits are part of words', 'AI', 'flight AI171', []],
  ['a hyphen separates words', 'AI', 'AI-made', ['AI']],
  ['a star is the end of a word', 'train*', 'trainer, train and retrain', ['trainer', 'train']],
  ['a star may be the start of a word', '*musik', 'Popmusik und Musik', ['popmusik', 'musik']],
  ['a space matches a hyphen, too', 'opt in', 'opt-in, opt in', ['opt-in', 'opt in']],
  ['dots match some words', 'no .. royalties', 'no more streaming royalties', ['no more streaming royalties']],
  ['but not a whole paragraph', 'no .. royalties', 'no one two three four five six seven royalties', []],
  ['a hash is a number', '# percent', 'some 12,500 percent', ['12,500 percent']],
  ['a symbol may end a phrase', '#%', '34% of all', ['34%']],
  ['the longest phrase wins', 'open, open letter', 'an open letter', ['open letter']],
  ['phrases match anywhere in scripts without spaces', '訴訟', '新しい訴訟です', ['訴訟']],
  ['a voicing mark makes another kana', 'ディーザー', 'ティーザー、ディーザー', ['ディーザー']],
  ['half-width kana match full-width ones', 'ディーザー', 'ﾃﾞｨｰｻﾞｰ', ['ディーザー']],
  ['special characters match literally', 'Kits.ai', 'Kits.ai, Kitsxai', ['Kits.ai']],
];
for (const [what, phrases, text, found] of ROWS)
  test(what, () => assert.deepEqual(find({ any: phrases }, text), found));

test('phrases of the language and of English are searched', () => {
  const list: PhraseList = { en: 'ban', de: 'verbot', fr: 'interdit' };
  assert.deepEqual(find(list, 'ban verbot interdit', 'de-AT'), ['ban', 'verbot']);
  assert.deepEqual(find(list, 'ban verbot interdit', 'en'), ['ban']);
});
test('phrases for English only are searched in English alone', () => {
  const list: PhraseList = { onlyEn: 'sue', en: 'ban' };
  assert.deepEqual(find(list, 'le sue ban', 'it'), ['ban']);
  assert.deepEqual(find(list, 'they sue', 'en-GB'), ['sue']);
  assert.deepEqual(find(list, 'they sue', 'und'), ['sue']);
});
test('all languages are searched where the language is unknown', () => {
  assert.deepEqual(find({ en: 'ban', de: 'verbot' }, 'ban verbot', 'und'), ['ban', 'verbot']);
});

describe('the phrase lists', () => {
  const lists: PhraseList[] = Object.values(CONCEPTS);

  test('have only known languages', () => {
    for (const list of lists) {
      for (const key of Object.keys(list))
        assert.ok(key === 'any' || key === 'onlyEn' || (NEWS_LANGUAGES as readonly string[]).includes(key), key);
    }
  });
  test('have no duplicate and no empty phrases', () => {
    for (const words of lists.flatMap((list) => Object.values(list))) {
      const phrases = words.split(',').map((phrase) => phrase.trim());
      assert.deepEqual(
        phrases.filter((phrase, i) => phrase === '' || phrases.indexOf(phrase) !== i),
        [],
      );
    }
  });
});
