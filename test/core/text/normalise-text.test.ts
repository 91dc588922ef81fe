import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainText, textKey } from '../../../src/core/text/normalise-text.ts';

const PLAIN: [name: string, markdown: string, text: string][] = [
  ['links become their text', 'See the [guide](https://a.example/b_(c)?d=1 "title") first.', 'See the guide first.'],
  ['images become their alternative text', '![Our logo](logo.png) Terms', 'Our logo Terms'],
  ['a linked image becomes its alternative text', '[![Home](h.png)](/home) now', 'Home now'],
  ['brackets without a link stay', 'the [redacted] part', 'the [redacted] part'],
  ['an address in angle brackets stays', 'at <https://a.example/x>', 'at https://a.example/x'],
  ['emphasis, strong, deleted and code marks are removed', '*a* **b** __c__ ~~d~~ `e`', 'a b c d e'],
  ['stars and underscores without markup meaning stay', '2 * 3 in snake_case', '2 * 3 in snake_case'],
  ['heading marks are removed, the number of a heading stays', '### 4. Licence', '4. Licence'],
  ['an underlined heading keeps its words', 'Licence\n-------', 'Licence'],
  ['bullets of any width are removed', ' *   one\n- two\n+ three', 'one two three'],
  ['numbers of list items are removed', '12. Payments', 'Payments'],
  ['nested quote and list marks are removed', '> - 1. deep', 'deep'],
  ['definition marks are removed', 'Content\n: what you upload', 'Content what you upload'],
  ['a date at the start of a line is no list item', '25. Mai 2024 in Kraft', '25. Mai 2024 in Kraft'],
  ['escapes are undone', '1\\. a\\*b \\_c\\_ \\[d\\]', '1. a*b _c_ [d]'],
  ['table pipes become spaces', '| Plan | Price |\n| --- | ---: |\n| Solo | 5 |', 'Plan Price Solo 5'],
  ['rules and fences are removed', 'a\n\n* * *\n\n```js\nb\n```', 'a b'],
  ['entities become characters', 'R&amp;B &#38; &#x43;o &nbsp;&hearts;', 'R&B & Co &hearts;'],
  [
    'inline tags are removed, other angle brackets stay',
    'a<br>b <i>c</i> <your name> 1 < 2',
    'a b c <your name> 1 < 2',
  ],
  [
    'invisible characters are removed',
    'ma\u00adchine\u200b lear\u2060ning\ufeff \u202eok\u202c',
    'machine learning ok',
  ],
  ['white space becomes one space', ' a\u00a0\u2003b\n\n\tc ', 'a b c'],
  ['an empty text stays empty', '', ''],
];
for (const [name, markdown, text] of PLAIN) {
  test(`plainText: ${name}`, () => assert.equal(plainText(markdown), text));
}

const SAME: [name: string, ...forms: string[]][] = [
  ['case', 'Your Content', 'YOUR CONTENT'],
  ['bold', 'we **never** train', 'we never train'],
  ['list markers', ' *   no bots', '* no bots', '- no bots', '3. no bots'],
  ['section numbers', '2.1 Licence', '## 2.1. Licence', '§ 3 Licence', 'Licence', '(a) Licence', 'iv) Licence'],
  ['nested numbering', '1. (a) (ii) No bots', 'No bots'],
  ['named sections', 'Section 4. Bots', 'Section 5: Bots', 'Article IV – Bots'],
  ['quotes', '“Content” is yours', '"Content" is yours', '«Content» is yours', 'Content is yours'],
  ['apostrophes', 'the artist’s work', "the artist's work"],
  ['dashes', 'voice — and face', 'voice – and face', 'voice - and face', 'voice—and face'],
  ['spaces', 'voice\u00a0and  face', 'voice and\u202fface'],
  ['invisible marks', 'gene\u00adra\u200btive', 'generative', '\u200egenerative\u200f'],
  ['compatibility forms', 'eﬃcient ＡＩ', 'efficient AI'],
  ['composed letters', 'cafe\u0301', 'café'],
  ['AI with full stops', 'A.I.-made songs, and A.I', 'AI-made songs, and AI'],
  ['closing punctuation', 'no bots', 'no bots.', 'no bots;', 'no bots:'],
  ['spaces about punctuation', '**Bots**: none', '**Bots:**none', 'Bots : none'],
  ['link targets', '[terms](https://a.example/?utm_x=1)', '[terms](https://a.example/)', 'terms'],
  [
    'protected addresses',
    'write to [email protected].',
    'write to [\\[email protected\\]](/cdn-cgi/l/x#1)',
    'write to me@a.example',
  ],
  ['an address after a colon', 'Email: me@a.example', 'Email:[email protected]', 'Email : you@b.example'],
  ['spaces inside quotation marks', 'we say “ yes ” , always', 'we say yes, always', 'we say "yes", always'],
  ['rows of hyphens', 'voice -- and face', 'voice--and face', 'voice - and face', 'voice-and face'],
  ['relative dates', 'Updated 3 days ago', 'Updated over a week ago', 'updated: today', 'Updated this week'],
  ['relative dates in German', 'Stand: vor 3 Tagen', 'Stand: vor einem Monat'],
  ['relative dates in French', 'modifié il y a 2 jours', 'modifié il y a un mois'],
  ['relative dates in Spanish', 'hace 2 días', 'hace un mes'],
  ['relative dates after a bracket', 'Terms (vor 2 Tagen)', 'Terms (vor einem Jahr)'],
  ['relative dates with a colon', 'Revised on: last month', 'Revised 2 months ago'],
];
for (const [name, ...forms] of SAME) {
  test(`textKey ignores ${name}`, () => assert.deepEqual([...new Set(forms.map(textKey))], [textKey(forms[0] ?? '')]));
}

const DIFFERENT: [name: string, a: string, b: string][] = [
  ['a word', 'we may train', 'we may not train'],
  ['a number', 'within 30 days', 'within 60 days'],
  ['a price', '2.5 % of revenue', '3.5 % of revenue'],
  ['a lone value', '2.5', '3.5'],
  ['an amount at the start', '1.5 million plays', '2.5 million plays'],
  ['a date', 'Last updated: 1 May 2024', 'Last updated: 2 May 2024'],
  ['a German date at the start', '25. Mai 2024', '26. Mai 2024'],
  ['a reference to a section', 'Section 4 applies', 'Section 5 applies'],
  ['an apostrophe inside a word', "we're", 'were'],
  ['a deadline that is not relative to today', 'within 3 weeks', 'within 4 weeks'],
];
for (const [name, a, b] of DIFFERENT) {
  test(`textKey distinguishes ${name}`, () => assert.notEqual(textKey(a), textKey(b)));
}

const HOSTILE = [
  '[',
  '](',
  '](((',
  '![',
  '*',
  '_a',
  '<a ',
  '&#1',
  '`',
  '- ',
  '1. ',
  '-',
  '- -',
  'a@',
  '@',
  ' .',
  '"',
  '\\',
];
for (const piece of HOSTILE) {
  test(`a hundred thousand characters of ${JSON.stringify(piece)} have a key, which is no longer`, () => {
    const text = `${piece.repeat(100_000 / piece.length)}x`;
    const key = textKey(text);
    assert.ok(key.length <= text.length, `${key.length}`);
    assert.equal(textKey(text), key);
  });
}
