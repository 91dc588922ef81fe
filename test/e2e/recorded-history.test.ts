/**
 * Serves recorded versions as pages in the order of their dates, polls each once with the real bot, and checks what reaches the channel
 * of a loopback Discord.
 */
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname } from 'node:path';
import { after, describe, it } from 'node:test';
import { startLoopbackDiscord } from '../../sandbox/discord/loopback-discord.ts';
import type { RecordedVersion } from '../../src/app/ports/history.ts';
import { startBot } from '../../src/bot/start-bot.ts';
import type { Catalog } from '../../src/domain/catalog.ts';
import { readHistory } from '../../src/io/git-history/read-history.ts';
import { configFor } from '../helpers/config.ts';
import { cloneBundle, corpusFile, NO_CORPUS } from '../helpers/corpus.ts';
import { aDocument, aPlatform, clockAt, quiet } from '../helpers/world.ts';
import { pageOf } from './page-of.ts';

const bundle = corpusFile('versions-dev.bundle');

describe('a recorded history, polled', { skip: bundle === undefined && NO_CORPUS }, () => {
  const repository = bundle === undefined ? '' : cloneBundle(bundle);
  after(() => repository && rmSync(dirname(repository), { recursive: true }));

  it('SoundCloud, May 2025 to August 2026: six versions, none of which changes what it says about AI', async () => {
    const { posts, versions } = await pollHistory('SoundCloud', 'Terms of Service');
    assert.equal(versions, 6);
    assert.deepEqual(posts, []);
  });

  it('Dailymotion: every change of rights reaches the channel once, with its words', async () => {
    const { posts } = await pollHistory('Dailymotion', 'Terms of Service');
    const days = posts.map(({ day }) => day);
    assert.equal(new Set(posts.map(({ text }) => text)).size, posts.length, 'a change alerted twice');
    // Two versions were recorded on that day.
    const training = posts.filter(({ day }) => day === '2025-02-21').map(({ text }) => text);
    assert.match(training.join('\n'), /may train AI on your content or data[\s\S]*AI development/);
    const likeness = posts.find(({ day }) => day === '2026-06-03');
    assert.match(likeness?.text ?? '', /AI/);
    assert.ok(posts.length <= 8, `${posts.length} alerts in 41 versions: ${days.join(', ')}`);
  });

  /** Polls each version once, and collects what was posted. */
  async function pollHistory(service: string, type: string) {
    const versions: RecordedVersion[] = [];
    for await (const version of readHistory(repository, { service, type })) versions.push(version);
    versions.sort((a, b) => (a.date < b.date ? -1 : 1));

    let current = '';
    const web = createServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(pageOf(current));
    });
    await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve));
    const host = `127.0.0.1:${(web.address() as AddressInfo).port}`;

    const clock = clockAt(versions[0]?.date ?? '');
    const discord = await startLoopbackDiscord({ now: clock.now });
    const config = configFor(discord, { CONFIRM_AFTER: '0', FETCH_ALLOW_PRIVATE: host });
    const document = aDocument({ url: `http://${host}/terms` });
    const catalog: Catalog = {
      platforms: [aPlatform({ name: service, documents: [document] })],
      feeds: [],
      regulation: [],
      crawlers: [],
    };
    current = String(versions[0]?.content);
    const bot = await startBot({ config, catalog, log: quiet, now: clock.now, fetchSpacingMs: 0 });
    try {
      const channel = discord.channel('platform-news');
      await discord.ask({ command: 'alerts add', channelId: channel.id, member: discord.world.owner });
      const posts: { day: string; text: string }[] = [];
      for (const version of versions) {
        current = String(version.content);
        clock.moveTo(version.date);
        const before = discord.messages(channel.id).length;
        await bot.poller.pollDocuments();
        await bot.poller.deliver();
        for (const { embeds } of discord.messages(channel.id).slice(before)) {
          posts.push({
            day: version.date.slice(0, 10),
            text: embeds.map(({ title, description }) => `${title}\n${description}`).join(),
          });
        }
      }
      return { posts, versions: versions.length };
    } finally {
      await bot.close();
      await discord.close();
      web.close();
      web.closeAllConnections();
    }
  }
});
