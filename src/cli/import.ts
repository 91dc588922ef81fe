import { importHistory as importInto } from '../app/history/import-history.ts';
import { readHistory } from '../io/git-history.ts';
import { openStore } from '../io/store/open-store.ts';
import { type CliCommand, JSON_OPTION, parseArguments } from './cli-command.ts';
import { print, printJson } from './files.ts';
import { pluralize, requireCatalog, requireConfig } from './setup.ts';

export const importHistory: CliCommand = {
  name: 'import',
  usage: 'DIR [--json]',
  summary: 'takes a recorded history into the store',
  help:
    'DIR is an Open Terms Archive versions repository (bare or not). Its versions and changes are recorded for the platforms\n' +
    'of the catalog, so that /timeline and /changes start years back. Nobody is alerted; importing twice changes nothing.',
  async run(args, { clauseReader }) {
    const { positionals, values } = parseArguments(args, JSON_OPTION, { min: 1, max: 1 });
    const [dir = ''] = positionals;
    const config = requireConfig();
    const { platforms } = await requireCatalog(config.catalogDirs);
    const store = openStore(config.storeUrl);
    try {
      const summary = await importInto(readHistory(dir, {}), {
        store,
        platforms,
        clauseReader,
        origin: 'Open Terms Archive',
      });
      if (values.json) printJson(summary);
      else {
        print(`${pluralize(summary.versions, 'version')} read, ${pluralize(summary.changes, 'change')} recorded`);
        if (summary.unknownServices.length > 0) {
          print(`passed over, not in the catalog: ${summary.unknownServices.join(', ')}`);
        }
      }
    } finally {
      await store.close();
    }
  },
};
