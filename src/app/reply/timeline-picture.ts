/** The picture of `/timeline`: the latest entries in words, earlier ones as marks, year by year. */
import type { Platform } from '../../domain/catalog.ts';
import { EVENT_MARKS, type EventMark, type TimelinePicture } from '../../domain/picture.ts';
import type { EventKind } from '../../domain/vocabulary.ts';
import { isAiRelated, type TimelineEntry, type YearSummary } from '../ask/timeline.ts';
import { formatDate } from '../words/format-date.ts';
import { capitalize, changeLabel, documentLabel } from '../words/labels.ts';
import type { Translator } from '../words/translator.ts';
import { signalChangeText } from './signal-blocks.ts';

/** Fewer make no timeline. */
const MIN_ENTRIES = 3;
/** Up to this many, all entries are in words; of more, only the latest. */
const MAX_ENTRIES_WITHOUT_MARKS = 5;
const LATEST_ENTRIES = 4;
/** Older years share one of the lines. */
const MAX_YEAR_LINES = 3;
/** They fit on two rows. */
export const MAX_MARKS_PER_LINE = 30;

/**
 * @param entries oldest first.
 * @param past the years before them, oldest first.
 * @returns undefined for fewer than three entries.
 */
export function timelinePicture(
  platform: Platform,
  entries: readonly TimelineEntry[],
  t: Translator,
  past: readonly YearSummary[] = [],
): TimelinePicture | undefined {
  const points = entries.filter(isAiRelated).map((entry) => toPoint(entry, platform, t));
  const count = past.reduce((sum, year) => sum + year.count, points.length);
  const last = points.at(-1);
  if (last === undefined || count < MIN_ENTRIES) return undefined;
  const latestCount = count <= MAX_ENTRIES_WITHOUT_MARKS ? count : LATEST_ENTRIES;
  const latest = points.slice(-latestCount);
  const earlier = yearLines(mergeYears(past, points.slice(0, -latestCount)), t);
  const title = t.text('timeline.title', { platform: platform.name });
  const subtitle = t.text('picture.timeline.subtitle', {
    years: yearSpan(past[0]?.year ?? points[0]?.year ?? last.year, last.year),
    count,
  });
  return {
    kind: 'timeline',
    name: 'timeline',
    title,
    subtitle,
    earlier,
    latest,
    legend: EVENT_MARKS.filter((mark) => earlier.some(({ marks }) => marks.includes(mark))).map((mark) => ({
      mark,
      words: t.text(`picture.mark.${mark}`),
    })),
    altText: [
      `${title}, ${subtitle}.`,
      ...latest.map(({ date, label, title: words }) => `${date}, ${label}: ${words}.`),
    ].join(' '),
  };
}

type Point = TimelinePicture['latest'][number];

function toPoint(entry: TimelineEntry, platform: Platform, t: Translator): Point {
  const when = { year: entry.date.slice(0, 4), date: formatDate(entry.date, t.language) };
  switch (entry.kind) {
    case 'event': {
      const { kind, title } = entry.event;
      return { ...when, mark: MARK_OF_KIND[kind], label: t.text(`event.${kind}`), title: t.local(title) };
    }
    case 'change': {
      const { change } = entry;
      const title = capitalize(changeLabel(change, t));
      return { ...when, mark: 'document', label: documentLabel(change.document, t), title };
    }
    case 'signal': {
      const { change } = entry;
      return {
        ...when,
        mark: 'document',
        label: change.kind,
        title: signalChangeText(change, platform.name, [], t),
      };
    }
    case 'story': {
      const { kind, items } = entry.story;
      return { ...when, mark: MARK_OF_KIND[kind], label: t.text(`event.${kind}`), title: items[0]?.title ?? '' };
    }
  }
}

const MARK_OF_KIND = {
  document: 'document',
  'terms-change': 'document',
  'policy-change': 'document',
  'official-statement': 'statement',
  'press-report': 'talk',
  lawsuit: 'law',
  regulation: 'law',
  deal: 'business',
  product: 'business',
  'community-reaction': 'talk',
  opinion: 'talk',
  other: 'talk',
} as const satisfies Record<EventKind | 'document', EventMark>;

interface Year {
  year: string;
  count: number;
  /** Of the last entries, oldest first. */
  marks: EventMark[];
}

/** The past years and the points that follow them. */
function mergeYears(past: readonly YearSummary[], points: readonly Point[]): Year[] {
  const years = new Map(
    past.map(({ year, count, last }): [string, Year] => [
      year,
      { year, count, marks: last.map((kind) => MARK_OF_KIND[kind]) },
    ]),
  );
  for (const { year, mark } of points) {
    const { count, marks } = years.get(year) ?? { count: 0, marks: [] };
    years.set(year, { year, count: count + 1, marks: [...marks, mark] });
  }
  return [...years.values()];
}

/** One line a year; where there are many, the oldest years share a line. */
function yearLines(years: readonly Year[], t: Translator): TimelinePicture['earlier'] {
  const shared = years.length > MAX_YEAR_LINES ? years.slice(0, 1 - MAX_YEAR_LINES) : [];
  const single = years.slice(shared.length).map((year) => [year]);
  return (shared.length > 0 ? [shared, ...single] : single).map((line) => {
    const marks = line.flatMap((year) => year.marks).slice(-MAX_MARKS_PER_LINE);
    const unmarked = line.reduce((sum, { count }) => sum + count, 0) - marks.length;
    return {
      years: yearSpan(line[0]?.year ?? '', line.at(-1)?.year ?? ''),
      marks,
      ...(unmarked > 0 ? { more: t.text('picture.timeline.more', { count: unmarked }) } : {}),
    };
  });
}

/** 2024, 2018–22, 1998–2004. */
function yearSpan(first: string, last: string): string {
  if (first === last) return first;
  return `${first}–${first.slice(0, 2) === last.slice(0, 2) ? last.slice(2) : last}`;
}
