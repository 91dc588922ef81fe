/**
 * What changed between two readings of one source, position by position.
 *
 *  significance  major where AI training is newly kept out of the whole site, or newly let in; anything else is minor
 *  direction     what is newly kept out is better for creators, what is newly let in is worse; terms alone are neither
 *  said elsewhere  what another source of the same site said already, or says still, only moved: minor, and neither
 */
import type { ParsedSignals, SignalMove, SignalStatement } from '../../domain/signal.ts';
import { type Direction, TOPICS, type Topic } from '../../domain/vocabulary.ts';
import { ANY_AGENT } from './crawler-registry.ts';
import { subjectKey } from './parse-signals.ts';
import { abridgeLines, sortUniqueLines } from './signal-lines.ts';
import { isSiteRestricted, positionKey, toPosition } from './signal-position.ts';

/** Lines quoted of one side of a move. */
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
  elsewhere: OtherSources = NO_OTHER_SOURCES,
): SignalMove[] {
  const [was, is] = [positions(before), positions(after)];
  const moves = [...new Set([...was.said.keys(), ...is.said.keys()])].flatMap((key) => {
    const about = was.said.get(key) ?? is.said.get(key);
    if (about === undefined) return [];
    const move = findMove(about, was.of(key, about), is.of(key, about), elsewhere);
    return move === undefined ? [] : [move];
  });
  return groupMoves(moves);
}

interface Positions {
  said: ReadonlyMap<string, SignalStatement>;
  /** What holds for the agent of `about`: its own rules or, where robots.txt has none for it, those that keep everybody out. */
  of(key: string, about: SignalStatement): SignalStatement | undefined;
}

function positions({ statements }: ParsedSignals): Positions {
  const said = new Map(statements.map((statement) => [subjectKey(statement), statement]));
  const everybody = statements.find(({ format, agent }) => format === 'robots' && agent === ANY_AGENT);
  return {
    said,
    of: (key, { format, agent }) =>
      said.get(key) ?? (format === 'robots' && agent !== ANY_AGENT ? everybody : undefined),
  };
}

function findMove(
  { format, agent, use }: SignalStatement,
  from: SignalStatement | undefined,
  to: SignalStatement | undefined,
  elsewhere: OtherSources,
): SignalMove | undefined {
  if (positionKey(from) === positionKey(to)) return undefined;
  const isTraining = use === 'train' || use === 'all';
  const others = isSiteRestricted(to) ? elsewhere.before : elsewhere.now;
  const isTold = others.some((other) => isRepeatedBy(other, { format, agent, use }));
  const isMajor = isTraining && isSiteRestricted(from) !== isSiteRestricted(to) && !isTold;
  return {
    format,
    agents: [agent],
    use,
    ...(from && { from: toPosition(from) }),
    ...(to && { to: toPosition(to) }),
    before: from?.lines ?? [],
    after: to?.lines ?? [],
    significance: isMajor ? 'major' : 'minor',
    direction: isTold ? 'neutral' : directionOf(restrictiveness(from), restrictiveness(to)),
    topics: isTraining ? ['training', 'scraping'] : ['scraping'],
  };
}

/** Who may come in is said in robots.txt alone; what pages may be used for can be said in several places. */
function isRepeatedBy(
  other: SignalStatement,
  { format, agent, use }: Pick<SignalStatement, 'format' | 'agent' | 'use'>,
) {
  if (format === 'robots' || other.format === 'robots' || !isSiteRestricted(other)) return false;
  return (other.agent === ANY_AGENT || other.agent === agent) && (other.use === 'all' || other.use === use);
}

/** How far AI is kept out. To let a crawler in by its name is what silence does as well; to grant a use is more than silence. */
function restrictiveness(statement: SignalStatement | undefined): number {
  if (statement === undefined || statement.ruling === 'licensed') return 0;
  if (statement.ruling === 'allowed') return statement.format === 'robots' ? 0 : -1;
  if (statement.parts !== undefined) return 1;
  return statement.except === undefined ? 3 : 2;
}

const directionOf = (from: number, to: number): Direction => (to > from ? 'better' : to < from ? 'worse' : 'neutral');

/** Agents whose positions went the same way are told in one sentence. */
function groupMoves(moves: readonly SignalMove[]): SignalMove[] {
  const sentences = new Map<string, SignalMove>();
  for (const move of moves) {
    const key = JSON.stringify([move.format, move.use, positionKey(move.from), positionKey(move.to), isForAll(move)]);
    const known = sentences.get(key);
    sentences.set(key, known === undefined ? move : mergeMoves(known, move));
  }
  return [...sentences.values()]
    .map((move) => ({
      ...move,
      before: abridgeLines(move.before, MAX_LINES_QUOTED),
      after: abridgeLines(move.after, MAX_LINES_QUOTED),
    }))
    .sort((a, b) => Number(b.significance === 'major') - Number(a.significance === 'major'));
}

const isForAll = ({ agents }: SignalMove): boolean => agents.includes(ANY_AGENT);

function mergeMoves(known: SignalMove, move: SignalMove): SignalMove {
  return {
    ...known,
    agents: [...known.agents, ...move.agents].sort(),
    before: sortUniqueLines([...known.before, ...move.before]),
    after: sortUniqueLines([...known.after, ...move.after]),
  };
}

/** What several moves come to: the weightiest, both ways or one, and all they are about. */
export function summariseMoves(
  moves: readonly SignalMove[],
): Pick<SignalMove, 'significance' | 'direction' | 'topics'> {
  const ways = new Set(moves.map(({ direction }) => direction).filter((direction) => direction !== 'neutral'));
  const topics = new Set<Topic>(moves.flatMap((move) => move.topics));
  const [way = 'neutral'] = ways;
  return {
    significance: moves.some(({ significance }) => significance === 'major') ? 'major' : 'minor',
    direction: ways.size > 1 ? 'mixed' : way,
    topics: TOPICS.filter((topic) => topics.has(topic)),
  };
}
