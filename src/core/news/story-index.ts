/** Finds the story that an item reports: one event, however many outlets and languages carry it. */
import type { NewsItem, Story } from '../../domain/news.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import { sha256 } from '../text/sha256.ts';
import type { AnalyseNews } from './news-analysis.ts';
import { createReportExtractor, type ReportFeatures } from './report-features.ts';
import { createIdf, describeOverlap, type SameEventModel, storyLogOdds } from './same-event.ts';
import { representativeItems } from './story.ts';

/** Words at least this rare lead to a story; commoner ones are in hundreds. */
const MIN_KEY_IDF = 5;

/** The stories that a new item may join. */
export interface StoryIndex {
  /**
   * The most similar story, and why; or else a new one, its id derived from the item.
   * @param at when the item came in; dates an undated one.
   */
  findStory(item: NewsItem, at: Instant): { id: string; joinReason?: string };
  upsert(story: Story): void;
  get(id: string): Story | undefined;
  remove(id: string): void;
}

export type CreateStoryIndex = (stories: readonly Story[]) => StoryIndex;

/** The indexes share a cache of report features. */
export function storyIndexFactory(analyse: AnalyseNews, model: SameEventModel): CreateStoryIndex {
  const extractReport = createReportExtractor(analyse, createIdf(model));
  const reportsOf = (story: Story) =>
    representativeItems(story).map((item) => extractReport(withDate(item, story.firstSeen)));

  return (stories) => {
    const open = new Map<string, { story: Story; reports: ReportFeatures[] }>();
    const storyIdsByKey = new Map<string, Set<string>>();

    function upsert(story: Story): void {
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

    for (const story of stories) upsert(story);
    return {
      upsert,
      remove,
      get: (id) => open.get(id)?.story,
      findStory(item, at) {
        const report = extractReport(withDate(item, at));
        const candidates = new Set(indexKeysOf(report).flatMap((key) => [...(storyIdsByKey.get(key) ?? [])]));
        let best: { id: string; logOdds: number; reports: readonly ReportFeatures[] } | undefined;
        for (const id of candidates) {
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

/** What a story is found by: the entities it names, and its rare words. */
export const indexKeysOf = ({ entities, stems }: ReportFeatures): string[] => [
  ...[...entities].map((id) => `@${id}`),
  ...[...stems.squaredIdf].flatMap(([word, squaredIdf]) => (squaredIdf >= MIN_KEY_IDF ** 2 ? [word] : [])),
];

const newStoryId = ({ title, date, outlet, link }: NewsItem): string =>
  sha256(JSON.stringify([title, date, outlet, link])).slice(0, 32);
