import { createLog } from '../io/log.ts';
import { openStandalonePoller } from '../main.ts';
import { type CliCommand, JSON_OPTION, parseArguments, UsageError } from './cli-command.ts';
import { print, printJson } from './files.ts';
import { requireCatalog, requireConfig } from './setup.ts';

export const poll: CliCommand = {
  name: 'poll',
  usage: '--once [--json]',
  summary: 'looks at every source once, now',
  help:
    'Looks at every document, signal source and feed of the catalog once and prints one line a source. Alerts are recorded and wait for the\n' +
    'running bot to send them. A change seen once waits for its second look: at the next poll, CONFIRM_AFTER seconds later\n' +
    'at the earliest (with CONFIRM_AFTER=0 at once).',
  async run(args) {
    const { values } = parseArguments(args, { ...JSON_OPTION, once: { type: 'boolean' } });
    if (!values.once) throw new UsageError('poll wants --once; the running bot polls by its schedule');
    const config = requireConfig();
    const catalog = await requireCatalog(config.catalogDirs);
    const { rounds: poller, close } = openStandalonePoller({ config, catalog, log: createLog('silent') });
    try {
      const results = [
        ...(await poller.pollDocuments()),
        ...(await poller.pollSignals()),
        ...(await poller.pollFeeds()),
      ];
      for (const { source, outcome, detail } of results) {
        if (values.json) printJson({ source, outcome, detail: detail ?? null });
        else print(`${source}: ${outcome}${detail ? ` (${detail})` : ''}`);
      }
    } finally {
      await close();
    }
  },
};
