import { type CliCommand, JSON_OPTION, readArgs } from './cli-command.ts';
import { print, printJson } from './files.ts';
import { catalogFrom, configured, count } from './setup.ts';

export const check: CliCommand = {
  name: 'check',
  usage: '[CATALOG_DIR …]',
  summary: 'checks the environment and the catalog, and tells every fault',
  help: 'Checks the catalog folders (those of CATALOG_DIR when none is named). Each fault is told with its file and path.',
  async run(args) {
    const { positionals, values } = readArgs(args, JSON_OPTION, { most: 20 });
    const dirs = positionals.length > 0 ? positionals : configured().catalogDirs;
    const { platforms, feeds } = await catalogFrom(dirs);
    const documents = platforms.reduce((sum, platform) => sum + platform.documents.length, 0);
    const allFeeds = platforms.reduce((sum, platform) => sum + platform.feeds.length, feeds.length);
    if (values.json) printJson({ status: 'ok', platforms: platforms.length, documents, feeds: allFeeds });
    else
      print(
        `${count(platforms.length, 'platform')}, ${count(documents, 'document')}, ${count(allFeeds, 'feed')}: no faults`,
      );
  },
};
