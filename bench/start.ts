/** Measures the time from process start to ready with the sandbox, and idle resident memory (Linux only). */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const RUNS = 5;
const IDLE_SECONDS = 3;
const PROGRAM = fileURLToPath(new URL('../src/cli.ts', import.meta.url));

const readyMs: number[] = [];
const residentMb: number[] = [];
for (let run = 0; run < RUNS; run++) {
  const folder = mkdtempSync(join(tmpdir(), 'clausewatch-bench-'));
  const started = performance.now();
  const child = spawn(process.execPath, [PROGRAM, 'start'], {
    env: {
      ...process.env,
      DISCORD_TOKEN: '',
      STORE_URL: `sqlite:${join(folder, 'store.db')}`,
      WEB_PORT: '0',
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (piece) => String(piece).includes('http://') && resolve());
    child.once('close', () => reject(new Error('the sandbox did not start')));
  });
  readyMs.push(performance.now() - started);
  await sleep(IDLE_SECONDS * 1000);
  const status = `/proc/${child.pid}/status`;
  if (existsSync(status)) residentMb.push(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1]) / 1024);
  child.removeAllListeners('close');
  child.kill('SIGTERM');
  await new Promise((resolve) => child.once('close', resolve));
  rmSync(folder, { recursive: true });
}
console.log(`start to ready against the sandbox: median ${median(readyMs).toFixed(0)} ms of ${RUNS} runs`);
if (residentMb.length > 0)
  console.log(`resident when idle, bot and sandbox in one process: median ${median(residentMb).toFixed(0)} MB`);

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
