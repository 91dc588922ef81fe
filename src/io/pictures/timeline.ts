/** A dated line: years at the left, marks on the line, words beside the latest. */
import type { TimelinePicture } from '../../domain/picture.ts';
import { card, INNER_WIDTH, legend } from './card.ts';
import { box, column, type Element, words } from './element.ts';
import { eventMark, MARK_COLOUR } from './icons.ts';
import { COLOUR, SIZE } from './palette.ts';

const YEAR_WIDTH = 48;
const RAIL_WIDTH = 20;
const CONTENT_WIDTH = INNER_WIDTH - YEAR_WIDTH - RAIL_WIDTH - 8;
const MARK = 13;
const SMALL_MARK = 11;
const LONGEST_DATE = 34;
const TITLE_LINES = 3;
const LONGEST_TITLE = 110;

export function timelineElement(picture: TimelinePicture): Element {
  const { earlier, latest } = picture;
  return card(
    picture,
    column(
      { marginTop: 8 },
      ...earlier.map(({ years, marks, more }, i) =>
        row(
          years,
          railStretch(undefined, i === 0, false),
          box(
            {
              flexWrap: 'wrap',
              alignItems: 'center',
              gap: 4,
              padding: '5px 0 7px',
              width: CONTENT_WIDTH,
            },
            ...marks.map((mark) => eventMark(mark, SMALL_MARK)),
            more === undefined
              ? undefined
              : words(more, { fontSize: SIZE.least, color: COLOUR.quiet, marginLeft: 2 }, 24),
          ),
        ),
      ),
      ...latest.map((event, i) =>
        row(
          event.year === (latest[i - 1]?.year ?? earlier.at(-1)?.years) ? '' : event.year,
          railStretch(eventMark(event.mark, MARK), earlier.length === 0 && i === 0, i === latest.length - 1),
          column(
            { paddingBottom: 9, width: CONTENT_WIDTH },
            box(
              { columnGap: 6, alignItems: 'baseline', flexWrap: 'wrap' },
              words(event.date, { fontSize: SIZE.small, color: COLOUR.quiet }, LONGEST_DATE),
              words(event.label, { fontSize: SIZE.small, color: MARK_COLOUR[event.mark] }, LONGEST_DATE),
            ),
            words(
              event.title,
              { fontSize: 13, fontWeight: 700, lineHeight: 1.25, lineClamp: TITLE_LINES },
              LONGEST_TITLE,
            ),
          ),
        ),
      ),
    ),
    legend(picture.legend.map(({ mark, words: meaning }) => ({ mark: eventMark(mark, SMALL_MARK), words: meaning }))),
  );
}

function row(year: string, rail: Element, content: Element): Element {
  return box(
    { alignItems: 'stretch' },
    box(
      { width: YEAR_WIDTH, paddingTop: 1 },
      year === ''
        ? undefined
        : words(year, { fontSize: year.length > 4 ? SIZE.least : SIZE.body, fontWeight: 700, lineHeight: 1.2 }, 12),
    ),
    rail,
    content,
  );
}

/** The line beside one row, with the row's mark on it. It begins and ends at a mark. */
function railStretch(mark: Element | undefined, first: boolean, last: boolean): Element {
  const line = { position: 'absolute', left: RAIL_WIDTH / 2 - 6, width: 2, backgroundColor: COLOUR.edge } as const;
  return box(
    { width: RAIL_WIDTH, position: 'relative', flexShrink: 0 },
    box(last ? { ...line, top: 0, height: 9 } : { ...line, top: first ? 9 : 0, bottom: 0 }),
    mark && box({ position: 'absolute', top: 3, left: RAIL_WIDTH / 2 - 5 - MARK / 2 }, mark),
  );
}
