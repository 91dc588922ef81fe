import { dirname, resolve } from 'node:path';
import { extractFetchedDocument } from '../app/watch/extract-fetched-document.ts';
import type { Declaration } from '../domain/catalog.ts';
import type { Extraction } from '../domain/document.ts';
import { readDeclarationFile } from '../io/catalog/declaration.ts';
import { createPdfParser } from '../io/pdf.ts';
import { type CliCommand, JSON_OPTION, parseArguments, UsageError, usageErrorOf } from './cli-command.ts';
import { printJson, readJson, readJsonLines, readPage, textField } from './files.ts';

export const extract: CliCommand = {
  name: 'extract',
  usage: 'PAGE.html|PAGE.pdf --declaration DECL.json --type TYPE [--url URL] | --pages FILE.jsonl',
  summary: 'reads a saved page as a document',
  help:
    'Prints the Markdown that the declaration (Open Terms Archive grammar) reads in a saved page or PDF file.\n' +
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
    if (values.pages !== undefined) {
      if (page !== undefined) throw new UsageError('either --pages or one page, not both');
      return extractPages(values.pages);
    }
    if (page === undefined) throw new UsageError('a page is wanted; see --help');
    if (values.declaration === undefined || values.type === undefined) {
      throw new UsageError('--declaration and --type are wanted; see --help');
    }
    const declaration = await readDeclaration(values.declaration, values.type);
    const extraction = await extractSavedPage(page, declaration, values.url);
    if (values.json) printJson(lineOf(page, extraction));
    else if (extraction.status === 'ok') process.stdout.write(extraction.markdown);
    if (extraction.status === 'unreadable') {
      throw new UsageError(`${page} is unreadable: ${extraction.reason}: ${extraction.detail}`);
    }
  },
};

async function extractPages(path: string): Promise<void> {
  const declarations = new Map<string, Promise<Declaration>>();
  for (const line of await readJsonLines(path)) {
    const id = textField(line, 'id', path);
    const where = `${path}, ${id}`;
    const [html, declarationPath] = ['html', 'declaration'].map((name) =>
      resolve(dirname(path), textField(line, name, where)),
    );
    if (html === undefined || declarationPath === undefined) continue;
    const type = textField(line, 'type', where);
    const key = `${declarationPath}\0${type}`;
    const declaration = declarations.get(key) ?? readDeclaration(declarationPath, type);
    declarations.set(key, declaration);
    const url = line.url === undefined ? undefined : textField(line, 'url', where);
    printJson(lineOf(id, await extractSavedPage(html, await declaration, url)));
  }
}

export async function readDeclaration(path: string, type: string): Promise<Declaration> {
  const read = readDeclarationFile(await readJson(path), type);
  if (read.status === 'ok') return read.declaration;
  const faults = read.faults.map(({ path: at, problem }) => `${at}${at ? ': ' : ''}${problem}`);
  throw usageErrorOf(`${path} cannot be used`, faults);
}

const readPdf = createPdfParser();

/** One saved file stands for the whole document; of several pages the one with its address is meant, or the first. */
async function extractSavedPage(path: string, declaration: Declaration, url: string | undefined): Promise<Extraction> {
  const body = await readPage(path);
  const page = declaration.pages.find(({ fetch }) => fetch === url) ?? declaration.pages[0];
  if (page === undefined) return extractFetchedDocument([], declaration);
  return extractFetchedDocument([{ body, url: url ?? page.fetch }], { pages: [page] }, readPdf);
}

function lineOf(id: string, extraction: Extraction) {
  return extraction.status === 'ok'
    ? { id, status: 'ok', identity: extraction.identity, markdown: extraction.markdown }
    : {
        id,
        status: 'unreadable',
        reason: extraction.reason,
        detail: extraction.detail,
        identity: null,
        markdown: null,
      };
}
