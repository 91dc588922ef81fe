/**
 * What a clause about AI comes to where no rule knows it, or only one for small things. Each concept it holds speaks so much for a
 * change of rights, or against it (`weights.ts`, learnt by `training/` from labelled passages); together they decide.
 */
import type { Topic } from '../../domain.ts';
import { onlyAnExample } from './conditions.ts';
import type { Features } from './features.ts';
import type { Concept } from './lexicon.ts';
import type { Rule } from './rules.ts';
import { BIAS, WEIGHTS } from './weights.ts';

/** What concepts weigh together where a clause matters: the logarithm of the odds. */
export const ENOUGH = 0.5;

/** What it is about: the first row of which a concept stands in the clause. */
const TOPICS: readonly (readonly [Topic, ...Concept[]])[] = [
  ['scraping', 'scrape', 'mining'],
  ['training', 'train', 'trainModel'],
  ['likeness', 'fake', 'ownLikeness', 'imitate', 'likeness'],
  ['ai-content', 'aiMade', 'label', 'publish', 'aiUse'],
  ['pay', 'pay'],
  ['ai-features', 'aiTool', 'inputOutput', 'prompts', 'own'],
];

/** Characters from "such as" to AI that make AI an example. */
const REACH_OF_EXAMPLES = 40;

/** Concepts that a verdict names, the heaviest first. */
const CONCEPTS_SHOWN = 3;

const WEIGHED = (Object.entries(WEIGHTS) as [Concept, number][]).sort(([, a], [, b]) => b - a);

/** Concepts that bear on rights by themselves: where none of them came or went, an edited clause says the same in other words. */
export const BEARING: readonly Concept[] = WEIGHED.filter(([, weight]) => weight >= ENOUGH).map(([concept]) => concept);

/** The rule for what no rule knows, if it matters. */
export function byDefault(f: Features): Rule | undefined {
  if (!f.speaksOfAi || f.isLabel || onlyAnExample(f) || f.opens('example', 'ai', REACH_OF_EXAMPLES)) return undefined;
  const held = WEIGHED.filter(([concept]) => f.has(concept));
  if (held.reduce((sum, [, weight]) => sum + weight, BIAS) < ENOUGH) return undefined;
  const [topic] = TOPICS.find(([, ...concepts]) => concepts.some((concept) => f.has(concept))) ?? ['ai-content'];
  return {
    name: 'AI, and what bears on rights',
    topic,
    weight: 'major',
    direction: 'mixed',
    when: () => true,
    shows: [...held.slice(0, CONCEPTS_SHOWN).map(([concept]) => concept), 'ai'],
  };
}
