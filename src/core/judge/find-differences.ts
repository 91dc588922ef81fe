/** Finds the clauses about AI that differ between two versions, with everything the verdict needs to know about each. */
import type { Clause, Comparison } from '../../domain/document.ts';
import type { AiClause, VersionAnalysis } from '../reader/analyse-version.ts';
import type { ClauseModel } from '../reader/clause-model.ts';
import type { EncoderPair } from '../reader/encoder/encoder-input.ts';
import { maxProbabilities, outputIndex } from '../reader/outputs.ts';
import type { DifferenceInput } from './difference-features.ts';
import { indexVersion, type VersionIndex } from './version-index.ts';

/** A clause about AI that differs. */
export interface AiDifference extends DifferenceInput {
  /** `turned`: the same words on both sides, with another meaning because of the heading or lead-in above them. */
  kind: 'edited' | 'turned' | 'added' | 'removed';
  /** The clause on each side, whether it is about AI there or not. */
  clauses: { before?: Clause; after?: Clause };
  /** The sentence before each. */
  previous: { before?: string; after?: string };
}

/**
 * An earlier version had a clause that is new now. `flapping`: within days, on a page that shows its readers different texts.
 * `known`: within weeks.
 */
export type ClauseRecurrence = 'flapping' | 'known';

/** Recorded changes hardly ever have more; the likeliest ones come first. */
const MAX_SCORED_DIFFERENCES = 300;
const MAX_COMPARED_DIFFERENCES = 60;

/**
 * @param recall by clause key: whether an earlier version had the clause.
 * @returns those most likely to be major first.
 */
export function findAiDifferences(
  before: VersionAnalysis,
  after: VersionAnalysis,
  comparison: Comparison,
  clauseModel: Pick<ClauseModel, 'compare'>,
  recall: (key: string) => ClauseRecurrence | undefined = () => undefined,
): AiDifference[] {
  const [old, now] = [indexVersion(before), indexVersion(after)];
  const [maxInOldVersion, maxInNewVersion] = [maxInVersion(before), maxInVersion(after)];
  return sidesAboutAi(comparison, old, now)
    .flatMap((sides) => applyClauseHistory(sides, recall))
    .sort((a, b) => majorProbabilityOf(b) - majorProbabilityOf(a))
    .slice(0, MAX_SCORED_DIFFERENCES)
    .map(({ kind, clauses, was, is }, i): AiDifference => {
      const isCompared = i < MAX_COMPARED_DIFFERENCES;
      return {
        kind,
        clauses,
        previous: { before: was?.previous, after: is?.previous },
        before: was?.probabilities,
        after: is?.probabilities,
        nearestToBefore: clauses.before && now.nearestAi(clauses.before),
        nearestToAfter: clauses.after && old.nearestAi(clauses.after),
        isStillPresent: clauses.before !== undefined && now.keys().has(clauses.before.key),
        wasAlreadyPresent: clauses.after !== undefined && old.keys().has(clauses.after.key),
        maxInOldVersion,
        maxInNewVersion,
        ...(isCompared && { comparisonLogits: clauseModel.compare(toEncoderPair(clauses, old, now)) }),
      };
    });
}

const maxInVersion = ({ aiClauses }: VersionAnalysis) =>
  maxProbabilities(aiClauses.map(({ probabilities }) => probabilities));

interface Sides extends Pick<AiDifference, 'kind' | 'clauses'> {
  was?: AiClause;
  is?: AiClause;
}

/** The differences of which at least one side may be about AI. */
function sidesAboutAi({ edited, removed, added }: Comparison, old: VersionIndex, now: VersionIndex): Sides[] {
  return [
    ...edited.map((clauses) => ({ kind: 'edited' as const, clauses })),
    ...removed.map((before) => ({ kind: 'removed' as const, clauses: { before } })),
    ...added.map((after) => ({ kind: 'added' as const, clauses: { after } })),
  ].flatMap(({ kind, clauses }: Pick<AiDifference, 'kind' | 'clauses'>) => {
    const was = clauses.before && old.ai.get(clauses.before.key);
    const is = clauses.after && now.ai.get(clauses.after.key);
    return was === undefined && is === undefined ? [] : [{ kind, clauses, was, is }];
  });
}

/** A flapping clause is no difference. A known one is no gain, but what it replaces is a loss. */
function applyClauseHistory(sides: Sides, recall: (key: string) => ClauseRecurrence | undefined): Sides[] {
  const { clauses, was } = sides;
  const recurrence = clauses.after && recall(clauses.after.key);
  if (recurrence === undefined) return [sides];
  if (recurrence === 'flapping' || was === undefined) return [];
  return [{ kind: 'removed', clauses: { before: was.clause }, was }];
}

const MAJOR = outputIndex('major');
const majorProbabilityOf = ({ was, is }: Sides): number =>
  Math.max(was?.probabilities[MAJOR] ?? 0, is?.probabilities[MAJOR] ?? 0);

/** For an added or removed clause, the nearest one stands in for the other side. */
function toEncoderPair({ before, after }: AiDifference['clauses'], old: VersionIndex, now: VersionIndex): EncoderPair {
  const was = before ?? (after && old.nearest(after)?.clause);
  const is = after ?? (before && now.nearest(before)?.clause);
  return { before: was?.text ?? '', after: is?.text ?? '', head: headingAndLeadOf(after ?? before) };
}

/** The heading of a clause and the line that introduces its list. */
export const headingAndLeadOf = (clause: Clause | undefined): string =>
  `${clause?.section.at(-1) ?? ''} ${clause?.lead ?? ''}`.trim();
