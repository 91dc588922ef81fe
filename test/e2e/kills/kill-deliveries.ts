/**
 * Kills a process at random moments while it records events and alerts many channels, restarts it each time, and counts the messages in
 * the end. Some responses are lost after their effect. Sometimes so much time passes between two lives of the process that Discord has
 * forgotten its nonces, rate limits are over, and corrections and digests are due.
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
/** The share of kills that are timed from the start, and may come while the process loads the outbox or plans. */
const EARLY_KILLS = 0.3;
const MAX_EARLY_KILL_MS = 150;
/** The others are timed from its first post. */
const MAX_LATE_KILL_MS = 500;
/** A process that posts nothing is killed after this long. */
const IDLE_KILL_MS = 1500;
/** Time that may pass between two lives. */
const PAUSES_MS = [6, 10, 10, 65, 300].map((minutes) => minutes * 60_000);
const PAUSE_PROBABILITY = 0.4;
const LOST_RESPONSE_PROBABILITY = 0.02;
/** In the end it lives on until nothing is left; a rate limit lasts an hour. */
const MAX_LAST_LIVES = 12;
const LAST_PAUSE_MS = 61 * 60_000;

export interface KillFigures {
  kills: number;
  alerts: number;
  messages: number;
  kinds: FiguresByKind;
  /** Posts that Discord recognised by their nonce, and searches for messages whose nonce it had forgotten or never knew. */
  repeats: number;
  searches: number;
  lostAnswers: number;
  /** Rows that are still in the outbox, by id and state. */
  left: string[];
}

export async function killDeliveries({ kills, channels }: { kills: number; channels: number }): Promise<KillFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'clausewatch-kills-'));
  const storeUrl = `sqlite:${join(folder, 'store.db')}`;
  let aheadMs = 0;
  let posts = 0;
  let searches = 0;
  let lostAnswers = 0;
  let losesResponses = true;
  let sawPost = () => {};
  const discord: LoopbackDiscord = await startLoopbackDiscord({
    now: () => new Date(Date.now() + aheadMs),
    onRequest({ method, path }) {
      if (method === 'GET' && /\/(messages|threads\/active)$/.test(path)) searches++;
      if (method !== 'POST' || !/\/(messages|threads)$/.test(path)) return;
      posts++;
      sawPost();
      if (!losesResponses || Math.random() >= LOST_RESPONSE_PROBABILITY) return;
      lostAnswers++;
      discord.faults.inject({ fault: 'cut', afterEffect: true, on: /^POST .*\/(messages|threads)$/ });
    },
  });
  const load = (mode: 'tell' | 'finish') =>
    spawn(process.execPath, [PROGRAM, mode, storeUrl, discord.api, discord.token], {
      env: { ...process.env, NODE_COMPILE_CACHE: join(folder, 'compiled') },
      stdio: ['pipe', 'inherit', 'inherit'],
    });
  const start = (child: ChildProcess) => child.stdin?.write(`${aheadMs}\n`);
  const finish = async () => {
    const child = load('finish');
    start(child);
    await exited(child);
  };
  try {
    const store = openStore(storeUrl);
    await subscribeAll(store, discord, channels, new Date());
    await store.close();
    // One life that ends by itself leaves its compiled code to the others, which then load faster.
    await finish();
    let next = load('tell');
    for (let kill = 0; kill < kills; kill++) {
      const child = next;
      if (kill + 1 < kills) next = load('tell');
      const posting = new Promise<void>((resolve) => {
        sawPost = resolve;
      });
      start(child);
      const isEarly = Math.random() < EARLY_KILLS;
      if (!isEarly) await Promise.race([posting, exited(child), sleep(IDLE_KILL_MS)]);
      await sleep(Math.random() * (isEarly ? MAX_EARLY_KILL_MS : MAX_LATE_KILL_MS));
      child.kill('SIGKILL');
      await exited(child);
      if (Math.random() < PAUSE_PROBABILITY) aheadMs += PAUSES_MS[Math.floor(Math.random() * PAUSES_MS.length)] ?? 0;
    }
    losesResponses = false;
    let left = await rowsLeft(storeUrl);
    for (let life = 0; life < MAX_LAST_LIVES && (life === 0 || left.length > 0); life++) {
      aheadMs += LAST_PAUSE_MS;
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

/** Without rows whose alert was never written. */
async function rowsLeft(storeUrl: string): Promise<string[]> {
  const store = openStore(storeUrl);
  const rows: string[] = [];
  for await (const [id, row] of store.outbox.entries()) {
    if (await store.alerts.has(row.alertId)) rows.push(`${id} ${row.act} ${row.state} of ${row.alertId}`);
  }
  await store.close();
  return rows;
}

const exited = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('close', () => resolve());
  });
const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
