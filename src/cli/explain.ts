import { comparePassages } from '../core/document/compare-versions.ts';
import { detectBrokenCapture } from '../core/extract/detect-broken-capture.ts';
import { dropUnreliableRemovals } from '../core/history/assess-change.ts';
import { DIFFERENCE_FEATURES, extractDifferenceFeatures } from '../core/judge/difference-features.ts';
import { extractFrames } from '../core/judge/frames.ts';
import { formatPercent } from '../core/reader/format-percent.ts';
import { type LogisticRegression, logOddsContributions } from '../core/reader/logistic.ts';
import type { Verdict } from '../domain/vocabulary.ts';
import { type CliCommand, JSON_OPTION, parseArguments } from './cli-command.ts';
import { print, printJson, readText } from './files.ts';

/** Numbers shown of each row: those that speak most, for or against. */
const MAX_FEATURES_SHOWN = 6;

export const explain: CliCommand = {
  name: 'explain',
  usage: 'OLD.md NEW.md [--json]',
  summary: 'walks from the differences between two versions to the verdict',
  help:
    'Prints each difference about AI between two versions in Markdown, the likeliest to be major first: its quotes, what came and went (acts\n' +
    'with probabilities), how likely it is major, and the numbers that speak most for and against that; then what all of them come to.\n' +
    'With --json: one line a difference, {kind, before, after, frames, major, any, numbers: {name: [value, logOdds]}}, and a last line for the\n' +
    'whole, {verdict, broken, major, any, bounds, topics, direction}.',
  async run(args, { clauseReader }) {
    const { positionals, values } = parseArguments(args, JSON_OPTION, { min: 2 });
    const [before = '', after = ''] = await Promise.all(positionals.map((path) => readText(path)));
    const broken = detectBrokenCapture(before, after);
    const [old, now] = [clauseReader.readVersion(before), clauseReader.readVersion(after)];
    const comparison = dropUnreliableRemovals(comparePassages(old.passages, now.passages), before, after);
    const {
      differingCount: differing,
      differences,
      prediction: weighed,
      model,
    } = clauseReader.scoreComparison(old, now, comparison, {
      recall: () => undefined,
    });

    const lines = differences
      .map((difference, at) => ({
        kind: difference.kind,
        before: difference.clauses.before?.text,
        after: difference.clauses.after?.text,
        frames: extractFrames(difference),
        ...weighed.differences[at],
        numbers: numbersOf(
          model.differences.major,
          DIFFERENCE_FEATURES,
          extractDifferenceFeatures(difference, differing),
        ),
      }))
      .sort((one, other) => (other.major ?? 0) - (one.major ?? 0));
    const { major, any, topics, direction } = weighed;
    const verdict: Verdict = broken ? 'silent' : weighed.verdict;
    const whole = { verdict, broken, major, any, bounds: model.bounds, topics, direction };
    if (values.json) {
      for (const line of lines) printJson(line);
      printJson(whole);
      return;
    }
    for (const line of lines) {
      print(`${line.kind}: ${formatPercent(line.major ?? 0)} major, ${formatPercent(line.any ?? 0)} to matter`);
      if (line.before !== undefined) print(`- ${line.before}`);
      if (line.after !== undefined) print(`+ ${line.after}`);
      for (const { act, side, probability } of line.frames) print(`    ${side}: ${act} ${formatPercent(probability)}`);
      printNumbers(line.numbers);
      print('');
    }
    print(`${differing} clauses differ, ${lines.length} about AI`);
    print(
      `at least one of them: ${formatPercent(major)} major (a ping from ${formatPercent(model.bounds.ping)}), ${formatPercent(any)} to matter (a digest from ${formatPercent(model.bounds.digest)})`,
    );
    print(`training: ${old.training} → ${now.training}`);
    if (broken) print(`the ${broken.side} side is evidently not the document (${broken.reason}: ${broken.detail})`);
    print(
      `→ ${verdict}${verdict === 'silent' ? '' : `: ${[topics.join(', '), direction].filter(Boolean).join('; ')}`}`,
    );
  },
};

/** Value and what it adds to the log-odds, by name. */
function numbersOf(
  logistic: LogisticRegression,
  names: readonly string[],
  row: readonly number[],
): Record<string, [value: number, logOdds: number]> {
  const added = logOddsContributions(logistic, row);
  const shown = names
    .map((name, at) => [name, [rounded(row[at]), rounded(added[at])]] as [string, [number, number]])
    .sort(([, [, one]], [, [, other]]) => Math.abs(other) - Math.abs(one))
    .slice(0, MAX_FEATURES_SHOWN);
  return Object.fromEntries(shown);
}

const rounded = (value = 0): number => Number(value.toFixed(2));

function printNumbers(numbers: ReturnType<typeof numbersOf>): void {
  for (const [name, [value, logOdds]] of Object.entries(numbers)) {
    print(`    ${logOdds >= 0 ? '+' : '−'}${Math.abs(logOdds).toFixed(2)}  ${name} ${value}`);
  }
}
