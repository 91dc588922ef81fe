/** What a clause about AI comes to that no rule knows. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Language } from '../../../src/core/extract/language.ts';
import { readFeatures } from '../../../src/core/judge/features.ts';
import { patternsFor } from '../../../src/core/judge/lexicon.ts';
import { statementsOf } from '../../../src/core/judge/statements.ts';
import { sayKey } from '../../../src/core/normalise.ts';
import { readChange } from '../../../src/core/read-change.ts';
import { readVersion } from '../../../src/core/read-version.ts';

const AROUND = [
  '# Terms\n\nThese terms apply to everybody who opens an account with Larkspur Audio.\n\n## Accounts\n\n',
  '\n\n## Payments\n\nWe pay every month once twenty euros are reached. Prices include the tax that is due.\n',
];
const around = (clause: string) => AROUND.join(clause);

function hasWeight(text: string, language: string): boolean {
  const clause = { text, key: sayKey(text), section: [], lead: '' };
  const features = readFeatures(clause, patternsFor(language as Language));
  return statementsOf(features ?? assert.fail('it does not speak of AI')).some(({ weight }) => weight === 'major');
}

const CHANGES_A_RIGHT: Readonly<Record<string, readonly string[]>> = {
  en: [
    'Listings must carry the wool mark unless AI drew the pattern.',
    'Songs whose words come from an AI must name it on the sleeve.',
    'Singers can have a recording struck from the AI shelf within a week.',
    'Royalties are halved where AI had a part in the tune.',
    'Lyrics that an AI has polished go to a queue of their own.',
    'AI crawlers are charged for every page of the archive.',
  ],
  de: [
    'Fotografen müssen die KI im Begleitbrief nennen.',
    'Manuskripte, an denen eine KI mitschrieb, sortieren wir aus.',
  ],
  fr: [
    'Les photographes doivent nommer l’IA dans la lettre.',
    'Les manuscrits où une IA est intervenue sont mis à part.',
  ],
  es: ['Los fotógrafos deben nombrar la IA en la carta.', 'Los manuscritos en los que intervino una IA van aparte.'],
  it: ['I fotografi devono nominare l’IA nella lettera.', 'I manoscritti a cui ha lavorato un’IA vanno a parte.'],
  pt: ['Os fotógrafos devem nomear a IA na carta.', 'Os manuscritos em que uma IA interveio ficam à parte.'],
};

const CHANGES_LITTLE: Readonly<Record<string, readonly string[]>> = {
  en: [
    'The AI loom is part of the Weaver plan and has a limit per month.',
    'You must be sixteen years old to chat with the AI shepherd.',
    'The AI that counts stitches on your photos may be wrong.',
    'Your photos are sent to the AI stitch counter and deleted after an hour.',
    'Our AI sorts songs by tempo for the radio.',
    'You must not ask the AI shepherd about weapons.',
    'Discover how AI brings your recordings to life.',
    'Spam in comments on your tracks is recognised by AI, and a moderator decides.',
  ],
  de: [
    'Die KI-Waage gehört zum Tarif Weber und kostet nichts.',
    'Ihre Fotos werden an die KI übermittelt und gelöscht.',
  ],
  fr: ['La balance à IA fait partie du forfait Tisserand.', 'Vos photos sont transmises à l’IA puis supprimées.'],
  es: ['La balanza con IA es parte del plan Tejedor.', 'Sus fotos son enviadas a la IA y luego eliminadas.'],
  it: ['La bilancia con IA fa parte del piano Tessitore.', 'Le tue foto vengono inviate all’IA e poi eliminate.'],
  pt: ['A balança com IA faz parte do plano Tecelão.', 'As suas fotos são enviadas para a IA e depois eliminadas.'],
};

describe('by default it changes a right, risk or duty:', () => {
  for (const [language, clauses] of Object.entries(CHANGES_A_RIGHT)) {
    for (const clause of clauses) it(clause, () => assert.ok(hasWeight(clause, language)));
  }
});

describe('it belongs to a family that changes little:', () => {
  for (const [language, clauses] of Object.entries(CHANGES_LITTLE)) {
    for (const clause of clauses) it(clause, () => assert.ok(!hasWeight(clause, language)));
  }
});

it('it is news when it comes, and when it goes', () => {
  const clause = 'Royalties are halved where AI had a part in the tune.';
  assert.equal(readChange(around(''), around(clause)).reading.change, 'major');
  assert.equal(readChange(around(clause), around('')).reading.change, 'major');
});

describe('an edit of a clause that no rule knows is news where', () => {
  const RULE = 'Singers who lean on AI for lyrics must say so on the sleeve.';
  const rows: [what: string, after: string, change: string][] = [
    ['the duty goes', 'Singers who lean on AI for lyrics like to say so on the sleeve.', 'major'],
    ['it asks for something else', 'Singers who lean on AI for lyrics must ask for our consent.', 'minor'],
    ['its words change only: not', 'Singers that lean on any AI for lyrics must say so upon the sleeve.', 'minor'],
  ];
  for (const [what, after, change] of rows) {
    it(what, () => assert.equal(readChange(around(RULE), around(after)).reading.change, change));
  }
});

it('it is about what a rule for small things found it to be about', () => {
  const [first] = readVersion(around('Games with our AI assistant must carry the red badge.')).aiClauses;
  assert.deepEqual(
    first?.statements.map(({ topic, weight }) => [topic, weight]),
    [
      ['ai-features', 'minor'],
      ['ai-features', 'major'],
    ],
  );
});
