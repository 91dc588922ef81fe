import { type ReplayedVersion, replayHistory } from '../app/history/replay.ts';
import type { DocumentObservation } from '../core/history/observe-document.ts';
import type { ClauseReader } from '../core/judge/clause-reader.ts';
import type { Declaration } from '../domain/catalog.ts';
import type { ChangeAssessment } from '../domain/document.ts';
import { readHistory } from '../io/git-history.ts';
import { createPdfParser } from '../io/pdf.ts';
import { type CliCommand, JSON_OPTION, parseArguments } from './cli-command.ts';
import { readDeclaration } from './extract.ts';
import { print, printJson } from './files.ts';

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
      {
        ...JSON_OPTION,
        service: { type: 'string' },
        type: { type: 'string' },
        declaration: { type: 'string' },
      },
      { min: 1, max: 1 },
    );
    const [dir = ''] = positionals;
    const history = readHistory(dir, { service: values.service, type: values.type });
    const declarations = values.declaration === undefined ? undefined : declarationsOf(values.declaration);
    for await (const replayed of replayHistory(history, {
      clauseReader,
      declarationFor: declarations,
      parsePdf: createPdfParser(),
      documentOf: ({ service, type }) => `${service}/${type}`,
    })) {
      const line = lineOf(replayed, clauseReader);
      if (values.json) printJson(line);
      else
        print(
          `${line.date.slice(0, 10)} ${line.commit.slice(0, 8)} ${line.document}: ${line.alert ? 'ALERT ' : ''}${line.change}, ${line.reason}`,
        );
    }
  },
};

/** Each document type has its own declaration in the file. */
function declarationsOf(path: string): (type: string) => Promise<Declaration> {
  const known = new Map<string, Promise<Declaration>>();
  return (type) => {
    const declaration = known.get(type) ?? readDeclaration(path, type);
    known.set(type, declaration);
    return declaration;
  };
}

function lineOf({ recorded, textChanged, ...result }: ReplayedVersion, clauseReader: ClauseReader) {
  const head = {
    date: recorded.date,
    commit: recorded.commit,
    service: recorded.service,
    document: recorded.type,
    textChanged,
  };
  if (result.status === 'unreadable')
    return { ...head, ...UNCHANGED, capture: 'noise' as const, reason: result.reason };
  const { observation, version } = result;
  const reading = readingOf(observation);
  if (reading !== undefined) {
    const { change, capture, topics, direction, training, alert, reason } = reading;
    return { ...head, change, capture, topics, direction, training, alert, reason };
  }
  const position = clauseReader.readVersion(version?.markdown ?? '').training;
  return {
    ...head,
    ...UNCHANGED,
    training: { old: position, new: position },
    reason: REASONS[observation.outcome] ?? '',
  };
}

function readingOf(observation: DocumentObservation): ChangeAssessment | undefined {
  if (observation.outcome === 'changed') return observation.change.reading;
  return 'reading' in observation ? observation.reading : undefined;
}

const UNCHANGED = {
  change: 'none',
  capture: 'ok',
  topics: [],
  direction: 'neutral',
  training: { old: 'silent', new: 'silent' },
  alert: false,
} as const satisfies Omit<ChangeAssessment, 'evidence' | 'reason'>;

const REASONS: Partial<Record<DocumentObservation['outcome'], string>> = {
  first: 'first version: a baseline, never news',
  same: 'says what the version before says',
  rebased: 'technical upgrade: a new baseline, never a change',
  variant: 'a wording seen before came back',
};
