/** `clausewatch import`: takes a recorded history into the store. */
import { importHistory as importInto } from '../app/history/import-history.ts';
import { requireCatalog, requireConfig } from '../bot/setup.ts';
import { readHistory } from '../io/git-history/read-history.ts';
import { openSharedStore } from '../io/store/open-upgraded-store.ts';
import { type CliCommand, JSON_OPTION, parseArguments } from './cli-command.ts';
import { pluralize, print, printJson } from './output.ts';

export const importHistory: CliCommand = {
  name: 'import',
  usage: 'DIR [--json]',
  summary: 'takes a recorded history into the store',
  help:
    'DIR is an Open Terms Archive versions repository (bare or not). Its versions and changes are recorded for the platforms\n' +
    'of the catalog, so that /timeline and /changes start years back. Nobody is alerted; importing twice changes nothing.',
  async run(args, { clauseReader }) {
    const { positionals, values } = parseArguments(args, JSON_OPTION, { min: 1 });
    const [dir = ''] = positionals;
    const config = requireConfig();
    const { platforms } = await requireCatalog(config.catalogDirs);
    await using resources = new AsyncDisposableStack();
    const store = resources.adopt(await openSharedStore(config.storeUrl), (opened) => opened.close());
    const summary = await importInto(readHistory(dir, {}), {
      store,
      platforms,
      clauseReader,
      origin: 'Open Terms Archive',
    });
    if (values.json) return printJson(summary);
    print(`${pluralize(summary.versions, 'version')} read, ${pluralize(summary.changes, 'change')} recorded`);
    if (summary.unknownServices.length > 0) {
      print(`skipped, not in the catalog: ${summary.unknownServices.join(', ')}`);
    }
  },
};
