/**
 * Checks that parsing hostile input takes time linear in its length: CPU seconds for an input and for one four times as long. A factor far
 * above 4 means that something is quadratic.
 */

import { parseFeed } from '../src/io/feed/parse-feed.ts';
import { decodeText } from '../src/io/fetch/decode-text.ts';
import { cpuSeconds } from '../test/helpers/cpu-time.ts';
import { HOSTILE_DESCRIPTIONS, HOSTILE_XML, rss } from '../test/helpers/hostile.ts';
import { aFeed } from '../test/helpers/world.ts';

const REPETITIONS = 100_000;

const CASES: readonly (readonly [title: string, run: (repetitions: number) => unknown])[] = [
  ...HOSTILE_XML.map((piece) => feedCase(piece, (text) => `<feed>${text}</feed>`)),
  ...HOSTILE_XML.map((piece) =>
    feedCase(piece, (text) => rss(`<item><title>T</title><description>${text}</description></item>`)),
  ),
  ...HOSTILE_DESCRIPTIONS.map((piece) =>
    feedCase(piece, (text) => rss(`<item><title>T</title><description><![CDATA[${text}]]></description></item>`)),
  ),
  ['items', (repetitions) => parseFeed(rss('<item><title>T</title></item>'.repeat(repetitions)), aFeed())],
  ['charset of <meta charset', (repetitions) => decodeText(Buffer.from('<meta charset '.repeat(repetitions)))],
];

function feedCase(piece: string, wrap: (text: string) => string): (typeof CASES)[number] {
  return [`feed of ${piece}`, (repetitions) => parseFeed(wrap(piece.repeat(repetitions)), aFeed())];
}

for (const [title, run] of CASES) {
  await run(1000);
  const [short, long] = [await measure(run, REPETITIONS), await measure(run, 4 * REPETITIONS)];
  const factor = long / Math.max(short, 0.001);
  console.log(
    `${title.padEnd(30)} ${short.toFixed(2)} s, four times as long ${long.toFixed(2)} s: factor ${factor.toFixed(1)}`,
  );
}

async function measure(run: (repetitions: number) => unknown, repetitions: number): Promise<number> {
  const seconds = cpuSeconds();
  await run(repetitions);
  return seconds();
}
