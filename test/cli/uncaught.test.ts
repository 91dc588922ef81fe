import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'node:test';

const SRC = new URL('../../src/', import.meta.url);

/** What a program of its own prints and how it ends; `log` writes to its standard output. */
function ended(script: string) {
  const program =
    `const { exitOnUncaughtException, logUnhandledRejections } = await import('${new URL('cli/process-errors.ts', SRC)}');` +
    `const { createLog } = await import('${new URL('io/log.ts', SRC)}');` +
    `exitOnUncaughtException(); ${script}`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    encoding: 'utf8',
  });
  return { status, stdout, lines: stderr.trimEnd().split('\n') };
}

describe('a fault that nobody caught', () => {
  it('of a promise is told with its cause, and the bot goes on', () => {
    const { status, stdout, lines } = ended(
      `logUnhandledRejections(createLog('info'));
       Promise.reject(new Error('no answer', { cause: new Error('cut off') }));
       Promise.reject('a word');
       setTimeout(() => console.log('goes on'), 20);`,
    );
    assert.deepEqual([status, stdout], [0, 'goes on\n']);
    const [first, second] = lines.map((line) => JSON.parse(line));
    assert.equal(first.msg, 'a fault that nobody waited for; the bot goes on');
    assert.match(first.err.stack, /no answer[\s\S]*cut off/);
    assert.match(second.err.message, /a word/);
  });

  it('of anything else is one line, and the program ends with 1', () => {
    const { status, lines } = ended(
      `logUnhandledRejections(createLog('info'));
       setTimeout(() => { throw new TypeError('it is\\nundefined'); });
       setTimeout(() => console.log('goes on'), 1000);`,
    );
    assert.equal(status, 1);
    assert.equal(lines.length, 1, lines.join('\n'));
    assert.match(lines[0] ?? '', /^clausewatch: ended by a fault of its own: TypeError: it is undefined \(.+\)$/);
  });

  it('of a promise ends a command that is not there to stay, with one line as well', () => {
    const { status, lines } = ended(`Promise.reject(new Error('no answer'));`);
    assert.equal(status, 1);
    assert.match(lines.join('\n'), /^clausewatch: ended by a fault of its own: Error: no answer \(.+\)$/);
  });
});
