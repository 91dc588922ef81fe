/** The picture of `/timeline`: the latest entries in words, what came before as marks, year by year. */
import type { EventKind, Platform } from '../../domain.ts';
import type { TimelineEntry } from '../ask/queries.ts';
import { dateWords } from '../words/dates.ts';
import type { Say } from '../words/say.ts';
import { capital, changeWords, documentWords } from '../words/wording.ts';
import { EVENT_MARKS, type EventMark, type TimelinePicture } from './picture.ts';
import { signalChangeWords } from './signal-blocks.ts';

/** With fewer entries there is no line to draw. */
const FEWEST = 3;
/** So many are told in words, all of them where there are no more. */
const MOST_ALL_TOLD = 5;
const TOLD = 4;
/** Years before these share one line. */
const YEAR_LINES = 3;
/** Marks that fit on two rows. */
const MARKS_A_LINE = 30;

/** @param entries oldest first. */
export function timelinePicture(
  platform: Platform,
  entries: readonly TimelineEntry[],
  say: Say,
): TimelinePicture | undefined {
  const points = entries.filter(isPoint).map((entry) => pointOf(entry, platform, say));
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined || points.length < FEWEST) return undefined;
  const told = points.length <= MOST_ALL_TOLD ? points.length : TOLD;
  const before = points.slice(0, -told);
  const latest = points.slice(-told);
  const title = say.text('timeline.title', { platform: platform.name });
  const subtitle = say.text('picture.timeline.subtitle', {
    years: yearSpan(first.year, last.year),
    count: points.length,
  });
  return {
    kind: 'timeline',
    name: 'timeline',
    title,
    subtitle,
    earlier: yearLines(before, say),
    latest,
    legend: EVENT_MARKS.filter((mark) => before.some((point) => point.mark === mark)).map((mark) => ({
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

/** A change that has nothing to do with AI is in the text for completeness; on the line it would only be in the way. */
const isPoint = (entry: TimelineEntry): boolean => entry.kind !== 'change' || entry.change.reading.change !== 'none';

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
} as const satisfies Record<EventKind, EventMark>;

/** One line a year; the oldest years together where there are many. */
function yearLines(points: readonly Point[], say: Say): TimelinePicture['earlier'] {
  const byYear = Map.groupBy(points, ({ year }) => year);
  const years = [...byYear.keys()];
  const shared = years.length > YEAR_LINES ? years.slice(0, 1 - YEAR_LINES) : [];
  const alone = years.slice(shared.length).map((year) => [year]);
  return (shared.length > 0 ? [shared, ...alone] : alone).map((together) => {
    const marks = together.flatMap((year) => byYear.get(year) ?? []).map(({ mark }) => mark);
    const left = marks.length - MARKS_A_LINE;
    return {
      years: yearSpan(together[0] ?? '', together.at(-1) ?? ''),
      marks: marks.slice(-MARKS_A_LINE),
      ...(left > 0 ? { more: say.text('picture.timeline.more', { count: left }) } : {}),
    };
  });
}

/** 2024, 2018–22, 1998–2004. */
function yearSpan(first: string, last: string): string {
  if (first === last) return first;
  return `${first}–${first.slice(0, 2) === last.slice(0, 2) ? last.slice(2) : last}`;
}
