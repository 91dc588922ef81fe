/** Hostile signals: none crashes the parsers, and no more of them is read than crawlers read. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseHeadTags } from '../../../src/core/signals/head-tags.ts';
import { extractSignalLines } from '../../../src/core/signals/page-signals.ts';
import { parseSignals } from '../../../src/core/signals/parse-signals.ts';
import { SIGNAL_KINDS } from '../../../src/domain/signal.ts';
import { crawlers, read } from './crawlers.ts';
import { HOSTILE_SIGNALS } from './hostile-signals.ts';

const RULE = 'User-agent: GPTBot\nDisallow: /\n';

const hostile: [name: string, text: string][] = [
  ...HOSTILE_SIGNALS.map(([name, text]): [string, string] => [name, text(1)]),
  ['invalid UTF-8 after decoding', 'User-agent: GPTBot\nDisallow: /\ufffd\ud800\n'],
];

describe('hostile signals', () => {
  for (const [name, text] of hostile) {
    it(`may be ${name}`, () => {
      for (const kind of SIGNAL_KINDS) parseSignals(kind, text, crawlers);
      extractSignalLines({ link: [text], 'x-robots-tag': [text] }, text);
      parseHeadTags(text);
    });
  }

  it('are read up to 500 KiB of a file, as by crawlers', () => {
    const padding = `${'# '.padEnd(1023, '.')}\n`;
    assert.equal(read('robots.txt', padding.repeat(499) + RULE).statements.length, 1);
    assert.equal(read('robots.txt', padding.repeat(501) + RULE).statements.length, 0);
  });
});
