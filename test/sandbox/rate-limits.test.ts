import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createRateLimits } from '../../sandbox/discord/rate-limits.ts';

const MESSAGES = '/channels/123/messages';

function limitsAt() {
  const time = { ms: 0 };
  return { time, limits: createRateLimits(() => time.ms) };
}

describe('the loopback Discord’s limits', () => {
  it('let five messages into a channel every five seconds, and say so', () => {
    const { time, limits } = limitsAt();
    for (let i = 0; i < 5; i++) {
      time.ms += 100;
      const verdict = limits.judge('POST', MESSAGES);
      assert.ok(verdict.status === 'passes');
      assert.equal(verdict.headers['x-ratelimit-remaining'], String(4 - i));
    }
    const verdict = limits.judge('POST', MESSAGES);
    assert.ok(verdict.status === 'limited' && !verdict.global);
    assert.equal(verdict.retryAfterSeconds, 4.6);
    assert.equal(limits.judge('POST', '/channels/124/messages').status, 'passes');
    time.ms += 4600;
    assert.equal(limits.judge('POST', MESSAGES).status, 'passes');
  });

  it('let ten messages of a channel be published an hour, whichever they are', () => {
    const { time, limits } = limitsAt();
    const publish = (message: number) => limits.judge('POST', `${MESSAGES}/${message}/crosspost`).status;
    for (let i = 0; i < 10; i++) assert.equal(publish(i), 'passes');
    time.ms += 1000;
    assert.equal(publish(10), 'limited');
  });

  it('let fifty requests through in any second, and do not count answers to interactions', () => {
    const { time, limits } = limitsAt();
    for (let i = 0; i < 50; i++) assert.equal(limits.judge('GET', `/channels/${i}`).status, 'passes');
    const verdict = limits.judge('GET', '/channels/50');
    assert.ok(verdict.status === 'limited' && verdict.global);
    assert.equal(limits.judge('POST', '/interactions/1/token/callback').status, 'passes');
    time.ms += 1000;
    assert.equal(limits.judge('GET', '/channels/50').status, 'passes');
  });

  it('close for an hour on who had ten thousand requests turned away', () => {
    const { limits } = limitsAt();
    for (let i = 0; i < 10_000; i++) limits.countInvalid();
    assert.deepEqual(limits.judge('GET', '/users/@me'), { status: 'banned', retryAfterSeconds: 3600 });
  });
});
