/** What a clause about AI comes to that no rule knows. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Language } from '../../../src/core/extract/language.ts';
import { byDefault } from '../../../src/core/judge/defaults.ts';
import { readFeatures } from '../../../src/core/judge/features.ts';
import { patternsFor } from '../../../src/core/judge/lexicon.ts';
import { sayKey } from '../../../src/core/normalise.ts';
import { readingClauses } from '../../helpers/clauses.ts';

const { readChange, readVersion } = readingClauses();

const AROUND = [
  '# Terms\n\nThese terms apply to everybody who opens an account with Larkspur Audio.\n\n## Accounts\n\n',
  '\n\n## Payments\n\nWe pay every month once twenty euros are reached. Prices include the tax that is due.\n',
];
const around = (clause: string) => AROUND.join(clause);

function matters(text: string, language: string, section: string[] = []): boolean {
  const features = readFeatures({ text, key: sayKey(text), section, lead: '' }, patternsFor(language as Language));
  return byDefault(features ?? assert.fail('it does not speak of AI')) !== undefined;
}

const BEARS_ON_RIGHTS: Readonly<Record<string, readonly string[]>> = {
  en: [
    'Listings must carry the wool mark unless AI drew the pattern.',
    'Photographers must not hand in pictures that AI has altered.',
    'Artists confirm that no AI was used for the vocals they upload.',
    'Our licence covers neither AI nor the recordings you publish with it.',
    'Whoever publishes a song agrees that AI may not copy its singer.',
  ],
  de: ['Fotografen müssen die KI im Begleitbrief nennen.'],
  fr: ['Les photographes doivent nommer l’IA dans la lettre.'],
  es: ['Los fotógrafos deben nombrar la IA en la carta.'],
  it: ['I fotografi devono nominare l’IA nella lettera.'],
  pt: ['Os fotógrafos devem nomear a IA na carta.'],
};

const CHANGES_LITTLE: Readonly<Record<string, readonly string[]>> = {
  en: [
    'The AI loom is part of the Weaver plan and has a limit per month.',
    'You have to be sixteen years old to chat with the AI shepherd.',
    'The AI that counts stitches on your photos may be wrong.',
    'Our AI sorts songs by tempo for the radio.',
    'Discover how AI brings your recordings to life.',
    'Spam in comments is recognised by AI, and a moderator decides.',
    'Our offices are cooled by AI.',
  ],
  de: [
    'Die KI-Waage gehört zum Tarif Weber und kostet nichts.',
    'Ihre Fotos werden an die KI übermittelt und gelöscht.',
  ],
  fr: ['La balance à IA fait partie du forfait Tisserand.', 'Vos photos sont transmises à l’IA puis supprimées.'],
  es: ['La balanza con IA es parte del plan Tejedor.', 'Sus fotos son enviadas a la IA y luego eliminadas.'],
  it: ['La bilancia con IA fa parte del piano Tessitore.', 'Le tue foto vengono inviate all’IA e poi eliminate.'],
  pt: ['A balança com IA faz parte do plano Tecelão.'],
};

describe('what clauses hold bears on rights:', () => {
  for (const [language, clauses] of Object.entries(BEARS_ON_RIGHTS)) {
    for (const clause of clauses) it(clause, () => assert.ok(matters(clause, language)));
  }
});

describe('what clauses hold changes little:', () => {
  for (const [language, clauses] of Object.entries(CHANGES_LITTLE)) {
    for (const clause of clauses) it(clause, () => assert.ok(!matters(clause, language)));
  }
});

describe('whatever it holds, a clause changes little where', () => {
  const RULE = 'Photographers must label every picture they upload.';
  it('AI stands in the heading above only', () => {
    assert.ok(matters(`${RULE} This goes for AI.`, 'en'));
    assert.ok(!matters(RULE, 'en', ['Artificial intelligence']));
  });
  it('AI is an example among others', () => {
    assert.ok(!matters('Photographers must label every picture made with tools such as AI.', 'en'));
  });
});

it('a clause that no rule knows is news when it comes, and when it goes', () => {
  const clause = 'Listings must carry the wool mark unless AI drew the pattern.';
  assert.equal(readChange(around(''), around(clause)).reading.change, 'major');
  assert.equal(readChange(around(clause), around('')).reading.change, 'major');
});

describe('an edit of a clause that no rule knows is news where', () => {
  const RULE = 'Weavers who lean on AI for a pattern must say so when they publish it.';
  const rows: [what: string, after: string, change: string][] = [
    ['the duty goes', 'Weavers who lean on AI for a pattern like to say so when they sell it.', 'major'],
    [
      'its words change only: not',
      'Weavers that lean on any AI for a pattern must say so once they publish it.',
      'minor',
    ],
  ];
  for (const [what, after, change] of rows) {
    it(what, () => assert.equal(readChange(around(RULE), around(after)).reading.change, change));
  }
});

it('names the words that weighed most', () => {
  const [first] = readVersion(around('Whoever publishes a song agrees that AI may not copy its singer.')).aiClauses;
  assert.match(first?.statements.at(-1)?.because ?? '', /^AI, and what bears on rights: “.*publishes.*”$/);
});

it('is about what a rule for small things found it to be about', () => {
  const [first] = readVersion(
    around('Games with our AI assistant must carry the label on every published song.'),
  ).aiClauses;
  assert.deepEqual(
    first?.statements.map(({ topic, weight }) => [topic, weight]),
    [
      ['ai-features', 'minor'],
      ['ai-features', 'major'],
    ],
  );
});
