import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createNewsPipeline } from '../../../src/core/news/news-pipeline.ts';
import type { NewsItem } from '../../../src/domain/news.ts';
import { sharedNewsModel } from '../../helpers/news.ts';
import { datedItem, PLATFORMS } from './news-fixtures.ts';

const pipeline = createNewsPipeline(PLATFORMS, sharedNewsModel());
const stories = (...items: NewsItem[]) => pipeline.processAll(items).map(({ storyId }) => storyId);

const ban = datedItem('2026-05-04', 'Bandcamp bans AI songs', 'Listeners may report music made by machines.');
const banInGerman = datedItem('2026-05-05', 'Bandcamp verbannt KI-Musik', 'Hörer können verdächtige Songs melden.', {
  language: 'de',
});

describe('a batch of items', () => {
  test('is processed in date order, with results in the given order', () => {
    const processed = pipeline.processAll([banInGerman, ban]);
    assert.deepEqual(
      processed.map(({ item }) => item.title),
      [banInGerman.title, ban.title],
    );
    assert.equal(processed[0]?.storyId, stories(ban)[0]);
  });
  test('has no stories for ignored items', () => {
    assert.deepEqual(stories(datedItem('2026-05-05', 'Spotify raises its family plan')), [undefined]);
  });
  test('may have undated and duplicate items', () => {
    const undated = { ...ban, date: undefined };
    assert.equal(new Set(stories(undated, ban, ban)).size, 1);
  });
  test('may be empty', () => assert.deepEqual(pipeline.processAll([]), []));
  test('may have a hundred items about a hundred events', () => {
    const many = Array.from({ length: 100 }, (_, i) =>
      datedItem('2026-05-04', `Distributor ${i} bans AI songs in case ${i * 7}`, `Number ${i} of the music services.`),
    );
    assert.deepEqual(
      pipeline.processAll(many).map(({ item }) => item.title),
      many.map(({ title }) => title),
    );
  });
});
