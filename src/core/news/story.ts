/** A story as a value: how a report is added to it, and which of its reports new ones are compared with. */
import type { NewsClassification, NewsItem, Story } from '../../domain/news.ts';
import type { Instant } from '../../domain/vocabulary.ts';

/** Older stories take no more reports; similarity ends before (same-event.ts). */
export const STORY_OPEN_DAYS = 21;
/** The first reports say what a story is about; its last one dates it. */
const MAX_COMPARED_REPORTS = 4;
/** No event has half as many reports; later ones belong to the story without being kept. */
const MAX_ITEMS_PER_STORY = 100;

/** The reports that new ones are compared with. */
export function representativeItems({ items }: Story): readonly NewsItem[] {
  const last = items.at(-1);
  return last === undefined || items.length <= MAX_COMPARED_REPORTS
    ? items
    : [...items.slice(0, MAX_COMPARED_REPORTS), last];
}

/**
 * Adds a report to its story, or starts one with it.
 * @param at when the report came in.
 */
export function addToStory(
  existing: Story | undefined,
  id: string,
  item: NewsItem,
  { label, platforms, topics, kind, aboutTerms }: NewsClassification,
  at: Instant,
): Story {
  if (existing === undefined) {
    const storyLabel = label === 'alert' ? 'alert' : 'digest';
    return { id, platforms, topics, kind, label: storyLabel, aboutTerms, firstSeen: item.date ?? at, items: [item] };
  }
  const isSameReport = (other: NewsItem) =>
    other.link === item.link && other.title === item.title && other.outlet === item.outlet;
  if (existing.items.some(isSameReport)) return existing;
  return {
    ...existing,
    label: label === 'alert' ? 'alert' : existing.label,
    platforms: [...new Set([...existing.platforms, ...platforms])],
    topics: [...new Set([...existing.topics, ...topics])],
    aboutTerms: existing.aboutTerms || aboutTerms,
    items: existing.items.length < MAX_ITEMS_PER_STORY ? [...existing.items, item] : existing.items,
  };
}
