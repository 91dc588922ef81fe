/** Measures slash command response times over 1,000 commands, from the gateway event to the REST response. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox } from '../sandbox/start-sandbox.ts';
import { readConfig } from '../src/bot/config.ts';
import { createLog } from '../src/io/log/log.ts';

const COMMANDS = 1000;
const PLATFORMS = ['soundcloud', 'spotify', 'bandcamp', 'youtube', 'deezer', 'larkspool'];
const QUESTIONS = ['stance', 'timeline', 'changes', 'platforms', 'status', 'help'];

const folder = mkdtempSync(join(tmpdir(), 'clausewatch-bench-'));
const read = readConfig({ STORE_URL: `sqlite:${join(folder, 'store.db')}`, LOG_LEVEL: 'error' });
if (read.status !== 'ok') throw new Error(read.faults.join('\n'));
const { discord, close } = await startSandbox(read.config, createLog('error'));
const channelId = discord.channel('general').id;

const durationsMs: number[] = [];
for (let i = 0; i < COMMANDS; i++) {
  const command = QUESTIONS[i % QUESTIONS.length] ?? 'help';
  const platform = PLATFORMS[i % PLATFORMS.length] ?? '';
  const options: Record<string, string> = ['stance', 'timeline', 'changes'].includes(command) ? { platform } : {};
  const started = performance.now();
  await discord.ask({ command, options, channelId });
  durationsMs.push(performance.now() - started);
}
await close();
rmSync(folder, { recursive: true });

durationsMs.sort((a, b) => a - b);
const percentile = (share: number) => (durationsMs[Math.floor(durationsMs.length * share)] ?? Number.NaN).toFixed(1);
console.log(
  `answers to ${COMMANDS} slash commands: median ${percentile(0.5)} ms, 99th percentile ${percentile(0.99)} ms, slowest ${percentile(0.9999)} ms`,
);
