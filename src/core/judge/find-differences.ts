/** Which clauses about AI differ between two versions, and all that is known of each. */
import type { Clause, Comparison } from '../../domain/document.ts';
import { clausesOf } from '../document/clauses.ts';
import { ACT_NAMES } from '../reader/acts.ts';
import type { ClauseModel } from '../reader/clause-model.ts';
import type { Difference } from '../reader/encoder/encoder-input.ts';
import { type Nearest, nearestIn } from '../reader/nearest-clause.ts';
import { at } from '../reader/outputs.ts';
import { mostOf, type Says } from '../reader/output-probabilities.ts';
import type { AiClause, VersionReading } from '../reader/version-analysis.ts';
import type { Recollection } from '../history/clause-history.ts';
import type { JudgedDifference } from './difference-features.ts';

/** A clause about AI that differs. */
export interface AiDifference extends JudgedDifference {
  /** `turned`: it has the same words on both sides, and says something else because of what stands above it. */
  kind: 'edited' | 'turned' | 'added' | 'removed';
  /** The clause on each side, whether it is about AI there or not. */
  clauses: { before?: Clause; after?: Clause };
  /** The sentence before each. */
  previous: { before?: string; after?: string };
}

/** Differences that are weighed, and those of which both sides are read side by side; the likeliest first. Recorded changes hardly ever have more. */
const MOST_WEIGHED = 300;
const MOST_COMPARED = 60;

/** Those that may matter most first, then those that only stand under another line. */
export function aiDifferences(
  before: VersionReading,
  after: VersionReading,
  comparison: Comparison,
  clauses: Pick<ClauseModel, 'compare'>,
  recall: (key: string) => Recollection | undefined = () => undefined,
): AiDifference[] {
  const [old, now] = [before, after].map(lookUp) as [LookUp, LookUp];
  const [anywhereBefore, anywhereAfter] = [before, after].map(({ aiClauses }) =>
    mostOf(aiClauses.map(({ says }) => says)),
  ) as [Says, Says];
  const differences = sidesAboutAi(comparison, old, now)
    .flatMap((sides) => asRemembered(sides, recall))
    .sort((one, other) => likelihoodOf(other) - likelihoodOf(one))
    .slice(0, MOST_WEIGHED)
    .map(
      ({ kind, clauses, was, is }): AiDifference => ({
        kind,
        clauses,
        previous: { before: was?.previous, after: is?.previous },
        before: was?.says,
        after: is?.says,
        nearBefore: clauses.before && now.near(clauses.before),
        nearAfter: clauses.after && old.near(clauses.after),
        stillStands: clauses.before !== undefined && now.keys().has(clauses.before.key),
        stoodBefore: clauses.after !== undefined && old.keys().has(clauses.after.key),
        anywhereBefore,
        anywhereAfter,
      }),
    );
  return [
    ...differences.map((one, at) =>
      at < MOST_COMPARED ? { ...one, compared: clauses.compare(sidesOf(one, old, now)) } : one,
    ),
    ...turned(before, after, clauses),
  ];
}

interface Sides extends Pick<AiDifference, 'kind' | 'clauses'> {
  was?: AiClause;
  is?: AiClause;
}

/** The differences of which at least one side may be about AI. */
function sidesAboutAi({ edited, removed, added }: Comparison, old: LookUp, now: LookUp): Sides[] {
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
function asRemembered(sides: Sides, recall: (key: string) => Recollection | undefined): Sides[] {
  const { clauses, was } = sides;
  const recollection = clauses.after && recall(clauses.after.key);
  if (recollection === undefined) return [sides];
  if (recollection === 'flapping' || was === undefined) return [];
  return [{ kind: 'removed', clauses: { before: was.clause }, was }];
}

const MAJOR = at('major');
const likelihoodOf = ({ was, is }: Sides): number => Math.max(was?.says[MAJOR] ?? 0, is?.says[MAJOR] ?? 0);

interface LookUp {
  ai: ReadonlyMap<string, AiClause>;
  /** Keys of all its clauses. */
  keys(): ReadonlySet<string>;
  /** The nearest of all its clauses, with what it says where it is about AI. */
  near(clause: Clause): JudgedDifference['nearBefore'];
  nearest(clause: Clause): Nearest | undefined;
}

/** Most comparisons have no difference about AI; only those that have pay for an index. */
function lookUp({ passages, aiClauses }: VersionReading): LookUp {
  const ai = new Map<string, AiClause>();
  for (const one of aiClauses) if (!ai.has(one.clause.key)) ai.set(one.clause.key, one);
  const clauses = once(() => passages.flatMap(clausesOf));
  const keys = once((): ReadonlySet<string> => new Set(clauses().map(({ key }) => key)));
  const nearestThere = once(() => nearestIn(clauses()));
  const found = new Map<string, Nearest | undefined>();
  const nearest = (clause: Clause) => {
    if (!found.has(clause.key)) found.set(clause.key, nearestThere()(clause));
    return found.get(clause.key);
  };
  return {
    ai,
    keys,
    nearest,
    near(clause) {
      const there = nearest(clause);
      const says = there && ai.get(there.clause.key)?.says;
      return there && says && { says, likeness: there.likeness };
    },
  };
}

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** For a clause that stands on one side only, what is nearest to it stands for the other. */
function sidesOf({ clauses: { before, after } }: AiDifference, old: LookUp, now: LookUp): Difference {
  const was = before ?? (after && old.nearest(after)?.clause);
  const is = after ?? (before && now.nearest(before)?.clause);
  return { before: textOf(was), after: textOf(is), head: aboveOf(after ?? before) };
}

const textOf = (clause: Clause | undefined): string => clause?.text ?? '';
/** Its heading and, nearer to it, the line that introduces its list. */
const aboveOf = (clause: Clause | undefined): string => `${clause?.section.at(-1) ?? ''} ${clause?.lead ?? ''}`.trim();

// ---- clauses under another heading --------------------------------------------------------------

/** The probability of an act must differ by so much for the same words to say something else. */
const TURNED_BY = 0.6;
/** Clauses that may have turned, and places of one, that are looked at; a page with more repeats itself. */
const MOST_TURNED = 30;
const MOST_PLACES = 10;

/**
 * The clauses that stand in both versions in the same words, under another line or heading, and say something else: "We may: …", "We will never: …".
 * What was said before proves nothing of them, for their words always were.
 */
function turned(before: VersionReading, after: VersionReading, clauses: Pick<ClauseModel, 'compare'>): AiDifference[] {
  const olds = Map.groupBy(before.aiClauses.filter(isReadClosely), ({ clause }) => clause.key);
  const news = Map.groupBy(after.aiClauses.filter(isReadClosely), ({ clause }) => clause.key);
  return [...news]
    .flatMap(([key, places]): [AiClause, AiClause][] => {
      const [then, now] = [olds.get(key) ?? [], places].map((all) => all.slice(0, MOST_PLACES)) as [
        AiClause[],
        AiClause[],
      ];
      // The same words may stand in several places; what counts is what they say in all of them.
      const lost = then.find((one) => now.every((other) => saysOtherwise(one, other)));
      const gained = now.find((one) => then.every((other) => saysOtherwise(one, other)));
      const [was, is] = [lost ?? then[0], gained ?? now[0]];
      return was && is && (lost || gained) ? [[was, is]] : [];
    })
    .slice(0, MOST_TURNED)
    .map(([was, is]) => ({
      kind: 'turned',
      clauses: { before: was.clause, after: is.clause },
      previous: { before: was.previous, after: is.previous },
      before: was.says,
      after: is.says,
      nearBefore: { says: is.says, likeness: 1 },
      nearAfter: { says: was.says, likeness: 1 },
      stillStands: false,
      stoodBefore: false,
      // Its own words are what turned: what else is said does not matter.
      anywhereBefore: was.says,
      anywhereAfter: is.says,
      // Read with what stands above them, for that is what differs.
      compared: clauses.compare({ before: withAbove(was.clause), after: withAbove(is.clause), head: '' }),
    }));
}

const isReadClosely = ({ closely }: AiClause): boolean => closely;
const withAbove = (clause: Clause): string => `${aboveOf(clause)} ${textOf(clause)}`;

const ACT_OUTPUTS = ACT_NAMES.map(at);
const saysOtherwise = (one: AiClause, other: AiClause): boolean =>
  aboveOf(one.clause) !== aboveOf(other.clause) &&
  ACT_OUTPUTS.some((act) => Math.abs((one.says[act] ?? 0) - (other.says[act] ?? 0)) >= TURNED_BY);
