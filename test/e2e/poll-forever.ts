/** Run as a process of its own by kill.test.ts: polls one page without end and says what it recorded. */

import { readConfig } from '../../src/bot/config.ts';
import { openStandalonePoller } from '../../src/bot/open-poller.ts';
import { createLog } from '../../src/io/log/log.ts';
import { aDocument, aPlatform } from '../helpers/world.ts';

const config = readConfig(process.env);
if (config.status !== 'ok') throw new Error(config.faults.join('\n'));
const document = aDocument({ url: process.argv[2] ?? '' });
const catalog = { platforms: [aPlatform({ documents: [document] })], feeds: [], regulation: [], crawlers: [] };
const { poller } = await openStandalonePoller({
  config: config.config,
  catalog,
  log: createLog('silent'),
  fetchSpacingMs: 0,
});
for (;;) {
  for (const { alert } of await poller.pollDocuments()) if (alert) process.stdout.write(`${alert.id}\n`);
}
