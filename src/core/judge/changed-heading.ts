/**
 * Finds clauses that keep their words and change their meaning because of the heading or lead-in above them: "We may: …", "We will
 * never: …". Clause history does not apply: their words were there all along.
 */
import type { Clause } from '../../domain/document.ts';
import { ACT_NAMES } from '../reader/acts.ts';
import type { AiClause, VersionAnalysis } from '../reader/analyse-version.ts';
import type { ClauseModel } from '../reader/clause-model.ts';
import { outputIndex } from '../reader/outputs.ts';
import { type AiDifference, headingAndLeadOf } from './find-differences.ts';

/** How much the probability of an act must differ for the meaning to count as changed. */
const MIN_CONTEXT_SHIFT = 0.6;
const MAX_CHANGED_CLAUSES = 30;
const MAX_OCCURRENCES = 10;

export function findChangedHeadings(
  before: VersionAnalysis,
  after: VersionAnalysis,
  clauseModel: Pick<ClauseModel, 'compare'>,
): AiDifference[] {
  const oldByKey = encodedByKey(before);
  return [...encodedByKey(after)]
    .flatMap(([key, occurrences]): [AiClause, AiClause][] => {
      const old = (oldByKey.get(key) ?? []).slice(0, MAX_OCCURRENCES);
      const now = occurrences.slice(0, MAX_OCCURRENCES);
      // The same words may stand in several places; a meaning is lost or gained only if no other place has it.
      const lost = old.find((was) => now.every((is) => actsDiffer(was, is)));
      const gained = now.find((is) => old.every((was) => actsDiffer(is, was)));
      const [was, is] = [lost ?? old[0], gained ?? now[0]];
      return was && is && (lost || gained) ? [[was, is]] : [];
    })
    .slice(0, MAX_CHANGED_CLAUSES)
    .map(([was, is]) => ({
      kind: 'turned',
      clauses: { before: was.clause, after: is.clause },
      previous: { before: was.previous, after: is.previous },
      before: was.probabilities,
      after: is.probabilities,
      nearestToBefore: { probabilities: is.probabilities, similarity: 1 },
      nearestToAfter: { probabilities: was.probabilities, similarity: 1 },
      isStillPresent: false,
      wasAlreadyPresent: false,
      // Other clauses that say the same do not matter here.
      maxInOldVersion: was.probabilities,
      maxInNewVersion: is.probabilities,
      // The heading belongs to the compared text, for it is what differs.
      comparisonLogits: clauseModel.compare({
        before: withHeading(was.clause),
        after: withHeading(is.clause),
        head: '',
      }),
    }));
}

const encodedByKey = ({ aiClauses }: VersionAnalysis) =>
  Map.groupBy(
    aiClauses.filter(({ isEncoded }) => isEncoded),
    ({ clause }) => clause.key,
  );

const withHeading = (clause: Clause): string => `${headingAndLeadOf(clause)} ${clause.text}`;

const ACT_OUTPUTS = ACT_NAMES.map(outputIndex);
const actsDiffer = (a: AiClause, b: AiClause): boolean =>
  headingAndLeadOf(a.clause) !== headingAndLeadOf(b.clause) &&
  ACT_OUTPUTS.some((act) => Math.abs((a.probabilities[act] ?? 0) - (b.probabilities[act] ?? 0)) >= MIN_CONTEXT_SHIFT);
