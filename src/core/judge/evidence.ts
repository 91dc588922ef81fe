/** Builds the evidence of a difference: quotes of both sides, its acts, and the words that contributed most. */
import type { Clause, Evidence, Quote } from '../../domain/document.ts';
import { quoteClause } from '../document/clauses.ts';
import type { ClauseModel } from '../reader/clause-model.ts';
import { formatPercent } from '../text/format-percent.ts';
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

/** For example `new: train 97 % (“train”, “models”)`. */
function explainDifference(
  { clauses, previous }: AiDifference,
  frames: readonly ActFrame[],
  clauseModel: Pick<ClauseModel, 'topWords'>,
): string {
  const main = frames.find(({ side }) => side !== 'both') ?? frames[0];
  if (main === undefined) return 'about AI, worded differently';
  const { act, side, probability } = main;
  const [clause, sentenceBefore = ''] =
    side === 'lost'
      ? [clauses.before, previous.before]
      : [clauses.after ?? clauses.before, previous.after ?? previous.before];
  const words = clause ? clauseModel.topWords({ clause, previous: sentenceBefore }, act) : [];
  const quoted = words.slice(0, MAX_EXPLAINING_WORDS).map((word) => `“${word}”`);
  return `${SIDE_LABELS[side]}: ${act} ${formatPercent(probability)}${quoted.length > 0 ? ` (${quoted.join(', ')})` : ''}`;
}

const MAX_EXPLAINING_WORDS = 3;

type Quotes = Pick<Evidence, 'before' | 'after'>;

function quotesOf({ before, after }: AiDifference['clauses']): Quotes {
  return { before: before && quoteClause('old', before), after: after && quoteClause('new', after) };
}

/** The same words on both sides, quoted under what differs: the lead-in of their list, or the heading. */
function quotesUnderHeading({ before, after }: AiDifference['clauses']): Quotes {
  if (before === undefined || after === undefined) return {};
  const leadDiffers = before.lead !== after.lead;
  const quote = (side: Quote['side'], clause: Clause): Quote => {
    const { section, ...rest } = quoteClause(side, clause);
    return { ...rest, section: (leadDiffers && truncateStart(clause.lead)) || section };
  };
  return { before: quote('old', before), after: quote('new', after) };
}

const MAX_LEAD_CHARS = 160;

/** Keeps the end, where a lead-in introduces its list. */
function truncateStart(line: string): string {
  if (line.length <= MAX_LEAD_CHARS) return line;
  const end = line.slice(-MAX_LEAD_CHARS);
  return `… ${end.slice(end.indexOf(' ') + 1)}`;
}
