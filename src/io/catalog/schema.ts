/**
 * Schemas of the catalog files as people write them; catalog/README.md documents every key, unknown keys are faults.
 * normalise.ts turns the result into the program's catalog.
 */
import { compile } from 'css-select';
import { distance } from 'fastest-levenshtein';
import { z } from 'zod';
import { CRAWLER_PURPOSES } from '../../domain/catalog.ts';
import {
  CONFIDENCES,
  EVENT_KINDS,
  JURISDICTIONS,
  PLATFORM_KINDS,
  POSITIONS,
  REGULATION_KINDS,
  REGULATION_STATUSES,
  TOPICS,
} from '../../domain/vocabulary.ts';

// ---- scalars ------------------------------------------------------------------------------------

const singleLine = (maxChars: number) =>
  z
    .string()
    .min(1, 'must not be empty')
    .max(maxChars, `must not be longer than ${maxChars} characters`)
    .regex(/^\P{Cc}*$/u, 'must be one line, without control characters')
    .refine((text) => text.trim() === text, 'must not begin or end with a space');

const httpUrl = z
  .string()
  .max(2000, 'must not be longer than 2000 characters')
  .refine((text) => {
    const url = URL.parse(text);
    return url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
  }, 'must be an http(s) address such as https://tunebox.example/terms, without a user name in it');

const calendarDate = z.string().refine((text) => {
  const date = /^(?:19|20)\d\d(?:-\d\d){0,2}$/.test(text)
    ? new Date(`${text}${'-01'.repeat((10 - text.length) / 3)}`)
    : undefined;
  // 2024-02-30 would be read as the first of March.
  return date !== undefined && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}, 'must be a date that exists, as exactly as it is known: 2024, 2024-02 or 2024-02-12');

const languageTag = z.string().refine((text) => {
  try {
    return Intl.getCanonicalLocales(text)[0] === text;
  } catch {
    return false;
  }
}, 'must be a BCP 47 language such as "en" or "pt-BR"');

const cssSelector = singleLine(1000).superRefine((text, context) => {
  try {
    compile(text);
  } catch (error) {
    const problem = error instanceof Error ? error.message.replace(/found $/, 'found the end') : String(error);
    context.addIssue(`is not a CSS selector that can be used: ${problem}`);
  }
});

// ---- shapes -------------------------------------------------------------------------------------

/** An object whose unknown keys are faults that suggest the most similar known key. */
const strictShape = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.strictObject(shape, { error: unknownKeys(Object.keys(shape)) });

const oneOf = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.enum(values, {
    error: ({ input }) =>
      `must be one of ${values.join(', ')}${typeof input === 'string' ? didYouMean(input, values) : ''}`,
  });

function unknownKeys(known: readonly string[]): z.core.$ZodErrorMap {
  return (issue) =>
    issue.code === 'unrecognized_keys'
      ? (issue.keys as string[])
          .map(
            (key) => `unknown key ${JSON.stringify(key)}${didYouMean(key, known) || `; known are ${known.join(', ')}`}`,
          )
          .join('; ')
      : undefined;
}

/** A suggestion differs in at most this many letters, and in fewer than half of them. */
const MAX_TYPOS = 2;
/** A beginning of this length suggests the whole word. */
const MIN_PREFIX_CHARS = 3;

function didYouMean(input: string, known: readonly string[]): string {
  const typed = input.slice(0, 50).toLowerCase();
  const countTypos = (word: string) => {
    if (typed.length >= MIN_PREFIX_CHARS && word.toLowerCase().startsWith(typed)) return MAX_TYPOS;
    const typos = distance(word.toLowerCase(), typed);
    return typos * 2 < Math.max(word.length, typed.length) ? typos : Number.POSITIVE_INFINITY;
  };
  const [nearest] = known.filter((word) => countTypos(word) <= MAX_TYPOS).sort((a, b) => countTypos(a) - countTypos(b));
  return nearest === undefined ? '' : `, perhaps "${nearest}" is meant`;
}

// ---- declarations: Open Terms Archive's grammar, and the language and reading address of the text ---

const range = strictShape({
  startBefore: cssSelector.optional(),
  startAfter: cssSelector.optional(),
  endBefore: cssSelector.optional(),
  endAfter: cssSelector.optional(),
}).refine(
  ({ startBefore, startAfter, endBefore, endAfter }) =>
    (startBefore === undefined) !== (startAfter === undefined) &&
    (endBefore === undefined) !== (endAfter === undefined),
  'must have exactly one start (startBefore or startAfter) and one end (endBefore or endAfter)',
);
const selector = z.union([cssSelector, range], { error: 'must be a CSS selector or a range' });
const selectors = z.union([selector, z.array(selector)], {
  error: 'must be a CSS selector, a range or a list of them',
});

const FILTER_HELP = 'only {"removeQueryParams": "name" or ["name", …]} is built in; executable filters are not run';
const filters = z.array(
  z.strictObject(
    {
      removeQueryParams: z.union([singleLine(100), z.array(singleLine(100))], {
        error: 'must be a name or a list of names',
      }),
    },
    {
      error: (issue) => (issue.code === 'unrecognized_keys' || issue.code === 'invalid_type' ? FILTER_HELP : undefined),
    },
  ),
);

const pageFields = {
  select: selectors.optional(),
  remove: selectors.optional(),
  filter: filters.optional(),
  executeClientScripts: z.boolean().optional(),
};

export const DECLARATION_SCHEMA = strictShape({
  fetch: httpUrl.optional(),
  combine: z
    .array(strictShape({ fetch: httpUrl, ...pageFields }))
    .min(1, 'must name at least one page')
    .refine(
      (pages) => new Set(pages.map(({ fetch }) => fetch)).size === pages.length,
      'must not name the same address twice',
    )
    .optional(),
  ...pageFields,
  language: languageTag.optional(),
  url: httpUrl.optional(),
}).refine(
  ({ fetch, combine }) => (fetch === undefined) !== (combine === undefined),
  'must have either "fetch" (one page) or "combine" (several)',
);

/** A service file of an Open Terms Archive declarations repository; each declaration is validated on use. */
export const SERVICE_FILE_SCHEMA = z.object({
  terms: z.record(z.string(), z.unknown()).optional(),
  /** The name of `terms` before 2025; our own platform files use it too. */
  documents: z.record(z.string(), z.unknown()).optional(),
});

// ---- texts for members -------------------------------------------------------------------------

/** A line in English, or one in English and any of the other languages. */
const localizedLine = (maxChars: number) => {
  const line = singleLine(maxChars);
  return z.union([line, strictShape({ en: line, fr: line.optional(), de: line.optional(), es: line.optional() })], {
    error: `must be a line of at most ${maxChars} characters, or one in each language: {"en": "…", "fr": "…"}`,
  });
};

// ---- platforms, feeds and regulation -------------------------------------------------------------

const documentType = z
  .string()
  .regex(/^\p{Lu}[\p{L}\p{N} '&-]{1,59}$/u, 'must be an Open Terms Archive terms type such as "Terms of Service"');

const sources = z.array(httpUrl).min(1, 'must name at least one source').max(20, 'must not name more than 20 sources');

const event = strictShape({
  date: calendarDate,
  kind: oneOf(EVENT_KINDS),
  title: localizedLine(200),
  effect: localizedLine(500).optional(),
  topics: z.array(oneOf(TOPICS)).min(1, `must name at least one of ${TOPICS.join(', ')}`),
  sources,
  dateNote: localizedLine(200).optional(),
});

const researched = strictShape({
  training: oneOf(POSITIONS),
  asOf: calendarDate,
  confidence: oneOf(CONFIDENCES),
  notes: z.partialRecord(z.enum(TOPICS), localizedLine(400), { error: unknownKeys(TOPICS) }).optional(),
  sources: z.array(httpUrl).max(20, 'must not name more than 20 sources').optional(),
}).refine(
  ({ training, sources = [] }) => training === 'unclear' || sources.length > 0,
  'must name a source, or say that training is "unclear"',
);

const optOut = strictShape({
  how: localizedLine(500),
  steps: z
    .array(localizedLine(300))
    .min(1, 'must hold at least one step, or be left out')
    .max(10, 'must not hold more than 10 steps')
    .optional(),
  url: httpUrl.optional(),
  asOf: calendarDate.optional(),
  sources: sources.optional(),
});

export const PLATFORM_FILE_SCHEMA = strictShape({
  id: z
    .string()
    .max(40, 'must not be longer than 40 characters')
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be lower-case letters, digits and single hyphens'),
  name: singleLine(80),
  aliases: z.array(singleLine(80).regex(/[\p{L}\p{N}]/u, 'must contain a letter or a digit')).optional(),
  kind: oneOf(PLATFORM_KINDS),
  homepage: httpUrl,
  hosts: z
    .array(z.string().regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/, 'must be a host such as "youtu.be", without https://'))
    .optional(),
  documents: z.record(documentType, DECLARATION_SCHEMA).optional(),
  feeds: z
    .array(
      strictShape({
        url: httpUrl,
        title: singleLine(100),
        language: languageTag.optional(),
        official: z.boolean().optional(),
      }),
    )
    .optional(),
  events: z.array(event).optional(),
  researched,
  tools: z
    .array(strictShape({ name: singleLine(100), what: localizedLine(300), since: calendarDate.optional(), sources }))
    .optional(),
  optOut: optOut.optional(),
  signals: strictShape({
    sites: z.array(httpUrl).min(1, 'must name at least one site').max(10, 'must not name more than 10 sites'),
  }).optional(),
});

export const FEEDS_FILE_SCHEMA = strictShape({
  feeds: z.array(strictShape({ url: httpUrl, title: singleLine(100), language: languageTag.optional() })),
});

export const REGULATION_FILE_SCHEMA = strictShape({
  events: z.array(
    strictShape({
      date: calendarDate,
      jurisdiction: oneOf(JURISDICTIONS),
      kind: oneOf(REGULATION_KINDS),
      status: oneOf(REGULATION_STATUSES),
      title: localizedLine(200),
      effect: localizedLine(500),
      topics: z.array(oneOf(TOPICS)).optional(),
      sources,
      dateNote: localizedLine(200).optional(),
    }),
  ),
});

/** `asOf` is when the names were last checked against the sources; `source` is where a crawler's operator documents it. */
export const CRAWLERS_FILE_SCHEMA = strictShape({
  asOf: calendarDate,
  sources,
  crawlers: z.array(
    strictShape({
      name: singleLine(60).regex(/^[^*/:#,;]+$/, 'must be a name as robots.txt files have it, without version'),
      operator: singleLine(60),
      purpose: oneOf(CRAWLER_PURPOSES),
      source: httpUrl.optional(),
    }),
  ),
});

export type DeclarationInput = z.output<typeof DECLARATION_SCHEMA>;
export type PlatformInput = z.output<typeof PLATFORM_FILE_SCHEMA>;
export type FeedInput = z.output<typeof FEEDS_FILE_SCHEMA>['feeds'][number];
export type CrawlerInput = z.output<typeof CRAWLERS_FILE_SCHEMA>['crawlers'][number];
export type RegulationEventInput = z.output<typeof REGULATION_FILE_SCHEMA>['events'][number];
