/** Makes of what was written what the program works with: every default filled in, every short form written out. */
import type {
  AiCrawler,
  Declaration,
  Feed,
  PageDeclaration,
  Platform,
  RangeSelector,
  RegulationEvent,
  Selector,
  WatchedDocument,
} from '../../domain/catalog.ts';
import type { CalendarDate } from '../../domain/vocabulary.ts';
import type { CrawlerInput, DeclarationInput, FeedInput, PlatformInput, RegulationEventInput } from './schema.ts';

const DEFAULT_LANGUAGE = 'en';

/** A platform; its events come out oldest first. */
export function platformFrom(written: PlatformInput): Platform {
  const { id, researched, events = [], optOut } = written;
  return {
    id,
    name: written.name,
    aliases: written.aliases ?? [],
    kind: written.kind,
    homepage: written.homepage,
    documents: Object.entries(written.documents ?? {}).map(([type, one]) => documentFrom(id, type, one)),
    feeds: (written.feeds ?? []).map((feed) => ({ ...feedFrom(feed), platform: id, official: feed.official ?? true })),
    events: events.map((event) => ({ ...event, effect: event.effect ?? '' })).sort(oldestFirst),
    researched: { ...researched, notes: researched.notes ?? {}, sources: researched.sources ?? [] },
    tools: written.tools ?? [],
    ...(optOut && { optOut }),
    ...(written.signals && { signals: written.signals }),
  };
}

/** A feed of no platform: press, rights organisations, regulators. */
export function feedFrom({ url, title, language = DEFAULT_LANGUAGE }: FeedInput): Feed {
  return { url, title, language, official: false };
}

export const regulationEventFrom = (written: RegulationEventInput): RegulationEvent => ({
  ...written,
  topics: written.topics ?? [],
});

/** Where its operator speaks of a crawler is for those who keep the list. */
export const crawlerFrom = ({ name, operator, purpose }: CrawlerInput): AiCrawler => ({ name, operator, purpose });

/** `2024` comes before `2024-02`, and that before `2024-02-12`. */
export function oldestFirst(a: { date: CalendarDate }, b: { date: CalendarDate }): number {
  return a.date < b.date ? -1 : a.date > b.date ? 1 : 0;
}

/** What a page says itself overrides what stands above all pages, key by key. */
export function declarationFrom({ fetch, combine, ...shared }: DeclarationInput): Declaration {
  const pages = combine ?? (fetch === undefined ? [] : [{ fetch }]);
  return { pages: pages.map((page) => pageFrom({ ...shared, ...page })) };
}

function documentFrom(platform: string, type: string, written: DeclarationInput): WatchedDocument {
  const declaration = declarationFrom(written);
  return {
    id: `${platform}/${type}`,
    platform,
    type,
    url: written.url ?? declaration.pages[0]?.fetch ?? '',
    declaration,
    language: written.language ?? DEFAULT_LANGUAGE,
  };
}

type PageInput = Pick<DeclarationInput, 'select' | 'remove' | 'filter' | 'executeClientScripts'> & {
  fetch: string;
};

function pageFrom({ fetch, select, remove, filter = [], executeClientScripts = false }: PageInput): PageDeclaration {
  return {
    fetch,
    select: selectorsFrom(select),
    remove: selectorsFrom(remove),
    removeQueryParams: filter.flatMap(({ removeQueryParams }) => removeQueryParams),
    executeClientScripts,
  };
}

function selectorsFrom(written: PageInput['select'] = []): Selector[] {
  return (Array.isArray(written) ? written : [written]).map((one) => (typeof one === 'string' ? one : rangeFrom(one)));
}

type RangeInput = Exclude<NonNullable<PageInput['select']>, string | unknown[]>;

/** The schema has seen to it that there is exactly one start and one end. */
function rangeFrom({ startBefore, startAfter = '', endBefore, endAfter = '' }: RangeInput): RangeSelector {
  return {
    ...(startBefore === undefined ? { startAfter } : { startBefore }),
    ...(endBefore === undefined ? { endAfter } : { endBefore }),
  };
}
