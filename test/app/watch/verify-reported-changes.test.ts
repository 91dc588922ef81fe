import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { explainDelivery } from '../../../src/app/notify/explain-delivery.ts';
import { alertMessage } from '../../../src/app/reply/alert-message.ts';
import { createPoller } from '../../../src/app/watch/poller.ts';
import type { Alert, Delivery } from '../../../src/domain/alert.ts';
import type { Language } from '../../../src/domain/vocabulary.ts';
import { createTestAnalyser } from '../../helpers/analyser.ts';
import { feedItem, rss } from '../../helpers/hostile.ts';
import {
  aDocument,
  aFeed,
  aPlatform,
  aSubscription,
  clockAt,
  fakeWeb,
  memoryStore,
  quiet,
} from '../../helpers/world.ts';

const ORDINARY = Array.from(
  { length: 12 },
  (_, i) => `You accept rule number ${i} of the house when you open an account.`,
);
const pageWith = (clause: string): string =>
  `<html lang="en"><body><main><h1>Terms of Service</h1>${[...ORDINARY, clause].map((p) => `<p>${p}</p>`).join('')}</main></body></html>`;
const KEEPS = pageWith('You keep all rights in what you upload.');
const TRAINS = pageWith('We may use your uploads to train our artificial intelligence models.');
const TITLE = 'Tunebox changes its terms to train AI on uploads';
const SUMMARY = 'The new terms of service let Tunebox train AI models on music that artists upload.';

const FEED = aFeed({ url: 'https://gazette.example/feed', title: 'Gazette', official: false, platform: undefined });
const TERMS = aDocument();

/** A bot that polled the terms and the feed once, on 1 May. */
async function aBot() {
  const pages: Record<string, string> = { [TERMS.url]: KEEPS, [FEED.url]: rss('') };
  const web = fakeWeb(pages);
  const clock = clockAt('2026-05-01T10:00:00.000Z');
  const store = memoryStore();
  const platform = aPlatform();
  const readModel = { catalog: { platforms: [platform], feeds: [FEED], regulation: [], crawlers: [] }, store };
  const poll = {
    store,
    fetcher: web,
    analyser: createTestAnalyser(),
    log: quiet,
    now: clock.now,
    confirmAfterSeconds: 0,
  };
  const poller = createPoller({
    poll,
    documents: [TERMS],
    feeds: [FEED],
    platforms: [platform],
    regulation: [],
    runAfter: () => {},
  });
  await store.subscriptions.put('subscription-1', aSubscription());
  await poller.pollDocuments();
  await poller.pollFeeds();
  const outbox = async () => {
    const rows: Delivery[] = [];
    for await (const [, row] of store.outbox.entries()) rows.push(row);
    return rows;
  };
  return {
    poller,
    store,
    clock,
    outbox,
    requestedUrls: () => web.requests.map(({ url }) => url),
    publish(at: string) {
      pages[FEED.url] = rss(feedItem(1, TITLE, SUMMARY, new Date(at).toUTCString()));
    },
    change() {
      pages[TERMS.url] = TRAINS;
    },
    async alerts(kind: Alert['kind']) {
      return store.alerts.newest({ kinds: [kind] });
    },
    /** Posts what is in the outbox. */
    async post() {
      for (const { id, act, alertId, kind, guildId, channelId } of await outbox()) {
        const at = clock.now().toISOString();
        if (act === 'post') await store.deliveryLog.put(id, { alertId, kind, guildId, channelId, messageId: '9', at });
        await store.outbox.delete(id);
      }
    },
    async message(alert: Alert | undefined, language: Language = 'en') {
      assert.ok(alert);
      return alertMessage((await store.alerts.get(alert.id)) ?? alert, readModel, language);
    },
    readModel,
  };
}

const wordsOf = (answer: { blocks: unknown }): string => JSON.stringify(answer.blocks);

describe('a story about a change of terms', () => {
  it('makes the bot poll that platform at once, and says that nothing was found', async () => {
    const bot = await aBot();
    bot.clock.moveTo('2026-05-03T10:00:00.000Z');
    bot.publish('2026-05-03T09:00:00.000Z');
    const before = bot.requestedUrls().length;
    await bot.poller.pollFeeds();
    assert.deepEqual(bot.requestedUrls().slice(before), [FEED.url, TERMS.url]);
    const [alert] = await bot.alerts('news');
    assert.match(
      wordsOf(await bot.message(alert)),
      /the document it watches was read again at .*2026-05-03T10:00:00.* says nothing new/,
    );
    assert.match(wordsOf(await bot.message(alert, 'fr')), /a été relu/);

    // The next poll of the feeds does not repeat this.
    bot.clock.moveTo('2026-05-03T11:00:00.000Z');
    await bot.poller.pollFeeds();
    assert.deepEqual(bot.requestedUrls().slice(before), [FEED.url, TERMS.url, FEED.url]);
  });

  it('mentions documents that could not be read', async () => {
    const bot = await aBot();
    bot.clock.moveTo('2026-05-03T10:00:00.000Z');
    bot.publish('2026-05-03T09:00:00.000Z');
    await bot.poller.pollFeeds();
    await bot.store.sources.put(TERMS.id, {
      id: TERMS.id,
      kind: 'document',
      url: TERMS.url,
      lastLook: '2026-05-03T10:00:00.000Z',
      problem: { code: 'refused', detail: 'HTTP 403', since: '2026-05-03T10:00:00.000Z', times: 1 },
    });
    const [alert] = await bot.alerts('news');
    const words = wordsOf(await bot.message(alert));
    assert.match(words, /One document could not be read/);
    assert.doesNotMatch(words, /says nothing new/);
  });

  it('finds the change, whose alert names the report, and the story mentions the change', async () => {
    const bot = await aBot();
    bot.clock.moveTo('2026-05-03T10:00:00.000Z');
    bot.change();
    bot.publish('2026-05-03T09:00:00.000Z');
    await bot.poller.pollFeeds();
    const [change] = await bot.alerts('documents');
    const [story] = await bot.alerts('news');
    assert.match(wordsOf(await bot.message(change)), /In the press:.*Tunebox changes its terms.*Gazette/);
    const told = await bot.message(story);
    assert.match(wordsOf(told), /What the bot saw itself:.*Terms of Service.*2026-05-03.*Alerts went out then/);
    assert.deepEqual(
      told.buttons?.map(({ label }) => label),
      ['Before and after', 'Timeline'],
    );
  });

  it('is not posted to channels that got the alert on the change, which names the report instead', async () => {
    const bot = await aBot();
    bot.change();
    bot.clock.moveTo('2026-05-03T10:00:00.000Z');
    await bot.poller.pollDocuments();
    await bot.post();
    await bot.store.subscriptions.put(
      'news-only',
      aSubscription({ id: 'news-only', channelId: '200000000000000002', kinds: ['news'] }),
    );
    bot.clock.moveTo('2026-05-06T10:00:00.000Z');
    bot.publish('2026-05-06T09:00:00.000Z');
    const before = bot.requestedUrls().length;
    await bot.poller.pollFeeds();
    assert.deepEqual(bot.requestedUrls().slice(before), [FEED.url], 'there is nothing to verify');
    assert.deepEqual((await bot.outbox()).map(({ act, kind, channelId }) => [act, kind, channelId]).sort(), [
      ['edit', 'documents', aSubscription().channelId],
      ['post', 'news', '200000000000000002'],
    ]);
    const [change] = await bot.alerts('documents');
    assert.match(wordsOf(await bot.message(change)), /In the press:.*Gazette/);
    const [story] = await bot.alerts('news');
    assert.ok(story);
    assert.deepEqual(await explainDelivery(bot.readModel, story, aSubscription()), { status: 'told-by-change' });

    // Polling the same feed again plans nothing.
    await bot.post();
    bot.clock.moveTo('2026-05-06T12:00:00.000Z');
    await bot.poller.pollFeeds();
    assert.deepEqual(await bot.outbox(), []);
  });

  it('is posted long after the change, dates it, and makes the bot poll again', async () => {
    const bot = await aBot();
    bot.change();
    await bot.poller.pollDocuments();
    await bot.post();
    bot.clock.moveTo('2026-08-20T10:00:00.000Z');
    bot.publish('2026-08-20T09:00:00.000Z');
    const before = bot.requestedUrls().length;
    await bot.poller.pollFeeds();
    assert.deepEqual(bot.requestedUrls().slice(before), [FEED.url, TERMS.url]);
    const [story] = await bot.alerts('news');
    assert.match(wordsOf(await bot.message(story)), /Terms of Service.*2026-05-01.*read again.*2026-08-20/);
  });

  it('is not linked to changes of other platforms or topics', async () => {
    const bot = await aBot();
    bot.change();
    await bot.poller.pollDocuments();
    const [change] = await bot.alerts('documents');
    assert.doesNotMatch(wordsOf(await bot.message(change)), /In the press/);
    bot.clock.moveTo('2026-05-02T10:00:00.000Z');
    bot.publish('2026-05-02T09:00:00.000Z');
    await bot.poller.pollFeeds();
    const [story] = await bot.alerts('news');
    assert.ok(story && story.kind === 'news');
    const stored = await bot.store.stories.get(story.storyId);
    assert.ok(stored);
    for (const other of [{ platforms: ['otherbox'] }, { topics: ['pay' as const] }, { aboutTerms: false }]) {
      await bot.store.stories.put(stored.id, { ...stored, ...other });
      assert.doesNotMatch(wordsOf(await bot.message(change)), /In the press/, JSON.stringify(other));
    }
  });
});
