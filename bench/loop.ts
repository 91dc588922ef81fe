/**
 * Measures how long the event loop is blocked and how long answers take: idle, while polling hostile sources, with ten years of
 * history, and at start after an import and after an upgrade. Five members send commands at once, through the gateway.
 *
 * node bench/loop.ts [folder [situation]]      the folder keeps the generated stores; creating them takes two minutes
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { requireCatalog } from '../src/bot/setup.ts';
import { openStore } from '../src/io/store/open-store.ts';
import { startHostileWeb } from './loop/hostile.ts';
import { importVersions } from './loop/import-history.ts';
import { QUESTIONS, type Question } from './loop/questions.ts';
import { type RunningBot, runBot } from './loop/run-bot.ts';
import { fillTenYears } from './ten-years.ts';

const [storeFolder, filter = ''] = process.argv.slice(2);
const isSelected = (situation: string) => situation.includes(filter);
const CONCURRENT_MEMBERS = 5;
const ROUNDS = 8;
const IMPORTED = 5000;
/** Measurement time after a start. */
const START_UP_MS = 8000;
/** Time limit for polling one source. */
const MAX_POLL_MS = 120_000;

const folder = storeFolder ?? mkdtempSync(join(tmpdir(), 'clausewatch-loop-'));
mkdirSync(folder, { recursive: true });
const catalog = await requireCatalog([fileURLToPath(new URL('../catalog', import.meta.url))]);
const commonQuestions = QUESTIONS.filter(({ name }) =>
  /^\/(?:stance|changes|news|help|status|diff change)[^,]*$/.test(name),
);

console.log(
  'situation'.padEnd(34),
  'loop blocked: longest, p99'.padEnd(28),
  'answers: p50, p99, slowest'.padEnd(30),
  'resident',
);

if (isSelected('idle'))
  await measureAtRest('idle', await openOrCreateStore('empty.db', async () => {}), commonQuestions);
const tenYears = await openOrCreateStore('ten-years.db', (store) => fillTenYears(store, catalog));
const answers = isSelected('ten years of history')
  ? await measureAtRest('ten years of history', tenYears, QUESTIONS)
  : new Map();
if (isSelected('hostile')) await measureHostileSources();
if (isSelected('start at ten years')) await measureAtStart('start at ten years', tenYears);
if (isSelected('start with an older store'))
  await measureAtStart('start with an older store', createOlderStore(tenYears));
if (isSelected('start after an import')) {
  const imported = await openOrCreateStore('imported.db', (store) => importVersions(store, catalog, IMPORTED));
  await measureAtStart(`start after importing ${IMPORTED}`, imported);
}

if (answers.size > 0) console.log(`\n${'Each question at ten years, five at once:'.padEnd(58)} p50       p99`);
for (const [name, durations] of answers)
  console.log(name.padEnd(58), formatMs(percentile(durations, 0.5)), formatMs(percentile(durations, 0.99)));
if (storeFolder === undefined) rmSync(folder, { recursive: true });

/** Fills a store of that name unless it exists. @returns its path. */
async function openOrCreateStore(
  name: string,
  fill: (store: ReturnType<typeof openStore>) => Promise<void>,
): Promise<string> {
  const path = join(folder, name);
  if (existsSync(path)) return path;
  const store = openStore(`sqlite:${path}.unfinished`);
  await fill(store);
  await store.close();
  cpSync(`${path}.unfinished`, path);
  rmSync(`${path}.unfinished`);
  return path;
}

/** A copy without the tables added since, as an older version left it. */
function createOlderStore(path: string): string {
  const older = join(folder, 'older.db');
  cpSync(path, older);
  const database = new DatabaseSync(older);
  const named = (type: string) =>
    database
      .prepare("SELECT name FROM sqlite_master WHERE type = ? AND (name LIKE 'chronicle%' OR name LIKE 'story_title%')")
      .all(type)
      .map((row) => String(row.name));
  for (const name of named('trigger')) database.exec(`DROP TRIGGER ${name}`);
  for (const name of ['story_title_words', 'story_titles', 'chronicle', 'chronicle_summaries', 'chronicle_filled']) {
    if (named('table').includes(name)) database.exec(`DROP TABLE ${name}`);
  }
  database.close();
  return older;
}

async function measureAtRest(
  situation: string,
  path: string,
  questions: readonly Question[],
): Promise<Map<string, number[]>> {
  const bot = await runBot(`sqlite:${path}`);
  await sleep(START_UP_MS);
  // Draws the pictures once, so that only answers are measured.
  for (const question of questions) await question.ask(bot.discord);
  await sleep(500);
  bot.reset();
  const byQuestion = new Map<string, number[]>();
  for (const question of questions) byQuestion.set(question.name, await askRounds(bot, question, ROUNDS));
  await printRow(situation, bot, [...byQuestion.values()].flat());
  await bot.stop();
  return byQuestion;
}

async function measureHostileSources(): Promise<void> {
  const web = await startHostileWeb();
  for (const source of web.sources) {
    const watchedDir = join(folder, 'hostile');
    rmSync(watchedDir, { recursive: true, force: true });
    web.writeCatalog(watchedDir, source);
    const store = join(folder, 'hostile.db');
    for (const companion of ['', '-wal', '-shm', '.lock']) rmSync(store + companion, { force: true });
    const bot = await runBot(`sqlite:${store}`, { watchedDir, host: web.host });
    const durations: number[] = [];
    let isPolling = true;
    // The first poll happened at start; this one also confirms the change.
    const polls = Promise.race([bot.poll(), sleep(MAX_POLL_MS)]).finally(() => {
      isPolling = false;
    });
    while (isPolling) {
      for (const question of commonQuestions) if (isPolling) durations.push(...(await askRounds(bot, question, 1)));
    }
    const outcome = (await polls)
      ?.map((result) => [result.outcome, result.detail].filter(Boolean).join(': '))
      .join('; ');
    await printRow(source, bot, durations, (outcome ?? 'not done').slice(0, 60));
    await bot.stop();
  }
  web.close();
}

async function measureAtStart(situation: string, path: string): Promise<void> {
  const bot = await runBot(`sqlite:${path}`);
  const durations: number[] = [];
  const until = performance.now() + START_UP_MS;
  while (performance.now() < until) {
    for (const question of commonQuestions)
      if (performance.now() < until) durations.push(...(await askRounds(bot, question, 1)));
  }
  await printRow(situation, bot, durations);
  await bot.stop();
}

async function askRounds({ discord }: RunningBot, question: Question, rounds: number): Promise<number[]> {
  const durations: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const requests = Array.from({ length: CONCURRENT_MEMBERS }, async () => {
      const startedAt = performance.now();
      await question.ask(discord).catch((error: Error) => console.log(`${question.name}: ${error.message}`));
      return performance.now() - startedAt;
    });
    durations.push(...(await Promise.all(requests)));
  }
  return durations;
}

async function printRow(situation: string, bot: RunningBot, durations: number[], outcome = ''): Promise<void> {
  const { longestMs, p99Ms, residentMb } = await bot.report();
  const answered =
    durations.length === 0
      ? 'no commands'
      : [percentile(durations, 0.5), percentile(durations, 0.99), percentile(durations, 1)].map(formatMs).join('');
  console.log(
    situation.padEnd(34),
    [longestMs, p99Ms].map(formatMs).join('').padEnd(28),
    answered.padEnd(30),
    `${residentMb.toFixed(0)} MB`.padEnd(8),
    outcome,
  );
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)] ?? Number.NaN;
}

function formatMs(value: number): string {
  return `${value.toFixed(1)} ms`.padEnd(10);
}
