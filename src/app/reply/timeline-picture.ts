/** The picture of `/timeline`: the latest entries in words, what came before as marks, year by year. */
import type { Platform } from '../../domain/catalog.ts';
import type { EventKind } from '../../domain/vocabulary.ts';
import { isAboutAi, type PastYear, type TimelineEntry } from '../ask/timeline.ts';
import { dateWords } from '../words/format-date.ts';
import type { Say } from '../words/translator.ts';
import { capital, changeWords, documentWords } from '../words/labels.ts';
import { EVENT_MARKS, type EventMark, type TimelinePicture } from '../../domain/picture.ts';
import { signalChangeWords } from './signal-blocks.ts';

/** With fewer entries there is no line to draw. */
const FEWEST = 3;
/** So many are told in words, all of them where there are no more. */
const MOST_ALL_TOLD = 5;
const TOLD = 4;
/** Years before these share one line. */
const YEAR_LINES = 3;
/** Marks that fit on two rows. */
export const MARKS_A_LINE = 30;

/**
 * @param entries oldest first.
 * @param past the years before them, oldest first.
 */
export function timelinePicture(
  platform: Platform,
  entries: readonly TimelineEntry[],
  say: Say,
  past: readonly PastYear[] = [],
): TimelinePicture | undefined {
  const points = entries.filter(isAboutAi).map((entry) => pointOf(entry, platform, say));
  const count = past.reduce((sum, year) => sum + year.count, points.length);
  const last = points.at(-1);
  if (last === undefined || count < FEWEST) return undefined;
  const told = count <= MOST_ALL_TOLD ? count : TOLD;
  const latest = points.slice(-told);
  const earlier = yearLines(together(past, points.slice(0, -told)), say);
  const title = say.text('timeline.title', { platform: platform.name });
  const subtitle = say.text('picture.timeline.subtitle', {
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
      words: say.text(`picture.mark.${mark}`),
    })),
    alternative: [
      `${title}, ${subtitle}.`,
      ...latest.map(({ date, label, title: words }) => `${date}, ${label}: ${words}.`),
    ].join(' '),
  };
}

type Point = TimelinePicture['latest'][number];

function pointOf(entry: TimelineEntry, platform: Platform, say: Say): Point {
  const when = { year: entry.date.slice(0, 4), date: dateWords(entry.date, say.language) };
  switch (entry.kind) {
    case 'event': {
      const { kind, title } = entry.event;
      return { ...when, mark: MARKS[kind], label: say.text(`event.${kind}`), title: say.local(title) };
    }
    case 'change': {
      const { change } = entry;
      const title = capital(changeWords(change, say));
      return { ...when, mark: 'document', label: documentWords(change.document, say), title };
    }
    case 'signal': {
      const { change } = entry;
      return {
        ...when,
        mark: 'document',
        label: change.kind,
        title: signalChangeWords(change, platform.name, [], say),
      };
    }
    case 'story': {
      const { kind, items } = entry.story;
      return { ...when, mark: MARKS[kind], label: say.text(`event.${kind}`), title: items[0]?.title ?? '' };
    }
  }
}

const MARKS = {
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
  /** The last of them, oldest first. */
  marks: EventMark[];
}

/** The past and the points that follow it, year by year. */
function together(past: readonly PastYear[], points: readonly Point[]): Year[] {
  const years = new Map(
    past.map(({ year, count, last }): [string, Year] => [year, { year, count, marks: last.map((one) => MARKS[one]) }]),
  );
  for (const { year, mark } of points) {
    const known = years.get(year) ?? { year, count: 0, marks: [] };
    years.set(year, { year, count: known.count + 1, marks: [...known.marks, mark] });
  }
  return [...years.values()];
}

/** One line a year; the oldest years together where there are many. */
function yearLines(years: readonly Year[], say: Say): TimelinePicture['earlier'] {
  const shared = years.length > YEAR_LINES ? years.slice(0, 1 - YEAR_LINES) : [];
  const alone = years.slice(shared.length).map((year) => [year]);
  return (shared.length > 0 ? [shared, ...alone] : alone).map((line) => {
    const marks = line.flatMap((year) => year.marks).slice(-MARKS_A_LINE);
    const left = line.reduce((sum, { count }) => sum + count, 0) - marks.length;
    return {
      years: yearSpan(line[0]?.year ?? '', line.at(-1)?.year ?? ''),
      marks,
      ...(left > 0 ? { more: say.text('picture.timeline.more', { count: left }) } : {}),
    };
  });
}

/** 2024, 2018–22, 1998–2004. */
function yearSpan(first: string, last: string): string {
  if (first === last) return first;
  return `${first}–${first.slice(0, 2) === last.slice(0, 2) ? last.slice(2) : last}`;
}
