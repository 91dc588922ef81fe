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
import { listeningLog } from '../../helpers/world.ts';
import { aCardOf, aMatrix, aTimeline } from './samples.ts';

const PATIENT_MS = 60_000;

const folder = mkdtempSync(join(tmpdir(), 'clausewatch-pictures-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** Stands in for the process's program: runs `code`, a function of one picture. */
function programThat(name: string, code: string): URL {
  const file = join(folder, `${name}.mjs`);
  writeFileSync(
    file,
    `const answer = ${code};\nprocess.on('message', async (one) => process.send(await answer(one)));\n`,
  );
  return pathToFileURL(file);
}
/** Answers with the picture's name, and how often it was asked for one. */
const COUNTING = programThat(
  'counting',
  `((count) => ({ name }) => {
    count += 1;
    return { status: 'drawn', png: new TextEncoder().encode(name + ' ' + count), width: 1, height: 1 };
  })(0)`,
);
const MUTE = programThat('mute', '() => new Promise(() => {})');
/** Comes to grief over matrices, and draws everything else. */
const failing = (name: string, grief: string) =>
  programThat(
    name,
    `({ kind, name }) => kind === 'matrix' ? ${grief}
      : ({ status: 'drawn', png: new TextEncoder().encode(name), width: 1, height: 1 })`,
  );

describe('pictures', () => {
  const opened: PictureRenderer[] = [];
  after(() => Promise.all(opened.map((one) => one.close())));

  function open(options: Partial<PictureRendererOptions> = {}) {
    const log = listeningLog();
    const pictures = createPictureRenderer({ log, ...options });
    opened.push(pictures);
    const words = async (...asked: Parameters<PictureRenderer['draw']>) => {
      const png = await pictures.draw(...asked);
      return png && new TextDecoder().decode(png);
    };
    return { log, pictures, words };
  }

  it('are drawn in a process by the real libraries, and the main thread stays free meanwhile', async () => {
    const { pictures, log } = open();
    let turns = 0;
    const turning = setInterval(() => turns++, 1);
    const png = await pictures.draw(aMatrix(['Tunebox', 'Larkspool']), PATIENT_MS);
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

  it('are left out where they cannot be drawn, which the log says', async () => {
    const { pictures, log } = open();
    assert.equal(await pictures.draw(aCardOf('音楽'), PATIENT_MS), undefined);
    assert.match(log.lines.join(), /left out: no font has its letters/);
  });

  it('are left out where their process cannot be started, each time anew', async () => {
    const { pictures, log } = open({ program: new URL('https://tunebox.example/no-program.ts') });
    assert.equal(await pictures.draw(aCardOf('one'), PATIENT_MS), undefined);
    assert.equal(await pictures.draw(aCardOf('two'), PATIENT_MS), undefined);
    assert.equal(log.lines.length, 2);
    assert.match(log.lines.join(), /was not drawn/);
  });

  it('are drawn once and remembered by what they show, the last few of them', async () => {
    const { words } = open({ program: COUNTING, maxCached: 2 });
    assert.equal(await words(aTimeline(), PATIENT_MS), 'timeline 1');
    assert.equal(await words(aTimeline(), PATIENT_MS), 'timeline 1');
    assert.equal(await words(aTimeline({ title: 'other' }), PATIENT_MS), 'timeline 2');
    assert.equal(await words(aTimeline(), PATIENT_MS), 'timeline 1', 'asked for again, so it is young again');
    assert.equal(await words(aTimeline({ title: 'third' }), PATIENT_MS), 'timeline 3');
    assert.equal(await words(aTimeline(), PATIENT_MS), 'timeline 1');
    assert.equal(await words(aTimeline({ title: 'other' }), PATIENT_MS), 'timeline 4', 'forgotten');
  });

  it('that two ask for at once are drawn once', async () => {
    const { words } = open({ program: COUNTING });
    const both = await Promise.all([words(aTimeline(), PATIENT_MS), words(aTimeline(), PATIENT_MS)]);
    assert.deepEqual(both, ['timeline 1', 'timeline 1']);
  });

  it('are not waited for beyond the time an answer has', async () => {
    const { pictures, log } = open({ program: MUTE });
    assert.equal(await pictures.draw(aTimeline(), 20), undefined);
    assert.match(log.lines.join(), /not drawn within 20 ms/);
  });

  it('that never end are given up, and the next one gets a process of its own', async () => {
    const program = failing('stuck', 'new Promise(() => {})');
    const { words, log } = open({ program, renderTimeoutMs: 1000 });
    const stuck = words(aMatrix(['Tunebox', 'Larkspool']), PATIENT_MS);
    assert.equal(await words(aTimeline(), PATIENT_MS), 'timeline');
    assert.equal(await stuck, undefined);
    assert.match(log.lines.join(), /was not drawn: it took more than 1000 ms/);
  });

  it('are not begun where too many are under way', async () => {
    const { pictures, log } = open({ program: MUTE, maxPending: 2 });
    const late = [1, 2].map((n) => pictures.draw(aTimeline({ title: `${n}` }), 50));
    assert.equal(await pictures.draw(aTimeline({ title: '3' }), PATIENT_MS), undefined);
    assert.match(log.lines.join(), /2 others are being drawn/);
    await Promise.all(late);
  });

  it('survive a process that dies', async () => {
    const { words, log } = open({ program: failing('dying', 'process.exit(3)') });
    assert.equal(await words(aMatrix(['Tunebox', 'Larkspool']), PATIENT_MS), undefined);
    assert.equal(await words(aTimeline(), PATIENT_MS), 'timeline');
    assert.match(log.lines.join(), /was not drawn: the drawing ended its process/);
  });

  it('are given up for good, and told once, on a machine that has not got the libraries', async () => {
    const reason = "Cannot find package 'satori'";
    const program = programThat('missing', `() => (${JSON.stringify({ status: 'unavailable', reason })})`);
    const { pictures, log } = open({ program });
    assert.equal(await pictures.draw(aTimeline(), PATIENT_MS), undefined);
    assert.equal(await pictures.draw(aMatrix(['Tunebox', 'Larkspool']), PATIENT_MS), undefined);
    assert.deepEqual(log.lines, [`warn: pictures cannot be drawn on this machine, answers go without: ${reason}`]);
  });

  it('need no process while none is asked for: it ends, and the next one has another', async () => {
    const { words } = open({ program: COUNTING, idleMs: 0 });
    assert.equal(await words(aTimeline({ title: 'one' }), PATIENT_MS), 'timeline 1');
    await setTimeout(10);
    assert.equal(await words(aTimeline({ title: 'two' }), PATIENT_MS), 'timeline 1');
  });

  it('are not drawn any more once closed', async () => {
    const { pictures } = open({ program: COUNTING });
    await pictures.close();
    assert.equal(await pictures.draw(aTimeline(), PATIENT_MS), undefined);
  });
});
