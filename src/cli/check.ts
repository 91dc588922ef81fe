/** `clausewatch check`: validates the environment and the catalog, or fetches every source (`--live`). */
import { requireCatalog, requireConfig } from '../bot/setup.ts';
import type { Catalog } from '../domain/catalog.ts';
import { checkLive } from './check-live.ts';
import { type CliCommand, JSON_OPTION, parseArguments } from './cli-command.ts';
import { pluralize, print, printJson } from './output.ts';

export const check: CliCommand = {
  name: 'check',
  usage: '[CATALOG_DIR …] [--json] | --live [PLATFORM] [--json]',
  summary: 'checks the environment and the catalog and lists every fault; --live tries the sources',
  help:
    'Checks the catalog folders (by default those of CATALOG_DIR). Each fault is listed with its file and path.\n' +
    '--live: fetches every document and feed of the catalog once, one request at a time per host, and prints a line for each\n' +
    'as it arrives: what was read, or why it failed. Nothing is recorded, nobody is alerted. Exit 1 if a source failed.\n' +
    '--live PLATFORM: tries the documents and feeds of this platform only.',
  async run(args, { clauseReader }) {
    const { positionals, values } = parseArguments(args, { ...JSON_OPTION, live: { type: 'boolean' } }, { max: 20 });
    const { json = false, live = false } = values;
    if (live) return checkLive(positionals, { clauseReader, json });
    const dirs = positionals.length > 0 ? positionals : requireConfig().catalogDirs;
    const counts = countEntries(await requireCatalog(dirs));
    if (json) return printJson({ status: 'ok', ...counts });
    const { platforms, documents, feeds, regulation } = counts;
    print(
      `${pluralize(platforms, 'platform')}, ${pluralize(documents, 'document')}, ${pluralize(feeds, 'feed')}, ` +
        `${pluralize(regulation, 'legal event')}: no faults`,
    );
  },
};

const countEntries = ({ platforms, feeds, regulation }: Catalog) => ({
  platforms: platforms.length,
  documents: platforms.reduce((sum, platform) => sum + platform.documents.length, 0),
  feeds: platforms.reduce((sum, platform) => sum + platform.feeds.length, feeds.length),
  regulation: regulation.length,
});
