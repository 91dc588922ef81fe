/** Keeps when each source was last polled and what is wrong with it, for `/status`, the log and the next poll. */
import type { UnreadableResult } from '../../domain/document.ts';
import type { Validators } from '../ports/fetch.ts';
import type { SourceStatus, Store } from '../ports/store.ts';

type SourceName = Pick<SourceStatus, 'id' | 'kind' | 'url'>;

export interface PolledSource extends SourceName {
  /** Absent before the first poll. */
  lastStatus?: SourceStatus;
}

export async function loadPolledSource(store: Store, { id, kind, url }: SourceName): Promise<PolledSource> {
  return { id, kind, url, lastStatus: await store.sources.get(id) };
}

/** The source asked not to be polled for a while (Retry-After), which is not over. */
export function isBackingOff({ lastStatus }: PolledSource, now: Date): boolean {
  return lastStatus?.notBefore !== undefined && now.toISOString() < lastStatus.notBefore;
}

/** "Not modified" is a useful answer only where the last response was good. */
export const usableValidators = ({ lastStatus }: PolledSource): Validators | undefined =>
  lastStatus?.problem === undefined ? lastStatus?.validators : undefined;

/** The source responded as it should, which ends its problem if it had one. */
export async function recordPollSuccess(
  store: Store,
  { lastStatus, ...source }: PolledSource,
  now: Date,
  validators = lastStatus?.validators,
): Promise<void> {
  const at = now.toISOString();
  await store.sources.put(source.id, { ...source, lastLook: at, lastGood: at, validators });
}

/**
 * The source could not be fetched or read: its last good state stays.
 * @returns the result of the poll.
 */
export async function recordPollFailure(
  store: Store,
  { lastStatus, ...source }: PolledSource,
  { code, detail, retryAfterSeconds }: { code: string; detail: string; retryAfterSeconds?: number },
  now: Date,
) {
  const at = now.toISOString();
  const same = lastStatus?.problem?.code === code ? lastStatus.problem : undefined;
  await store.sources.put(source.id, {
    ...source,
    lastLook: at,
    lastGood: lastStatus?.lastGood,
    validators: lastStatus?.validators,
    problem: { code, detail, since: same?.since ?? at, times: (same?.times ?? 0) + 1 },
    notBefore:
      retryAfterSeconds === undefined ? undefined : new Date(now.getTime() + retryAfterSeconds * 1000).toISOString(),
  });
  return { source: source.id, outcome: 'failed' as const, detail };
}

/** What the source sent is not the document, feed or file that was expected. */
export async function recordUnreadable(
  store: Store,
  source: PolledSource,
  { reason, detail }: UnreadableResult,
  now: Date,
) {
  await recordPollFailure(store, source, { code: reason, detail }, now);
  return { source: source.id, outcome: 'unreadable' as const, detail: `${reason}: ${detail}` };
}
