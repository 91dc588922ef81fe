/** Runs `clausewatch start` as a process against a loopback Discord: what it prints, and how it ends. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Fault } from '../../sandbox/discord/faults.ts';
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
    let output = '';
    const listeners = new Set<() => void>();
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (piece) => {
        output += piece;
        for (const listener of listeners) listener();
      });
    }
    const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
    return {
      output: () => output,
      ended,
      stop: () => child.kill('SIGTERM'),
      /** Waits for output. */
      prints: (pattern: RegExp) =>
        Promise.race([
          new Promise<void>((resolve) => {
            const check = () => pattern.test(output) && resolve();
            listeners.add(check);
            check();
          }),
          ended.then(() => assert.match(output, pattern)),
        ]),
    };
  }

  it('on a store in use exits 1 with one line; the other bot goes on', async () => {
    const first = start(discord.token);
    await first.prints(/ready as/);
    const second = start(discord.token);
    assert.equal(await second.ended, 1);
    assert.match(
      second.output(),
      /^clausewatch: STORE_URL: another Clausewatch is running on .*store\.db; stop it first\.\n$/,
    );
    first.stop();
    assert.equal(await first.ended, 0);
  });

  it('with an unknown token exits 1 with one line that does not repeat it', async () => {
    const bot = start('a-token-nobody-knows');
    assert.equal(await bot.ended, 1);
    assert.match(bot.output(), /clausewatch: Discord does not accept DISCORD_TOKEN\. .*Reset Token\.\n$/);
    assert.doesNotMatch(bot.output(), /a-token-nobody-knows/);
  });

  it('reports failing sources in the log and in /status, reads the others, and stops cleanly', async (t) => {
    // A store of its own: the bots of the tests before may have read the sources already.
    const bot = start(discord.token, 'unread.db');
    t.after(bot.stop);
    await bot.prints(/ready as/);
    await bot.prints(/tunebox\/Terms of Service: first/);
    await bot.prints(/tunebox\/Privacy Policy: failed, .*(larger|MB|bytes)/);
    await bot.prints(/tunebox\/Community Guidelines: failed, .*private/);
    await bot.prints(/feed: failed, an HTML page instead of a feed/);
    const answer = await discord.ask({ command: 'status', channelId: discord.channel('general').id });
    const status = answer.embeds[0]?.description ?? '';
    assert.match(status, /3 documents watched, 1 read; 1 feed;/);
    for (const source of ['Privacy Policy', 'Community Guidelines', '/feed']) assert.match(status, new RegExp(source));
    bot.stop();
    assert.equal(await bot.ended, 0);
  });

  it('logs no token of an interaction, whatever Discord replies to its answer', async (t) => {
    const bot = start(discord.token);
    t.after(bot.stop);
    await bot.prints(/ready as/);
    const troubles: Fault[] = [
      { status: 500 },
      { status: 404 },
      { status: 404, code: 10062 },
      { status: 403, code: 50013 },
      { status: 400, code: 50035 },
      'cut',
    ];
    for (const trouble of troubles) discord.faults.inject({ on: /callback$/, fault: trouble, times: 4 });
    const channelId = discord.channel('general').id;
    const typing = { command: 'stance', options: { platform: 'tune' }, focused: 'platform', channelId };
    const answers = troubles.flatMap(() => [discord.ask({ command: 'help', channelId }), discord.autocomplete(typing)]);
    await Promise.allSettled(answers);
    assert.match(bot.output(), /an interaction failed[\s\S]*callback/);
    for (const { token } of discord.world.interactions.values()) assert.ok(!bot.output().includes(token), bot.output());
    assert.ok(!bot.output().includes(discord.token));
    bot.stop();
    assert.equal(await bot.ended, 0);
  });

  it('exits when Discord revokes its token', async (t) => {
    const bot = start(discord.token);
    t.after(bot.stop);
    await bot.prints(/ready as/);
    discord.faults.revokeToken();
    assert.equal(await bot.ended, 1);
    assert.match(bot.output(), /clausewatch: Discord does not accept DISCORD_TOKEN/);
  });
});
