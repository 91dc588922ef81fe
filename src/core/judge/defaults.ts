/**
 * What a clause about AI comes to where no rule knows it, or only one for small things. A new or vanished clause that speaks of AI
 * together with what people give, or with what they may and must, touches their rights more often than not; what does not belongs to
 * a closed number of families. One ordered table says so: the first row that applies decides, and what no row knows is small.
 */
import { onlyAnExample } from './conditions.ts';
import type { Features } from './features.ts';
import type { Rule } from './rules.ts';

/** Characters between AI and what binds somebody: they stand in one half of a sentence. */
const NEAR = 120;

/** Fewer words are a caption or a heading. */
const WORDS_OF_A_STATEMENT = 7;

/** A family of clauses that change little. */
interface Small {
  weight: 'small';
  name: string;
  when: (f: Features) => boolean;
}

/** It is about what people give, make or are, or about what AI makes. */
const concernsPeople = (f: Features): boolean => CONCERNS.some((concept) => f.has(concept));
const CONCERNS = [
  'yours',
  'uploads',
  'personal',
  'prompts',
  'publish',
  'likeness',
  'inputOutput',
  'aiMade',
  'label',
  'consent',
  'pay',
  'own',
  'siteContent',
  'works',
] as const;

const isForbidden = (f: Features): boolean =>
  f.near('userMayNot', 'ai', NEAR)
    ? concernsPeople(f) || !f.has('aiTool')
    : f.near('forbidden', 'ai', NEAR) && concernsPeople(f);

export const DEFAULTS: readonly (Small | Rule)[] = [
  { weight: 'small', name: 'AI stands in the heading above only', when: (f) => !f.speaksOfAi },
  { weight: 'small', name: 'what a term means', when: (f) => f.has('defines') },
  { weight: 'small', name: 'AI among examples', when: (f) => onlyAnExample(f) || f.opens('example', 'ai', 40) },
  { weight: 'small', name: 'answers may be wrong', when: (f) => f.has('disclaimer') && !f.has('publish') },
  {
    name: 'rights in what AI makes',
    topic: 'ai-features',
    weight: 'major',
    direction: 'mixed',
    when: (f) => (['own', 'licence'] as const).some((right) => f.near(right, 'inputOutput') || f.near(right, 'aiMade')),
    shows: ['own', 'licence', 'inputOutput', 'aiMade'],
  },
  { weight: 'small', name: 'AI decides, finds or recommends', when: (f) => f.has('decide') && !f.has('label') },
  { weight: 'small', name: 'who may use a feature, how often, at what price', when: (f) => f.has('access') },
  { weight: 'small', name: 'abuse of AI tools', when: (f) => f.has('misuse') && !f.has('likeness') },
  { weight: 'small', name: 'a feature does what it is for', when: (f) => f.has('serves') && !f.has('improve') },
  { weight: 'small', name: 'a feature is advertised', when: (f) => f.has('offers') },
  {
    name: 'AI and money',
    topic: 'pay',
    weight: 'major',
    direction: 'mixed',
    when: (f) => f.near('pay', 'ai', NEAR),
    shows: ['pay', 'ai'],
  },
  {
    name: 'a ban that concerns AI',
    topic: 'ai-content',
    weight: 'major',
    direction: 'mixed',
    when: isForbidden,
    shows: ['userMayNot', 'forbidden', 'ai'],
  },
  {
    name: 'a rule that concerns AI',
    topic: 'ai-content',
    weight: 'major',
    direction: 'mixed',
    when: (f) =>
      concernsPeople(f) && (f.near('binds', 'ai', NEAR) || f.near('must', 'ai', NEAR) || f.near('consent', 'ai', 60)),
    shows: ['binds', 'must', 'consent', 'ai'],
  },
  {
    name: 'AI and what people make or give',
    topic: 'ai-content',
    weight: 'major',
    direction: 'mixed',
    when: (f) => f.near('works', 'ai', NEAR) && f.text.split(' ').length >= WORDS_OF_A_STATEMENT,
    shows: ['works', 'ai'],
  },
];

/** The rule for what no rule knows, if it matters. */
export function byDefault(f: Features): Rule | undefined {
  const row = DEFAULTS.find(({ when }) => when(f));
  return row === undefined || row.weight === 'small' ? undefined : row;
}
