import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  detectBrokenCapture,
  isShrunk,
  summarizeText,
} from '../../../../src/core/extract/checks/detect-broken-capture.ts';
import type { UnreadableReason } from '../../../../src/domain/document.ts';
import { LONG_TERMS } from '../extract-fixture.ts';

const compare = (previous: string, next: string) => detectBrokenCapture(summarizeText(previous), summarizeText(next));

const ENGLISH =
  'The platform and its partners may use the content that you upload for the service, and you agree to this as part of the terms. ';
const GERMAN =
  'Die Plattform und ihre Partner dürfen die Inhalte, die Sie hochladen, für den Dienst nutzen, und Sie stimmen dem mit der Nutzung zu. ';
const FRENCH =
  'La plateforme et ses partenaires peuvent utiliser les contenus que vous publiez pour le service, et vous acceptez ces conditions. ';
const REWRITTEN =
  'When you upload content, you agree that the platform may use this content. Partners of the platform may use the content as part of the service and under the terms. '.repeat(
    2,
  );
const RECIPE = Array.from(
  { length: 12 },
  (_, i) => `- Stir ${i + 2} spoons of flour with butter until it turns golden.`,
).join('\n');

/** The previous text, the next one, and what is wrong with the pair. */
const PAIRS: [name: string, previous: string, next: string, reason: UnreadableReason | undefined][] = [
  ['the same text', LONG_TERMS, LONG_TERMS, undefined],
  ['a changed clause', LONG_TERMS, LONG_TERMS.replace('keep every', 'give up every'), undefined],
  ['most of it cut off', LONG_TERMS, LONG_TERMS.slice(0, LONG_TERMS.length / 4), 'truncated'],
  ['only the title left', LONG_TERMS, '# Terms of Service\n', 'truncated'],
  [
    'a short new document',
    LONG_TERMS,
    '# Terms of Service\n\nThe service has closed. All uploads were deleted on 1 May.\n',
    undefined,
  ],
  ['half of it left', LONG_TERMS, LONG_TERMS.slice(0, LONG_TERMS.length * 0.6), undefined],
  ['twice as long', LONG_TERMS.slice(0, LONG_TERMS.length / 2), LONG_TERMS, undefined],
  ['German after English', ENGLISH.repeat(4), GERMAN.repeat(4), 'other-language'],
  ['English after French', FRENCH.repeat(4), ENGLISH.repeat(4), 'other-language'],
  ['a few words of German after English', ENGLISH.repeat(4), 'Die Seite ist neu.', undefined],
  ['another document', LONG_TERMS, `# Grandmother's cake\n\n${RECIPE}`, 'other-document'],
  ['all rewritten under another title', ENGLISH.repeat(4), `# Rules\n\n${REWRITTEN}`, undefined],
  ['all rewritten under the same title', LONG_TERMS, `# Terms of Service\n\n${RECIPE}`, undefined],
  ['many times as long, all of it new', LONG_TERMS.slice(0, LONG_TERMS.length / 8), RECIPE.repeat(4), 'other-document'],
];
for (const [name, previous, next, reason] of PAIRS) {
  test(`${name} is ${reason ?? 'a next version'}`, () => assert.equal(compare(previous, next)?.reason, reason));
}

const OTHER_PAGES = Array.from({ length: 120 }, (_, i) => `Rule ${i} of house ${i * 7} is about room ${i * 13}.`).join(
  '\n\n',
);
const BROKEN_PREVIOUS: [name: string, previous: string, next: string][] = [
  ['was a fragment', '# Terms\n\nSoon.', LONG_TERMS],
  ['has other pages beside it now', LONG_TERMS, `${LONG_TERMS}\n\n${OTHER_PAGES}`],
  ['repeated one passage', `${LONG_TERMS}\n\n`.repeat(10), `${LONG_TERMS}\n\n${OTHER_PAGES}`],
];
for (const [name, previous, next] of BROKEN_PREVIOUS) {
  test(`the old text is the broken one if it ${name}`, () => assert.equal(compare(previous, next)?.side, 'old'));
}
test('the new text is the broken one if it repeats one passage', () => {
  assert.equal(compare(LONG_TERMS, `${LONG_TERMS}\n\n`.repeat(10))?.side, 'new');
});

test('a text that only lost much is shrunk; one that also gained is rewritten', () => {
  const answers = Array.from(
    { length: 40 },
    (_, i) => `Answer ${i} explains at some length what happens in case ${i}.`,
  );
  const whole = `${LONG_TERMS}\n\n${answers.join('\n\n')}`;
  const shrinksTo = (next: string) => isShrunk(summarizeText(whole), summarizeText(next));
  assert.equal(shrinksTo(LONG_TERMS), true);
  assert.equal(shrinksTo(`${LONG_TERMS}\n\n${RECIPE}`), false);
  assert.equal(shrinksTo(whole.replace('Answer 7', 'Reply 7')), false);
});
