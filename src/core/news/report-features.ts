/** What a report of an event is known by, so that it can be held against others: whom it names, what happens, its rarer words, numbers and day. */
import type { Platform } from '../../domain/catalog.ts';
import type { NewsItem } from '../../domain/news.ts';
import { hashOf } from '../reader/clause-features.ts';
import { remember } from '../text/memoize.ts';
import { inView, type NewsInView } from './features.ts';
import { fold } from './phrase-search.ts';
import { SIGNAL_NAMES, type SignalName } from './term-hits.ts';

export interface Report {
  /** Days since 1970; absent where the item does not say. */
  day?: number;
  language: string;
  /** Ids of all that it names. */
  entities: ReadonlySet<string>;
  /** What its title, and what the whole, speaks of. */
  inTitle: ReadonlySet<SignalName>;
  concepts: ReadonlySet<SignalName>;
  /** Beginnings of words, and pairs of characters in scripts without spaces; how much each tells. */
  words: Telling;
  /** Words with a capital inside a sentence, as they are in every language. */
  names: Telling;
  numbers: ReadonlySet<string>;
  /** Four letters in a row of the title, by hash. */
  parts: ReadonlySet<number>;
}

/** Words, each with the square of its rarity, and the sum of those. */
export interface Telling {
  rarities: ReadonlyMap<string, number>;
  sum: number;
}

/** How much a word tells: the rarer the more. */
export type Rarity = (word: string) => number;

/** As many as all stories that may be open are compared by (`app/record/open-story-cache.ts`, `stories.ts`). */
const MOST_KEPT = 10_000;

/** Reads reports, and keeps the last ones: an item is held against many stories, and a story against many items. */
export function openReports(platforms: readonly Platform[], rarity: Rarity): (item: NewsItem) => Report {
  const kept = remember<Report>(MOST_KEPT);
  const ofItem = new WeakMap<NewsItem, Report>();
  return (item) => {
    const { language, title, summary, date, outlet, official, platform } = item;
    // Stories come from the store again and again as other objects; their items were read before.
    const report =
      ofItem.get(item) ??
      kept(JSON.stringify([language, title, summary, date, outlet, official, platform]), () =>
        reportOf(inView(item, platforms), rarity),
      );
    ofItem.set(item, report);
    return report;
  };
}

/** These stand in every report about AI and music and tell none from another. */
const EVERYWHERE: ReadonlySet<SignalName> = new Set<SignalName>([
  'ai',
  'machine',
  'music',
  'notAi',
  'changed',
  'otherTrade',
  'business',
  'hardlyMusic',
]);

export function reportOf(view: NewsInView, rarity: Rarity): Report {
  const { item, entities } = view;
  const time = item.date === undefined ? Number.NaN : Date.parse(item.date);
  const names = SIGNAL_NAMES.filter((name) => !EVERYWHERE.has(name));
  return {
    ...(Number.isNaN(time) ? {} : { day: Math.floor(time / 86_400_000) }),
    language: item.language.slice(0, 2).toLowerCase(),
    entities: new Set(entities.map(({ id }) => id)),
    inTitle: new Set(names.filter((name) => view.titleHas(name))),
    concepts: new Set(names.filter((name) => view.has(name))),
    words: telling(wordsIn(view), rarity),
    names: telling(namesIn(view), rarity),
    numbers: numbersIn(view),
    parts: partsIn(view),
  };
}

function telling(words: ReadonlySet<string>, rarity: Rarity): Telling {
  const rarities = new Map([...words].map((word) => [word, rarity(word) ** 2]));
  return { rarities, sum: [...rarities.values()].reduce((total, one) => total + one, 0) };
}

/** The same beginning makes kindred languages meet. */
const KINDRED_LETTERS = 6;

function wordsIn({ search, entities }: NewsInView): Set<string> {
  const known = new Set(entities.flatMap(({ written }) => written.flatMap((one) => fold(one).match(/\p{L}+/gu) ?? [])));
  const spaced = search.folded.match(/(?:\p{Script=Latin}|\p{Script=Cyrillic}|\p{Script=Greek}){4,30}/gu) ?? [];
  const runs = search.folded.match(/[\p{Script=Han}\p{Script=Katakana}\p{Script=Hangul}ー]{2,30}/gu) ?? [];
  return new Set([
    ...spaced.filter((word) => !known.has(word)).map((word) => word.slice(0, KINDRED_LETTERS)),
    ...runs.flatMap((run) => Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2))),
  ]);
}

function namesIn({ search }: NewsInView): Set<string> {
  const found = search.text.match(/(?<=[\p{Ll}\p{N},;:«„“"'’(] ?)\p{Lu}[\p{L}\p{N}]{2,30}/gu) ?? [];
  return new Set(found.map(fold));
}

/** Small numbers and years stand everywhere. */
function numbersIn({ search }: NewsInView): Set<string> {
  const found = search.text.match(/\d{1,3}(?:[.,\u00a0\u202f ]\d{3}){1,3}(?!\d)|\d{1,9}(?:[.,]\d{1,2})?/g) ?? [];
  const plain = found.map((number) => number.replace(/[.,\u00a0\u202f ](?=\d{3})/g, '').replace(',', '.'));
  return new Set(plain.filter((number) => Number(number) > 10 && !/^20[123]\d$/.test(number)));
}

const PART = 4;

function partsIn({ title }: NewsInView): Set<number> {
  const letters = title.folded.replace(/[^\p{L}\p{N}]+/gu, ' ').slice(0, 300);
  return new Set(
    Array.from({ length: Math.max(0, letters.length - PART + 1) }, (_, at) =>
      hashOf('p', letters.slice(at, at + PART)),
    ),
  );
}
