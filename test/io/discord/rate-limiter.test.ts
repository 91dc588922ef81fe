import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createCircuitBreaker, MAX_INVALID_REQUESTS_PER_WINDOW } from '../../../src/io/discord/circuit-breaker.ts';
import { createRateLimiter } from '../../../src/io/discord/rate-limiter.ts';
import { manualClock } from '../../helpers/courier.ts';

describe('the rate limiter', () => {
  it('is even: a thousand turns at 40 a second take 25 seconds', async () => {
    const clock = manualClock();
    const rateLimiter = createRateLimiter(40, clock);
    for (let i = 0; i < 1001; i++) await rateLimiter.acquire();
    assert.ok(Math.abs(clock.ms - 25_000) < 200, `${clock.ms} ms`);
  });

  it('makes up for a busy moment, never for an idle hour', async () => {
    const clock = manualClock();
    const rateLimiter = createRateLimiter(40, clock);
    await rateLimiter.acquire();
    clock.ms += 3_600_000;
    const before = clock.ms;
    let atOnce = 0;
    while (clock.ms === before) {
      await rateLimiter.acquire();
      atOnce++;
    }
    // The last one waited.
    assert.ok(atOnce <= 4, `${atOnce} at once`);
  });

  it('allows at most 42 turns within any second, so that eight stalled requests can arrive with them', async () => {
    const clock = manualClock();
    const rateLimiter = createRateLimiter(40, clock);
    const turns: number[] = [];
    for (let i = 0; i < 2000; i++) {
      await rateLimiter.acquire();
      turns.push(clock.ms);
      // The process is busy with something else now and then.
      if (i % 37 === 0) clock.ms += (i % 5) * 60;
    }
    for (const [i, at] of turns.entries()) {
      const within = turns.slice(i).findIndex((later) => later >= at + 1000);
      assert.ok((within === -1 ? turns.length - i : within) <= 42);
    }
  });
});

describe('the circuit breaker', () => {
  it('stays closed below its threshold, and opens for ten minutes at it', () => {
    const clock = manualClock();
    const breaker = createCircuitBreaker(clock.elapsedMs);
    for (let i = 1; i < MAX_INVALID_REQUESTS_PER_WINDOW; i++) breaker.recordInvalid();
    assert.equal(breaker.secondsLeft(), 0);
    breaker.recordInvalid();
    assert.equal(breaker.secondsLeft(), 600);
    clock.ms += 600_000;
    assert.equal(breaker.secondsLeft(), 0);
  });

  it('forgets answers older than ten minutes', () => {
    const clock = manualClock();
    const breaker = createCircuitBreaker(clock.elapsedMs);
    for (let i = 1; i < MAX_INVALID_REQUESTS_PER_WINDOW; i++) breaker.recordInvalid();
    clock.ms += 600_000;
    breaker.recordInvalid();
    assert.equal(breaker.secondsLeft(), 0);
  });

  it('stays open as long as a ban lasts', () => {
    const clock = manualClock();
    const breaker = createCircuitBreaker(clock.elapsedMs);
    breaker.openFor(3600);
    breaker.openFor(60);
    assert.equal(breaker.secondsLeft(), 3600);
  });
});
