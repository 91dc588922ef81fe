/**
 * Hides git: reads the recorded history of an Open Terms Archive repository, versions or snapshots, bare or not.
 * One `git log` says what was recorded when, one `git cat-file` hands out the contents.
 */
import { HistoryError, type HistoryFilter, type ReadHistory, type RecordedVersion } from '../app/ports/history.ts';
import { openBlobReader } from './git-history/blobs.ts';
import { type CommittedFile, readGitLog } from './git-history/git-log.ts';
import { nearestNames } from './git-history/nearest-names.ts';
import { type ParsedFileName, parseFileName, recordKindOf, sourceCommitOf } from './git-history/recorded-file.ts';
import { resolveTip } from './git-history/tip.ts';

/**
 * Reads the recorded versions in the log's order, oldest first. Dates may go back on the way: upgrades of the recorder
 * carry the date of the capture they read again.
 * @throws {HistoryError} as the port says
 */
export const readHistory: ReadHistory = async function* (dir, filter = {}) {
  // 1. Find where the history ends, then walk it from its start.
  const tip = await resolveTip(dir);
  const blobs = openBlobReader(dir);
  const seen = new SeenNames();
  try {
    for await (const file of readGitLog(dir, tip)) {
      // 2. Take the files that are documents, and the ones asked for.
      const name = parseFileName(file.path);
      if (name === undefined) continue;
      seen.record(name);
      if (!isWanted(name, filter)) continue;

      // 3. Hand over each with its content.
      yield await recordedVersion(file, name, await blobs.read(file.blob));
    }
  } finally {
    blobs.close();
  }

  // 4. Nothing found means a wrong name, when one was given.
  seen.assertSeen(filter);
};

function isWanted({ service, type }: ParsedFileName, filter: HistoryFilter): boolean {
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

/** Which services and types the history knows, to tell a wrong name from an empty one. */
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
  const near = nearestNames(name, known);
  return `the history has no ${what} "${name}"${near.length > 0 ? `; the nearest are: ${near.join(', ')}` : ''}`;
}
