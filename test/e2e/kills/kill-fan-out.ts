/**
 * Kills a process at random moments while it tells alerts to many channels, a third of them forums, starts it again each time, and
 * counts in the end what stands in the channels. Some answers are lost after their effect, and sometimes so much time lies between two lives that
 * Discord has forgotten the nonces of the first.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type LoopbackDiscord, startLoopbackDiscord } from '../../../sandbox/discord/loopback-discord.ts';
import { openStore } from '../../../src/io/store/open-store.ts';
import { aSubscription } from '../../helpers/world.ts';

const PROGRAM = fileURLToPath(new URL('./deliver-until-killed.ts', import.meta.url));
/** The share of kills that are counted from the beginning of a life, and may come while it reads the outbox or plans. */
const EARLY = 0.2;
const EARLY_MS = 150;
/** The others are counted from its first post. */
const LATE_MS = 250;
const LONG_AFTER = 0.25;
const LONG_MS = 10 * 60_000;
const LOST_ANSWERS = 0.02;
/** One channel of so many is a forum, whose posts Discord knows no nonce of. */
const FORUM_AMONG = 3;

export interface KillFigures {
  kills: number;
  /** Alerts that were planned, each for all channels. */
  alerts: number;
  messages: number;
  /** Of the channels. */
  forums: number;
  /** Posts that Discord knew by their nonce, and looks for messages whose nonce it had forgotten or never knew. */
  repeats: number;
  searches: number;
  lostAnswers: number;
  /** Alert and channel, where there is not exactly one message. */
  missing: string[];
  double: string[];
}

export async function killFanOut({ kills, channels }: { kills: number; channels: number }): Promise<KillFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'clausewatch-kills-'));
  const storeUrl = `sqlite:${join(folder, 'store.db')}`;
  let aheadMs = 0;
  let posts = 0;
  let searches = 0;
  let lostAnswers = 0;
  let sawPost = () => {};
  const discord = await startLoopbackDiscord({
    now: () => new Date(Date.now() + aheadMs),
    onRequest({ method, path }) {
      if (method === 'GET' && /\/(messages|threads\/active)$/.test(path)) searches++;
      if (method !== 'POST' || !/\/(messages|threads)$/.test(path)) return;
      posts++;
      sawPost();
      if (Math.random() >= LOST_ANSWERS) return;
      lostAnswers++;
      discord.trouble.order({ trouble: 'cut', afterEffect: true, on: /^POST .*\/(messages|threads)$/ });
    },
  });
  try {
    const forums = await subscribeAll(storeUrl, discord, channels);
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
      if (!early) await Promise.race([posting, gone(child)]);
      await sleep(Math.random() * (early ? EARLY_MS : LATE_MS));
      child.kill('SIGKILL');
      await gone(child);
      if (Math.random() < LONG_AFTER) aheadMs += LONG_MS;
    }
    await finish();
    const figures = await count(storeUrl, discord);
    return { ...figures, kills, forums, repeats: posts - figures.messages, searches, lostAnswers };
  } finally {
    await discord.close();
    rmSync(folder, { recursive: true });
  }
}

/** @returns how many of the channels are forums. */
async function subscribeAll(storeUrl: string, discord: LoopbackDiscord, channels: number): Promise<number> {
  const store = openStore(storeUrl);
  const subscriptions = Array.from({ length: channels }, (_, i) => {
    const forum = i % FORUM_AMONG === 0;
    const { id: channelId } = discord.addChannel(`channel-${i}`, forum ? 'forum' : 'text');
    // A forum's posts are looked for in its own server.
    const guildId = forum ? discord.world.guild.id : String(BigInt(discord.world.guild.id) + BigInt(i % 50));
    return aSubscription({ id: `${i}`, channelId, guildId, ...(forum ? { tagIds: [] } : {}) });
  });
  await store.subscriptions.putMany(subscriptions.map((value) => ({ key: value.id, value })));
  await store.close();
  return subscriptions.filter(({ tagIds }) => tagIds).length;
}

/** Looks for each alert in each channel. */
async function count(storeUrl: string, discord: LoopbackDiscord) {
  const store = openStore(storeUrl);
  const titles: string[] = [];
  for await (const [, alert] of store.alerts.entries()) titles.push(`Story ${alert.id.slice('story-'.length)}`);
  const missing: string[] = [];
  const double: string[] = [];
  let messages = 0;
  for (const { channelId, tagIds } of await store.subscriptions.all()) {
    const standing = tagIds ? discord.posts(channelId).flatMap((post) => post.messages) : discord.messages(channelId);
    const posted = standing.map(({ embeds }) => embeds[0]?.title);
    messages += posted.length;
    for (const title of titles) {
      const times = posted.filter((one) => one === title).length;
      if (times === 0) missing.push(`${title} in ${channelId}`);
      if (times > 1) double.push(`${title} in ${channelId}`);
    }
  }
  await store.close();
  return { alerts: titles.length, messages, missing, double };
}

const gone = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('close', () => resolve());
  });
const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
