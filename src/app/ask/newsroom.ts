/** Whether a platform's own newsroom mentioned AI around the time its documents changed. */
import { addDays } from '../../core/instants.ts';
import type { Change } from '../../domain/document.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import { platformById, type ReadModel } from './read-model.ts';

/** A statement further from a change than this is unrelated to it. */
const NEWSROOM_WINDOW_DAYS = 7;

/** A silent newsroom may have mentioned AI before the window. */
export type NewsroomActivity = { status: 'said' } | { status: 'silent'; lastStatementAt?: Instant };

/** @returns undefined when silence cannot be established: the window is still open, or no official feed was monitored. */
export async function findNewsroomActivity(
  readModel: ReadModel,
  change: Change,
  now: Date,
): Promise<NewsroomActivity | undefined> {
  const { newsrooms } = readModel.store;
  const { platform, firstSeenNew } = change;
  const since = addDays(firstSeenNew, -NEWSROOM_WINDOW_DAYS);
  const lastInstant = addDays(firstSeenNew, NEWSROOM_WINDOW_DAYS);
  const before = new Date(Date.parse(lastInstant) + 1).toISOString();
  if ((await newsrooms.count({ platform, since, before })) > 0) return { status: 'said' };
  if (now.getTime() <= Date.parse(lastInstant)) return undefined;
  if (!(await isNewsroomMonitored(readModel, change))) return undefined;
  const [last] = await newsrooms.occurrences({ platform, before: firstSeenNew, limit: 1 });
  return { status: 'silent', lastStatementAt: last?.date };
}

/** An official feed was read after the change. */
async function isNewsroomMonitored({ catalog, store }: ReadModel, change: Change): Promise<boolean> {
  const feeds = platformById(catalog, change.platform)?.feeds.filter(({ official }) => official) ?? [];
  const statuses = await Promise.all(feeds.map(({ url }) => store.sources.get(url)));
  return statuses.some((status) => status?.lastGood !== undefined && status.lastGood > change.firstSeenNew);
}
