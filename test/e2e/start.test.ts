/** `clausewatch start` with a token, as a process of its own, against a Discord of ours: what it says, and how it ends. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Trouble } from '../../sandbox/discord/faults.ts';
import { type LoopbackDiscord, startLoopbackDiscord } from '../../sandbox/discord/loopback-discord.ts';
import { termsPage } from '../helpers/world.ts';

const PROGRAM = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));
const NOT_XML = '<!doctype html><html><body><h1>Our blog has moved</h1></body></html>';

describe('clausewatch start', () => {
  const folder = mkdtempSync(join(tmpdir(), 'clausewatch-start-'));
  const web = createServer((request, response) => {
    const html = { 'content-type': 'text/html' };
    switch (request.url) {
      case '/endless':
        response.writeHead(200, html);
        response.on('error', () => {});
        return void pour();
      case '/astray':
        return void response.writeHead(302, { location: 'http://10.0.0.1/terms' }).end();
      case '/feed':
        return void response.writeHead(200, html).end(NOT_XML);
      default:
        return void response.writeHead(200, html).end(termsPage([]));
    }
    function pour() {
      while (!response.destroyed) if (!response.write('x'.repeat(65_536))) return response.once('drain', pour);
    }
  });
  let discord: LoopbackDiscord;
  let host = '';

  before(async () => {
    await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve));
    host = `127.0.0.1:${(web.address() as AddressInfo).port}`;
    mkdirSync(join(folder, 'platforms'));
    const platform = {
      id: 'tunebox',
      name: 'Tunebox',
      kind: 'hosting',
      homepage: `http://${host}/`,
      documents: Object.fromEntries(
        [
          ['Terms of Service', 'terms'],
          ['Privacy Policy', 'endless'],
          ['Community Guidelines', 'astray'],
        ].map(([type, path]) => [type, { fetch: `http://${host}/${path}`, select: 'main' }]),
      ),
      feeds: [{ url: `http://${host}/feed`, title: 'Newsroom' }],
      researched: { training: 'unclear', asOf: '2026-01', confidence: 'low' },
    };
    writeFileSync(join(folder, 'platforms', 'tunebox.json'), JSON.stringify(platform));
    discord = await startLoopbackDiscord();
  });
  after(async () => {
    await discord.close();
    web.close();
    web.closeAllConnections();
    rmSync(folder, { recursive: true });
  });

  function start(token: string, store = 'store.db') {
    const child = spawn(process.execPath, [PROGRAM, 'start'], {
      env: {
        ...process.env,
        DISCORD_TOKEN: token,
        DISCORD_API: discord.api,
        CATALOG_DIR: folder,
        STORE_URL: `sqlite:${join(folder, store)}`,
        FETCH_ALLOW_PRIVATE: host,
        LOG_LEVEL: 'info',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    const listeners = new Set<() => void>();
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (piece) => {
        said += piece;
        for (const listener of listeners) listener();
      });
    }
    const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
    return {
      said: () => said,
      ended,
      stop: () => child.kill('SIGTERM'),
      /** Waits until the process has said so. */
      says: (pattern: RegExp) =>
        Promise.race([
          new Promise<void>((resolve) => {
            const look = () => pattern.test(said) && resolve();
            listeners.add(look);
            look();
          }),
          ended.then(() => assert.match(said, pattern)),
        ]),
    };
  }

  it('beside another one on the same store says so in one line and exits 1; the other goes on', async () => {
    const first = start(discord.token);
    await first.says(/ready as/);
    const second = start(discord.token);
    assert.equal(await second.ended, 1);
    assert.match(
      second.said(),
      /^clausewatch: STORE_URL: another Clausewatch is running on .*store\.db; stop it first\.\n$/,
    );
    first.stop();
    assert.equal(await first.ended, 0);
  });

  it('with a token that Discord does not know says so in one line and exits 1, without repeating it', async () => {
    const bot = start('a-token-nobody-knows');
    assert.equal(await bot.ended, 1);
    assert.match(bot.said(), /clausewatch: Discord does not accept DISCORD_TOKEN\. .*Reset Token\.\n$/);
    assert.doesNotMatch(bot.said(), /a-token-nobody-knows/);
  });

  it('tells of each source in trouble in the log and in /status, reads the others, and stops cleanly', async (t) => {
    // A store of its own: on a busy machine the bots before this one have read the sources already.
    const bot = start(discord.token, 'unread.db');
    t.after(bot.stop);
    await bot.says(/ready as/);
    await bot.says(/tunebox\/Terms of Service: first/);
    await bot.says(/tunebox\/Privacy Policy: failed, .*(larger|MB|bytes)/);
    await bot.says(/tunebox\/Community Guidelines: failed, .*private/);
    await bot.says(/feed: failed, an HTML page instead of a feed/);
    const answer = await discord.ask({ command: 'status', channelId: discord.channel('general').id });
    const status = answer.embeds[0]?.description ?? '';
    assert.match(status, /3 documents watched, 1 read; 1 feed;/);
    for (const source of ['Privacy Policy', 'Community Guidelines', '/feed']) assert.match(status, new RegExp(source));
    bot.stop();
    assert.equal(await bot.ended, 0);
  });

  it('writes no token of an interaction, whatever Discord makes of its answer', async (t) => {
    const bot = start(discord.token);
    t.after(bot.stop);
    await bot.says(/ready as/);
    const troubles: Trouble[] = [
      { status: 500 },
      { status: 404 },
      { status: 404, code: 10062 },
      { status: 403, code: 50013 },
      { status: 400, code: 50035 },
      'cut',
    ];
    for (const trouble of troubles) discord.trouble.order({ on: /callback$/, trouble, times: 4 });
    const channelId = discord.channel('general').id;
    const typing = { command: 'stance', options: { platform: 'tune' }, focused: 'platform', channelId };
    const answers = troubles.flatMap(() => [discord.ask({ command: 'help', channelId }), discord.autocomplete(typing)]);
    await Promise.allSettled(answers);
    assert.match(bot.said(), /an interaction failed[\s\S]*callback/);
    for (const { token } of discord.world.interactions.values()) assert.ok(!bot.said().includes(token), bot.said());
    assert.ok(!bot.said().includes(discord.token));
    bot.stop();
    assert.equal(await bot.ended, 0);
  });

  it('exits when Discord says never to come back', async (t) => {
    const bot = start(discord.token);
    t.after(bot.stop);
    await bot.says(/ready as/);
    discord.trouble.revokeToken();
    assert.equal(await bot.ended, 1);
    assert.match(bot.said(), /clausewatch: Discord does not accept DISCORD_TOKEN/);
  });
});
