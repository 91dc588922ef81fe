/** `clausewatch explain`: walks from the differences between two versions to the verdict. */
import { comparePassages } from '../core/document/compare-versions.ts';
import { detectBrokenCapture, summarizeText } from '../core/extract/checks/detect-broken-capture.ts';
import { dropUnreliableRemovals } from '../core/history/assess-change.ts';
import type { ClauseReader } from '../core/judge/clause-reader.ts';
import { DIFFERENCE_FEATURES, extractDifferenceFeatures } from '../core/judge/difference-features.ts';
import { extractFrames } from '../core/judge/frames.ts';
import { type LogisticRegression, logOddsContributions } from '../core/ml/logistic.ts';
import { formatPercent } from '../core/text/format-percent.ts';
import type { Verdict } from '../domain/vocabulary.ts';
import { type CliCommand, JSON_OPTION, parseArguments } from './cli-command.ts';
import { readText } from './input.ts';
import { print, printJson, roundTo } from './output.ts';

/** Per difference; those with the largest contribution, for or against. */
const MAX_FEATURES_SHOWN = 6;

export const explain: CliCommand = {
  name: 'explain',
  usage: 'OLD.md NEW.md [--json]',
  summary: 'walks from the differences between two versions to the verdict',
  help:
    'Prints each difference about AI between two versions in Markdown, the likeliest to be major first: its quotes, the acts it gains and\n' +
    'loses (with probabilities), how likely it is major, and the features that weigh most for and against that; then the verdict on all.\n' +
    'With --json: one line a difference, {kind, before, after, frames, major, any, numbers: {name: [value, logOdds]}}, and a last line for the\n' +
    'whole, {verdict, broken, major, any, bounds, topics, direction}.',
  async run(args, { clauseReader }) {
    const { positionals, values } = parseArguments(args, JSON_OPTION, { min: 2 });
    const [before = '', after = ''] = await Promise.all(positionals.map((path) => readText(path)));
    const explanation = explainVerdict(before, after, clauseReader);
    if (!values.json) return printExplanation(explanation);
    for (const line of explanation.lines) printJson(line);
    printJson(explanation.whole);
  },
};

function explainVerdict(before: string, after: string, clauseReader: ClauseReader) {
  const [oldSummary, currentSummary] = [summarizeText(before), summarizeText(after)];
  const broken = detectBrokenCapture(oldSummary, currentSummary);
  const [old, current] = [clauseReader.readVersion(before), clauseReader.readVersion(after)];
  const comparison = dropUnreliableRemovals(
    comparePassages(old.passages, current.passages),
    oldSummary,
    currentSummary,
  );
  const { differingCount, differences, prediction, model } = clauseReader.scoreComparison(old, current, comparison, {
    recall: () => undefined,
  });
  const lines = differences
    .map((difference, i) => ({
      kind: difference.kind,
      before: difference.clauses.before?.text,
      after: difference.clauses.after?.text,
      frames: extractFrames(difference),
      ...prediction.differences[i],
      numbers: topContributions(
        model.differences.major,
        DIFFERENCE_FEATURES,
        extractDifferenceFeatures(difference, differingCount),
      ),
    }))
    .sort((a, b) => (b.major ?? 0) - (a.major ?? 0));
  const { major, any, topics, direction } = prediction;
  const verdict: Verdict = broken ? 'silent' : prediction.verdict;
  return {
    lines,
    whole: { verdict, broken, major, any, bounds: model.bounds, topics, direction },
    differingCount,
    training: { old: old.training, new: current.training },
  };
}

/** Each feature's value and what it adds to the log-odds, by name. */
function topContributions(
  regression: LogisticRegression,
  names: readonly string[],
  row: readonly number[],
): Record<string, [value: number, logOdds: number]> {
  const contributions = logOddsContributions(regression, row);
  const entries = names
    .map((name, i): [string, [number, number]] => [name, [roundTo(2, row[i]), roundTo(2, contributions[i])]])
    .sort(([, [, a]], [, [, b]]) => Math.abs(b) - Math.abs(a))
    .slice(0, MAX_FEATURES_SHOWN);
  return Object.fromEntries(entries);
}

function printExplanation({ lines, whole, differingCount, training }: ReturnType<typeof explainVerdict>): void {
  for (const { kind, before, after, frames, major = 0, any = 0, numbers } of lines) {
    print(`${kind}: ${formatPercent(major)} major, ${formatPercent(any)} to matter`);
    if (before !== undefined) print(`- ${before}`);
    if (after !== undefined) print(`+ ${after}`);
    for (const { act, side, probability } of frames) print(`    ${side}: ${act} ${formatPercent(probability)}`);
    for (const [name, [value, logOdds]] of Object.entries(numbers)) {
      print(`    ${logOdds >= 0 ? '+' : '−'}${Math.abs(logOdds).toFixed(2)}  ${name} ${value}`);
    }
    print('');
  }
  const { verdict, broken, major, any, bounds, topics, direction } = whole;
  print(`${differingCount} clauses differ, ${lines.length} about AI`);
  print(
    `at least one of them: ${formatPercent(major)} major (a ping from ${formatPercent(bounds.ping)}), ${formatPercent(any)} to matter (a digest from ${formatPercent(bounds.digest)})`,
  );
  print(`training: ${training.old} → ${training.new}`);
  if (broken) print(`the ${broken.side} side is evidently not the document (${broken.reason}: ${broken.detail})`);
  print(`→ ${verdict}${verdict === 'silent' ? '' : `: ${[topics.join(', '), direction].filter(Boolean).join('; ')}`}`);
}
