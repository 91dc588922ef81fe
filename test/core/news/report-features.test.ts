import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analyzeNews } from '../../../src/core/news/features.ts';
import { extractReportFeatures } from '../../../src/core/news/report-features.ts';
import { PAIR_FEATURE_NAMES, pairFeaturesOf } from '../../../src/core/news/same-event.ts';
import type { NewsItem } from '../../../src/domain/news.ts';
import { newsItem, PLATFORMS } from './news-fixtures.ts';

const report = (title: string, overrides: Partial<NewsItem> = {}) =>
  extractReportFeatures(analyzeNews(newsItem(title, '', overrides), PLATFORMS), () => 1);

describe('a report', () => {
  it('holds numbers as they are, however they are written', () => {
    for (const written of ['90,000', '90.000', '90 000', '90\u202f000']) {
      assert.deepEqual([...report(`Deezer counts ${written} songs`).numbers], ['90000'], written);
    }
  });
  it('holds no small numbers and no years', () => {
    assert.equal(report('Ten rules of 2026, 7 of them for AI').numbers.size, 0);
  });
  it('holds names from inside a sentence', () => {
    assert.ok(report('Court hears Poseidon against Udio').capitalizedWords.squaredIdf.has('poseidon'));
  });
  it('holds kindred beginnings of words, and pairs of characters', () => {
    assert.ok(report('Licensing talks').stems.squaredIdf.has('licens'));
    assert.ok(report('楽曲', { language: 'ja' }).stems.squaredIdf.has('楽曲'));
    assert.ok(report('음악 저작권', { language: 'ko' }).stems.squaredIdf.has('음악'));
  });
  it('is of a day, whatever the hour', () => {
    const [morning, night] = ['2026-05-04T00:10:00.000Z', '2026-05-04T23:50:00.000Z'].map(
      (date) => report('A', { date }).day,
    );
    assert.equal(morning, night);
    assert.equal(report('A', { date: undefined }).day, undefined);
  });
});

describe('two reports', () => {
  const numbers = (one: string, other: string) => {
    const values = pairFeaturesOf(report(one), report(other));
    return Object.fromEntries(PAIR_FEATURE_NAMES.map((name, at) => [name, values[at]]));
  };
  it('are held against each other by as many numbers as have a name', () => {
    assert.equal(pairFeaturesOf(report('A'), report('B')).length, PAIR_FEATURE_NAMES.length);
  });
  it('have in common what both say', () => {
    const same = numbers('Deezer counts 90,000 AI songs', 'Deezer: 90 000 songs by AI');
    assert.equal(same['entities in common'], 1);
    assert.equal(same['numbers in common'], 1);
    assert.equal(same['entities of one side alone'], 0);
    const other = numbers('Deezer counts 90,000 AI songs', 'Spotify counts 75,000 AI songs');
    assert.equal(other['entities of one side alone'], 1);
    assert.equal(other['numbers that differ'], 1);
    assert.ok((other['rare words'] ?? 0) > 0);
  });
});
