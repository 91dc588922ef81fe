/** Whatever is repeated in a page or text, the time to read it grows no faster than its length. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { splitIntoClauses } from '../../../src/core/document/clauses.ts';
import { detectUnreadable } from '../../../src/core/extract/checks/detect-unreadable.ts';
import { displayText } from '../../../src/core/text/display-text.ts';
import { escapeInline, escapeLineStart } from '../../../src/core/text/escape-markdown.ts';
import { textKey } from '../../../src/core/text/normalise-text.ts';
import { cpuSeconds } from '../../helpers/cpu-time.ts';
import { extract } from './extract-fixture.ts';

const [SHORT, LONG] = [16_000, 128_000];
/** For eight times the text; quadratic time would be 64 times as much. */
const MAX_GROWTH = 28;
/** Less is compiling and garbage collection. */
const MIN_SECONDS = 0.12;

const READINGS: [what: string, read: (text: string) => unknown][] = [
  ['a page', (text) => extract(`<main><p>${text}</p></main>`)],
  ['the key of a text', textKey],
  ['its clauses', splitIntoClauses],
  ['the checks for walls', (text) => detectUnreadable(text.slice(0, 19_000), text)],
  ['display and escaping', (text) => escapeLineStart(escapeInline(displayText(text), { inLink: true, inCell: true }))],
];

/** What patterns look for, or what opens and never closes. */
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
  // words, numbers and punctuation
  'a.b@',
  'a. ',
  '1.2.',
  'a few days ',
  'updated: ',
  '" \' ',
  'a - , ',
  'a long line of a text that goes on and on without an end\n\n',
  // invisible characters, spaces, other scripts
  ' ',
  '\t\u00a0\n',
  '\u200d\u200b',
  '\u202eא\u202c ',
  'é\u0301',
  '。',
  '\0\ufffd\ud800',
];

describe('time grows no faster than the text for', () => {
  for (const [what, read] of READINGS) {
    it(what, () => {
      const measure = (piece: string, length: number): number => {
        const text = `a${piece.repeat(Math.ceil(length / piece.length))}b`;
        const elapsed = cpuSeconds();
        read(text);
        return elapsed();
      };
      for (const piece of PIECES) {
        const [short, long] = [measure(piece, SHORT), measure(piece, LONG)];
        const isLinear = long < MIN_SECONDS || long < short * MAX_GROWTH;
        assert.ok(isLinear, `${JSON.stringify(piece)}: ${short} s for ${SHORT} characters, ${long} s for ${LONG}`);
      }
    });
  }
});
