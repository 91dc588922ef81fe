/**
 * Kills a process at random moments while things happen and are told to many channels, starts it again each time, and counts in the
 * end what stands in the channels. Some answers are lost after their effect, and sometimes so much time lies between two lives that
 * Discord has forgotten the nonces of the first, storms are over, corrections and digests due.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type LoopbackDiscord, startLoopbackDiscord } from '../../../sandbox/discord/loopback-discord.ts';
import { openStore } from '../../../src/io/store/open-store.ts';
import { subscribeAll } from './channels.ts';
import { countMessages, type FiguresByKind } from './count-messages.ts';

const PROGRAM = fileURLToPath(new URL('./deliver-until-killed.ts', import.meta.url));
/** The share of kills that are counted from the beginning of a life, and may come while it reads the outbox or plans. */
const EARLY = 0.3;
const EARLY_MS = 150;
/** The others are counted from its first post. */
const LATE_MS = 500;
/** A life that has nothing to post is killed as well. */
const NO_POST_MS = 1500;
/** Some minutes, or some hours, may lie between two lives. */
const LATER_MS = [6, 10, 10, 65, 300].map((minutes) => minutes * 60_000);
const LATER = 0.4;
const LOST_ANSWERS = 0.02;
/** In the end it lives on until nothing is left: storms last an hour. */
const MOST_LAST_LIVES = 12;
const LAST_STEP_MS = 61 * 60_000;

export interface KillFigures {
  kills: number;
  /** Things that were to be told. */
  alerts: number;
  messages: number;
  kinds: FiguresByKind;
  /** Posts that Discord knew by their nonce, and looks for messages whose nonce it had forgotten or never knew. */
  repeats: number;
  searches: number;
  lostAnswers: number;
  /** Rows that could not be delivered to the end, by id and state. */
  left: string[];
}

export async function killDeliveries({ kills, channels }: { kills: number; channels: number }): Promise<KillFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'clausewatch-kills-'));
  const storeUrl = `sqlite:${join(folder, 'store.db')}`;
  let aheadMs = 0;
  let posts = 0;
  let searches = 0;
  let lostAnswers = 0;
  let losing = true;
  let sawPost = () => {};
  const discord: LoopbackDiscord = await startLoopbackDiscord({
    now: () => new Date(Date.now() + aheadMs),
    onRequest({ method, path }) {
      if (method === 'GET' && /\/(messages|threads\/active)$/.test(path)) searches++;
      if (method !== 'POST' || !/\/(messages|threads)$/.test(path)) return;
      posts++;
      sawPost();
      if (!losing || Math.random() >= LOST_ANSWERS) return;
      lostAnswers++;
      discord.trouble.order({ trouble: 'cut', afterEffect: true, on: /^POST .*\/(messages|threads)$/ });
    },
  });
  const load = (mode: 'tell' | 'finish') =>
    spawn(process.execPath, [PROGRAM, mode, storeUrl, discord.api, discord.token], {
      env: { ...process.env, NODE_COMPILE_CACHE: join(folder, 'compiled') },
      stdio: ['pipe', 'inherit', 'inherit'],
    });
  const begin = (child: ChildProcess) => child.stdin?.write(`${aheadMs}\n`);
  const finish = async () => {
    const child = load('finish');
    begin(child);
    await gone(child);
  };
  try {
    const store = openStore(storeUrl);
    await subscribeAll(store, discord, channels, new Date());
    await store.close();
    // One life that ends by itself leaves its compiled code to the others, which load the sooner.
    await finish();
    let next = load('tell');
    for (let kill = 0; kill < kills; kill++) {
      const child = next;
      if (kill + 1 < kills) next = load('tell');
      const posting = new Promise<void>((resolve) => {
        sawPost = resolve;
      });
      begin(child);
      const early = Math.random() < EARLY;
      if (!early) await Promise.race([posting, gone(child), sleep(NO_POST_MS)]);
      await sleep(Math.random() * (early ? EARLY_MS : LATE_MS));
      child.kill('SIGKILL');
      await gone(child);
      if (Math.random() < LATER) aheadMs += LATER_MS[Math.floor(Math.random() * LATER_MS.length)] ?? 0;
    }
    losing = false;
    let left = await rowsLeft(storeUrl);
    for (let life = 0; life < MOST_LAST_LIVES && (life === 0 || left.length > 0); life++) {
      aheadMs += LAST_STEP_MS;
      await finish();
      left = await rowsLeft(storeUrl);
    }
    const counted = openStore(storeUrl);
    const figures = await countMessages(counted, discord);
    await counted.close();
    return { ...figures, kills, left, repeats: posts - figures.messages, searches, lostAnswers };
  } finally {
    await discord.close();
    rmSync(folder, { recursive: true });
  }
}

/** Rows of a plan that nobody finished are none: what they tell of was never recorded. */
async function rowsLeft(storeUrl: string): Promise<string[]> {
  const store = openStore(storeUrl);
  const rows: string[] = [];
  for await (const [id, row] of store.outbox.entries()) {
    if (await store.alerts.has(row.alertId)) rows.push(`${id} ${row.act} ${row.state} of ${row.alertId}`);
  }
  await store.close();
  return rows;
}

const gone = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('close', () => resolve());
  });
const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
