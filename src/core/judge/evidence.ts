/** What is shown of a difference: the clause on both sides, what it says, and the words that spoke most for that. */
import type { Clause, Evidence, Quote } from '../../domain/document.ts';
import { quoteClause } from '../document/clauses.ts';
import type { ClauseModel } from '../reader/clause-model.ts';
import { formatPercent } from '../reader/format-percent.ts';
import type { AiDifference } from './find-differences.ts';
import { type ActFrame, directionOfFrames, extractFrames, topicsOfFrames } from './frames.ts';

export function buildEvidence(difference: AiDifference, clauseModel: Pick<ClauseModel, 'topWords'>): Evidence {
  const frames = extractFrames(difference);
  return {
    ...(difference.kind === 'turned' ? quotesUnderHeading(difference.clauses) : quotesOf(difference.clauses)),
    topics: topicsOfFrames(frames),
    direction: directionOfFrames(frames),
    frames,
    because: explainDifference(difference, frames, clauseModel),
  };
}

const SIDE_LABELS: Readonly<Record<ActFrame['side'], string>> = {
  gained: 'new',
  lost: 'gone',
  both: 'worded differently',
};

/** `new: train 97 % (“train”, “models”)` */
function explainDifference(
  { clauses, previous }: AiDifference,
  frames: readonly ActFrame[],
  reader: Pick<ClauseModel, 'topWords'>,
): string {
  const telling = frames.find(({ side }) => side !== 'both') ?? frames[0];
  if (telling === undefined) return 'about AI, in another way';
  const { act, side, probability } = telling;
  const [clause, before] =
    side === 'lost'
      ? [clauses.before, previous.before]
      : [clauses.after ?? clauses.before, previous.after ?? previous.before];
  const words = clause ? reader.topWords({ clause, previous: before ?? '' }, act) : [];
  const shown = words.slice(0, MAX_EXPLAINING_WORDS).map((word) => `“${word}”`);
  return `${SIDE_LABELS[side]}: ${act} ${formatPercent(probability)}${shown.length > 0 ? ` (${shown.join(', ')})` : ''}`;
}

const MAX_EXPLAINING_WORDS = 3;

type Quotes = Pick<Evidence, 'before' | 'after'>;

function quotesOf({ before, after }: AiDifference['clauses']): Quotes {
  return { before: before && quoteClause('old', before), after: after && quoteClause('new', after) };
}

/** The words are the same on both sides; they are shown under the line that is not: the one above their list, or the heading. */
function quotesUnderHeading({ before, after }: AiDifference['clauses']): Quotes {
  if (before === undefined || after === undefined) return {};
  const isOfLead = before.lead !== after.lead;
  const quote = (side: Quote['side'], one: Clause): Quote => {
    const { section, ...rest } = quoteClause(side, one);
    return { ...rest, section: (isOfLead && truncateStart(one.lead)) || section };
  };
  return { before: quote('old', before), after: quote('new', after) };
}

/** Letters of a line that stand above a quote; what introduces a list stands at the line's end. */
const MAX_LINE_CHARS = 160;

function truncateStart(line: string): string {
  if (line.length <= MAX_LINE_CHARS) return line;
  const end = line.slice(-MAX_LINE_CHARS);
  return `… ${end.slice(end.indexOf(' ') + 1)}`;
}
