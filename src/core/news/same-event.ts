/**
 * How much two reports look like reports of one event, whatever their languages. Word lists make languages comparable: where one
 * says „verklagt“ and the other “sues”, both hold the same signal. Names, numbers and kindred long words do the rest.
 */
import type { EventKind, NewsItem, NewsReading, Story } from '../../domain.ts';
import { fold } from './phrases.ts';
import { SIGNAL_NAMES, type SignalName, type Signals, signalsOf } from './signals.ts';

/** At this much alikeness two reports are of one event. */
export const SAME_EVENT = 0.89;

/** After so many days the same words tell of another event. */
const FADES_AFTER_DAYS = 10;

/** What one thing in common counts. */
const WEIGHTS = {
  platforms: 0.45,
  otherPlatforms: -0.2,
  noPlatforms: 0.15,
  signals: 0.75,
  names: 0.22,
  numbers: 0.3,
  words: 0.06,
  kind: 0.1,
  otherSort: -0.2,
  answer: -0.12,
  day: -0.08,
};
/** More of a sort in common prove no more. */
const MOST = { names: 3, numbers: 2, words: 6 };

/** The first reports of a story say what it is about; its last one dates it. */
export const MOST_COMPARED = 12;

export function alikeness(item: NewsItem, reading: NewsReading, story: Story): number {
  const days = (daysApart(item.date, story.items[0]?.date) + daysApart(item.date, story.items.at(-1)?.date)) / 2;
  if (days > FADES_AFTER_DAYS || isOpinion(reading.kind) !== isOpinion(story.kind)) return 0;
  if (apart(reading.platforms, story.platforms)) return 0;
  const report = reportOf(item);
  const others = story.items.slice(0, MOST_COMPARED).map((one) => inCommon(report, reportOf(one)));
  const best = Math.max(...others);
  const mean = others.reduce((sum, one) => sum + one, 0) / others.length;
  return (
    (best + mean) / 2 +
    platformsAlike(reading.platforms, story.platforms) +
    kindsAlike(reading.kind, story.kind) +
    WEIGHTS.day * days
  );
}

function inCommon(a: Report, b: Report): number {
  const shared = (of: 'names' | 'numbers' | 'words') =>
    Math.min([...a[of]].filter((one) => b[of].has(one)).length, MOST[of]) * WEIGHTS[of];
  return WEIGHTS.signals * alike(a.signals, b.signals) + shared('names') + shared('numbers') + shared('words');
}

/** Opinions are their own stories, whatever they are about. */
const isOpinion = (kind: string): boolean => kind === 'opinion';

const apart = (a: readonly string[], b: readonly string[]): boolean =>
  a.length > 0 && b.length > 0 && !a.some((one) => b.includes(one));

// ---- what a report is known by ------------------------------------------------------------------

interface Report {
  signals: ReadonlySet<SignalName>;
  /** Words with a capital inside a sentence, as they are in every language. */
  names: ReadonlySet<string>;
  numbers: ReadonlySet<string>;
  /** Long words, cut short so that kindred languages meet. */
  words: ReadonlySet<string>;
}

/** An item is compared with many stories, and a story with many items. */
const ofItem = new WeakMap<NewsItem, Report>();

function reportOf(item: NewsItem): Report {
  const known = ofItem.get(item);
  if (known !== undefined) return known;
  const report = readReport(item);
  ofItem.set(item, report);
  return report;
}

/** Stories come from the store again and again; their items were read before. */
const reports = new Map<string, Report>();
/** More than the reports of all stories that may be open. */
const MOST_REPORTS_KEPT = 5000;

function readReport(item: NewsItem): Report {
  const key = JSON.stringify([item.language, item.title, item.summary]);
  const known = reports.get(key);
  if (known !== undefined) return known;
  const signals = signalsOf(item);
  const report = {
    signals: toldBy(signals),
    names: namesIn(signals),
    numbers: numbersIn(signals),
    words: wordsIn(signals),
  };
  if (reports.size >= MOST_REPORTS_KEPT) reports.clear();
  reports.set(key, report);
  return report;
}

/** These stand in every report about AI and music and tell none from another. */
const EVERYWHERE = new Set<SignalName>([
  'ai',
  'machine',
  'music',
  'notAi',
  'changed',
  'otherTrade',
  'business',
  'hardlyMusic',
]);

const toldBy = ({ has }: Signals): Set<SignalName> =>
  new Set(SIGNAL_NAMES.filter((name) => !EVERYWHERE.has(name) && has(name)));

const NAME_LISTS = ['major', 'rightsBody', 'musicAi', 'musicTracer', 'machineAct', 'aiCompany'] as const;

function namesIn({ search, words }: Signals): Set<string> {
  const known = new Set(NAME_LISTS.flatMap(words).map(fold));
  const found = search.text.match(/(?<=[\p{Ll}\p{N},;:«„“"'’(] ?)\p{Lu}[\p{L}\p{N}]{2,30}/gu) ?? [];
  return new Set([...known, ...found.map(fold)]);
}

/** Small numbers and years stand everywhere. */
function numbersIn({ search }: Signals): Set<string> {
  const found = search.text.match(/\d{1,3}(?:[.,\u00a0\u202f ]\d{3}){1,3}(?!\d)|\d{1,9}(?:[.,]\d{1,2})?/g) ?? [];
  const plain = found.map((number) => number.replace(/[.,\u00a0\u202f ](?=\d{3})/g, '').replace(',', '.'));
  return new Set(plain.filter((number) => Number(number) > 10 && !/^20[123]\d$/.test(number)));
}

const LONG = 6;
const KINDRED_LETTERS = 5;

function wordsIn({ search }: Signals): Set<string> {
  const found = search.folded.match(/\p{Script=Latin}{6,30}/gu) ?? [];
  return new Set(found.filter((word) => word.length >= LONG).map((word) => word.slice(0, KINDRED_LETTERS)));
}

// ---- measures -----------------------------------------------------------------------------------

/** Kinds that outlets take for one another when they report one event. */
const SORTS: readonly (readonly EventKind[])[] = [
  ['terms-change', 'policy-change', 'press-report', 'product'],
  ['press-report', 'community-reaction', 'other'],
];

function kindsAlike(a: EventKind, b: EventKind): number {
  if (a === b) return WEIGHTS.kind;
  if (a === 'official-statement' || b === 'official-statement') return WEIGHTS.answer;
  return SORTS.some((sort) => sort.includes(a) && sort.includes(b)) ? 0 : WEIGHTS.otherSort;
}

/** A platform that only one of them names speaks against one event. */
function platformsAlike(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 && b.length === 0) return WEIGHTS.noPlatforms;
  const shared = overlap(a, b);
  return WEIGHTS.platforms * shared + WEIGHTS.otherPlatforms * (1 - shared);
}

/** Of all that either names, the part that both name. */
function overlap(a: readonly string[], b: readonly string[]): number {
  const both = a.filter((one) => b.includes(one)).length;
  const all = new Set([...a, ...b]).size;
  return all === 0 ? 0 : both / all;
}

function alike(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const both = [...a].filter((one) => b.has(one)).length;
  return a.size === 0 || b.size === 0 ? 0 : both / Math.sqrt(a.size * b.size);
}

function daysApart(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return 0;
  return Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000;
}
