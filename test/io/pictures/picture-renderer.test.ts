import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import {
  createPictureRenderer,
  type PictureRenderer,
  type PictureRendererOptions,
} from '../../../src/io/pictures/picture-renderer.ts';
import { recordingLog } from '../../helpers/world.ts';
import { aCardOf, aMatrix, aTimeline } from './samples.ts';

const LONG_MS = 60_000;

const folder = mkdtempSync(join(tmpdir(), 'clausewatch-pictures-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** Replaces the program of the process by `code`, a function of one picture. */
function programThat(name: string, code: string): URL {
  const file = join(folder, `${name}.mjs`);
  writeFileSync(
    file,
    `const answer = ${code};\nprocess.on('message', async (picture) => process.send(await answer(picture)));\n`,
  );
  return pathToFileURL(file);
}
/** Replies with the picture's name and the number of pictures so far. */
const COUNTING = programThat(
  'counting',
  `((count) => ({ name }) => {
    count += 1;
    return { status: 'drawn', png: new TextEncoder().encode(name + ' ' + count), width: 1, height: 1 };
  })(0)`,
);
const MUTE = programThat('mute', '() => new Promise(() => {})');
/** Runs `failure` for matrices, and draws everything else. */
const failing = (name: string, failure: string) =>
  programThat(
    name,
    `({ kind, name }) => kind === 'matrix' ? ${failure}
      : ({ status: 'drawn', png: new TextEncoder().encode(name), width: 1, height: 1 })`,
  );

describe('pictures', () => {
  const opened: PictureRenderer[] = [];
  after(() => Promise.all(opened.map((renderer) => renderer.close())));

  function open(options: Partial<PictureRendererOptions> = {}) {
    const log = recordingLog();
    const renderer = createPictureRenderer({ log, ...options });
    opened.push(renderer);
    const drawText = async (...args: Parameters<PictureRenderer['draw']>) => {
      const png = await renderer.draw(...args);
      return png && new TextDecoder().decode(png);
    };
    return { log, renderer, drawText };
  }

  it('are drawn by the real libraries in a process, while the main thread stays free', async () => {
    const { renderer, log } = open();
    let turns = 0;
    const turning = setInterval(() => turns++, 1);
    const png = await renderer.draw(aMatrix(['Tunebox', 'Larkspool']), LONG_MS);
    clearInterval(turning);
    assert.equal(
      Buffer.from(png ?? [])
        .subarray(1, 4)
        .toString('latin1'),
      'PNG',
    );
    assert.ok(turns > 5, `the event loop turned ${turns} times`);
    assert.deepEqual(log.lines, []);
  });

  it('are left out and logged if they cannot be drawn', async () => {
    const { renderer, log } = open();
    assert.equal(await renderer.draw(aCardOf('音楽'), LONG_MS), undefined);
    assert.match(log.lines.join(), /left out: no font has its characters/);
  });

  it('are left out if their process cannot be started, which is retried', async () => {
    const { renderer, log } = open({ program: new URL('https://tunebox.example/no-program.ts') });
    assert.equal(await renderer.draw(aCardOf('one'), LONG_MS), undefined);
    assert.equal(await renderer.draw(aCardOf('two'), LONG_MS), undefined);
    assert.equal(log.lines.length, 2);
    assert.match(log.lines.join(), /was not drawn/);
  });

  it('are drawn once and cached by content, least recently used out first', async () => {
    const { drawText } = open({ program: COUNTING, maxCached: 2 });
    assert.equal(await drawText(aTimeline(), LONG_MS), 'timeline 1');
    assert.equal(await drawText(aTimeline(), LONG_MS), 'timeline 1');
    assert.equal(await drawText(aTimeline({ title: 'other' }), LONG_MS), 'timeline 2');
    assert.equal(await drawText(aTimeline(), LONG_MS), 'timeline 1', 'cached, and recently used now');
    assert.equal(await drawText(aTimeline({ title: 'third' }), LONG_MS), 'timeline 3');
    assert.equal(await drawText(aTimeline(), LONG_MS), 'timeline 1');
    assert.equal(await drawText(aTimeline({ title: 'other' }), LONG_MS), 'timeline 4', 'evicted');
  });

  it('requested twice at once are drawn once', async () => {
    const { drawText } = open({ program: COUNTING });
    const both = await Promise.all([drawText(aTimeline(), LONG_MS), drawText(aTimeline(), LONG_MS)]);
    assert.deepEqual(both, ['timeline 1', 'timeline 1']);
  });

  it('are not awaited beyond the limit of the answer', async () => {
    const { renderer, log } = open({ program: MUTE });
    assert.equal(await renderer.draw(aTimeline(), 20), undefined);
    assert.match(log.lines.join(), /not drawn within 20 ms/);
  });

  it('that never finish are dropped, and the next one gets a new process', async () => {
    const program = failing('stuck', 'new Promise(() => {})');
    const { drawText, log } = open({ program, renderTimeoutMs: 1000 });
    const stuck = drawText(aMatrix(['Tunebox', 'Larkspool']), LONG_MS);
    assert.equal(await drawText(aTimeline(), LONG_MS), 'timeline');
    assert.equal(await stuck, undefined);
    assert.match(log.lines.join(), /was not drawn: it took more than 1000 ms/);
  });

  it('are not drawn while too many are pending', async () => {
    const { renderer, log } = open({ program: MUTE, maxPending: 2 });
    const late = [1, 2].map((n) => renderer.draw(aTimeline({ title: `${n}` }), 50));
    assert.equal(await renderer.draw(aTimeline({ title: '3' }), LONG_MS), undefined);
    assert.match(log.lines.join(), /2 others are being drawn/);
    await Promise.all(late);
  });

  it('survive a process that dies', async () => {
    const { drawText, log } = open({ program: failing('dying', 'process.exit(3)') });
    assert.equal(await drawText(aMatrix(['Tunebox', 'Larkspool']), LONG_MS), undefined);
    assert.equal(await drawText(aTimeline(), LONG_MS), 'timeline');
    assert.match(log.lines.join(), /was not drawn: the drawing process ended/);
  });

  it('are switched off, with one log line, on a machine without the libraries', async () => {
    const reason = "Cannot find package 'satori'";
    const program = programThat('missing', `() => (${JSON.stringify({ status: 'unavailable', reason })})`);
    const { renderer, log } = open({ program });
    assert.equal(await renderer.draw(aTimeline(), LONG_MS), undefined);
    assert.equal(await renderer.draw(aMatrix(['Tunebox', 'Larkspool']), LONG_MS), undefined);
    assert.deepEqual(log.lines, [`warn: this machine cannot draw pictures, answers go without: ${reason}`]);
  });

  it('leave no process when idle; the next one starts another', async () => {
    const { drawText } = open({ program: COUNTING, idleMs: 0 });
    assert.equal(await drawText(aTimeline({ title: 'one' }), LONG_MS), 'timeline 1');
    await setTimeout(10);
    assert.equal(await drawText(aTimeline({ title: 'two' }), LONG_MS), 'timeline 1');
  });

  it('are not drawn after a close', async () => {
    const { renderer } = open({ program: COUNTING });
    await renderer.close();
    assert.equal(await renderer.draw(aTimeline(), LONG_MS), undefined);
  });
});
