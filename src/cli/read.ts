import { CONCEPTS, type Concept } from '../core/judge/lexicon.ts';
import type { AiClause } from '../core/reader/version-reading.ts';
import { type CliCommand, JSON_OPTION, readArgs } from './cli-command.ts';
import { print, printJson, readText } from './files.ts';

export const read: CliCommand = {
  name: 'read',
  usage: 'FILE.md [--json]',
  summary: 'shows how each clause about AI is read: the words it was read by, and what it is taken to say',
  help:
    'Reads one version in Markdown and prints, clause by clause, the concepts with the words they were found in, and the\n' +
    'statements that the rules made of them. For those who write rules, or wonder about a verdict.\n' +
    'With --json: {section, text, concepts: {name: words}, statements: [{topic, says, weight, direction, because}]} a line.',
  async run(args, { clauseReader }) {
    const { positionals, values } = readArgs(args, JSON_OPTION, { least: 1 });
    const { aiClauses, training } = clauseReader.readVersion(await readText(positionals[0] ?? ''));
    for (const one of aiClauses) {
      if (values.json) printJson(lineOf(one));
      else printClause(lineOf(one));
    }
    if (!values.json) print(`${aiClauses.length} clauses about AI; training: ${training}`);
  },
};

function lineOf({ clause, features, statements }: AiClause) {
  const held = (Object.keys(CONCEPTS) as Concept[]).filter((concept) => features.has(concept));
  return {
    section: clause.section.join(' › '),
    text: clause.text,
    concepts: Object.fromEntries(held.map((concept) => [concept, features.words(concept)])),
    statements: statements.map(({ topic, says, weight, direction, because }) => ({
      topic,
      says,
      weight,
      direction,
      because,
    })),
  };
}

function printClause({ section, text, concepts, statements }: ReturnType<typeof lineOf>): void {
  print(`[${section}] ${text}`);
  for (const [concept, words] of Object.entries(concepts)) print(`    ${concept}: ${words}`);
  for (const { topic, says, weight, direction } of statements) print(`  → ${topic}, ${weight}, ${direction}: ${says}`);
  if (statements.length === 0) print('  → nothing');
  print('');
}
