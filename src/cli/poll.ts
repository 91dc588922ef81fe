/** `clausewatch poll --once`: polls every source once, without Discord. */
import { openStandalonePoller } from '../bot/open-poller.ts';
import { requireCatalog, requireConfig } from '../bot/setup.ts';
import { createLog } from '../io/log/log.ts';
import { type CliCommand, JSON_OPTION, parseArguments, UsageError } from './cli-command.ts';
import { print, printJson } from './output.ts';

export const poll: CliCommand = {
  name: 'poll',
  usage: '--once [--json]',
  summary: 'polls every source once, now',
  help:
    'Polls every document, signal source and feed of the catalog once and prints one line per source. Alerts are recorded and wait for\n' +
    'the running bot to send them. A change seen once is confirmed by a later poll, CONFIRM_AFTER seconds later at the earliest\n' +
    '(with CONFIRM_AFTER=0 at once).',
  async run(args) {
    const { values } = parseArguments(args, { ...JSON_OPTION, once: { type: 'boolean' } });
    if (!values.once) throw new UsageError('poll needs --once; the running bot polls by its schedule');
    const config = requireConfig();
    const catalog = await requireCatalog(config.catalogDirs);
    await using resources = new AsyncDisposableStack();
    const { poller } = resources.adopt(
      await openStandalonePoller({ config, catalog, log: createLog('silent') }),
      (opened) => opened.close(),
    );
    const results = [...(await poller.pollDocuments()), ...(await poller.pollSignals()), ...(await poller.pollFeeds())];
    for (const { source, outcome, detail } of results) {
      if (values.json) printJson({ source, outcome, detail: detail ?? null });
      else print(`${source}: ${outcome}${detail ? ` (${detail})` : ''}`);
    }
  },
};
