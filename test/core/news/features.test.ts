import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tokenizeNews } from '../../../src/core/news/features.ts';
import { createNewsAnalyser } from '../../../src/core/news/news-analysis.ts';
import { extractTraits } from '../../../src/core/news/traits.ts';
import type { NewsItem } from '../../../src/domain/news.ts';
import { newsItem, PLATFORMS } from './news-fixtures.ts';

const analyse = createNewsAnalyser(PLATFORMS);
const tokenize = (title: string, summary = '') => tokenizeNews(analyse(newsItem(title, summary)));
const traits = (title: string, summary = '', overrides: Partial<NewsItem> = {}) =>
  extractTraits(analyse(newsItem(title, summary, overrides))).map(({ name }) => name);

it('the analysis of an item is cached, whatever date it is given', () => {
  const item = newsItem('Bandcamp bans Suno tracks');
  assert.equal(analyse({ ...item, date: undefined }), analyse(item));
});

describe('the words of an item', () => {
  it('have names replaced by placeholders', () => {
    assert.deepEqual(tokenize('Bandcamp bans Suno tracks').title, ['platformname', 'bans', 'generatorname', 'tracks']);
  });
  it('keep words that only contain a name', () => {
    assert.deepEqual(tokenize('Experts expect exclusive metadata', 'X trains Grok.').title, [
      'experts',
      'expect',
      'exclusive',
      'metadata',
    ]);
  });
  it('have every spelling of a name replaced', () => {
    assert.deepEqual(tokenize('Suno AI sued; Suno answers').title, [
      'generatorname',
      'sued',
      'generatorname',
      'answers',
    ]);
  });
  it('have names replaced in scripts without spaces', () => {
    assert.ok(tokenize('スポティファイがAI楽曲を禁止').title.includes('platformname'));
  });
  it('have numbers masked', () => assert.deepEqual(tokenize('7 in 10').title, ['0', 'in', '0']));
});

describe('the traits of an item', () => {
  it('say who is named where', () => {
    const named = traits('Deezer answers Suno', 'Spotify waits.');
    for (const trait of [
      'title names platform',
      'title begins with platform',
      'title names generator',
      'names platform',
    ]) {
      assert.ok(named.includes(trait), trait);
    }
    assert.ok(!named.includes('title names several of platform'));
    assert.ok(!named.includes('title begins with generator'));
  });
  it('keep names of the summary out of the title', () => {
    assert.ok(!traits('Exec leaves a label', 'X trains Grok on songs.').includes('title names platform'));
  });
  it('say that nobody is named', () => assert.ok(traits('A choir and an AI').includes('names nobody')));
  it('say what it is about', () => {
    const found = traits('Machines that sing: who owns the song?');
    for (const trait of ['about AI', 'about music', 'question']) assert.ok(found.includes(trait), trait);
    assert.ok(!traits('Night trains to the coast').includes('about AI'));
  });
  it('do not take a preposition for AI in a headline in capitals', () => {
    assert.ok(
      !traits('ECCO DOVE SUONANO AI GIARDINI', 'Programma dei concerti.', { language: 'it' }).includes('about AI'),
    );
  });
});
