/**
 * How long the event loop is held up, and how long members wait for answers meanwhile, side by side: idle, while hostile sources are
 * read, at ten years of history, and at start after an import and after an upgrade. Five members ask at once, through the gateway.
 *
 * node bench/loop.ts [folder [situation]]      the folder keeps the stores that are made for it, which takes two minutes
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

const [kept, only = ''] = process.argv.slice(2);
const wanted = (situation: string) => situation.includes(only);
const AT_ONCE = 5;
const ROUNDS = 8;
const IMPORTED = 5000;
/** After a start, so long. */
const START_MS = 8000;
/** A look at one source is waited for so long. */
const LONGEST_LOOK_MS = 120_000;

const folder = kept ?? mkdtempSync(join(tmpdir(), 'clausewatch-loop-'));
mkdirSync(folder, { recursive: true });
const catalog = await requireCatalog([fileURLToPath(new URL('../catalog', import.meta.url))]);
const common = QUESTIONS.filter(({ name }) => /^\/(?:stance|changes|news|help|status|diff change)[^,]*$/.test(name));

console.log(
  'situation'.padEnd(34),
  'loop held up: longest, p99'.padEnd(28),
  'answers: p50, p99, slowest'.padEnd(30),
  'resident',
);

if (wanted('idle')) await atRest('idle', await made('empty.db', async () => {}), common);
const tenYears = await made('ten-years.db', (store) => fillTenYears(store, catalog));
const answers = wanted('ten years of history') ? await atRest('ten years of history', tenYears, QUESTIONS) : new Map();
if (wanted('hostile')) await whileReadingHostileSources();
if (wanted('start at ten years')) await atStart('start at ten years', tenYears);
if (wanted('start with an older store')) await atStart('start with an older store', olderStore(tenYears));
if (wanted('start after an import')) {
  const imported = await made('imported.db', (store) => importVersions(store, catalog, IMPORTED));
  await atStart(`start after importing ${IMPORTED}`, imported);
}

if (answers.size > 0) console.log(`\n${'Each question at ten years, five at once:'.padEnd(58)} p50       p99`);
for (const [name, took] of answers) console.log(name.padEnd(58), ms(at(took, 0.5)), ms(at(took, 0.99)));
if (kept === undefined) rmSync(folder, { recursive: true });

/** A store of that name, made where it is not there yet. */
async function made(name: string, fill: (store: ReturnType<typeof openStore>) => Promise<void>): Promise<string> {
  const path = join(folder, name);
  if (existsSync(path)) return path;
  const store = openStore(`sqlite:${path}.unfinished`);
  await fill(store);
  await store.close();
  cpSync(`${path}.unfinished`, path);
  rmSync(`${path}.unfinished`);
  return path;
}

/** The same values without the tables that answers are read from, as programs before them left it. */
function olderStore(path: string): string {
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

async function atRest(situation: string, path: string, questions: readonly Question[]): Promise<Map<string, number[]>> {
  const bot = await runBot(`sqlite:${path}`);
  await sleep(START_MS);
  // Pictures are drawn by another process, each once; what is measured are answers.
  for (const question of questions) await question.ask(bot.discord);
  await sleep(500);
  bot.forget();
  const byQuestion = new Map<string, number[]>();
  for (const question of questions) byQuestion.set(question.name, await askRounds(bot, question, ROUNDS));
  await tell(situation, bot, [...byQuestion.values()].flat());
  await bot.stop();
  return byQuestion;
}

async function whileReadingHostileSources(): Promise<void> {
  const web = await startHostileWeb();
  for (const source of web.sources) {
    const watchedDir = join(folder, 'hostile');
    rmSync(watchedDir, { recursive: true, force: true });
    web.writeCatalog(watchedDir, source);
    const store = join(folder, 'hostile.db');
    for (const companion of ['', '-wal', '-shm', '.lock']) rmSync(store + companion, { force: true });
    const bot = await runBot(`sqlite:${store}`, { watchedDir, host: web.host });
    const took: number[] = [];
    let looking = true;
    // The first look came with the start; what changed since is read twice, for the second look.
    const looks = Promise.race([bot.look(), sleep(LONGEST_LOOK_MS)]).finally(() => {
      looking = false;
    });
    while (looking) {
      for (const question of common) if (looking) took.push(...(await askRounds(bot, question, 1)));
    }
    const outcome = (await looks)?.map((look) => [look.outcome, look.detail].filter(Boolean).join(': ')).join('; ');
    await tell(source, bot, took, (outcome ?? 'not done').slice(0, 60));
    await bot.stop();
  }
  web.close();
}

async function atStart(situation: string, path: string): Promise<void> {
  const bot = await runBot(`sqlite:${path}`);
  const took: number[] = [];
  const until = performance.now() + START_MS;
  while (performance.now() < until) {
    for (const question of common) if (performance.now() < until) took.push(...(await askRounds(bot, question, 1)));
  }
  await tell(situation, bot, took);
  await bot.stop();
}

async function askRounds({ discord }: RunningBot, question: Question, rounds: number): Promise<number[]> {
  const took: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const asked = Array.from({ length: AT_ONCE }, async () => {
      const began = performance.now();
      await question.ask(discord).catch((error: Error) => console.log(`${question.name}: ${error.message}`));
      return performance.now() - began;
    });
    took.push(...(await Promise.all(asked)));
  }
  return took;
}

async function tell(situation: string, bot: RunningBot, took: number[], outcome = ''): Promise<void> {
  const { longestMs, p99Ms, residentMb } = await bot.report();
  const answered = took.length === 0 ? 'none asked' : [at(took, 0.5), at(took, 0.99), at(took, 1)].map(ms).join('');
  console.log(
    situation.padEnd(34),
    [longestMs, p99Ms].map(ms).join('').padEnd(28),
    answered.padEnd(30),
    `${residentMb.toFixed(0)} MB`.padEnd(8),
    outcome,
  );
}

function at(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)] ?? Number.NaN;
}

function ms(value: number): string {
  return `${value.toFixed(1)} ms`.padEnd(10);
}
