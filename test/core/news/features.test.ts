import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analyzeNews, extractTraits, tokenizeNews } from '../../../src/core/news/features.ts';
import type { NewsItem } from '../../../src/domain/news.ts';
import { newsItem, PLATFORMS } from './news-fixtures.ts';

const view = (title: string, summary = '', overrides: Partial<NewsItem> = {}) =>
  analyzeNews(newsItem(title, summary, overrides), PLATFORMS);
const words = (title: string, summary = '') => tokenizeNews(view(title, summary));
const traits = (title: string, summary = '', overrides: Partial<NewsItem> = {}) =>
  extractTraits(view(title, summary, overrides)).map(({ name }) => name);

describe('the words of an item', () => {
  it('have names replaced by what they stand for', () => {
    assert.deepEqual(words('Bandcamp bans Suno tracks').title, ['platformname', 'bans', 'generatorname', 'tracks']);
  });
  it('keep words that only begin like a name, or hold one', () => {
    assert.deepEqual(words('Experts expect exclusive metadata', 'X trains Grok.').title, [
      'experts',
      'expect',
      'exclusive',
      'metadata',
    ]);
  });
  it('have every spelling of a name replaced', () => {
    assert.deepEqual(words('Suno AI sued; Suno answers').title, ['generatorname', 'sued', 'generatorname', 'answers']);
  });
  it('have names in scripts without spaces replaced', () => {
    assert.ok(words('スポティファイがAI楽曲を禁止').title.includes('platformname'));
  });
  it('have numbers replaced by one', () => assert.deepEqual(words('7 in 10').title, ['0', 'in', '0']));
});

describe('the traits of an item', () => {
  it('say who is named where', () => {
    const named = traits('Deezer answers Suno', 'Spotify waits.');
    for (const one of [
      'title names platform',
      'title begins with platform',
      'title names generator',
      'names platform',
    ]) {
      assert.ok(named.includes(one), one);
    }
    assert.ok(!named.includes('title names several of platform'));
    assert.ok(!named.includes('title begins with generator'));
  });
  it('do not put a name of the summary into the title', () => {
    assert.ok(!traits('Exec leaves a label', 'X trains Grok on songs.').includes('title names platform'));
  });
  it('say that nobody is named', () => assert.ok(traits('A choir and an AI').includes('names nobody')));
  it('say what it is about', () => {
    const said = traits('Machines that sing: who owns the song?');
    for (const one of ['about AI', 'about music', 'question']) assert.ok(said.includes(one), one);
    assert.ok(!traits('Night trains to the coast').includes('about AI'));
  });
  it('take AI for a preposition in a headline all in capitals', () => {
    assert.ok(
      !traits('ECCO DOVE SUONANO AI GIARDINI', 'Programma dei concerti.', { language: 'it' }).includes('about AI'),
    );
  });
});
