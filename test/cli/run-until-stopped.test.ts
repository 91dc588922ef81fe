import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runUntilStopped } from '../../src/cli/run-until-stopped.ts';

function aProgram() {
  const program = {
    isClosed: false,
    async close() {
      program.isClosed = true;
    },
  };
  return program;
}

describe('a program that runs until it is stopped', () => {
  it('is closed even if it was still starting when it was stopped', async () => {
    const startup = Promise.withResolvers<{ close(): Promise<void> }>();
    const program = aProgram();
    const end = runUntilStopped(() => startup.promise);
    process.emit('SIGTERM', 'SIGTERM');
    startup.resolve(program);
    await end;
    assert.ok(program.isClosed);
  });

  it('ends without an error if the start fails after the stop', async () => {
    const startup = Promise.withResolvers<{ close(): Promise<void> }>();
    const end = runUntilStopped(() => startup.promise);
    process.emit('SIGTERM', 'SIGTERM');
    startup.reject(new Error('too late'));
    await end;
  });

  it('ends with the error of a start that fails', async () => {
    await assert.rejects(
      runUntilStopped(() => Promise.reject(new Error('no network'))),
      /no network/,
    );
  });

  it('ends with the error that stopped it, and closes', async () => {
    const program = aProgram();
    const end = runUntilStopped(async (stop) => {
      setImmediate(() => stop(new Error('revoked')));
      return program;
    });
    await assert.rejects(end, /revoked/);
    assert.ok(program.isClosed);
  });
});
