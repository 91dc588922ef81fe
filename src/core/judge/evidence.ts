/** What is shown of a difference: the clause on both sides, and what it means. */
import type { Evidence, Quote, Topic } from '../../domain.ts';
import { TOPICS } from '../../domain.ts';
import { quoteOf } from '../clauses.ts';
import type { AiClause } from '../reader/version-reading.ts';
import { type Difference, statementsOfDifference } from './differences.ts';
import { directionOf } from './direction.ts';
import type { News } from './newly-said.ts';
import type { Statement } from './statements.ts';

/** @param own the news in that difference. */
export function evidenceOf(difference: Difference, own: readonly News[]): Evidence {
  return {
    ...(difference.kind === 'turned' ? quotesOfTurned(difference) : quotesOf(difference)),
    topics: topicsOf(own.length > 0 ? own : statementsOfDifference(difference)),
    direction: own.length > 0 ? directionOf(own) : 'neutral',
    because: own[0]?.statement.because ?? 'worded differently',
  };
}

/** The topics of what is said, in their usual order. */
export function topicsOf(said: readonly { statement: Statement }[]): Topic[] {
  const topics = new Set(said.map(({ statement }) => statement.topic));
  return TOPICS.filter((topic) => topics.has(topic));
}

type Quotes = Pick<Evidence, 'before' | 'after'>;

function quotesOf({ clauses: { before, after } }: Difference): Quotes {
  return { before: before && quoteOf('old', before), after: after && quoteOf('new', after) };
}

/** The words are the same on both sides; they are shown under the line that is not: the one above their list, or the heading. */
function quotesOfTurned({ before, after }: Difference): Quotes {
  if (before === undefined || after === undefined) return {};
  const isOfLead = leadOf(before) !== leadOf(after);
  const quote = (side: Quote['side'], one: AiClause): Quote => {
    const { section, ...rest } = quoteOf(side, one.clause);
    return { ...rest, section: (isOfLead && endOf(leadOf(one))) || section };
  };
  return { before: quote('old', before), after: quote('new', after) };
}

/** The line by whose light it was read. */
const leadOf = ({ features }: AiClause): string => features.clause.lead;

/** Letters of a line that stand above a quote; what introduces a list stands at the line's end. */
const LONGEST_LINE = 160;

function endOf(line: string): string {
  if (line.length <= LONGEST_LINE) return line;
  const end = line.slice(-LONGEST_LINE);
  return `… ${end.slice(end.indexOf(' ') + 1)}`;
}
