import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'node:test';

const SRC = new URL('../../src/', import.meta.url);

/** Runs the script in a process with the handlers under test. */
function run(script: string) {
  const program =
    `const { exitOnUncaughtException, logUnhandledRejections } = await import('${new URL('cli/process-errors.ts', SRC)}');` +
    `const { createLog } = await import('${new URL('io/log/log.ts', SRC)}');` +
    `exitOnUncaughtException(); ${script}`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    encoding: 'utf8',
  });
  return { status, stdout, lines: stderr.trimEnd().split('\n') };
}

describe('an error that nobody caught', () => {
  it('is logged with its cause if it rejected a promise, and the bot goes on', () => {
    const { status, stdout, lines } = run(
      `logUnhandledRejections(createLog('info'));
       Promise.reject(new Error('no answer', { cause: new Error('cut off') }));
       Promise.reject('a word');
       setTimeout(() => console.log('goes on'), 20);`,
    );
    assert.deepEqual([status, stdout], [0, 'goes on\n']);
    const [first, second] = lines.map((line) => JSON.parse(line));
    assert.equal(first.msg, 'unhandled rejection; the bot goes on');
    assert.match(first.err.stack, /no answer[\s\S]*cut off/);
    assert.match(second.err.message, /a word/);
  });

  it('is one line if it was thrown, and the program exits with 1', () => {
    const { status, lines } = run(
      `logUnhandledRejections(createLog('info'));
       setTimeout(() => { throw new TypeError('it is\\nundefined'); });
       setTimeout(() => console.log('goes on'), 1000);`,
    );
    assert.equal(status, 1);
    assert.equal(lines.length, 1, lines.join('\n'));
    assert.match(lines[0] ?? '', /^clausewatch: uncaught exception: TypeError: it is undefined \(.+\)$/);
  });

  it('ends a command that is not to keep running with one line, even if it rejected a promise', () => {
    const { status, lines } = run(`Promise.reject(new Error('no answer'));`);
    assert.equal(status, 1);
    assert.match(lines.join('\n'), /^clausewatch: uncaught exception: Error: no answer \(.+\)$/);
  });
});
