/** Turns catalog files as written into the program's catalog: fills in defaults and expands short forms. */
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

/** Events come oldest first. */
export function platformFrom(input: PlatformInput): Platform {
  const { id, researched, events = [], optOut } = input;
  return {
    id,
    name: input.name,
    aliases: input.aliases ?? [],
    kind: input.kind,
    homepage: input.homepage,
    documents: Object.entries(input.documents ?? {}).map(([type, document]) => documentFrom(id, type, document)),
    feeds: (input.feeds ?? []).map((feed) => ({ ...feedFrom(feed), platform: id, official: feed.official ?? true })),
    events: events.map((event) => ({ ...event, effect: event.effect ?? '' })).sort(oldestFirst),
    researched: { ...researched, notes: researched.notes ?? {}, sources: researched.sources ?? [] },
    tools: input.tools ?? [],
    ...(optOut && { optOut }),
    ...(input.signals && { signals: input.signals }),
  };
}

/** A feed that belongs to no platform: press, rights organisations, regulators. */
export function feedFrom({ url, title, language = DEFAULT_LANGUAGE }: FeedInput): Feed {
  return { url, title, language, official: false };
}

export const regulationEventFrom = (input: RegulationEventInput): RegulationEvent => ({
  ...input,
  topics: input.topics ?? [],
});

/** Drops `source`, which is for the maintainers of the list. */
export const crawlerFrom = ({ name, operator, purpose }: CrawlerInput): AiCrawler => ({ name, operator, purpose });

/** `2024` comes before `2024-02`, and that before `2024-02-12`. */
export function oldestFirst(a: { date: CalendarDate }, b: { date: CalendarDate }): number {
  return a.date < b.date ? -1 : a.date > b.date ? 1 : 0;
}

/** A page's own keys override those shared by all pages. */
export function declarationFrom({ fetch, combine, ...shared }: DeclarationInput): Declaration {
  const pages = combine ?? (fetch === undefined ? [] : [{ fetch }]);
  return { pages: pages.map((page) => pageFrom({ ...shared, ...page })) };
}

function documentFrom(platform: string, type: string, input: DeclarationInput): WatchedDocument {
  const declaration = declarationFrom(input);
  return {
    id: `${platform}/${type}`,
    platform,
    type,
    url: input.url ?? declaration.pages[0]?.fetch ?? '',
    declaration,
    language: input.language ?? DEFAULT_LANGUAGE,
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

function selectorsFrom(input: PageInput['select'] = []): Selector[] {
  const selectors = Array.isArray(input) ? input : [input];
  return selectors.map((selector) => (typeof selector === 'string' ? selector : rangeFrom(selector)));
}

type RangeInput = Exclude<NonNullable<PageInput['select']>, string | unknown[]>;

/** The schema ensures exactly one start and one end. */
function rangeFrom({ startBefore, startAfter = '', endBefore, endAfter = '' }: RangeInput): RangeSelector {
  return {
    ...(startBefore === undefined ? { startAfter } : { startBefore }),
    ...(endBefore === undefined ? { endAfter } : { endBefore }),
  };
}
