/**
 * The pictures of the real bot on the chat page, in a real browser. Skips, saying so, where the browser cannot start. What it saw
 * stays in PICTURES until the next run.
 */
import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, type TestContext, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { type ChatPage, startChatPage } from '../../sandbox/chat/chat-page.ts';
import type { Message } from '../../sandbox/discord/model/messages.ts';
import { type Sandbox, startSandbox } from '../../sandbox/start-sandbox.ts';
import { readConfig } from '../../src/bot/config.ts';
import { quiet } from '../helpers/world.ts';
import { openBrowser } from './browser.ts';

const PICTURES = join(tmpdir(), 'clausewatch-pictures');
const PHONE = { width: 380, height: 800 };
const DESKTOP = { width: 1280, height: 900 };

describe('pictures on the chat page', () => {
  let sandbox: Sandbox;
  let chat: ChatPage;
  let browser: Browser | { missing: string };
  let page: Page;
  const complaints: string[] = [];

  before(async () => {
    const read = readConfig({ STORE_URL: 'sqlite::memory:' });
    if (read.status === 'faulty') throw new Error(read.faults.join());
    sandbox = await startSandbox(read.config, quiet);
    chat = await startChatPage({ ...sandbox, port: 0 });
    browser = await openBrowser();
    if ('missing' in browser) return;
    page = await browser.newPage({ viewport: DESKTOP, locale: 'en-GB', colorScheme: 'dark' });
    page.setDefaultTimeout(10_000);
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    await page.goto(chat.url);
    await page.getByRole('button', { name: 'Got it' }).click();
  });
  after(async () => {
    if (!('missing' in browser)) await browser.close();
    await chat.close();
    await sandbox.close();
  });

  /** The picture of a message, loaded; photographed as a phone and a desktop show it, on dark and on light. */
  async function shows(context: TestContext, { id, attachments }: Message, name: string): Promise<void> {
    assert.equal(attachments.length, 1);
    assert.match(attachments[0]?.description ?? '', /\w{3}/);
    if ('missing' in browser) return context.skip(browser.missing);
    const image = page.locator(`[data-id="${id}"] .attachment img`);
    await image.waitFor();
    assert.equal(await image.getAttribute('alt'), attachments[0]?.description);
    for (const [place, viewport, colorScheme] of [
      ['phone', PHONE, 'dark'],
      ['desktop', DESKTOP, 'light'],
    ] as const) {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme });
      await image.evaluate((element) => element.scrollIntoView({ block: 'center' }));
      const { width, height } = (await image.boundingBox()) ?? { width: 0, height: 0 };
      assert.ok(width > 200 && height > 150, `${width} × ${height}`);
      await page.screenshot({ path: join(PICTURES, `${name}-${place}.png`) });
    }
    // Something that is not square to its file would have lost its shape.
    assert.equal(await image.evaluate((element) => (element as { naturalWidth?: number }).naturalWidth), 720);
  }

  test('/compare: a matrix of two, and of four', async (context) => {
    const two = { platform: 'soundcloud', second: 'bandcamp' };
    await shows(context, await sandbox.discord.ask({ command: 'compare', options: two }), 'compare-two');
    const four = { ...two, third: 'unitedmasters', fourth: 'elevenlabs-music' };
    await shows(context, await sandbox.discord.ask({ command: 'compare', options: four }), 'compare-four');
  });

  test('/timeline: a dated line, which stays when the page is turned', async (context) => {
    const answer = await sandbox.discord.ask({ command: 'timeline', options: { platform: 'suno' } });
    await shows(context, answer, 'timeline');
    const next = answer.components.flatMap(({ components }) => components).find(({ label }) => label === 'Next ▶');
    const turned = await sandbox.discord.press(answer.id, next?.custom_id ?? '');
    assert.deepEqual(turned.attachments, answer.attachments);
  });

  test('an alert and /diff: the clause before and after', async (context) => {
    const news = sandbox.discord.channel('platform-news').id;
    const alert = () =>
      sandbox.discord.messages(news).find(({ embeds }) => /Larkspool changed/.test(embeds[0]?.title ?? ''));
    for (let day = 0; day < 11 && alert() === undefined; day++) await sandbox.story.nextDay();
    if (alert() === undefined) await sandbox.discord.events.until(() => alert() !== undefined);
    await shows(context, alert() ?? assert.fail('there was no alert'), 'alert');

    const options = { change: '' };
    const [change] = await sandbox.discord.autocomplete({ command: 'diff', options, focused: 'change' });
    const answer = await sandbox.discord.ask({ command: 'diff', options: { change: String(change?.value) } });
    await shows(context, answer, 'diff');
  });

  test('nothing of it breaks the page’s own rules of what may be loaded', (context) => {
    if ('missing' in browser) return context.skip(browser.missing);
    assert.deepEqual(complaints, []);
  });
});
