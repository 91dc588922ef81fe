/**
 * Finds which positions changed between two parses of one source, and what that means.
 *
 *  significance  major where AI training is newly kept out of the whole site, or newly let in; anything else is minor
 *  direction     what is newly kept out is better for creators, what is newly let in is worse; terms alone are neutral
 *  relocated     where another source of the site said the same before, or still does, a move is minor and neutral
 */
import type { ParsedSignals, SignalMove, SignalStatement } from '../../domain/signal.ts';
import { type Direction, TOPICS, type Topic } from '../../domain/vocabulary.ts';
import { ANY_AGENT } from './crawler-registry.ts';
import {
  abridgeLines,
  isSiteRestricted,
  positionKey,
  sortUniqueLines,
  subjectKey,
  toPosition,
} from './signal-statement.ts';

/** Per side of a move. */
const MAX_LINES_QUOTED = 12;

/** What the other sources of the same site said before, and what they say now. */
export interface OtherSources {
  before: readonly SignalStatement[];
  now: readonly SignalStatement[];
}

const NO_OTHER_SOURCES: OtherSources = { before: [], now: [] };

export function compareSignals(
  before: ParsedSignals,
  after: ParsedSignals,
  otherSources: OtherSources = NO_OTHER_SOURCES,
): SignalMove[] {
  const [oldPositions, newPositions] = [indexPositions(before), indexPositions(after)];
  const subjects: ReadonlyMap<string, Subject> = new Map([...oldPositions.bySubject, ...newPositions.bySubject]);
  const moves = [...subjects].flatMap(
    ([key, subject]) =>
      findMove(subject, oldPositions.find(key, subject), newPositions.find(key, subject), otherSources) ?? [],
  );
  return groupMoves(moves);
}

type Subject = Pick<SignalStatement, 'format' | 'agent' | 'use'>;

interface PositionIndex {
  bySubject: ReadonlyMap<string, SignalStatement>;
  /** What applies to the subject's agent: its own rules or, where robots.txt has none for it, those for everybody. */
  find(key: string, subject: Subject): SignalStatement | undefined;
}

function indexPositions({ statements }: ParsedSignals): PositionIndex {
  const bySubject = new Map(statements.map((statement) => [subjectKey(statement), statement]));
  const everybody = statements.find(({ format, agent }) => format === 'robots' && agent === ANY_AGENT);
  return {
    bySubject,
    find: (key, { format, agent }) =>
      bySubject.get(key) ?? (format === 'robots' && agent !== ANY_AGENT ? everybody : undefined),
  };
}

function findMove(
  subject: Subject,
  from: SignalStatement | undefined,
  to: SignalStatement | undefined,
  otherSources: OtherSources,
): SignalMove | undefined {
  if (positionKey(from) === positionKey(to)) return undefined;
  const { format, agent, use } = subject;
  const isTraining = use === 'train' || use === 'all';
  const others = isSiteRestricted(to) ? otherSources.before : otherSources.now;
  const isRelocated = others.some((other) => restrictsSame(other, subject));
  const isMajor = isTraining && isSiteRestricted(from) !== isSiteRestricted(to) && !isRelocated;
  return {
    format,
    agents: [agent],
    use,
    ...(from && { from: toPosition(from) }),
    ...(to && { to: toPosition(to) }),
    before: from?.lines ?? [],
    after: to?.lines ?? [],
    significance: isMajor ? 'major' : 'minor',
    direction: isRelocated ? 'neutral' : directionOf(restrictiveness(from), restrictiveness(to)),
    topics: isTraining ? ['training', 'scraping'] : ['scraping'],
  };
}

/** Only robots.txt says who may come in; what pages may be used for can be said in several places. */
function restrictsSame(other: SignalStatement, { format, agent, use }: Subject): boolean {
  if (format === 'robots' || other.format === 'robots' || !isSiteRestricted(other)) return false;
  return (other.agent === ANY_AGENT || other.agent === agent) && (other.use === 'all' || other.use === use);
}

/** How far AI is kept out. Letting a crawler in by name equals silence; granting a use is more than silence. */
function restrictiveness(statement: SignalStatement | undefined): number {
  if (statement === undefined || statement.ruling === 'licensed') return 0;
  if (statement.ruling === 'allowed') return statement.format === 'robots' ? 0 : -1;
  if (statement.parts !== undefined) return 1;
  return statement.except === undefined ? 3 : 2;
}

const directionOf = (from: number, to: number): Direction => (to > from ? 'better' : to < from ? 'worse' : 'neutral');

/** Makes one move of agents whose positions changed in the same way. Major moves first. */
function groupMoves(moves: readonly SignalMove[]): SignalMove[] {
  const groups = new Map<string, SignalMove>();
  for (const move of moves) {
    const isForAll = move.agents.includes(ANY_AGENT);
    const key = JSON.stringify([move.format, move.use, positionKey(move.from), positionKey(move.to), isForAll]);
    const group = groups.get(key);
    groups.set(key, group === undefined ? move : mergeMoves(group, move));
  }
  return [...groups.values()]
    .map((move) => ({
      ...move,
      before: abridgeLines(move.before, MAX_LINES_QUOTED),
      after: abridgeLines(move.after, MAX_LINES_QUOTED),
    }))
    .sort((a, b) => Number(b.significance === 'major') - Number(a.significance === 'major'));
}

function mergeMoves(group: SignalMove, move: SignalMove): SignalMove {
  return {
    ...group,
    agents: [...group.agents, ...move.agents].sort(),
    before: sortUniqueLines([...group.before, ...move.before]),
    after: sortUniqueLines([...group.after, ...move.after]),
  };
}

/** The highest significance, the common direction, and all topics of several moves. */
export function summariseMoves(
  moves: readonly SignalMove[],
): Pick<SignalMove, 'significance' | 'direction' | 'topics'> {
  const directions = new Set(moves.map(({ direction }) => direction).filter((direction) => direction !== 'neutral'));
  const topics = new Set<Topic>(moves.flatMap((move) => move.topics));
  const [direction = 'neutral'] = directions;
  return {
    significance: moves.some(({ significance }) => significance === 'major') ? 'major' : 'minor',
    direction: directions.size > 1 ? 'mixed' : direction,
    topics: TOPICS.filter((topic) => topics.has(topic)),
  };
}
