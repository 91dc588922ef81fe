/**
 * What changed between two readings of one source, position by position.
 *
 *  significance  major where AI training is newly kept out of the whole site, or newly let in; anything else is minor
 *  direction     what is newly kept out is better for creators, what is newly let in is worse; terms alone are neither
 *  said elsewhere  what another source of the same site said already, or says still, only moved: minor, and neither
 */
import { type SignalMove, type SignalReading, type SignalStatement } from '../../domain/signal.ts';
import { type Direction, TOPICS, type Topic } from '../../domain/vocabulary.ts';
import { EVERYBODY } from './crawler-registry.ts';
import { inOrder, someOf } from './signal-lines.ts';
import { isKept, positionKey, positionOf } from './signal-position.ts';
import { aboutKey } from './parse-signals.ts';

/** Lines quoted of one side of a move. */
const QUOTED = 12;

/** What the other sources of the same site said before, and what they say now. */
export interface Elsewhere {
  before: readonly SignalStatement[];
  now: readonly SignalStatement[];
}

const NOTHING: Elsewhere = { before: [], now: [] };

export function compareSignals(
  before: SignalReading,
  after: SignalReading,
  elsewhere: Elsewhere = NOTHING,
): SignalMove[] {
  const [was, is] = [positions(before), positions(after)];
  const moves = [...new Set([...was.said.keys(), ...is.said.keys()])].flatMap((key) => {
    const about = was.said.get(key) ?? is.said.get(key);
    if (about === undefined) return [];
    const move = moveOf(about, was.of(key, about), is.of(key, about), elsewhere);
    return move === undefined ? [] : [move];
  });
  return together(moves);
}

interface Positions {
  said: ReadonlyMap<string, SignalStatement>;
  /** What holds for the agent of `about`: its own rules or, where robots.txt has none for it, those that keep everybody out. */
  of(key: string, about: SignalStatement): SignalStatement | undefined;
}

function positions({ statements }: SignalReading): Positions {
  const said = new Map(statements.map((statement) => [aboutKey(statement), statement]));
  const everybody = statements.find(({ format, agent }) => format === 'robots' && agent === EVERYBODY);
  return {
    said,
    of: (key, { format, agent }) =>
      said.get(key) ?? (format === 'robots' && agent !== EVERYBODY ? everybody : undefined),
  };
}

function moveOf(
  { format, agent, use }: SignalStatement,
  from: SignalStatement | undefined,
  to: SignalStatement | undefined,
  elsewhere: Elsewhere,
): SignalMove | undefined {
  if (positionKey(from) === positionKey(to)) return undefined;
  const isTraining = use === 'train' || use === 'all';
  const others = isKept(to) ? elsewhere.before : elsewhere.now;
  const isTold = others.some((other) => repeats(other, { format, agent, use }));
  const isMajor = isTraining && isKept(from) !== isKept(to) && !isTold;
  return {
    format,
    agents: [agent],
    use,
    ...(from && { from: positionOf(from) }),
    ...(to && { to: positionOf(to) }),
    before: from?.lines ?? [],
    after: to?.lines ?? [],
    significance: isMajor ? 'major' : 'minor',
    direction: isTold ? 'neutral' : directionOf(rank(from), rank(to)),
    topics: isTraining ? ['training', 'scraping'] : ['scraping'],
  };
}

/** Who may come in is said in robots.txt alone; what pages may be used for can be said in several places. */
function repeats(other: SignalStatement, { format, agent, use }: Pick<SignalStatement, 'format' | 'agent' | 'use'>) {
  if (format === 'robots' || other.format === 'robots' || !isKept(other)) return false;
  return (other.agent === EVERYBODY || other.agent === agent) && (other.use === 'all' || other.use === use);
}

/** How far AI is kept out. To let a crawler in by its name is what silence does as well; to grant a use is more than silence. */
function rank(statement: SignalStatement | undefined): number {
  if (statement === undefined || statement.ruling === 'licensed') return 0;
  if (statement.ruling === 'allowed') return statement.format === 'robots' ? 0 : -1;
  if (statement.parts !== undefined) return 1;
  return statement.except === undefined ? 3 : 2;
}

const directionOf = (from: number, to: number): Direction => (to > from ? 'better' : to < from ? 'worse' : 'neutral');

/** Agents whose positions went the same way are told in one sentence. */
function together(moves: readonly SignalMove[]): SignalMove[] {
  const sentences = new Map<string, SignalMove>();
  for (const move of moves) {
    const key = JSON.stringify([move.format, move.use, positionKey(move.from), positionKey(move.to), isForAll(move)]);
    const known = sentences.get(key);
    sentences.set(key, known === undefined ? move : joined(known, move));
  }
  return [...sentences.values()]
    .map((move) => ({ ...move, before: someOf(move.before, QUOTED), after: someOf(move.after, QUOTED) }))
    .sort((a, b) => Number(b.significance === 'major') - Number(a.significance === 'major'));
}

const isForAll = ({ agents }: SignalMove): boolean => agents.includes(EVERYBODY);

function joined(known: SignalMove, move: SignalMove): SignalMove {
  return {
    ...known,
    agents: [...known.agents, ...move.agents].sort(),
    before: inOrder([...known.before, ...move.before]),
    after: inOrder([...known.after, ...move.after]),
  };
}

/** What several moves come to: the weightiest, both ways or one, and all they are about. */
export function summaryOf(moves: readonly SignalMove[]): Pick<SignalMove, 'significance' | 'direction' | 'topics'> {
  const ways = new Set(moves.map(({ direction }) => direction).filter((direction) => direction !== 'neutral'));
  const topics = new Set<Topic>(moves.flatMap((move) => move.topics));
  const [way = 'neutral'] = ways;
  return {
    significance: moves.some(({ significance }) => significance === 'major') ? 'major' : 'minor',
    direction: ways.size > 1 ? 'mixed' : way,
    topics: TOPICS.filter((topic) => topics.has(topic)),
  };
}
