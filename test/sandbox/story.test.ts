/** The real bot walks the whole story: what reaches which channel is what each day of the story expects, and nothing else. */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Message } from '../../sandbox/discord/model/messages.ts';
import { type Expected, STORY } from '../../sandbox/platform/story.ts';
import { type Sandbox, startSandbox } from '../../sandbox/start-sandbox.ts';
import { readConfig } from '../../src/bot/config.ts';
import { openStore } from '../../src/io/store/open-store.ts';
import { aChange, aSubscription, quiet } from '../helpers/world.ts';

describe('the story', () => {
  let folder: string;
  let storeUrl: string;
  let sandbox: Sandbox;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'story-'));
    storeUrl = `sqlite:${join(folder, 'clausewatch.db')}`;
    const store = openStore(storeUrl);
    await store.changes.put('c', aChange({ document: 'soundcloud/Terms of Service', platform: 'soundcloud' }));
    await store.subscriptions.put('s', aSubscription());
    await store.close();
    const read = readConfig({ STORE_URL: storeUrl });
    assert.equal(read.status, 'ok');
    if (read.status === 'ok') sandbox = await startSandbox(read.config, quiet);
  });
  after(async () => {
    await sandbox.close();
    await rm(folder, { recursive: true });
  });

  const messagesIn = (channel: string) => sandbox.discord.messages(sandbox.discord.channel(channel).id);
  const answerTo = async (command: string, options = {}) =>
    JSON.stringify((await sandbox.discord.ask({ command, options })).embeds);
  let told = 0;

  for (const [i, { date, tells, alerts, unreadable }] of STORY.entries()) {
    test(`${date}: ${tells}`, async () => {
      if (i > 0) await sandbox.story.nextDay();
      assert.equal(sandbox.story.view().soFar.at(-1)?.date, date);
      const news = messagesIn('platform-news').slice(told);
      told += news.length;
      assert.equal(news.length, alerts.length);
      for (const [n, expected] of alerts.entries()) assert.partialDeepStrictEqual(await whatItTells(news[n]), expected);
      for (const message of news) assert.deepEqual(message.mention_roles, [sandbox.discord.world.watchers.id]);
      assert.deepEqual(messagesIn('general'), []);

      const status = await answerTo('status');
      assert.equal(status.includes('In trouble'), unreadable !== undefined);
      if (unreadable) assert.ok(status.includes(unreadable));
    });
  }

  test('at its end /timeline tells it, dated, and /stance says where the platform stands', async () => {
    const timeline = await answerTo('timeline', { platform: 'larkspool' });
    for (const date of ['23 February 2026', '11 May 2026', '21 May 2026', '4 June 2026'])
      assert.ok(timeline.includes(date), date);
    const stance = await answerTo('stance', { platform: 'larkspool' });
    assert.match(stance, /only with your consent/);
    assert.match(stance, /User-agent: GPTBot/);
  });

  test('what was stored before is shown, and nothing fictional reaches it', async () => {
    assert.match(await answerTo('changes', { platform: 'soundcloud' }), /train our AI models/);
    const store = openStore(storeUrl);
    const documents: string[] = [];
    for await (const [document] of store.heads.entries()) documents.push(document);
    assert.deepEqual(documents, []);
    assert.equal(await store.subscriptions.has('s'), true);
    await store.close();
  });

  /** An alert of the channel, in the words the story uses. */
  async function whatItTells(message: Message | undefined): Promise<Expected> {
    const title = message?.embeds[0]?.title ?? '';
    for await (const [, alert] of sandbox.bot.readModel.store.alerts.entries()) {
      if (alert.kind === 'news') {
        const story = await sandbox.bot.readModel.store.stories.get(alert.storyId);
        if (story?.items[0]?.title === title) return { kind: 'news', title };
      } else if (alert.kind === 'signals') {
        const change = await sandbox.bot.readModel.store.signalChanges.get(alert.changeId);
        if (change && message?.embeds[0]?.url === change.url) return { kind: 'signals', title };
      } else if (alert.kind === 'documents') {
        const change = await sandbox.bot.readModel.store.changes.get(alert.changeId);
        const document = change?.document.split('/')[1] ?? '';
        const [topic = 'training'] = alert.topics;
        const at = sandbox.story.view().soFar.at(-1)?.date;
        if (change && alert.at.startsWith(at ?? '') && title.includes(document)) {
          return { kind: 'documents', document, direction: change.assessment.direction, topic };
        }
      }
    }
    throw new Error(`a message that no alert explains: ${title}`);
  }
});
