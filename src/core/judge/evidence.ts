/** What is shown of a difference: the clause on both sides, what it says, and the words that spoke most for that. */
import type { Clause, Evidence, Quote } from '../../domain/document.ts';
import { quoteOf } from '../document/clauses.ts';
import type { ClauseModel } from '../reader/clause-model.ts';
import { percent } from '../reader/format-percent.ts';
import type { AiDifference } from './find-differences.ts';
import { type ActFrame, directionOfFrames, framesOf, topicsOfFrames } from './frames.ts';

export function evidenceOf(difference: AiDifference, clauses: Pick<ClauseModel, 'wordsFor'>): Evidence {
  const frames = framesOf(difference);
  return {
    ...(difference.kind === 'turned' ? quotesOfTurned(difference.clauses) : quotesOf(difference.clauses)),
    topics: topicsOfFrames(frames),
    direction: directionOfFrames(frames),
    frames,
    because: becauseOf(difference, frames, clauses),
  };
}

const SIDES: Readonly<Record<ActFrame['side'], string>> = { gained: 'new', lost: 'gone', both: 'worded differently' };

/** `new: train 97 % (“train”, “models”)` */
function becauseOf(
  { clauses, previous }: AiDifference,
  frames: readonly ActFrame[],
  reader: Pick<ClauseModel, 'wordsFor'>,
): string {
  const telling = frames.find(({ side }) => side !== 'both') ?? frames[0];
  if (telling === undefined) return 'about AI, in another way';
  const { act, side, probability } = telling;
  const [clause, before] =
    side === 'lost'
      ? [clauses.before, previous.before]
      : [clauses.after ?? clauses.before, previous.after ?? previous.before];
  const words = clause ? reader.wordsFor({ clause, previous: before ?? '' }, act) : [];
  const shown = words.slice(0, WORDS_SHOWN).map((word) => `“${word}”`);
  return `${SIDES[side]}: ${act} ${percent(probability)}${shown.length > 0 ? ` (${shown.join(', ')})` : ''}`;
}

const WORDS_SHOWN = 3;

type Quotes = Pick<Evidence, 'before' | 'after'>;

function quotesOf({ before, after }: AiDifference['clauses']): Quotes {
  return { before: before && quoteOf('old', before), after: after && quoteOf('new', after) };
}

/** The words are the same on both sides; they are shown under the line that is not: the one above their list, or the heading. */
function quotesOfTurned({ before, after }: AiDifference['clauses']): Quotes {
  if (before === undefined || after === undefined) return {};
  const isOfLead = before.lead !== after.lead;
  const quote = (side: Quote['side'], one: Clause): Quote => {
    const { section, ...rest } = quoteOf(side, one);
    return { ...rest, section: (isOfLead && endOf(one.lead)) || section };
  };
  return { before: quote('old', before), after: quote('new', after) };
}

/** Letters of a line that stand above a quote; what introduces a list stands at the line's end. */
const LONGEST_LINE = 160;

function endOf(line: string): string {
  if (line.length <= LONGEST_LINE) return line;
  const end = line.slice(-LONGEST_LINE);
  return `… ${end.slice(end.indexOf(' ') + 1)}`;
}
