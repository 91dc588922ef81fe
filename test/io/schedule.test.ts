import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { scheduleJob } from '../../src/io/schedule.ts';
import { listeningLog } from '../helpers/world.ts';

const EACH_MINUTE = '* * * * *';
const MINUTE_MS = 60_000;

/** Time is moved by hand, and what reaches the console is kept. */
function aWorld(t: TestContext) {
  t.mock.timers.enable({ apis: ['setTimeout', 'Date'], now: Date.parse('2026-06-01T12:00:30.000Z') });
  const console = { words: [] as unknown[] };
  for (const method of ['info', 'warn', 'error', 'debug'] as const) {
    t.mock.method(globalThis.console, method, (...words: unknown[]) => console.words.push(words));
  }
  const after = async (ms: number) => {
    t.mock.timers.tick(ms);
    for (let turns = 0; turns < 5; turns++) await turn();
  };
  const log = listeningLog();
  return { log, lines: log.lines, console, after };
}

describe('a job on a schedule', () => {
  it('that is late is run all the same', async (t) => {
    const { log, lines, after } = aWorld(t);
    let runs = 0;
    const job = scheduleJob('the look', '0 * * * *', async () => void runs++, log);
    t.mock.timers.setTime(Date.parse('2026-06-01T13:05:00.000Z'));
    await after(1);
    await job.stop();
    assert.equal(runs, 1);
    assert.deepEqual(lines, []);
  });

  it('that was missed many times is told in one line of our log, and nothing on the console', async (t) => {
    const { log, lines, console, after } = aWorld(t);
    const job = scheduleJob('the look', EACH_MINUTE, async () => {}, log);
    t.mock.timers.setTime(Date.parse('2026-06-01T12:20:30.000Z'));
    await after(1);
    await job.stop();
    assert.equal(lines.length, 1, lines.join('\n'));
    assert.match(lines[0] ?? '', /^warn: the look was missed at 2026-06-01T12:01:00\.000Z and 18 times after that/);
    assert.deepEqual(console.words, []);
  });

  it('that is still running when its time comes again is told in our log, with its name', async (t) => {
    const { log, lines, console, after } = aWorld(t);
    const { promise: end, resolve } = Promise.withResolvers<void>();
    const job = scheduleJob('the look', EACH_MINUTE, () => end, log);
    await after(30_000);
    await after(MINUTE_MS);
    resolve();
    await job.stop();
    assert.match(lines.join('\n'), /^warn: the look: task still running/);
    assert.deepEqual(console.words, []);
  });

  it('that fails is told in our log', async (t) => {
    const { log, lines, console, after } = aWorld(t);
    const failing = async () => {
      throw new Error('no luck');
    };
    const job = scheduleJob('the look', EACH_MINUTE, failing, log);
    await after(30_000);
    await job.stop();
    assert.match(lines.join('\n'), /^error: the look failed/);
    assert.deepEqual(console.words, []);
  });
});
