/** Sentences that go on with the one before them: "You can opt out in your settings.", "This includes scraping to train AI." */
import type { Clause } from '../../domain.ts';
import { plainText } from '../normalise.ts';
import { type Features, readFeatures } from './features.ts';
import { type Patterns, plainTypography, quickest } from './lexicon.ts';
import type { Statement } from './statements.ts';

/**
 * Reads a sentence that does not speak of AI by itself, in the light of the one before it in the same passage.
 * @returns nothing where the one before says nothing of training, or this one lets nobody object to it.
 */
export function goesOnFrom(
  before: { clause: Clause; statements: readonly Statement[] },
  clause: Clause,
  patterns: Patterns,
): Features | undefined {
  if (!before.statements.some(({ position }) => position === 'permitted' || position === 'limited')) return undefined;
  const features = readFeatures({ ...clause, lead: plainText(before.clause.text) }, patterns);
  return features?.has('optOut') && !features.has('otherObjection') ? features : undefined;
}

/** The clause with the sentence before it as the line above, where it goes on with that: "This includes scraping to train AI." */
export function inLightOf(before: Clause | undefined, clause: Clause, { goesOn }: Patterns): Clause {
  if (before === undefined) return clause;
  const text = plainTypography(plainText(clause.text).toLowerCase());
  return quickest(goesOn, text).exec(text)?.index === 0 ? { ...clause, lead: plainText(before.text) } : clause;
}
