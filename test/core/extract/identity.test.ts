import assert from 'node:assert/strict';
import { test } from 'node:test';
import { computeIdentity } from '../../../src/core/extract/identity.ts';

const TEXT = `# Terms of use

Last updated: 12 February 2024

1. You keep your **rights**, and the artist's name.
2. Write to [us](https://platform.example/contact).

Updated 3 days ago

| Plan | Price |
| --- | --- |
| Solo | 5 |
`;

const COSMETIC: [name: string, from: string | RegExp, to: string][] = [
  ['list markers', /^\d\. /gm, ' *   '],
  ['numbers of list items', /^2\./gm, '3.'],
  ['heading style', '# Terms of use', 'Terms of use\n============'],
  ['heading level', '# Terms', '#### Terms'],
  ['bold on and off', '**rights**', 'rights'],
  ['curly quotes', "artist's", 'artist’s'],
  ['zero-width marks', 'keep', 'ke\u200bep'],
  ['link targets', 'platform.example/contact', 'platform.example/contact?utm_source=a&optimizely_user_id=1'],
  ['a link or none', '[us](https://platform.example/contact)', 'us'],
  ['relative dates', '3 days ago', 'a week ago'],
  ['a table read as paragraphs', '| Plan | Price |\n| --- | --- |\n| Solo | 5 |', 'Plan\n\nPrice\n\nSolo\n\n5'],
  ['blank lines', /\n\n/g, '\n\n\n'],
  ['line ends', /\n/g, '\r\n'],
];
for (const [name, from, to] of COSMETIC) {
  test(`the identity does not change with ${name}`, () => {
    const changed = TEXT.replace(from, to);
    assert.notEqual(changed, TEXT);
    assert.equal(computeIdentity(changed), computeIdentity(TEXT));
  });
}

const SUBSTANTIAL: [name: string, from: string, to: string][] = [
  ['a word', 'keep', 'lose'],
  ['a stated date', '12 February', '13 February'],
  ['a price', '| 5 |', '| 6 |'],
  ['a removed paragraph', 'Updated 3 days ago\n', ''],
  ['two clauses in another order', "1. You keep your **rights**, and the artist's name.\n2. Write to", '1. Write to'],
];
for (const [name, from, to] of SUBSTANTIAL) {
  test(`the identity changes with ${name}`, () => {
    const changed = TEXT.replace(from, to);
    assert.notEqual(changed, TEXT);
    assert.notEqual(computeIdentity(changed), computeIdentity(TEXT));
  });
}

test('a mail address says the same, protected or not', () => {
  const forms = [
    'Write to [email protected].',
    'Write to [\\[email protected\\]](/cdn-cgi/l/email-protection#1).',
    'Write to a@b.example.',
  ];
  assert.equal(new Set(forms.map(computeIdentity)).size, 1);
});

test('an identity is a SHA-256 in hexadecimal', () => assert.match(computeIdentity(''), /^[\da-f]{64}$/));
