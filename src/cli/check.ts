import type { Catalog } from '../domain/catalog.ts';
import { checkLive } from './check-live.ts';
import { type CliCommand, JSON_OPTION, parseArguments } from './cli-command.ts';
import { print, printJson } from './files.ts';
import { pluralize, requireCatalog, requireConfig } from './setup.ts';

export const check: CliCommand = {
  name: 'check',
  usage: '[CATALOG_DIR …] [--json] | --live [PLATFORM] [--json]',
  summary: 'checks the environment and the catalog, and tells every fault; --live tries the sources',
  help:
    'Checks the catalog folders (those of CATALOG_DIR when none is named). Each fault is told with its file and path.\n' +
    '--live: fetches every document and feed of the catalog once, one request at a time to a host, and prints a line for each\n' +
    'as it comes: what was read, or why not. Nothing is recorded, nobody is alerted. Exit 1 where one of them failed.\n' +
    '--live PLATFORM: tries the documents and feeds of this platform alone.',
  async run(args, { clauseReader }) {
    const { positionals, values } = parseArguments(args, { ...JSON_OPTION, live: { type: 'boolean' } }, { max: 20 });
    const { json = false, live = false } = values;
    if (live) return checkLive(positionals, { clauseReader, json });
    const dirs = positionals.length > 0 ? positionals : requireConfig().catalogDirs;
    const counts = countsOf(await requireCatalog(dirs));
    if (json) printJson({ status: 'ok', ...counts });
    else {
      const { platforms, documents, feeds, regulation } = counts;
      print(
        `${pluralize(platforms, 'platform')}, ${pluralize(documents, 'document')}, ${pluralize(feeds, 'feed')}, ` +
          `${pluralize(regulation, 'legal event')}: no faults`,
      );
    }
  },
};

const countsOf = ({ platforms, feeds, regulation }: Catalog) => ({
  platforms: platforms.length,
  documents: platforms.reduce((sum, platform) => sum + platform.documents.length, 0),
  feeds: platforms.reduce((sum, platform) => sum + platform.feeds.length, feeds.length),
  regulation: regulation.length,
});
