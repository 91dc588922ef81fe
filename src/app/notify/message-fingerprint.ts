/** What the messages of an alert say that can still change: where it does, they are edited. */
import type { Change } from '../../domain/document.ts';
import type { Story } from '../../domain/news.ts';
import { changeBehind, storiesOn } from '../ask/reported-changes.ts';
import type { Store } from '../ports/store.ts';

/** Outlets named under a story. */
export const SOURCES = 5;

/** Since when the change is taken back, and who reports it. */
export async function saysOfChange(store: Store, change: Change): Promise<string> {
  const stories = await storiesOn(store, change);
  return [change.takenBack ?? '', ...stories.map(({ id }) => id)].join(' ').trim();
}

/** How many outlets carry it, and which change it tells of. */
export async function saysOfStory(store: Store, story: Story): Promise<string> {
  const change = await changeBehind(store, story);
  return [String(Math.min(story.items.length, SOURCES)), ...(change ? [change.id] : [])].join(' ');
}
