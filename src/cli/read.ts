/** `clausewatch read`: shows how each clause that may be about AI is read. */
import type { ClauseReader } from '../core/judge/clause-reader.ts';
import { ACT_NAMES } from '../core/reader/acts.ts';
import type { AiClause } from '../core/reader/analyse-version.ts';
import { OUTPUTS, type Output, outputIndex } from '../core/reader/outputs.ts';
import { formatPercent } from '../core/text/format-percent.ts';
import { type CliCommand, JSON_OPTION, parseArguments } from './cli-command.ts';
import { readText } from './input.ts';
import { print, printJson, roundTo } from './output.ts';

const MIN_PROBABILITY_SHOWN = 0.1;
const TRAINING_PREFIX = 'training ';

export const read: CliCommand = {
  name: 'read',
  usage: 'FILE.md [--json]',
  summary: 'shows how each clause that may be about AI is read: what it does, how likely, and by which words',
  help:
    'Reads one version in Markdown and prints, clause by clause, the acts that the trained reader finds (the codes of the codebook), how\n' +
    'likely each is, and the words that weigh most for it. Helps to understand a verdict.\n' +
    'With --json: {section, text, weight: {major, minor}, acts: {act: probability}, training: {position: probability}, words: {act: [word]}} a line.',
  async run(args, { clauseReader }) {
    const { positionals, values } = parseArguments(args, JSON_OPTION, { min: 1 });
    const { aiClauses, training } = clauseReader.readVersion(await readText(positionals[0] ?? ''));
    for (const clause of aiClauses) {
      const line = toOutputLine(clause, clauseReader);
      if (values.json) printJson(line);
      else printClause(line);
    }
    if (!values.json) print(`${aiClauses.length} clauses that may be about AI; training: ${training}`);
  },
};

function toOutputLine(aiClause: AiClause, clauseReader: Pick<ClauseReader, 'topWords'>) {
  const { clause, probabilities } = aiClause;
  const probabilityOf = (output: Output) => probabilities[outputIndex(output)] ?? 0;
  const rankLikely = <O extends Output>(outputs: readonly O[]) =>
    outputs
      .map((output) => [output, probabilityOf(output)] as const)
      .filter(([, probability]) => probability >= MIN_PROBABILITY_SHOWN)
      .sort(([, a], [, b]) => b - a)
      .map(([output, probability]) => [output, roundTo(3, probability)] as const);
  const acts = rankLikely(ACT_NAMES);
  const positions = rankLikely(OUTPUTS.filter((output) => output.startsWith(TRAINING_PREFIX)));
  return {
    section: clause.section.join(' › '),
    text: clause.text,
    weight: { major: roundTo(3, probabilityOf('major')), minor: roundTo(3, probabilityOf('minor')) },
    acts: Object.fromEntries(acts),
    training: Object.fromEntries(
      positions.map(([output, probability]) => [output.slice(TRAINING_PREFIX.length), probability]),
    ),
    words: Object.fromEntries(acts.map(([act]) => [act, clauseReader.topWords(aiClause, act)])),
  };
}

function printClause({ section, text, weight, acts, training, words }: ReturnType<typeof toOutputLine>): void {
  print(`[${section}] ${text}`);
  print(`  major ${formatPercent(weight.major)}, minor ${formatPercent(weight.minor)}`);
  for (const [act, probability] of Object.entries<number>(acts)) {
    const topWords = words[act] ?? [];
    print(`  → ${act} ${formatPercent(probability)}${topWords.length > 0 ? `: ${topWords.join(', ')}` : ''}`);
  }
  for (const [position, probability] of Object.entries<number>(training)) {
    print(`  → training ${position} ${formatPercent(probability)}`);
  }
  print('');
}
