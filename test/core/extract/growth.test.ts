/** What takes pages and texts apart takes time that grows with their length, whatever piece is repeated in them. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { splitIntoClauses } from '../../../src/core/document/clauses.ts';
import { detectUnreadable } from '../../../src/core/extract/detect-unreadable.ts';
import { displayText, escapeInline, escapeLineStart } from '../../../src/core/extract/text.ts';
import { textKey } from '../../../src/core/text/normalise-text.ts';
import { cpuSeconds } from '../../helpers/cpu-time.ts';
import { extract } from './extract-fixture.ts';

const [SHORT, LONG] = [16_000, 128_000];
/** Eight times the text; quadratic time would be 64 times as much. */
const MOST_GROWTH = 28;
/** So little shows no growth: it is compiling and collecting garbage. */
const NOTHING_SECONDS = 0.12;

const READINGS: [what: string, read: (text: string) => unknown][] = [
  ['a page', (text) => extract(`<main><p>${text}</p></main>`)],
  ['what a text says', textKey],
  ['its clauses', splitIntoClauses],
  ['whether it is a document', (text) => detectUnreadable(text.slice(0, 19_000), text)],
  ['what is shown of it', (text) => escapeLineStart(escapeInline(displayText(text), { inLink: true, inCell: true }))],
];

/** What the patterns look for, or open and leave open. */
const PIECES: readonly string[] = [
  // tags, comments and entities
  '<',
  '</',
  '<b>',
  '<b><i>a',
  '<p><div>a</p>',
  '<a href="',
  "<a b='c' d=e ",
  '</p ',
  '<!--',
  '<!-- -->',
  '<![CDATA[a]]',
  '<script>',
  '<title></titl',
  '<svg><title>',
  '<table><tr><td>a',
  '&amp;',
  '&#',
  // Markdown
  '[',
  '![a](',
  '](x)',
  '\\',
  '*_`~',
  '- ',
  '1. a\n',
  '  * a:\n',
  '| a ',
  'a\n---\n',
  '> ',
  // words, numbers and what stands between them
  'a.b@',
  'a. ',
  '1.2.',
  'a few days ',
  'updated: ',
  '" \' ',
  'a - , ',
  'a long line of a text that goes on and on without an end\n\n',
  // characters that show nothing, spaces, other scripts
  ' ',
  '\t\u00a0\n',
  '\u200d\u200b',
  '\u202eא\u202c ',
  'é\u0301',
  '。',
  '\0\ufffd\ud800',
];

describe('time grows with the text, reading', () => {
  for (const [what, read] of READINGS) {
    it(what, () => {
      const cost = (piece: string, length: number): number => {
        const text = `a${piece.repeat(Math.ceil(length / piece.length))}b`;
        const taken = cpuSeconds();
        read(text);
        return taken();
      };
      for (const piece of PIECES) {
        const [short, long] = [cost(piece, SHORT), cost(piece, LONG)];
        const isLinear = long < NOTHING_SECONDS || long < short * MOST_GROWTH;
        assert.ok(isLinear, `${JSON.stringify(piece)}: ${short} s for ${SHORT} characters, ${long} s for ${LONG}`);
      }
    });
  }
});
