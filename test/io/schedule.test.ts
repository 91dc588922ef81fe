import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { scheduleJob } from '../../src/io/schedule.ts';
import { recordingLog } from '../helpers/world.ts';

const EACH_MINUTE = '* * * * *';
const MINUTE_MS = 60_000;

/** Mocks the clock and records what reaches the console. */
function createFixture(t: TestContext) {
  t.mock.timers.enable({ apis: ['setTimeout', 'Date'], now: Date.parse('2026-06-01T12:00:30.000Z') });
  const console = { words: [] as unknown[] };
  for (const method of ['info', 'warn', 'error', 'debug'] as const) {
    t.mock.method(globalThis.console, method, (...words: unknown[]) => console.words.push(words));
  }
  const after = async (ms: number) => {
    t.mock.timers.tick(ms);
    for (let turns = 0; turns < 5; turns++) await turn();
  };
  const log = recordingLog();
  return { log, lines: log.lines, console, after };
}

describe('a job on a schedule', () => {
  it('that is late still runs', async (t) => {
    const { log, lines, after } = createFixture(t);
    let runs = 0;
    const job = scheduleJob('the poll', '0 * * * *', async () => void runs++, log);
    t.mock.timers.setTime(Date.parse('2026-06-01T13:05:00.000Z'));
    await after(1);
    await job.stop();
    assert.equal(runs, 1);
    assert.deepEqual(lines, []);
  });

  it('that was missed many times is logged in one line, and nothing reaches the console', async (t) => {
    const { log, lines, console, after } = createFixture(t);
    const job = scheduleJob('the poll', EACH_MINUTE, async () => {}, log);
    t.mock.timers.setTime(Date.parse('2026-06-01T12:20:30.000Z'));
    await after(1);
    await job.stop();
    assert.equal(lines.length, 1, lines.join('\n'));
    assert.match(lines[0] ?? '', /^warn: the poll was missed at 2026-06-01T12:01:00\.000Z and 18 times after that/);
    assert.deepEqual(console.words, []);
  });

  it('that is still running at its next time is logged with its name', async (t) => {
    const { log, lines, console, after } = createFixture(t);
    const { promise: end, resolve } = Promise.withResolvers<void>();
    const job = scheduleJob('the poll', EACH_MINUTE, () => end, log);
    await after(30_000);
    await after(MINUTE_MS);
    resolve();
    await job.stop();
    assert.match(lines.join('\n'), /^warn: the poll: task still running/);
    assert.deepEqual(console.words, []);
  });

  it('that fails is logged', async (t) => {
    const { log, lines, console, after } = createFixture(t);
    const failing = async () => {
      throw new Error('no luck');
    };
    const job = scheduleJob('the poll', EACH_MINUTE, failing, log);
    await after(30_000);
    await job.stop();
    assert.match(lines.join('\n'), /^error: the poll failed/);
    assert.deepEqual(console.words, []);
  });
});
