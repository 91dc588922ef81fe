import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createNewsAnalyser } from '../../../src/core/news/news-analysis.ts';
import { extractReportFeatures } from '../../../src/core/news/report-features.ts';
import { PAIR_FEATURE_NAMES, pairFeaturesOf } from '../../../src/core/news/same-event.ts';
import type { NewsItem } from '../../../src/domain/news.ts';
import { newsItem, PLATFORMS } from './news-fixtures.ts';

const analyse = createNewsAnalyser(PLATFORMS);
const report = (title: string, overrides: Partial<NewsItem> = {}) => {
  const item = newsItem(title, '', overrides);
  return extractReportFeatures(analyse(item), item.date, () => 1);
};

describe('a report', () => {
  it('has numbers, however they are formatted', () => {
    for (const written of ['90,000', '90.000', '90 000', '90\u202f000']) {
      assert.deepEqual([...report(`Deezer counts ${written} songs`).numbers], ['90000'], written);
    }
  });
  it('has no small numbers and no years', () => {
    assert.equal(report('Ten rules of 2026, 7 of them for AI').numbers.size, 0);
  });
  it('has words that are capitalised within a sentence', () => {
    assert.ok(report('Court hears Poseidon against Udio').capitalizedWords.squaredIdf.has('poseidon'));
  });
  it('has stems of words, and character bigrams', () => {
    assert.ok(report('Licensing talks').stems.squaredIdf.has('licens'));
    assert.ok(report('楽曲', { language: 'ja' }).stems.squaredIdf.has('楽曲'));
    assert.ok(report('음악 저작권', { language: 'ko' }).stems.squaredIdf.has('음악'));
  });
  it('has a day, whatever the hour', () => {
    const [morning, night] = ['2026-05-04T00:10:00.000Z', '2026-05-04T23:50:00.000Z'].map(
      (date) => report('A', { date }).day,
    );
    assert.equal(morning, night);
    assert.equal(report('A', { date: undefined }).day, undefined);
  });
});

describe('two reports', () => {
  const pairFeatures = (one: string, other: string) => {
    const values = pairFeaturesOf(report(one), report(other));
    return Object.fromEntries(PAIR_FEATURE_NAMES.map((name, i) => [name, values[i]]));
  };
  it('have a feature for each name', () => {
    assert.equal(pairFeaturesOf(report('A'), report('B')).length, PAIR_FEATURE_NAMES.length);
  });
  it('are compared by what they have in common', () => {
    const same = pairFeatures('Deezer counts 90,000 AI songs', 'Deezer: 90 000 songs by AI');
    assert.equal(same['entities in common'], 1);
    assert.equal(same['numbers in common'], 1);
    assert.equal(same['entities of one side alone'], 0);
    const other = pairFeatures('Deezer counts 90,000 AI songs', 'Spotify counts 75,000 AI songs');
    assert.equal(other['entities of one side alone'], 1);
    assert.equal(other['numbers that differ'], 1);
    assert.ok((other['rare words'] ?? 0) > 0);
  });
});
