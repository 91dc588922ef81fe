/** Hostile signals: none crashes the parsers, and each takes a bounded amount of CPU time. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compareSignals } from '../../../src/core/signals/compare-signals.ts';
import { parseHeadTags } from '../../../src/core/signals/head-tags.ts';
import { extractSignalLines } from '../../../src/core/signals/page-signals.ts';
import { parseSignals } from '../../../src/core/signals/parse-signals.ts';
import { SIGNAL_KINDS } from '../../../src/domain/signal.ts';
import { cpuSeconds } from '../../helpers/cpu-time.ts';
import { crawlers, read } from './crawlers.ts';

const RULE = 'User-agent: GPTBot\nDisallow: /\n';
const HALF_A_MEGABYTE = 500 * 1024;

const hostile: [name: string, text: string][] = [
  ['a line of 5 MB', 'x'.repeat(5_000_000)],
  ['a rule of 5 MB', `User-agent: GPTBot\nDisallow: /${'a'.repeat(5_000_000)}`],
  ['only spaces', ' '.repeat(5_000_000)],
  ['only line ends', '\r'.repeat(5_000_000)],
  ['NUL bytes', `User-agent:\0GPTBot\0\nDisallow: /\0${'\0'.repeat(100_000)}`],
  ['invalid UTF-8 after decoding', `User-agent: GPTBot\nDisallow: /\ufffd\ud800\n`],
  ['100,000 groups', 'User-agent: a\nDisallow: /\n'.repeat(100_000)],
  [
    '100,000 groups of one crawler, each with a path',
    Array.from({ length: 20_000 }, (_, i) => `User-agent: GPTBot\nDisallow: /${i}\n`).join(''),
  ],
  [
    'one group of 10,000 agents and 10,000 rules',
    'User-agent: GPTBot\n'.repeat(10_000) + 'Content-Signal: ai-train=no\n'.repeat(10_000),
  ],
  ['only brackets', '['.repeat(500_000)],
  ['only opening tags', '<meta '.repeat(200_000)],
  ['only opening comments', '<!--'.repeat(200_000)],
  ['scripts that never end', '<script>'.repeat(100_000)],
  ['quotes that never end', '{"'.repeat(200_000)],
  ['links that never end', `link: ${'<a>;rel='.repeat(200_000)}`],
  ['only stars', `User-agent: *\nDisallow: /${'*'.repeat(100_000)}x`],
];

describe('hostile signals', () => {
  for (const [name, text] of hostile) {
    it(`may be ${name}`, () => {
      const spent = cpuSeconds();
      for (const kind of SIGNAL_KINDS) parseSignals(kind, text, crawlers);
      extractSignalLines({ link: [text], 'x-robots-tag': [text] }, text);
      parseHeadTags(text);
      assert.ok(spent() < 5);
    });
  }

  it('are read up to 500 KiB of a file, as by crawlers', () => {
    const padding = `${'# '.padEnd(1023, '.')}\n`;
    assert.equal(read('robots.txt', padding.repeat(499) + RULE).statements.length, 1);
    assert.equal(read('robots.txt', padding.repeat(501) + RULE).statements.length, 0);
  });

  it('take time in proportion to their length, however many groups they have', () => {
    const secondsFor = (bytes: number) => {
      const group = 'User-agent: GPTBot\nUser-agent: x\nDisallow: /a\n';
      const text = group.repeat(Math.floor(bytes / group.length));
      const spent = cpuSeconds();
      compareSignals(read('robots.txt', RULE), read('robots.txt', text));
      return spent();
    };
    secondsFor(HALF_A_MEGABYTE);
    assert.ok(secondsFor(HALF_A_MEGABYTE) < 50 * Math.max(secondsFor(HALF_A_MEGABYTE / 16), 0.005));
  });
});
