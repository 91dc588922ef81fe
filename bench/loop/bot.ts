/**
 * Runs the bot in its own process and reports to the parent how long its event loop was blocked and how much memory it uses. It
 * knows the whole catalog but polls only the given folder.
 *
 * node bench/loop/bot.ts <API> <TOKEN> <STORE_URL> [folder of the watched catalog] [allowed host]
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { readConfig } from '../../src/bot/config.ts';
import { requireCatalog } from '../../src/bot/setup.ts';
import { startBot } from '../../src/bot/start-bot.ts';
import { createLog } from '../../src/io/log/log.ts';
import type { FromBot, ToBot } from './protocol.ts';

const [api = '', token = '', storeUrl = '', watchedDir, host] = process.argv.slice(2);
const CATALOG = fileURLToPath(new URL('../../catalog', import.meta.url));
const NEVER = '0 0 29 2 *';
const RESOLUTION_MS = 5;

const read = readConfig({
  DISCORD_TOKEN: token,
  DISCORD_API: api,
  STORE_URL: storeUrl,
  CATALOG_DIR: CATALOG,
  POLICY_CRON: NEVER,
  NEWS_CRON: NEVER,
  DIGEST_CRON: NEVER,
  CONFIRM_AFTER: '0',
  FETCH_ALLOW_PRIVATE: host ?? '',
});
if (read.status !== 'ok') throw new Error(read.faults.join('\n'));
const catalog = await requireCatalog([CATALOG, ...(watchedDir ? [watchedDir] : [])]);
const emptyCatalog = { platforms: [], feeds: [], regulation: [], crawlers: [] };
const polledCatalog = watchedDir ? await requireCatalog([watchedDir]) : emptyCatalog;

const delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
delays.enable();
const startedAt = performance.now();
const bot = await startBot({
  config: read.config,
  catalog,
  polledCatalog: polledCatalog,
  log: createLog('error'),
  fetchSpacingMs: 0,
});
send({ kind: 'ready', afterMs: performance.now() - startedAt });

process.on('message', async (message: ToBot) => {
  switch (message.kind) {
    case 'reset':
      delays.reset();
      break;
    case 'report':
      send({
        kind: 'report',
        longestMs: Math.max(delays.max / 1e6 - RESOLUTION_MS, 0),
        p99Ms: Math.max(delays.percentile(99) / 1e6 - RESOLUTION_MS, 0),
        residentMb: process.memoryUsage().rss / 1e6,
      });
      break;
    case 'poll': {
      const results = [...(await bot.poller.pollFeeds()), ...(await bot.poller.pollDocuments())];
      send({ kind: 'polled', results: results.map(({ source, outcome, detail }) => ({ source, outcome, detail })) });
      break;
    }
    case 'stop':
      await bot.close();
      process.exit(0);
  }
});

// The parent is gone.
process.on('disconnect', () => process.exit(1));

function send(message: FromBot): void {
  process.send?.(message);
}
