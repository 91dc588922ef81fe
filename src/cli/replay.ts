/** `clausewatch replay`: walks a recorded history as if it had been polled. */
import { type ReplayedVersion, replayHistory } from '../app/history/replay.ts';
import type { DocumentObservation } from '../core/history/observe-document.ts';
import type { ClauseReader } from '../core/judge/clause-reader.ts';
import { type ChangeAssessment, isMajor } from '../domain/document.ts';
import { readHistory } from '../io/git-history/read-history.ts';
import { createPdfParser } from '../io/pdf/pdf-parser.ts';
import { type CliCommand, JSON_OPTION, parseArguments } from './cli-command.ts';
import { print, printJson } from './output.ts';
import { createDeclarationReader } from './read-declaration.ts';

export const replay: CliCommand = {
  name: 'replay',
  usage: 'DIR [--service NAME] [--type TYPE] [--declaration DECL.json] [--json]',
  summary: 'walks a recorded history as if it had been polled',
  help:
    'DIR is an Open Terms Archive versions repository (bare or not) or, with --declaration, a snapshots repository of pages\n' +
    '(HTML or PDF). Walks it commit by commit, in the order of its log, and prints one line a version:\n' +
    '{date, commit, service, document, textChanged, change, capture, topics, direction, training, alert, reason}.',
  async run(args, { clauseReader }) {
    const { positionals, values } = parseArguments(
      args,
      { ...JSON_OPTION, service: { type: 'string' }, type: { type: 'string' }, declaration: { type: 'string' } },
      { min: 1 },
    );
    const [dir = ''] = positionals;
    const { service, type: filterType, declaration: declarationPath } = values;
    const readDeclaration = createDeclarationReader();
    const versions = replayHistory(readHistory(dir, { service, type: filterType }), {
      clauseReader,
      declarationFor: declarationPath === undefined ? undefined : (type) => readDeclaration(declarationPath, type),
      parsePdf: createPdfParser(),
      documentOf: (recorded) => `${recorded.service}/${recorded.type}`,
    });
    for await (const version of versions) {
      const line = toOutputLine(version, clauseReader);
      if (values.json) printJson(line);
      else {
        const { date, commit, document, alert, change, reason } = line;
        print(`${date.slice(0, 10)} ${commit.slice(0, 8)} ${document}: ${alert ? 'ALERT ' : ''}${change}, ${reason}`);
      }
    }
  },
};

function toOutputLine({ recorded, textChanged, ...result }: ReplayedVersion, clauseReader: ClauseReader) {
  const { date, commit, service, type: document } = recorded;
  const head = { date, commit, service, document, textChanged };
  if (result.status === 'unreadable') {
    return { ...head, ...UNCHANGED, capture: 'noise' as const, reason: result.reason };
  }
  const { observation, version } = result;
  const assessment = assessmentOf(observation);
  if (assessment !== undefined) {
    const { significance: change, capture, topics, direction, training, reason } = assessment;
    return { ...head, change, capture, topics, direction, training, alert: isMajor(assessment), reason };
  }
  const position = clauseReader.readVersion(version?.markdown ?? '').training;
  return {
    ...head,
    ...UNCHANGED,
    training: { old: position, new: position },
    reason: REASONS[observation.outcome] ?? '',
  };
}

function assessmentOf(observation: DocumentObservation): ChangeAssessment | undefined {
  if (observation.outcome === 'changed') return observation.change.assessment;
  return 'assessment' in observation ? observation.assessment : undefined;
}

const UNCHANGED = {
  change: 'none',
  capture: 'ok',
  topics: [],
  direction: 'neutral',
  training: { old: 'silent', new: 'silent' },
  alert: false,
} as const;

const REASONS: Partial<Record<DocumentObservation['outcome'], string>> = {
  first: 'first version: a baseline, never news',
  same: 'says what the previous version says',
  rebased: 'technical upgrade: a new baseline, never a change',
  variant: 'a revision seen before came back',
};
