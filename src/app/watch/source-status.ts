/** Keeps, for each document and feed, when it was last looked at and what is wrong with it, for `/status` and the log. */
import type { UnreadableSource } from '../ports/analyser.ts';
import type { SourceStatus, Store } from '../ports/store.ts';

type Source = Pick<SourceStatus, 'id' | 'kind' | 'url'>;
type Problem = { code: string; detail: string; retryAfterSeconds?: number };

/** The source answered as it should: its problem, if it had one, is over. */
export async function recordPollSuccess(
  store: Store,
  source: Source,
  now: Date,
  validators?: SourceStatus['validators'],
): Promise<void> {
  const before = await store.sources.get(source.id);
  const at = now.toISOString();
  await store.sources.put(source.id, {
    ...source,
    lastLook: at,
    lastGood: at,
    validators: validators ?? before?.validators,
  });
}

/** The source did not: the problem is kept with when it began, and the last good state stands. */
export async function recordPollFailure(store: Store, source: Source, problem: Problem, now: Date): Promise<void> {
  const before = await store.sources.get(source.id);
  const at = now.toISOString();
  const same = before?.problem?.code === problem.code ? before.problem : undefined;
  await store.sources.put(source.id, {
    ...source,
    lastLook: at,
    lastGood: before?.lastGood,
    validators: before?.validators,
    problem: {
      code: problem.code,
      detail: problem.detail,
      since: same?.since ?? at,
      times: (same?.times ?? 0) + 1,
    },
    notBefore:
      problem.retryAfterSeconds === undefined
        ? undefined
        : new Date(now.getTime() + problem.retryAfterSeconds * 1000).toISOString(),
  });
}

/** What the source sent cannot be read. @returns what the look came to. */
export async function recordUnreadable(store: Store, source: Source, { reason, detail }: UnreadableSource, now: Date) {
  await recordPollFailure(store, source, { code: reason, detail }, now);
  return { source: source.id, outcome: 'unreadable' as const, detail: `${reason}: ${detail}` };
}

/** The source asked to be left alone for a while (Retry-After), and that while is not over. */
export async function isBackingOff(store: Store, id: string, now: Date): Promise<boolean> {
  const notBefore = (await store.sources.get(id))?.notBefore;
  return notBefore !== undefined && now.toISOString() < notBefore;
}
