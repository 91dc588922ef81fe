/** Which story an item tells: one event, however many outlets and languages carry it. */
import { createHash } from 'node:crypto';
import type { Platform } from '../../domain/catalog.ts';
import type { NewsItem, NewsReading, Story } from '../../domain/news.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import { openReports, type Report } from './report-features.ts';
import { inCommon, likenessOf, rarityOf, type SameEventModel } from './same-event.ts';

/** Older stories are told no more; likeness fades before (`same-event.ts`). */
export const OPEN_FOR_DAYS = 21;
/** The first reports of a story say what it is about; its last one dates it. */
const MOST_COMPARED = 4;
/** A word with so much to tell is a clue to a story; more common ones stand in hundreds. */
const RARE = 5;

/** The stories that a new item may join. */
export interface StoryIndex {
  /**
   * The story that is most like an item, if one is like enough, and why; else a new one, whose id is derived from the item.
   * @param at when the item came in: an undated one is dated so.
   */
  storyOf(item: NewsItem, at: Instant): { id: string; joinedBy?: string };
  /** It was told so. */
  keep(story: Story): void;
  get(id: string): Story | undefined;
  drop(id: string): void;
}

export type IndexStories = (stories: readonly Story[]) => StoryIndex;

/** @returns what indexes stories; reports that were read before are kept. */
export function storyIndexer(platforms: readonly Platform[], model: SameEventModel): IndexStories {
  const read = openReports(platforms, rarityOf(model));
  const reportsOf = (story: Story) => comparedOf(story).map((item) => read(dated(item, story.firstSeen)));

  return (stories) => {
    const open = new Map<string, { story: Story; reports: Report[] }>();
    /** Which stories name somebody, or hold a rare word. */
    const holding = new Map<string, Set<string>>();

    function keep(story: Story): void {
      drop(story.id);
      const reports = reportsOf(story);
      open.set(story.id, { story, reports });
      for (const clue of reports.flatMap(cluesOf)) {
        const held = holding.get(clue) ?? new Set();
        holding.set(clue, held.add(story.id));
      }
    }

    function drop(id: string): void {
      for (const clue of open.get(id)?.reports.flatMap(cluesOf) ?? []) holding.get(clue)?.delete(id);
      open.delete(id);
    }

    for (const story of stories) keep(story);
    return {
      keep,
      drop,
      get: (id) => open.get(id)?.story,
      storyOf(item, at) {
        const report = read(dated(item, at));
        let best: { id: string; likeness: number; reports: readonly Report[] } | undefined;
        for (const id of new Set(cluesOf(report).flatMap((clue) => [...(holding.get(clue) ?? [])]))) {
          const { reports = [] } = open.get(id) ?? {};
          const likeness = likenessOf(report, reports, model);
          if (likeness >= model.bound && (best === undefined || likeness > best.likeness))
            best = { id, likeness, reports };
        }
        if (best === undefined) return { id: newStoryId(item) };
        const { id, reports } = best;
        const [nearest] = reports.toSorted((a, b) => likenessOf(report, [b], model) - likenessOf(report, [a], model));
        return { id, ...(nearest && { joinedBy: inCommon(report, nearest) }) };
      },
    };
  };
}

const dated = (item: NewsItem, at: Instant): NewsItem => (item.date === undefined ? { ...item, date: at } : item);

/** By what a story is found: whom it names, and its rarer words. */
export const cluesOf = ({ entities, words }: Report): string[] => [
  ...[...entities].map((id) => `@${id}`),
  ...[...words.rarities].flatMap(([word, rarity]) => (rarity >= RARE ** 2 ? [word] : [])),
];

/** The reports that a new one is held against. */
export function comparedOf({ items }: Story): readonly NewsItem[] {
  const last = items.at(-1);
  return last === undefined || items.length <= MOST_COMPARED ? items : [...items.slice(0, MOST_COMPARED), last];
}

/** No event is carried by half as many outlets; later reports belong to the story, and are not kept with it. */
const MOST_REPORTS = 100;

/**
 * The story with one more report in it; of an event not told before, a new one.
 * @param at when the report came in.
 */
export function storyWith(
  known: Story | undefined,
  id: string,
  item: NewsItem,
  { label, platforms, topics, kind, aboutTerms }: NewsReading,
  at: Instant,
): Story {
  if (known === undefined) {
    const firstSeen = item.date ?? at;
    const told = label === 'alert' ? 'alert' : 'digest';
    return { id, platforms, topics, kind, label: told, aboutTerms, firstSeen, items: [item] };
  }
  if (known.items.some((one) => one.link === item.link && one.title === item.title && one.outlet === item.outlet))
    return known;
  return {
    ...known,
    label: label === 'alert' ? 'alert' : known.label,
    platforms: [...new Set([...known.platforms, ...platforms])],
    topics: [...new Set([...known.topics, ...topics])],
    aboutTerms: known.aboutTerms || aboutTerms,
    items: known.items.length < MOST_REPORTS ? [...known.items, item] : known.items,
  };
}

function newStoryId({ title, date, outlet, link }: NewsItem): string {
  return createHash('sha256')
    .update(JSON.stringify([title, date, outlet, link]))
    .digest('hex')
    .slice(0, 32);
}
