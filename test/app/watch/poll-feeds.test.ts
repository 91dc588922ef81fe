import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Analyser } from '../../../src/app/ports/analyser.ts';
import type { Fetcher } from '../../../src/app/ports/fetch.ts';
import type { Store } from '../../../src/app/ports/store.ts';
import { pollFeeds } from '../../../src/app/watch/poll-feeds.ts';
import type { Story } from '../../../src/domain/news.ts';
import { readingHere } from '../../helpers/analyser.ts';
import { feedItem, rss } from '../../helpers/hostile.ts';
import { aFeed, clockAt, listeningLog, memoryStore, webOf } from '../../helpers/world.ts';

const FRIDAY = 'Fri, 01 May 2026 09:00:00 GMT';
const TITLE = 'Tunebox changes its terms to train AI on uploads';
const SUMMARY = 'The new terms of service let Tunebox train AI models on music that artists upload.';
const feedAt = (name: string) => aFeed({ url: `https://${name}.example/feed`, title: name, official: false });
const EMPTY = rss('');

function watching(answers: Parameters<typeof webOf>[0]) {
  const web = webOf(answers);
  const clock = clockAt('2026-05-01T10:00:00.000Z');
  const log = listeningLog();
  return { web, clock, log, store: memoryStore(), reader: readingHere(), fetcher: web, now: clock.now };
}

async function storiesIn(store: Store): Promise<Story[]> {
  const stories: Story[] = [];
  for await (const [, story] of store.stories.entries()) stories.push(story);
  return stories;
}

describe('a round of feeds', () => {
  it('goes on where a fetch rejects while another is awaited, and says which', async () => {
    const [slow, broken, good] = ['slow', 'broken', 'good'].map(feedAt);
    assert.ok(slow && broken && good);
    const bot = watching({ [slow.url]: EMPTY, [good.url]: EMPTY });
    const fetcher: Fetcher = {
      async fetch(url, request) {
        if (url === broken.url) throw new Error('a bug');
        if (url === slow.url) for (let i = 0; i < 20; i++) await new Promise((resolve) => setTimeout(resolve, 5));
        return bot.web.fetch(url, request);
      },
    };
    const looks = await pollFeeds([slow, broken, good], { ...bot, fetcher });
    assert.deepEqual(
      looks.map(({ source, outcome, detail }) => [source, outcome, detail]),
      [
        [slow.url, 'read', undefined],
        [broken.url, 'failed', 'a bug'],
        [good.url, 'read', undefined],
      ],
    );
    assert.deepEqual(
      bot.log.lines.filter((line) => line.startsWith('error')),
      [`error: ${broken.url}: the look failed`],
    );
  });

  it('asks a dozen at a time, and those of one host not before the others', async () => {
    const feeds = Array.from({ length: 60 }, (_, i) => ({ ...feedAt(`outlet-${i < 30 ? 1 : i}`), title: `${i}` }));
    const bot = watching(Object.fromEntries(feeds.map(({ url }) => [url, EMPTY])));
    let [open, most] = [0, 0];
    const asked: string[] = [];
    const fetcher: Fetcher = {
      async fetch(url, request) {
        asked.push(url);
        most = Math.max(most, ++open);
        await new Promise((resolve) => setTimeout(resolve, 2));
        open--;
        return bot.web.fetch(url, request);
      },
    };
    assert.equal((await pollFeeds(feeds, { ...bot, fetcher })).length, 60);
    assert.equal(most, 12);
    assert.equal(asked.slice(0, 31).filter((url) => url.includes('outlet-1.')).length, 1);
  });

  it('reads the stories that are open once, and lets what one feed brings join what another began', async () => {
    const feeds = ['a', 'b', 'c'].map(feedAt);
    const bot = watching(
      Object.fromEntries(feeds.map(({ url }, i) => [url, rss(feedItem(i, TITLE, SUMMARY, FRIDAY))])),
    );
    let asked = 0;
    const store: Store = {
      ...bot.store,
      stories: {
        ...bot.store.stories,
        newest(which) {
          asked++;
          return bot.store.stories.newest(which);
        },
      },
    };
    await pollFeeds(feeds, { ...bot, store });
    const [story, ...others] = await storiesIn(bot.store);
    assert.deepEqual([story?.items.map(({ outlet }) => outlet), others.length, asked], [['a', 'b', 'c'], 0, 1]);
  });

  it('keeps the first hundred reports of a story, however many there are', async () => {
    const items = Array.from({ length: 130 }, (_, i) => feedItem(i, TITLE, SUMMARY, FRIDAY));
    const feed = feedAt('flood');
    const bot = watching({ [feed.url]: rss(items.join('')) });
    const [look] = await pollFeeds([feed], bot);
    assert.equal(look?.newItems, 130);
    assert.deepEqual(
      (await storiesIn(bot.store)).map((story) => story.items.length),
      [100],
    );
    assert.equal((await pollFeeds([feed], bot)).at(0)?.newItems, 0, 'every item was read');
  });

  it('records what was read before the rest of a feed took too long, and reads the rest at the next look', async () => {
    const items = Array.from({ length: 120 }, (_, i) => feedItem(i, `${TITLE} ${i}`, SUMMARY, FRIDAY));
    const feed = feedAt('long');
    const bot = watching({ [feed.url]: rss(items.join('')) });
    let goes = 0;
    const reader: Analyser = {
      ...bot.reader,
      async classifyNews(news) {
        if (++goes === 2) return { status: 'unreadable', reason: 'took-too-long', detail: 'too much to read' };
        return bot.reader.classifyNews(news);
      },
    };
    const [first] = await pollFeeds([feed], { ...bot, reader });
    assert.deepEqual([first?.outcome, first?.detail], ['unreadable', 'took-too-long: too much to read']);
    assert.equal((await bot.store.sources.get(feed.url))?.problem?.code, 'took-too-long');
    assert.match(bot.log.lines.at(-1) ?? '', /^warn: .*took-too-long/);
    const [second] = await pollFeeds([feed], { ...bot, reader });
    assert.deepEqual([second?.outcome, second?.newItems], ['read', 70]);
    assert.equal((await bot.store.sources.get(feed.url))?.problem, undefined);
  });

  it('says how many entries of a feed without end were not read', async () => {
    const items = Array.from({ length: 600 }, (_, i) => feedItem(i, `Item ${i}`, '', FRIDAY));
    const feed = feedAt('endless');
    const [look] = await pollFeeds([feed], watching({ [feed.url]: rss(items.join('')) }));
    assert.equal(look?.detail, '500 new, 0 to tell; 100 older ones of a long feed are not read');
  });
});
