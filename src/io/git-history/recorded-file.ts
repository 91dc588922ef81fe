/** Parses file names and commit messages of an Open Terms Archive repository. */
import type { RecordKind } from '../../app/ports/history.ts';

export interface ParsedFileName {
  service: string;
  type: string;
  documentId?: string;
  extension: Extension;
}

const EXTENSIONS = ['md', 'html', 'pdf'] as const;
type Extension = (typeof EXTENSIONS)[number];

/**
 * Parses `<service>/<type>[ #<document id>].<extension>`. Commit subjects cannot be parsed: both names may hold spaces.
 * @returns undefined for files that are no documents, such as the README
 */
export function parseFileName(path: string): ParsedFileName | undefined {
  const [service, file, ...deeper] = path.split('/');
  if (!service || !file || deeper.length > 0 || service.startsWith('.')) return undefined;

  const dot = file.lastIndexOf('.');
  const extension = EXTENSIONS.find((candidate) => candidate === file.slice(dot + 1));
  const [type = '', documentId] = splitOnce(file.slice(0, Math.max(dot, 0)), ' #');
  if (extension === undefined || type === '' || IGNORED_NAMES.has(type)) return undefined;
  return { service, type, documentId, extension };
}

const IGNORED_NAMES: ReadonlySet<string> = new Set(['README', 'LICENSE', 'CONTRIBUTING', 'CHANGELOG']);

/** Subjects of all recorder versions; any other subject counts as a change. */
const SUBJECT_KINDS: readonly { prefix: string; kind: RecordKind }[] = [
  { prefix: 'Start tracking', kind: 'first' },
  { prefix: 'First record of', kind: 'first' },
  { prefix: 'Refilter', kind: 'technical' },
  { prefix: 'Apply technical or declaration upgrade on', kind: 'technical' },
  { prefix: 'Update', kind: 'change' },
  { prefix: 'Record new changes of', kind: 'change' },
];

export function recordKindOf(subject: string): RecordKind {
  return SUBJECT_KINDS.find(({ prefix }) => subject.startsWith(prefix))?.kind ?? 'change';
}

/** The commit that a copy was made from: the line `source-commit: <hash>` of the message. */
export function sourceCommitOf(message: string): string | undefined {
  return /^source-commit: ([0-9a-f]{40,64})$/m.exec(message)?.[1];
}

function splitOnce(text: string, separator: string): [string, string?] {
  const index = text.indexOf(separator);
  return index === -1 ? [text] : [text.slice(0, index), text.slice(index + separator.length)];
}
