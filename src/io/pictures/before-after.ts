/** What a clause said and what it says, with the words that went and came: a card to be shared, so it says where it is from. */
import type { BeforeAfterPicture, QuotedSide } from '../../domain/picture.ts';
import { card } from './card.ts';
import { box, column, type Element, paragraph, type Style, shape, words } from './element.ts';
import { toneMark } from './icons.ts';
import { COLOUR, SIZE, TONE } from './palette.ts';

/** Letters that fit at each size, both sides together. Beyond the last the card would be too tall, which the drawing notices. */
const QUOTE_SIZES = [
  { upTo: 420, size: 15.5 },
  { upTo: 760, size: 14 },
  { upTo: Number.POSITIVE_INFINITY, size: SIZE.least },
] as const;

/** Who read it, for those who meet the card elsewhere. */
const SIGNATURE = 'Clausewatch';
const LONGEST_VERDICT = 70;
const LONGEST_LABEL = 40;
const LONGEST_SECTION = 46;
const LONGEST_SOURCE = 110;
/** Says that the document goes on where the quote does not. */
const GOES_ON = '[…]';

const LOOKS = {
  before: {
    edge: COLOUR.removed,
    sign: 'M3 10h14',
    changed: {
      backgroundColor: COLOUR.removedGround,
      textDecoration: 'line-through',
      textDecorationColor: COLOUR.removed,
    },
  },
  after: {
    edge: COLOUR.added,
    sign: 'M3 10h14M10 3v14',
    changed: { backgroundColor: COLOUR.addedGround, fontWeight: 700 },
  },
} as const satisfies Record<string, { edge: string; sign: string; changed: Style }>;

export function beforeAfterElement(picture: BeforeAfterPicture): Element {
  const { verdict, window, before, after, more, source } = picture;
  const length = [before, after].reduce((sum, side) => sum + lengthOf(side), 0);
  const size = QUOTE_SIZES.find(({ upTo }) => length <= upTo)?.size ?? SIZE.least;
  return card(
    picture,
    box(
      { alignItems: 'center', columnGap: 6, marginTop: 5 },
      toneMark(verdict.tone, 13),
      words(verdict.words, { fontWeight: 700, color: TONE[verdict.tone] }, LONGEST_VERDICT),
    ),
    before && sideElement('before', before, size),
    after && sideElement('after', after, size),
    column(
      { marginTop: 9, rowGap: 2, fontSize: SIZE.least, lineHeight: 1.3, color: COLOUR.quiet },
      more === undefined ? undefined : words(more, {}),
      words(window, {}),
      source === undefined ? undefined : words(source, {}, LONGEST_SOURCE),
      words(SIGNATURE, { fontWeight: 700 }),
    ),
  );
}

const lengthOf = (side: QuotedSide | undefined): number =>
  side?.runs.reduce((sum, { words: run }) => sum + run.length, 0) ?? 0;

function sideElement(which: keyof typeof LOOKS, side: QuotedSide, size: number): Element {
  const { edge, sign, changed } = LOOKS[which];
  const runs = side.runs.map((run) => ({ words: run.words, style: run.changed ? changed : undefined }));
  const quiet = { color: COLOUR.quiet };
  return column(
    {
      marginTop: 9,
      padding: '7px 10px 8px',
      backgroundColor: COLOUR.panel,
      borderRadius: 8,
      borderLeft: `4px solid ${edge}`,
    },
    box(
      { alignItems: 'center', columnGap: 6, lineHeight: 1.15 },
      shape(12, [{ d: sign, fill: 'none', stroke: edge, strokeWidth: 3.4, strokeLinecap: 'round' }]),
      words(side.label, { fontSize: SIZE.small, fontWeight: 700, color: edge, flexShrink: 0 }, LONGEST_LABEL),
      side.section === undefined
        ? undefined
        : words(side.section, { fontSize: SIZE.least, ...quiet, flexShrink: 1 }, LONGEST_SECTION),
    ),
    paragraph({ fontSize: size, lineHeight: 1.4, marginTop: 3 }, [
      ...(side.cutBefore ? [{ words: `${GOES_ON} `, style: quiet }] : []),
      ...runs,
      ...(side.cutAfter ? [{ words: ` ${GOES_ON}`, style: quiet }] : []),
    ]),
  );
}
