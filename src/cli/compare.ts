/** `clausewatch compare`: what changed about AI between two versions. */
import { dirname, resolve } from 'node:path';
import { UNDECLARED_PAGE } from '../app/watch/extract-fetched-document.ts';
import { extractPage } from '../core/extract/extract-document.ts';
import { assessChange } from '../core/history/assess-change.ts';
import type { ClauseReader } from '../core/judge/clause-reader.ts';
import { type ChangeAssessment, isMajor } from '../domain/document.ts';
import type { Significance, Verdict } from '../domain/vocabulary.ts';
import { type CliCommand, JSON_OPTION, parseArguments, UsageError } from './cli-command.ts';
import { readJsonLines, readText, textField } from './input.ts';
import { print, printJson } from './output.ts';

/** HTML without a declaration is read whole, at no address. */
const NO_ADDRESS = 'about:blank';

export const compare: CliCommand = {
  name: 'compare',
  usage: 'OLD NEW | --pairs FILE.jsonl [--html] [--json]',
  summary: 'says what changed about AI between two versions',
  help:
    'Compares two versions in Markdown (with --html: two pages).\n' +
    '--pairs FILE.jsonl: one {"id", "old", "new"} a line, with paths relative to FILE; answers as JSON Lines.\n' +
    'Answers {id, change, verdict, capture, topics, direction, training: {old, new}, alert, quotes: [{side, section, text}], frames: [{act, side,\n' +
    'probability, training?}], reason}. clausewatch explain OLD NEW walks through a verdict.',
  async run(args, { clauseReader }) {
    const { positionals, values } = parseArguments(
      args,
      { ...JSON_OPTION, pairs: { type: 'string' }, html: { type: 'boolean' } },
      { max: 2 },
    );
    const options = { clauseReader, html: values.html ?? false };
    if (values.pairs !== undefined) {
      if (positionals.length > 0) throw new UsageError('use either --pairs or two files, not both');
      return comparePairs(values.pairs, options);
    }
    const [oldPath, newPath] = positionals;
    if (oldPath === undefined || newPath === undefined) throw new UsageError('expected two files; see --help');
    const assessment = await compareFiles(oldPath, newPath, options);
    if (values.json) printJson(toOutputLine(`${oldPath} ${newPath}`, assessment));
    else printAssessment(assessment);
  },
};

interface CompareOptions {
  clauseReader: ClauseReader;
  html: boolean;
}

async function comparePairs(path: string, options: CompareOptions): Promise<void> {
  for (const line of await readJsonLines(path)) {
    const id = textField(line, 'id', path);
    const pathOf = (side: 'old' | 'new') => resolve(dirname(path), textField(line, side, `${path}, ${id}`));
    printJson(toOutputLine(id, await compareFiles(pathOf('old'), pathOf('new'), options)));
  }
}

async function compareFiles(
  oldPath: string,
  newPath: string,
  { clauseReader, html }: CompareOptions,
): Promise<ChangeAssessment> {
  const [before, after] = await Promise.all(
    [oldPath, newPath].map(async (path) => {
      const text = await readText(path);
      return html ? extractMarkdown(text, path) : text;
    }),
  );
  return assessChange(before ?? '', after ?? '', { clauseReader }).assessment;
}

function extractMarkdown(html: string, path: string): string {
  const extraction = extractPage(html, UNDECLARED_PAGE, NO_ADDRESS);
  if (extraction.status === 'ok') return extraction.markdown;
  throw new UsageError(`${path} cannot be read: ${extraction.reason}: ${extraction.detail}`);
}

const VERDICT_OF = { major: 'ping', minor: 'digest', none: 'silent' } as const satisfies Record<Significance, Verdict>;

function toOutputLine(id: string, assessment: ChangeAssessment) {
  const { significance: change, capture, topics, direction, training, evidence, reason } = assessment;
  return {
    id,
    change,
    verdict: VERDICT_OF[change],
    capture,
    topics,
    direction,
    training,
    alert: isMajor(assessment),
    quotes: evidence.flatMap(({ before, after }) => [before, after].filter((quote) => quote !== undefined)),
    frames: evidence.flatMap(({ frames = [] }) => frames),
    reason,
  };
}

function printAssessment(assessment: ChangeAssessment): void {
  const { significance, capture, topics, direction, training, evidence, reason } = assessment;
  print(`${significance}${topics.length > 0 ? ` (${topics.join(', ')}, ${direction})` : ''}: ${reason}`);
  if (capture === 'noise') print('one of the two is not the document');
  print(`training: ${training.old} → ${training.new}`);
  for (const { before, after, because } of evidence) {
    print(`\n${because}`);
    if (before) print(`- [${before.section}] ${before.text}`);
    if (after) print(`+ [${after.section}] ${after.text}`);
  }
}
