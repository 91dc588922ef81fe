/**
 * Measures the delivery of one alert to many channels by the real bot, in its own process, against a loopback Discord with rate
 * limits, while slash commands are running.
 *
 * node bench/fanout.ts [channels]      10,000 channels take four minutes
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { startLoopbackDiscord } from '../sandbox/discord/loopback-discord.ts';
import { openStore } from '../src/io/store/open-store.ts';
import { recordStory } from '../test/helpers/record-story.ts';
import { anItem, aSubscription } from '../test/helpers/world.ts';

const [channels = 10_000] = process.argv.slice(2).map(Number);
const REQUESTS_PER_SECOND = 40;
const ASK_EVERY_MS = 200;
const QUESTIONS = ['status', 'platforms', 'news', 'help', 'timeline'];
const PROGRAM = fileURLToPath(new URL('../src/cli.ts', import.meta.url));

let firstPost = 0;
let lastPost = 0;
let posts = 0;
let rateLimited = 0;
const discord = await startLoopbackDiscord({
  limited: true,
  onRequest(seen) {
    if (seen.limited) rateLimited++;
    if (seen.method !== 'POST' || !/\/channels\/\d+\/messages$/.test(seen.path)) return;
    posts++;
    firstPost ||= performance.now();
    lastPost = performance.now();
  },
});
const folder = mkdtempSync(join(tmpdir(), 'clausewatch-fanout-'));
const storeUrl = `sqlite:${join(folder, 'store.db')}`;
await planOneAlert();
writeCatalog();

const bot = spawn(process.execPath, [PROGRAM, 'start'], {
  env: {
    ...process.env,
    DISCORD_TOKEN: discord.token,
    DISCORD_API: discord.api,
    STORE_URL: storeUrl,
    CATALOG_DIR: folder,
    LOG_LEVEL: 'info',
  },
  stdio: ['ignore', 'inherit', 'inherit'],
});
const ended = new Promise((resolve) => bot.once('close', resolve));

const answerMs: number[] = [];
const channelId = discord.channel('general').id;
while (posts < channels && bot.exitCode === null) {
  await sleep(ASK_EVERY_MS);
  if (!discord.online()) continue;
  const started = performance.now();
  const command = QUESTIONS[answerMs.length % QUESTIONS.length] ?? 'help';
  await discord.ask({ command, options: command === 'timeline' ? { platform: 'tunebox' } : {}, channelId });
  answerMs.push(performance.now() - started);
}
await sleep(2000);
bot.kill('SIGTERM');
await ended;
const inChannels = discord.world.guild.channels.map(
  ({ id }) => discord.messages(id).filter(({ type }) => type === 0).length,
);
await discord.close();
rmSync(folder, { recursive: true });

const seconds = (lastPost - firstPost) / 1000;
const ideal = channels / REQUESTS_PER_SECOND;
answerMs.sort((a, b) => a - b);
const percentile = (share: number) => (answerMs[Math.floor(answerMs.length * share)] ?? Number.NaN).toFixed(1);
console.log(
  `${channels} channels in ${seconds.toFixed(1)} s, ${(seconds / ideal).toFixed(3)} times ${ideal} s (target: at most 1.03)`,
);
console.log(
  `429 responses: ${rateLimited} (target: 0); channels with more than one message: ${inChannels.filter((n) => n > 1).length}`,
);
console.log(
  `${answerMs.length} slash commands meanwhile: median ${percentile(0.5)} ms, 99th percentile ${percentile(0.99)} ms (target: under 100), slowest ${percentile(0.9999)} ms`,
);

/** Subscribes every channel to the same story and records it. */
async function planOneAlert(): Promise<void> {
  const store = openStore(storeUrl);
  const subscriptions = Array.from({ length: channels }, (_, i) => {
    const { id } = discord.addChannel(`channel-${i}`);
    return aSubscription({ id: `s${i}`, channelId: id, guildId: discord.world.guild.id });
  });
  for (let from = 0; from < channels; from += 1000) {
    const batch = subscriptions.slice(from, from + 1000);
    await store.subscriptions.putMany(batch.map((value) => ({ key: value.id, value })));
  }
  const now = new Date().toISOString();
  const story = {
    id: 'story',
    platforms: ['tunebox'],
    topics: ['training' as const],
    kind: 'policy-change' as const,
    label: 'alert' as const,
    firstSeen: now,
    items: [anItem()],
  };
  await recordStory(store, story, true, now);
  await store.close();
}

/** Writes a catalog with nothing to poll. */
function writeCatalog(): void {
  mkdirSync(join(folder, 'platforms'));
  const platform = {
    id: 'tunebox',
    name: 'Tunebox',
    kind: 'hosting',
    homepage: 'http://127.0.0.1:1/',
    documents: {},
    feeds: [],
    researched: { training: 'unclear', asOf: '2026-01', confidence: 'low' },
  };
  writeFileSync(join(folder, 'platforms', 'tunebox.json'), JSON.stringify(platform));
}
