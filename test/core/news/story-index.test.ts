import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createNewsAnalyser } from '../../../src/core/news/news-analysis.ts';
import { createNewsPipeline } from '../../../src/core/news/news-pipeline.ts';
import { addToStory } from '../../../src/core/news/story.ts';
import { storyIndexFactory } from '../../../src/core/news/story-index.ts';
import type { NewsClassification, NewsItem } from '../../../src/domain/news.ts';
import { sharedNewsModel } from '../../helpers/news.ts';
import { datedItem, PLATFORMS } from './news-fixtures.ts';

const pipeline = createNewsPipeline(PLATFORMS, sharedNewsModel());
const stories = (...items: NewsItem[]) => pipeline.processAll(items).map(({ storyId }) => storyId);
const createStoryIndex = storyIndexFactory(createNewsAnalyser(PLATFORMS), sharedNewsModel().sameEvent);

const ban = datedItem('2026-05-04', 'Bandcamp bans AI songs', 'Listeners may report music made by machines.');
const banInGerman = datedItem('2026-05-05', 'Bandcamp verbannt KI-Musik', 'Hörer können verdächtige Songs melden.', {
  language: 'de',
});
const banInJapanese = datedItem('2026-05-05', 'Bandcamp、AI生成の楽曲を禁止', '', { language: 'ja' });

const SAME: [what: string, a: NewsItem, b: NewsItem][] = [
  [
    'reports of two outlets',
    ban,
    datedItem('2026-05-05', 'AI music is now forbidden at Bandcamp', 'Fans can flag songs.'),
  ],
  ['two languages', ban, banInGerman],
  ['two scripts', ban, banInJapanese],
  [
    'a settlement in different words',
    datedItem('2026-03-02', 'Udio and Warner settle', 'The lawsuit ends; a licensed service opens in autumn.'),
    datedItem(
      '2026-03-03',
      'Warner et Udio enterrent la hache de guerre',
      'Un accord de licence met fin au procès.',
      fr(),
    ),
  ],
  [
    'the same count',
    datedItem('2026-03-02', 'Deezer now gets 90,000 AI songs a day'),
    datedItem('2026-03-03', 'Deezer : 90 000 titres créés par IA chaque jour', '', fr()),
  ],
];
const DIFFERENT: [what: string, a: NewsItem, b: NewsItem][] = [
  [
    'the same act of two platforms',
    ban,
    datedItem('2026-05-05', 'Deezer bans AI songs', 'Listeners may report music made by machines.'),
  ],
  ['the same act a month later', ban, { ...banInGerman, date: '2026-06-10T08:00:00.000Z' }],
  [
    'an opinion about it',
    ban,
    datedItem('2026-05-05', 'Op-ed: Bandcamp is right to ban AI songs', 'Music made by machines is no music.'),
  ],
  [
    'a hearing and a settlement',
    datedItem('2026-03-02', 'Udio case: hearing postponed', 'The court wants more time for the labels.'),
    datedItem('2026-03-04', 'Udio launches a new editor for its songs'),
  ],
  [
    'two laws',
    datedItem('2026-03-02', 'Voice rights of singers now law in Denmark', 'Parliament wanted limits for AI clones.'),
    datedItem('2026-03-03', 'Brazilian senate bill would tax AI music', 'The proposal goes to committee.'),
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

test('a new story id is derived from the item, so that reading it again gives the same', () => {
  const { findStory } = createStoryIndex([]);
  assert.match(findStory(ban, ban.date ?? '').id, /^[\da-f]{32}$/);
  assert.equal(findStory(ban, ban.date ?? '').id, findStory({ ...ban }, '').id);
});

describe('open stories', () => {
  const indexed = (...items: NewsItem[]) => {
    const index = createStoryIndex([]);
    const classification: NewsClassification = {
      label: 'alert',
      platforms: [],
      topics: [],
      kind: 'other',
      aboutTerms: false,
      reason: '',
    };
    for (const [i, item] of items.entries())
      index.upsert(addToStory(undefined, `story ${i}`, item, classification, item.date ?? ''));
    return index;
  };
  const { date: day = '' } = ban;

  test('are joined by reports of the same event', () =>
    assert.equal(indexed(ban).findStory(banInGerman, day).id, 'story 0'));
  test('are not joined years later by an item without a date', () => {
    const undated = { ...banInGerman, date: undefined };
    const old = indexed({ ...ban, date: '2019-05-04T08:00:00.000Z' });
    assert.notEqual(old.findStory(undated, day).id, 'story 0');
    assert.equal(indexed(ban).findStory(undated, day).id, 'story 0');
  });
  test('are not joined once removed', () => {
    const index = indexed(ban);
    index.remove('story 0');
    assert.equal(index.get('story 0'), undefined);
    assert.notEqual(index.findStory(banInGerman, day).id, 'story 0');
  });
  test('are found however many there are', () => {
    const others = Array.from({ length: 300 }, (_, i) =>
      datedItem('2026-05-04', `Choir ${i} of Udio sings song ${i * 7} with an AI`),
    );
    const index = indexed(...others, ban);
    assert.equal(index.findStory(banInGerman, day).id, `story ${others.length}`);
  });
});
