/**
 * The chat page in a real browser, with the real bot behind it. Skips, saying so, where the browser cannot start. Pictures of
 * what it saw stay in PICTURES until the next run.
 */
import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, type TestContext, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { type ChatPage, startChatPage } from '../../sandbox/chat/chat-page.ts';
import { type Sandbox, startSandbox } from '../../sandbox/start-sandbox.ts';
import { readConfig } from '../../src/bot/config.ts';
import { quiet } from '../helpers/world.ts';
import { openBrowser } from './browser.ts';

const PICTURES = join(tmpdir(), 'clausewatch-chat-page');

/** Runs in the browser: Markdown in, the HTML of what is shown out. */
const RENDER = `async (text) => {
  const { markdown } = await import('/markdown.js');
  const nobody = () => undefined;
  const box = document.createElement('div');
  box.append(...markdown(text, { channel: nobody, role: nobody, user: nobody }));
  return box.innerHTML;
}`;

describe('the chat page', () => {
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
    page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
    page.setDefaultTimeout(10_000);
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(chat.url);
  });
  after(async () => {
    if (!('missing' in browser)) await browser.close();
    await chat.close();
    await sandbox.close();
  });

  const inBrowser = (name: string, run: () => Promise<void>) =>
    test(name, async (context: TestContext) => {
      if ('missing' in browser) context.skip(browser.missing);
      else await run();
    });
  const messages = () => page.locator('#messages');
  const says = (words: string) => page.getByText(words).first().waitFor();
  const picture = (name: string) => page.screenshot({ path: join(PICTURES, `${name}.png`) });

  inBrowser('opens with the channels, the first day of the story and a hint of what to try', async () => {
    await says('Day 1 of 12');
    const channels = ['#\nplatform-news', '#\ngeneral', '▤\nai-policy'];
    assert.deepEqual(await page.locator('#channels button').allInnerTexts(), channels);
    await page.getByRole('button', { name: 'Got it' }).click();
    await page.reload();
    await says('Day 1 of 12');
    assert.equal(await page.locator('#hint').isVisible(), false);
  });

  inBrowser('lists the commands after a slash, and answers /help for the visitor alone', async () => {
    await page.locator('#words').fill('/');
    await page.getByRole('option', { name: '/stance' }).waitFor();
    await page.locator('#words').fill('/help');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await says('Only you can see this');
    await picture('help');
    await page.getByRole('button', { name: 'Dismiss message' }).click();
    assert.equal(await messages().locator('article').count(), 0);
  });

  inBrowser('suggests platforms while one is typed, by keyboard alone', async () => {
    await page.locator('#words').fill('/sta');
    await page.keyboard.press('Enter');
    await page.keyboard.type('larksp');
    await page.getByRole('option', { name: 'Larkspool' }).waitFor();
    await picture('suggestions');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await says('Larkspool and AI');
  });

  inBrowser('takes channels and roles from pickers, and says what is missing', async () => {
    await page.locator('#words').fill('/alerts add');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '+ channel' }).click();
    await page.keyboard.type('nowhere');
    await page.keyboard.press('Enter');
    await says('Pick one of the suggestions for “channel”.');
    await page.getByLabel('channel', { exact: false }).last().fill('gen');
    await page.getByRole('option', { name: '#general' }).click();
    await page.getByRole('button', { name: 'Send' }).click();
    await says('Alert added');
    await page.locator('#words').fill('/nonsense');
    await page.keyboard.press('Enter');
    await says('There is no command /nonsense.');
  });

  inBrowser('reads a command that is typed in one line, and keeps words that nobody suggested', async () => {
    const line = '/alerts add platform: SoundCloud, Spotify topic: training when: weekly';
    await page.locator('#words').fill(line);
    await page.keyboard.press('Enter');
    await messages().locator('article', { hasText: 'SoundCloud, Spotify' }).getByText('in a weekly digest').waitFor();
    await page.locator('#words').pressSequentially('/search voices');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Send' }).click();
    await says('“voices”');
  });

  inBrowser('offers what fits an option: some of many platforms, a choice, yes or no', async () => {
    await page.locator('#words').pressSequentially('/alerts edit ');
    await page.getByRole('option', { name: 'SoundCloud, Spotify' }).click();
    for (const [option, typed, suggested] of [
      ['platform', 'SoundCloud, tid', 'SoundCloud, TIDAL'],
      ['least', 'minor', 'minor things too'],
      ['nomention', '', 'true'],
    ] as const) {
      await page.getByRole('button', { name: `+ ${option}` }).click();
      await page.keyboard.type(typed);
      await page.getByRole('option', { name: suggested }).click();
    }
    await picture('options');
    await page.keyboard.press('Enter');
    await messages().locator('article', { hasText: 'Alert changed' }).getByText('SoundCloud, TIDAL').waitFor();
  });

  inBrowser('has a menu on each message that asks the bot about it, for the visitor alone', async () => {
    await page.locator('#words').fill('Read this: https://soundcloud.com/terms-of-use');
    await page.keyboard.press('Enter');
    const written = messages().locator('article', { hasText: 'Read this' });
    await written.getByRole('button', { name: 'Menu of this message' }).click();
    await page.keyboard.press('Escape');
    assert.equal(await page.getByRole('menu').count(), 0);
    await written.click({ button: 'right', position: { x: 300, y: 12 } });
    await page.getByRole('menuitem', { name: 'AI stance of linked platforms' }).click();
    const answer = messages().locator('article.only-you', { hasText: 'Platforms linked in this message' });
    await answer.getByText('Only you can see this').waitFor();
    assert.match(await answer.locator('.asked').innerText(), /used AI stance of linked platforms$/);
    await picture('message-menu');
  });

  inBrowser('shows alerts as they arrive, with the mention highlighted, and marks the other channel', async () => {
    for (const day of [2, 3, 4]) {
      await page.getByRole('button', { name: 'Next day' }).click();
      await says(`Day ${day} of 12`);
    }
    await says('Larkspool changed its Terms of Service on AI');
    await says('changed → alert');
    assert.equal(await messages().locator('article.pings .mention.yours').innerText(), '@Policy Watch');
    assert.match(await messages().locator('blockquote').last().innerText(), /train artificial intelligence/);
    assert.equal(await page.locator('#channels .has-news').innerText(), '#\ngeneral');
    await picture('alert');
  });

  inBrowser('asks the bot again when a button is pressed', async () => {
    await page.getByRole('button', { name: 'Before and after' }).last().click();
    await says('Terms of Service, before and after');
    await page.locator('#channels button', { hasText: 'general' }).click();
    await says('This is the beginning of #general.');
    assert.equal(await page.locator('#channels .has-news').count(), 0);
    assert.equal(await messages().locator('article.pings').count(), 0);
  });

  inBrowser('posts what the visitor writes, as text and nothing else', async () => {
    await page.locator('#words').fill('<img src=x onerror=alert(1)> **bold**');
    await page.keyboard.press('Enter');
    await says('<img src=x onerror=alert(1)>');
    assert.equal(await messages().locator('.content img').count(), 0);
    assert.equal(await messages().locator('strong', { hasText: 'bold' }).count(), 1);
  });

  const MARKDOWN = [
    [
      '**bold** *italic* _too_ __under__ ~~gone~~',
      '<p><strong>bold</strong> <em>italic</em> <em>too</em> <u>under</u> <s>gone</s></p>',
    ],
    ['\\*not bold\\* a\\_b', '<p>*not bold* a_b</p>'],
    ['snake_case_name 2 * 3 * 4', '<p>snake_case_name 2 * 3 * 4</p>'],
    ['`**code**` and **`both`**', '<p><code>**code**</code> and <strong><code>both</code></strong></p>'],
    ['> one\n> two\nthree', '<blockquote><p>one<br>two</p></blockquote><p>three</p>'],
    ['### Title\n- a\n- b\n  - c', '<h5>Title</h5><ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>'],
    ['```js\nlet a;\n```\nafter', '<pre><code>let a;</code></pre><p>after</p>'],
    ['[a](javascript:alert(1))', '<p>[a](javascript:alert(1))</p>'],
    ['<b>x</b> &amp;', '<p>&lt;b&gt;x&lt;/b&gt; &amp;amp;</p>'],
    [
      '<@&123456789012345678> <#123456789012345678>',
      '<p><span class="mention">@unknown-role</span> <span class="mention">#unknown</span></p>',
    ],
  ];
  inBrowser('shows the Markdown that Discord shows', async () => {
    for (const [written, expected] of MARKDOWN) {
      const shown = await page.evaluate<string>(`(${RENDER})(${JSON.stringify(written)})`);
      assert.equal(shown, expected, written);
    }
  });

  inBrowser('fits a phone, in the dark', async () => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 390, height: 780 });
    const overflow = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    assert.equal(overflow, 0);
    await page.getByRole('button', { name: 'Next day' }).click();
    await says('Day 5 of 12');
    await picture('phone');
  });

  inBrowser('the browser logged no errors', async () => assert.deepEqual(complaints, []));

  const FOREIGN = [
    ['another page', { origin: 'http://evil.example', 'content-type': 'application/json' }],
    ['no page at all', { 'content-type': 'application/json' }],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }],
  ] as const;
  for (const [who, headers] of FOREIGN) {
    test(`refuses what ${who} asks for`, async () => {
      const response = await fetch(`${chat.url}next-day`, { method: 'POST', headers: { ...headers }, body: '{}' });
      assert.equal(response.status, 403);
    });
  }

  test('lets nothing in from elsewhere', async () => {
    const { headers } = await fetch(chat.url);
    assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'; script-src 'self'/);
    assert.equal((await fetch(`${chat.url}..%2fpackage.json`)).status, 404);
  });
});
