import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runUntilStopped } from '../../src/cli/run-until-stopped.ts';

describe('a program that runs until it is stopped', () => {
  it('closes what was still beginning when it was told to stop', async () => {
    const begun = Promise.withResolvers<{ close(): Promise<void> }>();
    let closed = false;
    const over = runUntilStopped(() => begun.promise);
    process.emit('SIGTERM', 'SIGTERM');
    begun.resolve({
      async close() {
        closed = true;
      },
    });
    await over;
    assert.ok(closed);
  });

  it('says nothing of a beginning that fails after it was told to stop', async () => {
    const begun = Promise.withResolvers<{ close(): Promise<void> }>();
    const over = runUntilStopped(() => begun.promise);
    process.emit('SIGTERM', 'SIGTERM');
    begun.reject(new Error('too late'));
    await over;
  });

  it('ends with the error of a beginning that fails', async () => {
    await assert.rejects(
      runUntilStopped(() => Promise.reject(new Error('no network'))),
      /no network/,
    );
  });

  it('ends with the error that it cannot go on for, and closes', async () => {
    let closed = false;
    const over = runUntilStopped(async (stop) => {
      setImmediate(() => stop(new Error('revoked')));
      return {
        async close() {
          closed = true;
        },
      };
    });
    await assert.rejects(over, /revoked/);
    assert.ok(closed);
  });
});
