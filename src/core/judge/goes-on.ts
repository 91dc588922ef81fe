/** A sentence that goes on with what the one before it said of training: "You can opt out in your settings." */
import type { Clause } from '../../domain.ts';
import { plainText } from '../normalise.ts';
import { type Features, readFeatures } from './features.ts';
import type { Patterns } from './lexicon.ts';
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
