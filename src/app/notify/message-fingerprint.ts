/** What the messages of an alert say that can still change: where it does, they are edited. */
import type { Change } from '../../domain/document.ts';
import type { Story } from '../../domain/news.ts';
import { findReportedChange, findStoriesReporting } from '../ask/reported-changes.ts';
import type { Store } from '../ports/store.ts';

/** Outlets named under a story. */
export const MAX_OUTLETS_LISTED = 5;

/** Since when the change is taken back, and who reports it. */
export async function changeFingerprint(store: Store, change: Change): Promise<string> {
  const stories = await findStoriesReporting(store, change);
  return [change.takenBack ?? '', ...stories.map(({ id }) => id)].join(' ').trim();
}

/** How many outlets carry it, and which change it tells of. */
export async function storyFingerprint(store: Store, story: Story): Promise<string> {
  const change = await findReportedChange(store, story);
  return [String(Math.min(story.items.length, MAX_OUTLETS_LISTED)), ...(change ? [change.id] : [])].join(' ');
}
