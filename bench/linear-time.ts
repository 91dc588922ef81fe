/**
 * Checks that reading hostile input takes time linear in its length: CPU seconds for an input and for one four times as long. A factor far
 * above 4 means that something is quadratic.
 */

import { splitIntoClauses } from '../src/core/document/clauses.ts';
import { findStatedDate, findUpcomingEffectiveDate } from '../src/core/document/document-dates.ts';
import { detectUnreadable } from '../src/core/extract/checks/detect-unreadable.ts';
import { extractDocument } from '../src/core/extract/extract-document.ts';
import { createNewsAnalyser } from '../src/core/news/news-analysis.ts';
import { createNewsPipeline } from '../src/core/news/news-pipeline.ts';
import { createPhraseFinder, toSearchableText } from '../src/core/news/phrase-search.ts';
import { toPlainText } from '../src/core/news/plain-text.ts';
import { addToStory } from '../src/core/news/story.ts';
import { storyIndexFactory } from '../src/core/news/story-index.ts';
import { CONCEPTS } from '../src/core/news/term-hits.ts';
import { extractClauseFeatures, extractContextWords, extractWords } from '../src/core/reader/clause-features.ts';
import { mentionsAi } from '../src/core/reader/mentions-ai.ts';
import { createNearestFinder } from '../src/core/reader/nearest-clause.ts';
import { compareSignals } from '../src/core/signals/compare-signals.ts';
import { parseHeadTags } from '../src/core/signals/head-tags.ts';
import { extractSignalLines } from '../src/core/signals/page-signals.ts';
import { parseSignals } from '../src/core/signals/parse-signals.ts';
import { displayText } from '../src/core/text/display-text.ts';
import { escapeInline, escapeLineStart } from '../src/core/text/escape-markdown.ts';
import { textKey } from '../src/core/text/normalise-text.ts';
import { SIGNAL_KINDS } from '../src/domain/signal.ts';
import { parseFeed } from '../src/io/feed/parse-feed.ts';
import { decodeText } from '../src/io/fetch/decode-text.ts';
import { extract, page } from '../test/core/extract/extract-fixture.ts';
import { HOSTILE_PAGES, HOSTILE_PDFS, hostilePdf } from '../test/core/extract/hostile-pages.ts';
import { aiClauses, HOSTILE_TEXTS } from '../test/core/hostile-texts.ts';
import { datedItem, newsItem, PLATFORMS } from '../test/core/news/news-fixtures.ts';
import { crawlers, read } from '../test/core/signals/crawlers.ts';
import { HOSTILE_SIGNALS } from '../test/core/signals/hostile-signals.ts';
import { withClauseReader } from '../test/helpers/clauses.ts';
import { HOSTILE_DESCRIPTIONS, HOSTILE_XML, rss } from '../test/helpers/hostile.ts';
import { sharedNewsModel } from '../test/helpers/news.ts';
import { aFeed } from '../test/helpers/world.ts';
import { cpuSeconds } from './cpu-time.ts';

/** `length` counts what is repeated or characters; the case is run with it and with a quarter of it. */
type Case = readonly [title: string, length: number, run: (length: number) => unknown];

const NOW = '2026-05-01T10:00:00.000Z';
const FEED_REPETITIONS = 400_000;
const { assess, readStance } = withClauseReader();
const fill = (piece: string, length: number): string => piece.repeat(Math.ceil(length / piece.length));
const listOf = <T>(length: number, make: (i: number) => T): T[] => Array.from({ length }, (_, i) => make(i));

const FEEDS: readonly Case[] = [
  ...HOSTILE_XML.map((piece) => feedCase(piece, (text) => `<feed>${text}</feed>`)),
  ...HOSTILE_XML.map((piece) =>
    feedCase(piece, (text) => rss(`<item><title>T</title><description>${text}</description></item>`)),
  ),
  ...HOSTILE_DESCRIPTIONS.map((piece) =>
    feedCase(piece, (text) => rss(`<item><title>T</title><description><![CDATA[${text}]]></description></item>`)),
  ),
  ['items', FEED_REPETITIONS, (length) => parseFeed(rss('<item><title>T</title></item>'.repeat(length)), aFeed())],
  ['charset of <meta charset', FEED_REPETITIONS, (length) => decodeText(Buffer.from('<meta charset '.repeat(length)))],
];

function feedCase(piece: string, wrap: (text: string) => string): Case {
  return [`feed of ${piece}`, FEED_REPETITIONS, (length) => parseFeed(wrap(piece.repeat(length)), aFeed())];
}

const PAGES: readonly Case[] = [
  ...HOSTILE_PAGES.map(([name, html, changes]): Case => [name, 500_000, (length) => extract(html(length), changes)]),
  ...HOSTILE_PDFS.map(
    ([name, x, y]): Case => [
      `PDF file, pieces ${name}`,
      200_000,
      (length) => extractDocument([{ pdf: { status: 'ok', pages: hostilePdf(length, x, y) } }], { pages: [page()] }),
    ],
  ),
];

/** What patterns look for, or what opens and never closes. */
const PIECES: readonly string[] = [
  // tags, comments and entities
  '<',
  '</',
  '<b>',
  '<b><i>a',
  '<p><div>a</p>',
  '<a href="',
  "<a b='c' d=e ",
  '</p ',
  '<!--',
  '<!-- -->',
  '<![CDATA[a]]',
  '<script>',
  '<title></titl',
  '<svg><title>',
  '<table><tr><td>a',
  '&amp;',
  '&#',
  // Markdown
  '[',
  '![a](',
  '](x)',
  '\\',
  '*_`~',
  '- ',
  '1. a\n',
  '  * a:\n',
  '| a ',
  'a\n---\n',
  '> ',
  // words, numbers and punctuation
  'a.b@',
  'a. ',
  '1.2.',
  'a few days ',
  'updated: ',
  '" \' ',
  'a - , ',
  'a long line of a text that goes on and on without an end\n\n',
  // invisible characters, spaces, other scripts
  ' ',
  '\t\u00a0\n',
  '\u200d\u200b',
  '\u202eא\u202c ',
  'é\u0301',
  '。',
  '\0\ufffd\ud800',
];
const READINGS: readonly (readonly [what: string, read: (text: string) => unknown])[] = [
  ['page', (text) => extract(`<main><p>${text}</p></main>`)],
  ['key', textKey],
  ['clauses', splitIntoClauses],
  ['checks for walls', (text) => detectUnreadable(text.slice(0, 19_000), text)],
  ['display', (text) => escapeLineStart(escapeInline(displayText(text), { inLink: true, inCell: true }))],
];
const READING: readonly Case[] = READINGS.flatMap(([what, readText]) =>
  PIECES.map(
    (piece): Case => [`${what} of ${JSON.stringify(piece)}`, 128_000, (length) => readText(`a${fill(piece, length)}b`)],
  ),
);

const KEY_PIECES = [
  '[',
  '](',
  '](((',
  '![',
  '*',
  '_a',
  '<a ',
  '&#1',
  '`',
  '- ',
  '1. ',
  '-',
  '- -',
  'a@',
  '@',
  ' .',
  '"',
  '\\',
];
const CLAUSE_PIECES = ['a', 'ab ', '1', '\u0301', 'é', '🎵', '\ud83c', '界'];
const AI_WORDS = ['a', 'tra', 'machine ', 'a.', ' '];
const CLAUSES: readonly Case[] = [
  ...KEY_PIECES.map((piece): Case => [`key of ${piece}`, 1_000_000, (length) => textKey(`${fill(piece, length)}x`)]),
  ...CLAUSE_PIECES.map(
    (piece): Case => [`features of ${JSON.stringify(piece)}`, 5_000_000, (length) => featuresOf(fill(piece, length))],
  ),
  ...AI_WORDS.map((word): Case => [`AI in ${word}`, 1_000_000, (length) => mentionsAi(word.repeat(length))]),
  ['nearest among different clauses', 10_000, findNearest],
  ['nearest among equal clauses', 10_000, (length) => createNearestFinder(listOf(length, () => aClause('We train.')))],
  ['nearest among long clauses', 100_000, (length) => findIn(aClause('lorem ipsum '.repeat(length)))],
];

function featuresOf(text: string) {
  const context = extractContextWords(text);
  return extractClauseFeatures({ own: extractWords(text), heading: context, intro: context, previous: context });
}

const aClause = (text: string) => ({ text, section: [], lead: '', key: textKey(text) });
const findIn = (clause: ReturnType<typeof aClause>) => createNearestFinder([clause])(clause);

function findNearest(length: number): void {
  const among = listOf(length, (i) =>
    aClause(
      `We may use recording ${i} and song s${i % 97} of album a${i % 1009} to train model m${i % 31} as we see fit.`,
    ),
  );
  const nearest = createNearestFinder(among);
  for (const [i, clause] of among.entries()) if (i % 10 === 0) nearest(clause);
}

const TERMS = '# Terms\n\nBe kind.\n';
/** Up to 2,000 clauses, or 100 kB of something else. */
const TEXTS: readonly Case[] = [
  ...HOSTILE_TEXTS.map(([title, text]): Case => [title, 20, (percent) => assessText(text(percent / 100))]),
  ['edited clauses about AI', 2000, (length) => assess(aiClauses(length), aiClauses(length, 1_000_000))],
];

function assessText(text: string): void {
  assess(TERMS, text);
  readStance({ id: 'v', document: 'tunebox/Terms of Service', markdown: text, seen: NOW });
  findStatedDate(text);
  findUpcomingEffectiveDate(text, NOW);
}

const SIGNALS: readonly Case[] = [
  ...HOSTILE_SIGNALS.map(([name, text]): Case => [name, 100, (percent) => parseAll(text(percent / 10))]),
  ['robots.txt compared, by groups', 500 * 1024, compareGroups],
];

function parseAll(text: string): void {
  for (const kind of SIGNAL_KINDS) parseSignals(kind, text, crawlers);
  extractSignalLines({ link: [text], 'x-robots-tag': [text] }, text);
  parseHeadTags(text);
}

function compareGroups(length: number): void {
  const groups = fill('User-agent: GPTBot\nUser-agent: x\nDisallow: /a\n', length);
  compareSignals(read('robots.txt', 'User-agent: GPTBot\nDisallow: /\n'), read('robots.txt', groups));
}

const MARKUP = ['<', '<a', '<p '.repeat(9), '&', '&amp;', '</x>', '<script>', 'Ã'];
const ITEM_WORDS = ['Spotify AI ban ', 'no ', 'train it to ', '<b>', '&amp;', 'AI', '曲', '\u0000'];
const PHRASE_WORDS = [
  'train ',
  'no ',
  'a',
  'ai ',
  'no no-',
  "l'",
  '1,000',
  '1 000 ',
  'ban .. ',
  'cut ',
  'klagt ',
  'ÀÀ',
  '曲',
  'take it to ',
];
const analyse = createNewsAnalyser(PLATFORMS);
const finders = Object.values(CONCEPTS).map(createPhraseFinder);
const NEWS: readonly Case[] = [
  ...MARKUP.map((piece): Case => [`plain text of ${piece}`, 300_000, (length) => toPlainText(piece.repeat(length))]),
  ...ITEM_WORDS.map(
    (word): Case => [`label of ${JSON.stringify(word)}`, 100_000, (length) => classify(word.repeat(length))],
  ),
  ...PHRASE_WORDS.map((word): Case => [`phrases in ${word}`, 200_000, (length) => findPhrases(word.repeat(length))]),
  ['items about as many events', 400, processItems],
  ['open stories', 1000, openStories],
];

function classify(text: string) {
  return sharedNewsModel().classify(analyse(newsItem(text, text, { language: 'und' })));
}

function findPhrases(text: string): void {
  const searchable = toSearchableText(text, 'und');
  for (const find of finders) find(searchable);
}

function processItems(length: number) {
  const title = (i: number) => `Distributor ${i} bans AI songs in case ${i * 7}`;
  const items = listOf(length, (i) => datedItem('2026-05-04', title(i), `Number ${i} of the music services.`));
  return createNewsPipeline(PLATFORMS, sharedNewsModel()).processAll(items);
}

function openStories(length: number) {
  const index = storyIndexFactory(analyse, sharedNewsModel().sameEvent)([]);
  const label = { label: 'alert', platforms: [], topics: [], kind: 'other', aboutTerms: false, reason: '' } as const;
  for (let i = 0; i < length; i++) {
    const item = datedItem('2026-05-04', `Choir ${i} of Udio sings song ${i * 7} with an AI`);
    index.upsert(addToStory(undefined, `story ${i}`, item, { ...label, platforms: [], topics: [] }, NOW));
  }
  return index.findStory(datedItem('2026-05-05', 'Bandcamp verbannt KI-Musik', '', { language: 'de' }), NOW);
}

const AREAS: Readonly<Record<string, readonly Case[]>> = {
  Feeds: FEEDS,
  'Pages and PDF files': PAGES,
  'Reading a text': READING,
  Clauses: CLAUSES,
  'Assessing a text': TEXTS,
  Signals: SIGNALS,
  News: NEWS,
};

for (const [area, cases] of Object.entries(AREAS)) {
  console.log(`\n${area}`);
  for (const [title, length, run] of cases) {
    await run(Math.ceil(length / 400));
    const [short, long] = [await measure(run, Math.ceil(length / 4)), await measure(run, length)];
    const factor = long / Math.max(short, 0.001);
    console.log(
      `${title.padEnd(50)} ${short.toFixed(2)} s, four times as long ${long.toFixed(2)} s: factor ${factor.toFixed(1)}`,
    );
  }
}

async function measure(run: (length: number) => unknown, length: number): Promise<number> {
  const seconds = cpuSeconds();
  await run(length);
  return seconds();
}
