import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toPlainText } from '../../../src/core/news/plain-text.ts';

const ROWS: [what: string, markup: string, plain: string][] = [
  ['plain text stays', 'Labels and a singer agree', 'Labels and a singer agree'],
  ['tags are removed, words stay apart', '<p>One</p><p>Two <b>th</b>ree</p>', 'One Two three'],
  ['entities are decoded', 'Drums &amp; Bass &#8211; r&eacute;sum&eacute;', 'Drums & Bass – résumé'],
  ['entities escaped twice are decoded twice', 'Simon &amp;amp; Garfunkel', 'Simon & Garfunkel'],
  ['escaped markup is markup', '&lt;p&gt;Hi &lt;em&gt;there&lt;/em&gt;&lt;/p&gt;', 'Hi there'],
  ['scripts and styles are removed', 'a<script>alert(1)</script><style>p{}</style>b', 'ab'],
  ['UTF-8 read as Latin-1 is repaired', 'La clÃ© de lâ€™Ã©tÃ©', 'La clé de l’été'],
  ['real accented capitals are kept', 'Âge, Ã, ÉTÉ', 'Âge, Ã, ÉTÉ'],
  ['a less-than sign is not a tag', 'I <3 synths, 1 < 2', 'I <3 synths, 1 < 2'],
  ['white space and NUL collapse into one space', ' a \n\t b\u0000c\u00a0d ', 'a b c d'],
  ['invisible characters are removed', 're\u00adcord\u200bing', 'recording'],
  ['emoji are kept', '🎹 new 🎶', '🎹 new 🎶'],
];

for (const [what, markup, plain] of ROWS) test(what, () => assert.equal(toPlainText(markup), plain));

test('endless markup is cut', () => {
  for (const hostile of ['<', '<a', '<p '.repeat(9), '&', '&amp;', '</x>', '<script>', 'Ã'])
    assert.ok(toPlainText(hostile.repeat(30_000)).length <= 20_000, hostile);
});
