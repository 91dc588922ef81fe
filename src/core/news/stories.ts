/** Which story an item tells: one event, however many outlets and languages carry it. */
import { createHash } from 'node:crypto';
import type { Instant, NewsItem, NewsReading, Platform, Story } from '../../domain.ts';
import { openReports, type Report } from './report.ts';
import { likenessOf, rarityOf, type SameEventModel } from './same-event.ts';

/** So long an item may still join a story. */
export const OPEN_FOR_DAYS = 21;
/** The first reports of a story say what it is about; its last one dates it. */
export const MOST_COMPARED = 12;
/** A word is a clue to a story where this much is told by it; more common ones stand in hundreds. */
const RARE = 5;

/** The stories that a new item may join. */
export interface OpenStories {
  /** The story that is most like an item, if one is like enough; else a new one, whose id is derived from the item. */
  storyOf(item: NewsItem): string;
  /** It was told so. */
  keep(story: Story): void;
  get(id: string): Story | undefined;
  drop(id: string): void;
  all(): Iterable<Story>;
}

export type OpenStoriesWith = (stories: readonly Story[]) => OpenStories;

/** @returns opens stories; reports that were read before are kept. */
export function storyTeller(platforms: readonly Platform[], model: SameEventModel): OpenStoriesWith {
  const rarity = rarityOf(model);
  const read = openReports(platforms, rarity);

  return (stories) => {
    const open = new Map<string, Story>();
    /** Which stories name somebody, or hold a rare word. */
    const holding = new Map<string, Set<string>>();
    const indexed = new Map<string, number>();

    function keep(story: Story): void {
      open.set(story.id, story);
      for (const item of story.items.slice(indexed.get(story.id) ?? 0)) {
        for (const clue of cluesOf(read(item))) {
          const held = holding.get(clue) ?? new Set();
          holding.set(clue, held.add(story.id));
        }
      }
      indexed.set(story.id, story.items.length);
    }

    for (const story of stories) keep(story);
    return {
      keep,
      get: (id) => open.get(id),
      drop: (id) => open.delete(id),
      all: () => open.values(),
      storyOf(item) {
        const report = read(item);
        let best: { id: string; likeness: number } | undefined;
        for (const id of new Set(cluesOf(report).flatMap((clue) => [...(holding.get(clue) ?? [])]))) {
          const story = open.get(id);
          if (story === undefined) continue;
          const likeness = likenessOf(report, comparedOf(story).map(read), model);
          if (likeness >= model.bound && (best === undefined || likeness > best.likeness)) best = { id, likeness };
        }
        return best?.id ?? newStoryId(item);
      },
    };
  };
}

const cluesOf = ({ entities, words }: Report): string[] => [
  ...[...entities].map((id) => `@${id}`),
  ...[...words.rarities].flatMap(([word, rarity]) => (rarity >= RARE ** 2 ? [word] : [])),
];

function comparedOf({ items }: Story): readonly NewsItem[] {
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
  { label, platforms, topics, kind }: NewsReading,
  at: Instant,
): Story {
  if (known === undefined) {
    const firstSeen = item.date ?? at;
    return { id, platforms, topics, kind, label: label === 'alert' ? 'alert' : 'digest', firstSeen, items: [item] };
  }
  if (known.items.some((one) => one.link === item.link && one.title === item.title)) return known;
  return {
    ...known,
    label: label === 'alert' ? 'alert' : known.label,
    platforms: [...new Set([...known.platforms, ...platforms])],
    topics: [...new Set([...known.topics, ...topics])],
    items: known.items.length < MOST_REPORTS ? [...known.items, item] : known.items,
  };
}

function newStoryId({ title, date, outlet, link }: NewsItem): string {
  return createHash('sha256')
    .update(JSON.stringify([title, date, outlet, link]))
    .digest('hex')
    .slice(0, 32);
}
