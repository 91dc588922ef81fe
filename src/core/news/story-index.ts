/** Which story an item tells: one event, however many outlets and languages carry it. */
import { createHash } from 'node:crypto';
import type { Platform } from '../../domain/catalog.ts';
import type { NewsClassification, NewsItem, Story } from '../../domain/news.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import { createReportExtractor, type ReportFeatures } from './report-features.ts';
import { createIdf, describeOverlap, type SameEventModel, storyLogOdds } from './same-event.ts';

/** Older stories are told no more; likeness fades before (`same-event.ts`). */
export const STORY_OPEN_DAYS = 21;
/** The first reports of a story say what it is about; its last one dates it. */
const MAX_COMPARED_REPORTS = 4;
/** A word with so much to tell is a clue to a story; more common ones stand in hundreds. */
const MIN_KEY_IDF = 5;

/** The stories that a new item may join. */
export interface StoryIndex {
  /**
   * The story that is most like an item, if one is like enough, and why; else a new one, whose id is derived from the item.
   * @param at when the item came in: an undated one is dated so.
   */
  findStory(item: NewsItem, at: Instant): { id: string; joinReason?: string };
  /** It was told so. */
  upsert(story: Story): void;
  get(id: string): Story | undefined;
  remove(id: string): void;
}

export type CreateStoryIndex = (stories: readonly Story[]) => StoryIndex;

/** @returns what indexes stories; reports that were read before are kept. */
export function storyIndexFactory(platforms: readonly Platform[], model: SameEventModel): CreateStoryIndex {
  const read = createReportExtractor(platforms, createIdf(model));
  const reportsOf = (story: Story) => representativeItems(story).map((item) => read(withDate(item, story.firstSeen)));

  return (stories) => {
    const open = new Map<string, { story: Story; reports: ReportFeatures[] }>();
    /** Which stories name somebody, or hold a rare word. */
    const storyIdsByKey = new Map<string, Set<string>>();

    function keep(story: Story): void {
      remove(story.id);
      const reports = reportsOf(story);
      open.set(story.id, { story, reports });
      for (const key of reports.flatMap(indexKeysOf)) {
        const ids = storyIdsByKey.get(key) ?? new Set();
        storyIdsByKey.set(key, ids.add(story.id));
      }
    }

    function remove(id: string): void {
      for (const key of open.get(id)?.reports.flatMap(indexKeysOf) ?? []) storyIdsByKey.get(key)?.delete(id);
      open.delete(id);
    }

    for (const story of stories) keep(story);
    return {
      upsert: keep,
      remove,
      get: (id) => open.get(id)?.story,
      findStory(item, at) {
        const report = read(withDate(item, at));
        let best: { id: string; logOdds: number; reports: readonly ReportFeatures[] } | undefined;
        for (const id of new Set(indexKeysOf(report).flatMap((clue) => [...(storyIdsByKey.get(clue) ?? [])]))) {
          const { reports = [] } = open.get(id) ?? {};
          const logOdds = storyLogOdds(report, reports, model);
          if (logOdds >= model.bound && (best === undefined || logOdds > best.logOdds)) best = { id, logOdds, reports };
        }
        if (best === undefined) return { id: newStoryId(item) };
        const { id, reports } = best;
        const [nearest] = reports.toSorted(
          (a, b) => storyLogOdds(report, [b], model) - storyLogOdds(report, [a], model),
        );
        return { id, ...(nearest && { joinReason: describeOverlap(report, nearest) }) };
      },
    };
  };
}

const withDate = (item: NewsItem, at: Instant): NewsItem => (item.date === undefined ? { ...item, date: at } : item);

/** By what a story is found: whom it names, and its rarer words. */
export const indexKeysOf = ({ entities, stems: words }: ReportFeatures): string[] => [
  ...[...entities].map((id) => `@${id}`),
  ...[...words.squaredIdf].flatMap(([word, rarity]) => (rarity >= MIN_KEY_IDF ** 2 ? [word] : [])),
];

/** The reports that a new one is held against. */
export function representativeItems({ items }: Story): readonly NewsItem[] {
  const last = items.at(-1);
  return last === undefined || items.length <= MAX_COMPARED_REPORTS
    ? items
    : [...items.slice(0, MAX_COMPARED_REPORTS), last];
}

/** No event is carried by half as many outlets; later reports belong to the story, and are not kept with it. */
const MAX_ITEMS_PER_STORY = 100;

/**
 * The story with one more report in it; of an event not told before, a new one.
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
    const firstSeen = item.date ?? at;
    const told = label === 'alert' ? 'alert' : 'digest';
    return { id, platforms, topics, kind, label: told, aboutTerms, firstSeen, items: [item] };
  }
  if (existing.items.some((one) => one.link === item.link && one.title === item.title && one.outlet === item.outlet))
    return existing;
  return {
    ...existing,
    label: label === 'alert' ? 'alert' : existing.label,
    platforms: [...new Set([...existing.platforms, ...platforms])],
    topics: [...new Set([...existing.topics, ...topics])],
    aboutTerms: existing.aboutTerms || aboutTerms,
    items: existing.items.length < MAX_ITEMS_PER_STORY ? [...existing.items, item] : existing.items,
  };
}

function newStoryId({ title, date, outlet, link }: NewsItem): string {
  return createHash('sha256')
    .update(JSON.stringify([title, date, outlet, link]))
    .digest('hex')
    .slice(0, 32);
}
