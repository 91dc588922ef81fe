/**
 * Hides git: reads the recorded history of an Open Terms Archive repository (versions or snapshots, bare or not) with one `git log`
 * for what was recorded when and one `git cat-file` for the contents.
 */
import { HistoryError, type HistoryFilter, type ReadHistory, type RecordedVersion } from '../../app/ports/history.ts';
import { openBlobReader } from './blobs.ts';
import { type CommittedFile, readGitLog } from './git-log.ts';
import { nearestNames } from './nearest-names.ts';
import { type ParsedFileName, parseFileName, recordKindOf, sourceCommitOf } from './recorded-file.ts';
import { resolveTip } from './tip.ts';

/**
 * Yields the recorded versions in log order, oldest first. Dates may go back: technical upgrades carry the date of the capture that
 * they extract again.
 * @throws {HistoryError} as defined by the port
 */
export const readHistory: ReadHistory = async function* (dir, filter = {}) {
  const tip = await resolveTip(dir);
  const blobs = openBlobReader(dir);
  const seen = new SeenNames();
  try {
    for await (const file of readGitLog(dir, tip)) {
      const name = parseFileName(file.path);
      if (name === undefined) continue;
      seen.record(name);
      if (!matches(name, filter)) continue;
      yield await recordedVersion(file, name, await blobs.read(file.blob));
    }
  } finally {
    blobs.close();
  }

  // A filter that matches nothing holds a wrong name.
  seen.assertSeen(filter);
};

function matches({ service, type }: ParsedFileName, filter: HistoryFilter): boolean {
  return (filter.service ?? service) === service && (filter.type ?? type) === type;
}

function recordedVersion(file: CommittedFile, { extension, ...name }: ParsedFileName, bytes: Buffer): RecordedVersion {
  return {
    ...name,
    path: file.path,
    commit: file.commit,
    date: file.date,
    kind: recordKindOf(file.subject),
    content: extension === 'pdf' ? bytes : bytes.toString('utf8'),
    sourceCommit: sourceCommitOf(file.message),
  };
}

/** The services and types of the history, for the error about an unknown one. */
class SeenNames {
  readonly #typesOfService = new Map<string, Set<string>>();

  record({ service, type }: ParsedFileName): void {
    const types = this.#typesOfService.get(service);
    if (types) types.add(type);
    else this.#typesOfService.set(service, new Set([type]));
  }

  assertSeen({ service, type }: HistoryFilter): void {
    if (service !== undefined && !this.#typesOfService.has(service)) {
      throw new HistoryError('service-not-found', notFound('service', service, this.#typesOfService.keys()));
    }
    const types = service === undefined ? this.#allTypes() : (this.#typesOfService.get(service) ?? new Set());
    if (type !== undefined && !types.has(type)) {
      throw new HistoryError('type-not-found', notFound('document type', type, types));
    }
  }

  #allTypes(): Set<string> {
    return new Set([...this.#typesOfService.values()].flatMap((types) => [...types]));
  }
}

function notFound(what: string, name: string, known: Iterable<string>): string {
  const nearest = nearestNames(name, known);
  return `the history has no ${what} "${name}"${nearest.length > 0 ? `; the nearest are: ${nearest.join(', ')}` : ''}`;
}
