/**
 * The bot in a process of its own, as `start` runs it, which tells its parent how long its event loop was held up and how much memory
 * it takes. It knows the whole catalog and looks only at what it is given.
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
const nothing = { platforms: [], feeds: [], regulation: [], crawlers: [] };
const watched = watchedDir ? await requireCatalog([watchedDir]) : nothing;

const delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
delays.enable();
const began = performance.now();
const bot = await startBot({
  config: read.config,
  catalog,
  polledCatalog: watched,
  log: createLog('error'),
  fetchSpacingMs: 0,
});
tell({ kind: 'ready', afterMs: performance.now() - began });

process.on('message', async (message: ToBot) => {
  switch (message.kind) {
    case 'forget':
      delays.reset();
      break;
    case 'report':
      tell({
        kind: 'report',
        longestMs: Math.max(delays.max / 1e6 - RESOLUTION_MS, 0),
        p99Ms: Math.max(delays.percentile(99) / 1e6 - RESOLUTION_MS, 0),
        residentMb: process.memoryUsage().rss / 1e6,
      });
      break;
    case 'look': {
      const looks = [...(await bot.poller.pollFeeds()), ...(await bot.poller.pollDocuments())];
      tell({ kind: 'looked', looks: looks.map(({ source, outcome, detail }) => ({ source, outcome, detail })) });
      break;
    }
    case 'stop':
      await bot.close();
      process.exit(0);
  }
});

// Nobody is left to ask it.
process.on('disconnect', () => process.exit(1));

function tell(message: FromBot): void {
  process.send?.(message);
}
