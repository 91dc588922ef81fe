import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createCircuitBreaker, MAX_INVALID_REQUESTS_PER_WINDOW } from '../../../src/io/discord/circuit-breaker.ts';
import { createRateLimiter } from '../../../src/io/discord/rate-limiter.ts';

/** Time that passes when somebody waits. */
function handTime() {
  const time = {
    now: 0,
    elapsedMs: () => time.now,
    async sleep(milliseconds: number) {
      time.now += milliseconds;
    },
  };
  return time;
}

describe('the pace', () => {
  it('is even: a thousand turns at 40 a second take 25 seconds', async () => {
    const time = handTime();
    const rateLimiter = createRateLimiter(40, time);
    for (let i = 0; i < 1001; i++) await rateLimiter.acquire();
    assert.ok(Math.abs(time.now - 25_000) < 200, `${time.now} ms`);
  });

  it('makes up for a moment of being busy, never for an idle hour', async () => {
    const time = handTime();
    const rateLimiter = createRateLimiter(40, time);
    await rateLimiter.acquire();
    time.now += 3_600_000;
    const before = time.now;
    let atOnce = 0;
    while (time.now === before) {
      await rateLimiter.acquire();
      atOnce++;
    }
    // The last one waited.
    assert.ok(atOnce <= 4, `${atOnce} at once`);
  });

  it('gives no second more than 42 turns, whatever happens, so that eight held up may arrive with them', async () => {
    const time = handTime();
    const rateLimiter = createRateLimiter(40, time);
    const turns: number[] = [];
    for (let i = 0; i < 2000; i++) {
      await rateLimiter.acquire();
      turns.push(time.now);
      // The process is busy with something else now and then.
      if (i % 37 === 0) time.now += (i % 5) * 60;
    }
    for (const [i, at] of turns.entries()) {
      const within = turns.slice(i).findIndex((later) => later >= at + 1000);
      assert.ok((within === -1 ? turns.length - i : within) <= 42);
    }
  });
});

describe('the breaker', () => {
  it('stays closed below its number, and opens for ten minutes at it', () => {
    const time = handTime();
    const breaker = createCircuitBreaker(time.elapsedMs);
    for (let i = 1; i < MAX_INVALID_REQUESTS_PER_WINDOW; i++) breaker.recordInvalid();
    assert.equal(breaker.secondsLeft(), 0);
    breaker.recordInvalid();
    assert.equal(breaker.secondsLeft(), 600);
    time.now += 600_000;
    assert.equal(breaker.secondsLeft(), 0);
  });

  it('forgets what was more than ten minutes ago', () => {
    const time = handTime();
    const breaker = createCircuitBreaker(time.elapsedMs);
    for (let i = 1; i < MAX_INVALID_REQUESTS_PER_WINDOW; i++) breaker.recordInvalid();
    time.now += 600_000;
    breaker.recordInvalid();
    assert.equal(breaker.secondsLeft(), 0);
  });

  it('opens as long as a ban lasts', () => {
    const time = handTime();
    const breaker = createCircuitBreaker(time.elapsedMs);
    breaker.openFor(3600);
    breaker.openFor(60);
    assert.equal(breaker.secondsLeft(), 3600);
  });
});
