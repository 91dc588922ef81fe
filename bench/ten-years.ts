/**
 * Fills a store with ten years of generated history: stories, changes with their texts, alerts, seen items. The same seed gives
 * the same store of about 240 MB.
 *
 * node bench/ten-years.ts STORE.db
 */
import { pathToFileURL } from 'node:url';
import type { Store } from '../src/app/ports/store.ts';
import { requireCatalog } from '../src/bot/setup.ts';
import { readStance } from '../src/core/history/stance.ts';
import { DAY_MS } from '../src/core/instants.ts';
import type { ClauseReader } from '../src/core/judge/clause-reader.ts';
import { sha256 } from '../src/core/text/sha256.ts';
import type { Catalog, WatchedDocument } from '../src/domain/catalog.ts';
import type { Change, Quote } from '../src/domain/document.ts';
import type { Story } from '../src/domain/news.ts';
import { DIRECTIONS, EVENT_KINDS, POSITIONS, TOPICS } from '../src/domain/vocabulary.ts';
import { loadClauseReader } from '../src/io/load-clause-reader.ts';
import { openStore } from '../src/io/store/open-store.ts';

export const TEN_YEARS = { stories: 18_000, changes: 8000, signalChanges: 1200, seenItems: 30_000 } as const;

const END = Date.parse('2026-11-20T00:00:00.000Z');
const DAYS = 3650;
const BATCH_SIZE = 200;

const WORDS = (
  'music platform artist label upload terms service content licence training model generative machine learning voice clone ' +
  'royalty stream catalog rights holder consent opt out permission data set research partner deal lawsuit court ruling policy ' +
  'update notice community creator distributor publisher song track recording vocal synthetic detection tag label remove ban ' +
  'allow forbid require human review account country market pay share revenue pool fraud bot filter report appeal year quarter'
).split(' ');
const OUTLETS = ['Newsroom', 'The Weekly Bar', 'Chordpress', 'Rights Wire', 'Beatkurier', 'La Partition', 'Compás'];

/** Fills an empty store. */
export async function fillTenYears(store: Store, catalog: Catalog, seed = 1): Promise<void> {
  const random = seededRandom(seed);
  const documents = catalog.platforms.flatMap((platform) => platform.documents);
  const changes = Array.from({ length: TEN_YEARS.changes }, (_, i) =>
    generateChange(i, pickRandom(documents, random, 2), random),
  );
  await putAll(store.changes, changes, ({ id }) => id);
  await inBatches(changes, async (batch) => {
    const versions = batch.flatMap(({ document, oldVersion, newVersion, firstSeenNew: seen }, i) =>
      [oldVersion, newVersion].slice(i % 4 === 0 ? 0 : 1).map((id) => {
        const markdown = randomVersionText(random);
        return { key: id, value: { id, document, markdown, identity: id, seen } };
      }),
    );
    await store.versions.putMany(versions);
  });
  await putReadDocuments(store, documents, random, loadClauseReader());
  await putAll(store.signalChanges, generateSignalChanges(catalog, random), ({ id }) => id);
  const stories = Array.from({ length: TEN_YEARS.stories }, (_, i) => generateStory(i, catalog, random));
  await putAll(store.stories, stories, ({ id }) => id);
  await putAll(
    store.alerts,
    stories.map(({ id, platforms, firstSeen: at }) => {
      return { id, kind: 'news' as const, at, platforms, topics: [pickRandom(TOPICS, random)], storyId: id };
    }),
    ({ id }) => id,
  );
  await putAll(
    store.seenItems,
    Array.from({ length: TEN_YEARS.seenItems }, (_, i) => ({
      at: randomInstant(random),
      storyId: sha256(`story ${i}`),
    })),
    ({ storyId }, i) => `https://feed-${i % 40}.example/feed ${storyId}`,
  );
}

/** Gives each document a current version with its stance. */
async function putReadDocuments(
  store: Store,
  documents: readonly WatchedDocument[],
  random: () => number,
  clauseReader: ClauseReader,
): Promise<void> {
  for (const { id } of documents) {
    const seen = randomInstant(random);
    const markdown = `# Terms\n\n${randomAiClauses(random)}\n\n${randomVersionText(random)}`;
    const version = sha256(markdown);
    const wording = { version, identity: version, firstSeen: seen, lastSeen: new Date(END).toISOString() };
    const earlier = Object.fromEntries(
      Array.from({ length: 40 }, (_, i) => [sha256(`${id} ${i}`), { ...wording, version: sha256(`${id} v${i}`) }]),
    );
    const said = Object.fromEntries(
      Array.from({ length: 300 }, (_, i) => [sha256(`${id} said ${i}`).slice(0, 16), seen]),
    );
    const current = { id: version, document: id, markdown, identity: version, seen };
    await store.versions.put(version, current);
    await store.stances.put(id, readStance(current, clauseReader));
    await store.heads.put(id, { document: id, current: wording, earlier, returns: 3, said });
  }
}

function generateChange(i: number, { id: document, platform }: WatchedDocument, random: () => number): Change {
  const firstSeenNew = randomInstant(random);
  const about = random() < 0.3 ? (['minor', 'major'] as const)[Math.floor(random() * 2)] : 'none';
  const change = about ?? 'none';
  const quote = (side: Quote['side']): Quote => ({
    side,
    section: randomWords(3, random),
    text: randomWords(60, random),
  });
  const pairs = (count: number) => Array.from({ length: count }, () => ({ before: quote('old'), after: quote('new') }));
  const direction = pickRandom(DIRECTIONS, random);
  const topics = change === 'none' ? [] : [pickRandom(TOPICS, random)];
  return {
    id: sha256(`change ${i}`),
    document,
    platform,
    oldVersion: sha256(`change ${i} old`),
    newVersion: sha256(`change ${i} new`),
    lastSeenOld: new Date(Date.parse(firstSeenNew) - DAY_MS).toISOString(),
    firstSeenNew,
    assessment: {
      significance: change,
      capture: 'ok',
      topics,
      direction,
      training: { old: pickRandom(POSITIONS, random), new: pickRandom(POSITIONS, random) },
      evidence: (change === 'none' ? [] : pairs(3)).map((pair) => ({
        ...pair,
        topics,
        direction,
        because: 'new: train 97 %',
      })),
      reason: randomWords(8, random),
    },
    edits: pairs(6),
    editCount: 10 + Math.floor(random() * 40),
    ...(i % 3 === 0 ? { origin: 'Open Terms Archive' } : {}),
  };
}

function generateStory(i: number, { platforms, feeds }: Catalog, random: () => number): Story {
  const at = Date.parse(randomInstant(random));
  const official = random() < 0.1;
  const about = [
    ...new Set(Array.from({ length: 1 + Math.floor(random() * 2) }, () => pickRandom(platforms, random, 2).id)),
  ];
  const items = Array.from({ length: 1 + Math.floor(random() * 5) }, (_, n) => ({
    id: `item-${i}-${n}`,
    title: `${randomWords(8, random)} ${i}`,
    link: `https://news-${n}.example/${i}/${randomWords(4, random).replaceAll(' ', '-')}`,
    summary: randomWords(90, random),
    date: new Date(at + n * 3_600_000).toISOString(),
    language: feeds[0]?.language ?? 'en',
    outlet: pickRandom(OUTLETS, random),
    official: official && n === 0,
  }));
  const [kind, topic] = [pickRandom(EVENT_KINDS, random), pickRandom(TOPICS, random)];
  const firstSeen = new Date(at).toISOString();
  return {
    id: sha256(`story ${i}`).slice(0, 32),
    platforms: about,
    topics: [topic],
    kind,
    label: 'alert',
    firstSeen,
    items,
  };
}

function generateSignalChanges({ platforms }: Catalog, random: () => number) {
  return Array.from({ length: TEN_YEARS.signalChanges }, (_, i) => {
    const platform = pickRandom(platforms, random, 2);
    const firstSeenNew = randomInstant(random);
    const said = {
      significance: 'major' as const,
      direction: pickRandom(DIRECTIONS, random),
      topics: ['training' as const],
    };
    const line = (n: number) => ({ text: `Disallow: /${randomWords(2, random)}`, number: n });
    return {
      id: sha256(`signals ${i}`),
      source: `${platform.id} https://${platform.id}.example/robots.txt`,
      platform: platform.id,
      kind: 'robots.txt' as const,
      url: `https://${platform.id}.example/robots.txt`,
      lastSeenOld: firstSeenNew,
      firstSeenNew,
      ...said,
      moves: [
        {
          format: 'robots' as const,
          agents: ['GPTBot', 'CCBot'],
          use: 'train' as const,
          to: { ruling: 'forbidden' as const, scope: 'site' as const },
          before: [line(1)],
          after: [line(2), line(3)],
          ...said,
        },
      ],
    };
  });
}

const randomVersionText = (random: () => number): string =>
  Array.from({ length: 16 }, (_, i) => `## ${i + 1}. ${randomWords(4, random)}\n\n${randomWords(70, random)}.`).join(
    '\n\n',
  );

const randomAiClauses = (random: () => number): string =>
  Array.from(
    { length: 10 },
    () =>
      `We may use the content that you upload to train our artificial intelligence models, ${randomWords(20, random)}.`,
  ).join('\n\n');

function putAll<Value>(
  collection: { putMany(entries: { key: string; value: Value }[]): Promise<void> },
  values: readonly Value[],
  keyOf: (value: Value, i: number) => string,
): Promise<void> {
  const entries = values.map((value, i) => ({ key: keyOf(value, i), value }));
  return inBatches(entries, (batch) => collection.putMany(batch));
}

async function inBatches<Value>(values: readonly Value[], work: (batch: Value[]) => Promise<void>): Promise<void> {
  for (let from = 0; from < values.length; from += BATCH_SIZE) await work(values.slice(from, from + BATCH_SIZE));
}

const randomWords = (count: number, random: () => number): string =>
  Array.from({ length: count }, () => {
    const word = pickRandom(WORDS, random);
    return random() < 0.15 ? `${word}${Math.floor(random() * 9000)}` : word;
  }).join(' ');

const randomInstant = (random: () => number): string =>
  new Date(END - Math.floor(random() * DAYS * DAY_MS)).toISOString();

/** @param lean above 1 favours earlier values, as some platforms are in the news more often */
function pickRandom<Value>(values: readonly Value[], random: () => number, lean = 1): Value {
  return values[Math.floor(random() ** lean * values.length)] as Value;
}

/** The same numbers for the same seed (mulberry32). */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const [path] = process.argv.slice(2);
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (path === undefined) throw new Error('usage: node bench/ten-years.ts STORE.db');
  const store = openStore(`sqlite:${path}`);
  await fillTenYears(store, await requireCatalog(['catalog']));
  await store.close();
}
