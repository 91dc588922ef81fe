/** What a file and its commit message say in an Open Terms Archive repository. */
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
 * Reads service, type and document id from `<service>/<type>[ #<document id>].<extension>`. The path alone is to be
 * trusted: both names hold spaces, so a subject cannot be taken apart.
 * @returns undefined for files that are no documents, such as the README
 */
export function parseFileName(path: string): ParsedFileName | undefined {
  const [service, file, ...deeper] = path.split('/');
  if (!service || !file || deeper.length > 0 || service.startsWith('.')) return undefined;

  const dot = file.lastIndexOf('.');
  const extension = EXTENSIONS.find((known) => known === file.slice(dot + 1));
  const [type = '', documentId] = splitOnce(file.slice(0, Math.max(dot, 0)), ' #');
  if (extension === undefined || type === '' || IGNORED_NAMES.has(type)) return undefined;
  return { service, type, documentId, extension };
}

const IGNORED_NAMES: ReadonlySet<string> = new Set(['README', 'LICENSE', 'CONTRIBUTING', 'CHANGELOG']);

/** What recorders have written over the years; any other subject is taken for a change. */
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

/** The commit a copy was made from: a line `source-commit: <hash>` of the message. */
export function sourceCommitOf(message: string): string | undefined {
  return /^source-commit: ([0-9a-f]{40,64})$/m.exec(message)?.[1];
}

function splitOnce(text: string, separator: string): [string, string?] {
  const at = text.indexOf(separator);
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + separator.length)];
}
