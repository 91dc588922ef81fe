/** Which clauses about AI differ between two versions, and all that is known of each. */
import type { Clause, Comparison } from '../../domain/document.ts';
import { splitPassage } from '../document/clauses.ts';
import type { ClauseRecurrence } from '../history/clause-history.ts';
import { ACT_NAMES } from '../reader/acts.ts';
import type { ClauseModel } from '../reader/clause-model.ts';
import type { EncoderPair } from '../reader/encoder/encoder-input.ts';
import { createNearestFinder, type NearestClause } from '../reader/nearest-clause.ts';
import { maxProbabilities, type OutputProbabilities } from '../reader/output-probabilities.ts';
import { outputIndex } from '../reader/outputs.ts';
import type { AiClause, VersionAnalysis } from '../reader/version-analysis.ts';
import type { DifferenceInput } from './difference-features.ts';

/** A clause about AI that differs. */
export interface AiDifference extends DifferenceInput {
  /** `turned`: it has the same words on both sides, and says something else because of what stands above it. */
  kind: 'edited' | 'turned' | 'added' | 'removed';
  /** The clause on each side, whether it is about AI there or not. */
  clauses: { before?: Clause; after?: Clause };
  /** The sentence before each. */
  previous: { before?: string; after?: string };
}

/** Differences that are weighed, and those of which both sides are read side by side; the likeliest first. Recorded changes hardly ever have more. */
const MAX_SCORED_DIFFERENCES = 300;
const MAX_COMPARED_DIFFERENCES = 60;

/** Those that may matter most first, then those that only stand under another line. */
export function findAiDifferences(
  before: VersionAnalysis,
  after: VersionAnalysis,
  comparison: Comparison,
  clauseModel: Pick<ClauseModel, 'compare'>,
  recall: (key: string) => ClauseRecurrence | undefined = () => undefined,
): AiDifference[] {
  const [old, now] = [before, after].map(indexVersion) as [VersionIndex, VersionIndex];
  const [anywhereBefore, anywhereAfter] = [before, after].map(({ aiClauses }) =>
    maxProbabilities(aiClauses.map(({ probabilities: says }) => says)),
  ) as [OutputProbabilities, OutputProbabilities];
  const differences = sidesAboutAi(comparison, old, now)
    .flatMap((sides) => applyClauseHistory(sides, recall))
    .sort((one, other) => majorProbabilityOf(other) - majorProbabilityOf(one))
    .slice(0, MAX_SCORED_DIFFERENCES)
    .map(
      ({ kind, clauses, was, is }): AiDifference => ({
        kind,
        clauses,
        previous: { before: was?.previous, after: is?.previous },
        before: was?.probabilities,
        after: is?.probabilities,
        nearestToBefore: clauses.before && now.nearestAi(clauses.before),
        nearestToAfter: clauses.after && old.nearestAi(clauses.after),
        isStillPresent: clauses.before !== undefined && now.keys().has(clauses.before.key),
        wasAlreadyPresent: clauses.after !== undefined && old.keys().has(clauses.after.key),
        maxInOldVersion: anywhereBefore,
        maxInNewVersion: anywhereAfter,
      }),
    );
  return [
    ...differences.map((one, at) =>
      at < MAX_COMPARED_DIFFERENCES
        ? { ...one, comparisonLogits: clauseModel.compare(toEncoderPair(one, old, now)) }
        : one,
    ),
    ...recontextualisedClauses(before, after, clauseModel),
  ];
}

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
    const [was, is] = [
      clauses.before && old.ai.get(clauses.before.key),
      clauses.after && now.ai.get(clauses.after.key),
    ];
    return was === undefined && is === undefined ? [] : [{ kind, clauses, was, is }];
  });
}

/**
 * Nothing where the page said so within days: what flaps never went. What it said within weeks is no gain, but what it takes the place of is a
 * loss.
 */
function applyClauseHistory(sides: Sides, recall: (key: string) => ClauseRecurrence | undefined): Sides[] {
  const { clauses, was } = sides;
  const recollection = clauses.after && recall(clauses.after.key);
  if (recollection === undefined) return [sides];
  if (recollection === 'flapping' || was === undefined) return [];
  return [{ kind: 'removed', clauses: { before: was.clause }, was }];
}

const MAJOR = outputIndex('major');
const majorProbabilityOf = ({ was, is }: Sides): number =>
  Math.max(was?.probabilities[MAJOR] ?? 0, is?.probabilities[MAJOR] ?? 0);

interface VersionIndex {
  ai: ReadonlyMap<string, AiClause>;
  /** Keys of all its clauses. */
  keys(): ReadonlySet<string>;
  /** The nearest of all its clauses, with what it says where it is about AI. */
  nearestAi(clause: Clause): DifferenceInput['nearestToBefore'];
  nearest(clause: Clause): NearestClause | undefined;
}

/** Most comparisons have no difference about AI; only those that have pay for an index. */
function indexVersion({ passages, aiClauses }: VersionAnalysis): VersionIndex {
  const ai = new Map<string, AiClause>();
  for (const one of aiClauses) if (!ai.has(one.clause.key)) ai.set(one.clause.key, one);
  const clauses = lazy(() => passages.flatMap(splitPassage));
  const keys = lazy((): ReadonlySet<string> => new Set(clauses().map(({ key }) => key)));
  const nearestThere = lazy(() => createNearestFinder(clauses()));
  const found = new Map<string, NearestClause | undefined>();
  const nearest = (clause: Clause) => {
    if (!found.has(clause.key)) found.set(clause.key, nearestThere()(clause));
    return found.get(clause.key);
  };
  return {
    ai,
    keys,
    nearest,
    nearestAi(clause) {
      const there = nearest(clause);
      const says = there && ai.get(there.clause.key)?.probabilities;
      return there && says && { probabilities: says, similarity: there.similarity };
    },
  };
}

function lazy<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** For a clause that stands on one side only, what is nearest to it stands for the other. */
function toEncoderPair(
  { clauses: { before, after } }: AiDifference,
  old: VersionIndex,
  now: VersionIndex,
): EncoderPair {
  const was = before ?? (after && old.nearest(after)?.clause);
  const is = after ?? (before && now.nearest(before)?.clause);
  return { before: textOf(was), after: textOf(is), head: headingAndLeadOf(after ?? before) };
}

const textOf = (clause: Clause | undefined): string => clause?.text ?? '';
/** Its heading and, nearer to it, the line that introduces its list. */
const headingAndLeadOf = (clause: Clause | undefined): string =>
  `${clause?.section.at(-1) ?? ''} ${clause?.lead ?? ''}`.trim();

// ---- clauses under another heading --------------------------------------------------------------

/** The probability of an act must differ by so much for the same words to say something else. */
const MIN_CONTEXT_SHIFT = 0.6;
/** Clauses that may have turned, and places of one, that are looked at; a page with more repeats itself. */
const MAX_RECONTEXTUALISED = 30;
const MAX_OCCURRENCES = 10;

/**
 * The clauses that stand in both versions in the same words, under another line or heading, and say something else: "We may: …", "We will never: …".
 * What was said before proves nothing of them, for their words always were.
 */
function recontextualisedClauses(
  before: VersionAnalysis,
  after: VersionAnalysis,
  clauseModel: Pick<ClauseModel, 'compare'>,
): AiDifference[] {
  const olds = Map.groupBy(before.aiClauses.filter(isEncodedClause), ({ clause }) => clause.key);
  const news = Map.groupBy(after.aiClauses.filter(isEncodedClause), ({ clause }) => clause.key);
  return [...news]
    .flatMap(([key, places]): [AiClause, AiClause][] => {
      const [then, now] = [olds.get(key) ?? [], places].map((all) => all.slice(0, MAX_OCCURRENCES)) as [
        AiClause[],
        AiClause[],
      ];
      // The same words may stand in several places; what counts is what they say in all of them.
      const lost = then.find((one) => now.every((other) => actsDiffer(one, other)));
      const gained = now.find((one) => then.every((other) => actsDiffer(one, other)));
      const [was, is] = [lost ?? then[0], gained ?? now[0]];
      return was && is && (lost || gained) ? [[was, is]] : [];
    })
    .slice(0, MAX_RECONTEXTUALISED)
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
      // Its own words are what turned: what else is said does not matter.
      maxInOldVersion: was.probabilities,
      maxInNewVersion: is.probabilities,
      // Read with what stands above them, for that is what differs.
      comparisonLogits: clauseModel.compare({
        before: withHeading(was.clause),
        after: withHeading(is.clause),
        head: '',
      }),
    }));
}

const isEncodedClause = ({ isEncoded: closely }: AiClause): boolean => closely;
const withHeading = (clause: Clause): string => `${headingAndLeadOf(clause)} ${textOf(clause)}`;

const ACT_OUTPUTS = ACT_NAMES.map(outputIndex);
const actsDiffer = (one: AiClause, other: AiClause): boolean =>
  headingAndLeadOf(one.clause) !== headingAndLeadOf(other.clause) &&
  ACT_OUTPUTS.some(
    (act) => Math.abs((one.probabilities[act] ?? 0) - (other.probabilities[act] ?? 0)) >= MIN_CONTEXT_SHIFT,
  );
