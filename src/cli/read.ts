import type { ClauseReader } from '../core/judge/clause-reader.ts';
import { ACT_NAMES } from '../core/reader/acts.ts';
import { formatPercent } from '../core/reader/format-percent.ts';
import { OUTPUTS, type Output, outputIndex } from '../core/reader/outputs.ts';
import type { AiClause } from '../core/reader/version-analysis.ts';
import { type CliCommand, JSON_OPTION, parseArguments } from './cli-command.ts';
import { print, printJson, readText } from './files.ts';

/** Less likely, and it is not shown. */
const MIN_PROBABILITY_SHOWN = 0.1;

export const read: CliCommand = {
  name: 'read',
  usage: 'FILE.md [--json]',
  summary: 'shows how each clause that may be about AI is read: what it does, how likely, and by which words',
  help:
    'Reads one version in Markdown and prints, clause by clause, what the trained reader holds it to do (the codes of the codebook), how\n' +
    'likely that is, and the words that speak most for it. For those who wonder about a verdict.\n' +
    'With --json: {section, text, weight: {major, minor}, acts: {act: probability}, training: {position: probability}, words: {act: [word]}} a line.',
  async run(args, { clauseReader }) {
    const { positionals, values } = parseArguments(args, JSON_OPTION, { min: 1 });
    const { aiClauses, training } = clauseReader.readVersion(await readText(positionals[0] ?? ''));
    for (const one of aiClauses) {
      if (values.json) printJson(lineOf(one, clauseReader));
      else printClause(lineOf(one, clauseReader));
    }
    if (!values.json) print(`${aiClauses.length} clauses that may be about AI; training: ${training}`);
  },
};

function lineOf(one: AiClause, clauseReader: Pick<ClauseReader, 'topWords'>) {
  const { clause, probabilities: says } = one;
  const likely = (outputs: readonly Output[]) =>
    outputs
      .map((output) => [output, says[outputIndex(output)] ?? 0] as const)
      .filter(([, probability]) => probability >= MIN_PROBABILITY_SHOWN)
      .sort(([, first], [, second]) => second - first);
  const acts = likely(ACT_NAMES);
  const positions = likely(OUTPUTS.filter((output) => output.startsWith('training ')));
  return {
    section: clause.section.join(' › '),
    text: clause.text,
    weight: { major: rounded(says[outputIndex('major')]), minor: rounded(says[outputIndex('minor')]) },
    acts: Object.fromEntries(acts.map(([act, probability]) => [act, rounded(probability)])),
    training: Object.fromEntries(
      positions.map(([output, probability]) => [output.slice('training '.length), rounded(probability)]),
    ),
    words: Object.fromEntries(acts.map(([act]) => [act, clauseReader.topWords(one, act)])),
  };
}

const rounded = (probability = 0): number => Number(probability.toFixed(3));

function printClause({ section, text, weight, acts, training, words }: ReturnType<typeof lineOf>): void {
  print(`[${section}] ${text}`);
  print(`  major ${formatPercent(weight.major)}, minor ${formatPercent(weight.minor)}`);
  for (const [act, probability] of Object.entries(acts)) {
    print(
      `  → ${act} ${formatPercent(probability)}${(words[act] ?? []).length > 0 ? `: ${words[act]?.join(', ')}` : ''}`,
    );
  }
  for (const [position, probability] of Object.entries(training))
    print(`  → training ${position} ${formatPercent(probability)}`);
  print('');
}
