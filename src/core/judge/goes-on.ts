/**
 * Sentences that go on with the one before them: "You can opt out in your settings.", "This includes scraping to train AI.",
 * "This does not apply to free accounts.", "They are paid for it."
 */
import type { Clause } from '../../domain.ts';
import { plainText } from '../normalise.ts';
import type { AiClause } from '../reader/version-reading.ts';
import { whenBound } from './bonds.ts';
import { type Features, readFeatures } from './features.ts';
import { type Patterns, plainTypography, quickest } from './lexicon.ts';
import { type Statement, statementsOf } from './statements.ts';

/**
 * Reads a sentence that does not speak of AI by itself, in the light of the one before it in the same passage.
 * @returns nothing where it does not go on with that.
 */
export function goesOnFrom(before: AiClause, clause: Clause, patterns: Patterns): AiClause | undefined {
  const features = readFeatures({ ...clause, lead: lightOf(before) }, patterns);
  if (features === undefined) return undefined;
  if (isExemption(features)) return { clause, features, statements: exemptionsFrom(before, features) };
  const goesOn = isObjection(before, features) || isPay(before, features);
  return goesOn ? { clause, features, statements: statementsOf(features) } : undefined;
}

/** Letters of the sentences before that a sentence is read by. */
const LONGEST_LIGHT = 600;

/** A sentence, and what it goes on with itself: "We train AI. You can opt out." */
function lightOf({ clause, features }: AiClause): string {
  const text = plainText(clause.text);
  return (features.speaksOfAi ? text : `${features.clause.lead} ${text}`).slice(-LONGEST_LIGHT);
}

/** The sentence only bounds the one before it. The next one may go on with that as well. */
export const isExemption = (features: Features): boolean => features.has('limitsBefore');

/** One line for each thing that the sentence before says, and that is not said of everybody any more. */
function exemptionsFrom(before: AiClause, features: Features): Statement[] {
  return before.statements
    .filter(({ weight, direction }) => weight === 'major' && direction !== 'neutral')
    .map((statement) => ({
      ...statement,
      clause: features.clause,
      says: `an exemption from “${statement.says}”`,
      direction: whenBound(statement, before, true),
      position: undefined,
      because: `an exemption from “${statement.says}”: “${features.words('limitsBefore')}”`,
    }));
}

const isObjection = ({ statements }: AiClause, features: Features): boolean =>
  statements.some(({ position }) => position === 'permitted' || position === 'limited') &&
  features.has('optOut') &&
  !features.has('otherObjection');

const isPay = ({ statements }: AiClause, features: Features): boolean =>
  statements.some(({ topic }) => topic === 'training') && features.has('pay') && features.has('refersBack');

/** The clause with the sentence before it as the line above, where it goes on with that: "This includes scraping to train AI." */
export function inLightOf(before: Clause | undefined, clause: Clause, { goesOn }: Patterns): Clause {
  if (before === undefined) return clause;
  const text = plainTypography(plainText(clause.text).toLowerCase());
  return quickest(goesOn, text).exec(text)?.index === 0 ? { ...clause, lead: plainText(before.text) } : clause;
}
