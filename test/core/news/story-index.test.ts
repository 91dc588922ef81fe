import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createNewsPipeline, type ProcessedItem } from '../../../src/core/news/news-pipeline.ts';
import { addToStory, storyIndexFactory } from '../../../src/core/news/story-index.ts';
import type { NewsClassification, NewsItem } from '../../../src/domain/news.ts';
import { cpuSeconds } from '../../helpers/cpu-time.ts';
import { aNewsModel } from '../../helpers/news.ts';
import { newsItem, PLATFORMS } from './news-fixtures.ts';

const on = (date: string, title: string, summary = '', overrides: Partial<NewsItem> = {}): NewsItem =>
  newsItem(title, summary, { date: `${date}T08:00:00.000Z`, id: title, ...overrides });

const read = (...items: NewsItem[]): ProcessedItem[] => createNewsPipeline(PLATFORMS, aNewsModel()).processAll(items);
const stories = (...items: NewsItem[]) => read(...items).map(({ storyId }) => storyId);

const ban = on('2026-05-04', 'Bandcamp bans AI songs', 'Listeners may report music made by machines.');
const banInGerman = on('2026-05-05', 'Bandcamp verbannt KI-Musik', 'Hörer können verdächtige Songs melden.', {
  language: 'de',
});
const banInJapanese = on('2026-05-05', 'Bandcamp、AI生成の楽曲を禁止', '', { language: 'ja' });

const SAME: [what: string, a: NewsItem, b: NewsItem][] = [
  ['two outlets', ban, on('2026-05-05', 'AI music is now forbidden at Bandcamp', 'Fans can flag songs.')],
  ['two languages', ban, banInGerman],
  ['two scripts', ban, banInJapanese],
  [
    'a settlement that each words in its own way',
    on('2026-03-02', 'Udio and Warner settle', 'The lawsuit ends; a licensed service opens in autumn.'),
    on('2026-03-03', 'Warner et Udio enterrent la hache de guerre', 'Un accord de licence met fin au procès.', fr()),
  ],
  [
    'the same count',
    on('2026-03-02', 'Deezer now gets 90,000 AI songs a day'),
    on('2026-03-03', 'Deezer : 90 000 titres créés par IA chaque jour', '', fr()),
  ],
];
const DIFFERENT: [what: string, a: NewsItem, b: NewsItem][] = [
  [
    'two platforms do the same',
    ban,
    on('2026-05-05', 'Deezer bans AI songs', 'Listeners may report music made by machines.'),
  ],
  ['the same act a month later', ban, { ...banInGerman, date: '2026-06-10T08:00:00.000Z' }],
  [
    'an opinion of it',
    ban,
    on('2026-05-05', 'Op-ed: Bandcamp is right to ban AI songs', 'Music made by machines is no music.'),
  ],
  [
    'a hearing and a settlement',
    on('2026-03-02', 'Udio case: hearing postponed', 'The court wants more time for the labels.'),
    on('2026-03-04', 'Udio launches a new editor for its songs'),
  ],
  [
    'two laws',
    on('2026-03-02', 'Voice rights of singers now law in Denmark', 'Parliament wanted limits for AI clones.'),
    on('2026-03-03', 'Brazilian senate bill would tax AI music', 'The proposal goes to committee.'),
  ],
];
function fr(): Partial<NewsItem> {
  return { language: 'fr' };
}

describe('one story', () => {
  for (const [what, a, b] of SAME) {
    test(what, () => {
      const [first, second] = stories(a, b);
      assert.ok(first !== undefined);
      assert.equal(first, second);
    });
  }
});

describe('two stories', () => {
  for (const [what, a, b] of DIFFERENT) test(what, () => assert.equal(new Set(stories(a, b)).size, 2));
});

test('a story id is derived from the item, so that a repeated look gives it again', () => {
  const { findStory } = storyIndexFactory(PLATFORMS, aNewsModel().sameEvent)([]);
  assert.match(findStory(ban, ban.date ?? '').id, /^[\da-f]{32}$/);
  assert.equal(findStory(ban, ban.date ?? '').id, findStory({ ...ban }, '').id);
});

describe('stories that are open', () => {
  const indexed = (...items: NewsItem[]) => {
    const index = storyIndexFactory(PLATFORMS, aNewsModel().sameEvent)([]);
    const reading: NewsClassification = {
      label: 'alert',
      platforms: [],
      topics: [],
      kind: 'other',
      aboutTerms: false,
      reason: '',
    };
    for (const [at, item] of items.entries())
      index.upsert(addToStory(undefined, `story ${at}`, item, reading, item.date ?? ''));
    return index;
  };
  const { date: day = '' } = ban;

  test('are joined by what tells the same', () => assert.equal(indexed(ban).findStory(banInGerman, day).id, 'story 0'));
  test('are not joined years later by an item without a date', () => {
    const undated = { ...banInGerman, date: undefined };
    const long = indexed({ ...ban, date: '2019-05-04T08:00:00.000Z' });
    assert.notEqual(long.findStory(undated, day).id, 'story 0');
    assert.equal(indexed(ban).findStory(undated, day).id, 'story 0');
  });
  test('are forgotten when they are dropped', () => {
    const index = indexed(ban);
    index.remove('story 0');
    assert.equal(index.get('story 0'), undefined);
    assert.notEqual(index.findStory(banInGerman, day).id, 'story 0');
  });
  test('are found however many there are', () => {
    const others = Array.from({ length: 3000 }, (_, i) =>
      on('2026-05-04', `Choir ${i} of Udio sings song ${i * 7} with an AI`),
    );
    const taken = cpuSeconds();
    const index = indexed(...others, ban);
    assert.equal(index.findStory(banInGerman, day).id, `story ${others.length}`);
    assert.ok(taken() < 60);
  });
});

describe('a batch', () => {
  test('is read in date order and answered in the order given', () => {
    const answers = read(banInGerman, ban);
    assert.deepEqual(
      answers.map(({ item }) => item.title),
      [banInGerman.title, ban.title],
    );
    assert.equal(answers[0]?.storyId, stories(ban)[0]);
  });
  test('has no story for what is ignored', () => {
    assert.deepEqual(stories(on('2026-05-05', 'Spotify raises its family plan')), [undefined]);
  });
  test('takes items without a date, and items twice', () => {
    const undated = { ...ban, date: undefined };
    assert.equal(new Set(stories(undated, ban, ban)).size, 1);
  });
  test('of nothing is nothing', () => assert.deepEqual(read(), []));
  test('of a thousand items is read in seconds', () => {
    const many = Array.from({ length: 1000 }, (_, i) =>
      on('2026-05-04', `Distributor ${i} bans AI songs in case ${i * 7}`, `Number ${i} of the music services.`),
    );
    const taken = cpuSeconds();
    read(...many);
    assert.ok(taken() < 20);
  });
});
