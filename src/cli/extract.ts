/** `clausewatch extract`: reads saved pages as documents. */
import { dirname, resolve } from 'node:path';
import { extractFetchedDocument } from '../app/watch/extract-fetched-document.ts';
import type { Declaration } from '../domain/catalog.ts';
import type { Extraction } from '../domain/document.ts';
import { createPdfParser } from '../io/pdf/pdf-parser.ts';
import { type CliCommand, JSON_OPTION, parseArguments, UsageError } from './cli-command.ts';
import { readJsonLines, readPage, textField } from './input.ts';
import { printJson } from './output.ts';
import { createDeclarationReader } from './read-declaration.ts';

export const extract: CliCommand = {
  name: 'extract',
  usage: 'PAGE.html|PAGE.pdf --declaration DECL.json --type TYPE [--url URL] [--json] | --pages FILE.jsonl',
  summary: 'reads a saved page as a document',
  help:
    'Prints the Markdown that the declaration (Open Terms Archive grammar) extracts from a saved page or PDF file.\n' +
    '--pages FILE.jsonl: one {"id", "html", "declaration", "type", "url"} a line, with paths relative to FILE; answers\n' +
    '{id, status, reason?, identity, markdown} as JSON Lines.',
  async run(args) {
    const { positionals, values } = parseArguments(
      args,
      {
        ...JSON_OPTION,
        declaration: { type: 'string' },
        type: { type: 'string' },
        url: { type: 'string' },
        pages: { type: 'string' },
      },
      { max: 1 },
    );
    const [page] = positionals;
    const readDeclaration = createDeclarationReader();
    if (values.pages !== undefined) {
      if (page !== undefined) throw new UsageError('use either --pages or one page, not both');
      return extractPages(values.pages, readDeclaration);
    }
    if (page === undefined) throw new UsageError('expected a page; see --help');
    if (values.declaration === undefined || values.type === undefined) {
      throw new UsageError('--declaration and --type are required; see --help');
    }
    const declaration = await readDeclaration(values.declaration, values.type);
    const extraction = await extractSavedPage(page, declaration, values.url);
    if (values.json) printJson(toOutputLine(page, extraction));
    else if (extraction.status === 'ok') process.stdout.write(extraction.markdown);
    if (extraction.status === 'unreadable') {
      throw new UsageError(`${page} is unreadable: ${extraction.reason}: ${extraction.detail}`);
    }
  },
};

async function extractPages(path: string, readDeclaration: ReturnType<typeof createDeclarationReader>): Promise<void> {
  for (const line of await readJsonLines(path)) {
    const id = textField(line, 'id', path);
    const field = (name: string) => textField(line, name, `${path}, ${id}`);
    const pathOf = (name: string) => resolve(dirname(path), field(name));
    const html = pathOf('html');
    const declaration = await readDeclaration(pathOf('declaration'), field('type'));
    const url = line.url === undefined ? undefined : field('url');
    printJson(toOutputLine(id, await extractSavedPage(html, declaration, url)));
  }
}

const parsePdf = createPdfParser();

/** One saved file stands for the whole document, read as the declared page with its address, else as the first. */
async function extractSavedPage(path: string, declaration: Declaration, url: string | undefined): Promise<Extraction> {
  const body = await readPage(path);
  const page = declaration.pages.find(({ fetch }) => fetch === url) ?? declaration.pages[0];
  if (page === undefined) return extractFetchedDocument([], declaration);
  return extractFetchedDocument([{ body, url: url ?? page.fetch }], { pages: [page] }, parsePdf);
}

function toOutputLine(id: string, extraction: Extraction) {
  if (extraction.status === 'ok') {
    const { identity, markdown } = extraction;
    return { id, status: 'ok', identity, markdown };
  }
  const { reason, detail } = extraction;
  return { id, status: 'unreadable', reason, detail, identity: null, markdown: null };
}
