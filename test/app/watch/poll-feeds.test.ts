import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Analyser } from '../../../src/app/ports/analyser.ts';
import type { Fetcher } from '../../../src/app/ports/fetch.ts';
import type { Store } from '../../../src/app/ports/store.ts';
import { pollFeeds } from '../../../src/app/watch/poll-feeds.ts';
import type { Story } from '../../../src/domain/news.ts';
import { createTestAnalyser } from '../../helpers/analyser.ts';
import { feedItem, rss } from '../../helpers/hostile.ts';
import { aFeed, clockAt, fakeWeb, memoryStore, recordingLog } from '../../helpers/world.ts';

const FRIDAY = 'Fri, 01 May 2026 09:00:00 GMT';
const TITLE = 'Tunebox changes its terms to train AI on uploads';
const SUMMARY = 'The new terms of service let Tunebox train AI models on music that artists upload.';
const feedAt = (name: string) => aFeed({ url: `https://${name}.example/feed`, title: name, official: false });
const EMPTY = rss('');

function pollingFeeds(answers: Parameters<typeof fakeWeb>[0]) {
  const web = fakeWeb(answers);
  const clock = clockAt('2026-05-01T10:00:00.000Z');
  const log = recordingLog();
  return { web, clock, log, store: memoryStore(), analyser: createTestAnalyser(), fetcher: web, now: clock.now };
}

async function storiesIn(store: Store): Promise<Story[]> {
  const stories: Story[] = [];
  for await (const [, story] of store.stories.entries()) stories.push(story);
  return stories;
}

describe('a poll of feeds', () => {
  it('goes on after a fetch that throws, and logs which', async () => {
    const [slow, broken, good] = ['slow', 'broken', 'good'].map(feedAt);
    assert.ok(slow && broken && good);
    const bot = pollingFeeds({ [slow.url]: EMPTY, [good.url]: EMPTY });
    const fetcher: Fetcher = {
      async fetch(url, request) {
        if (url === broken.url) throw new Error('a bug');
        if (url === slow.url) for (let i = 0; i < 20; i++) await new Promise((resolve) => setTimeout(resolve, 5));
        return bot.web.fetch(url, request);
      },
    };
    const results = await pollFeeds([slow, broken, good], { ...bot, fetcher });
    assert.deepEqual(
      results.map(({ source, outcome, detail }) => [source, outcome, detail]),
      [
        [slow.url, 'read', undefined],
        [broken.url, 'failed', 'a bug'],
        [good.url, 'read', undefined],
      ],
    );
    assert.deepEqual(
      bot.log.lines.filter((line) => line.startsWith('error')),
      [`error: ${broken.url}: the poll failed`],
    );
  });

  it('fetches a dozen at a time, taking turns between hosts', async () => {
    const feeds = Array.from({ length: 60 }, (_, i) => ({ ...feedAt(`outlet-${i < 30 ? 1 : i}`), title: `${i}` }));
    const bot = pollingFeeds(Object.fromEntries(feeds.map(({ url }) => [url, EMPTY])));
    let [inFlight, maxInFlight] = [0, 0];
    const requested: string[] = [];
    const fetcher: Fetcher = {
      async fetch(url, request) {
        requested.push(url);
        maxInFlight = Math.max(maxInFlight, ++inFlight);
        await new Promise((resolve) => setTimeout(resolve, 2));
        inFlight--;
        return bot.web.fetch(url, request);
      },
    };
    assert.equal((await pollFeeds(feeds, { ...bot, fetcher })).length, 60);
    assert.equal(maxInFlight, 12);
    assert.equal(requested.slice(0, 31).filter((url) => url.includes('outlet-1.')).length, 1);
  });

  it('loads the open stories once, and lets the items of one feed join the stories of another', async () => {
    const feeds = ['a', 'b', 'c'].map(feedAt);
    const bot = pollingFeeds(
      Object.fromEntries(feeds.map(({ url }, i) => [url, rss(feedItem(i, TITLE, SUMMARY, FRIDAY))])),
    );
    let queries = 0;
    const store: Store = {
      ...bot.store,
      stories: {
        ...bot.store.stories,
        newest(which) {
          queries++;
          return bot.store.stories.newest(which);
        },
      },
    };
    await pollFeeds(feeds, { ...bot, store });
    const [story, ...others] = await storiesIn(bot.store);
    assert.deepEqual([story?.items.map(({ outlet }) => outlet), others.length, queries], [['a', 'b', 'c'], 0, 1]);
  });

  it('keeps the first hundred items of a story', async () => {
    const items = Array.from({ length: 130 }, (_, i) => feedItem(i, TITLE, SUMMARY, FRIDAY));
    const feed = feedAt('flood');
    const bot = pollingFeeds({ [feed.url]: rss(items.join('')) });
    const [result] = await pollFeeds([feed], bot);
    assert.equal(result?.newItems, 130);
    assert.deepEqual(
      (await storiesIn(bot.store)).map((story) => story.items.length),
      [100],
    );
    assert.equal((await pollFeeds([feed], bot)).at(0)?.newItems, 0, 'every item was read');
  });

  it('records the batches before one that takes too long, and the rest at the next poll', async () => {
    const items = Array.from({ length: 120 }, (_, i) => feedItem(i, `${TITLE} ${i}`, SUMMARY, FRIDAY));
    const feed = feedAt('long');
    const bot = pollingFeeds({ [feed.url]: rss(items.join('')) });
    let batches = 0;
    const analyser: Analyser = {
      ...bot.analyser,
      async classifyNews(news) {
        if (++batches === 2) return { status: 'unreadable', reason: 'took-too-long', detail: 'too much to read' };
        return bot.analyser.classifyNews(news);
      },
    };
    const [first] = await pollFeeds([feed], { ...bot, analyser });
    assert.deepEqual([first?.outcome, first?.detail], ['unreadable', 'took-too-long: too much to read']);
    assert.equal((await bot.store.sources.get(feed.url))?.problem?.code, 'took-too-long');
    assert.match(bot.log.lines.at(-1) ?? '', /^warn: .*took-too-long/);
    const [second] = await pollFeeds([feed], { ...bot, analyser });
    assert.deepEqual([second?.outcome, second?.newItems], ['read', 70]);
    assert.equal((await bot.store.sources.get(feed.url))?.problem, undefined);
  });

  it('counts the items that were skipped in an endless feed', async () => {
    const items = Array.from({ length: 600 }, (_, i) => feedItem(i, `Item ${i}`, '', FRIDAY));
    const feed = feedAt('endless');
    const [result] = await pollFeeds([feed], pollingFeeds({ [feed.url]: rss(items.join('')) }));
    assert.equal(result?.detail, '500 new, 0 alerted; 100 older items skipped');
  });
});
