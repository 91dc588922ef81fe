/** Platforms side by side: a symbol and a word in each cell. Where more than two leave little room, topics stand above their cells. */
import type { CellFact, MatrixCell, MatrixPicture } from '../../domain/picture.ts';
import { card, INNER_WIDTH, legend } from './card.ts';
import { box, column, type Element, textBlock } from './element.ts';
import { cellIcon } from './icons.ts';
import { COLOUR, FONT_SIZE, TONE_COLOUR } from './palette.ts';

const LABEL_WIDTH = 104;
/** More columns than this have no room for labels beside them. */
const MAX_COLUMNS_BESIDE_LABELS = 2;
const SYMBOL = 15;
const MAX_NAME_CHARS = 30;
const MAX_NAME_LINES = 3;
const MAX_LABEL_CHARS = 32;
const MAX_LABEL_LINES = 2;
const MAX_CELL_CHARS = 28;
const MAX_CELL_LINES = 3;

export function matrixElement(picture: MatrixPicture): Element {
  const beside = picture.columns.length <= MAX_COLUMNS_BESIDE_LABELS;
  const width = (INNER_WIDTH - (beside ? LABEL_WIDTH : 0)) / picture.columns.length;
  return card(
    picture,
    box(
      { marginTop: 8, alignItems: 'flex-end' },
      beside && box({ width: LABEL_WIDTH }),
      ...picture.columns.map((name) => columnHead(name, width)),
    ),
    ...picture.rows.map((row, i) => rowElement(row, { beside, width, shaded: i % 2 === 0 })),
    legend(picture.legend.map(({ mark, words: meaning }) => ({ mark: cellIcon(mark, 13), words: meaning }))),
  );
}

/** A letter of a bold name, in the size that names are set in. */
const LETTER_WIDTH = 7.4;

function columnHead(name: string, width: number): Element {
  const look = {
    fontSize: FONT_SIZE.small,
    fontWeight: 700,
    lineHeight: 1.15,
    textAlign: 'center',
    lineClamp: MAX_NAME_LINES,
  };
  return box(
    { width, justifyContent: 'center', padding: '0 2px 4px' },
    textBlock(breakLongWords(name, width / LETTER_WIDTH), look, MAX_NAME_CHARS),
  );
}

/** Breaks words that are too long for a line where a capital stands in them. */
function breakLongWords(name: string, lettersPerLine: number): string {
  const word = (whole: string) =>
    whole.length > lettersPerLine ? whole.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ') : whole;
  return name.split(' ').map(word).join(' ');
}

interface RowLook {
  beside: boolean;
  width: number;
  shaded: boolean;
}

function rowElement({ label, cells }: MatrixPicture['rows'][number], { beside, width, shaded }: RowLook): Element {
  const name = textBlock(
    label,
    { fontSize: FONT_SIZE.small, fontWeight: 700, lineHeight: 1.15, lineClamp: MAX_LABEL_LINES },
    MAX_LABEL_CHARS,
  );
  const ground = { padding: '3px 0', borderRadius: 6, backgroundColor: shaded ? COLOUR.panel : COLOUR.ground };
  const marks = cells.map((cell) => cellElement(cell, width));
  return beside
    ? box(
        { ...ground, alignItems: 'center', minHeight: 30 },
        box({ width: LABEL_WIDTH, padding: '0 2px 0 6px' }, name),
        ...marks,
      )
    : column({ ...ground, rowGap: 2 }, box({ paddingLeft: 6 }, name), box({ alignItems: 'flex-start' }, ...marks));
}

const cellElement = (facts: MatrixCell, width: number): Element =>
  column({ width, rowGap: 2 }, ...facts.map((fact) => factElement(fact, width)));

/** The words stand beside the symbol where they fit, else below it. */
function factElement({ marks, figure, words: meaning, tone }: CellFact, width: number): Element {
  const colour = tone ? TONE_COLOUR[tone] : marks.includes('unknown') ? COLOUR.quiet : COLOUR.ink;
  return box(
    { width, flexWrap: 'wrap', alignItems: 'center', justifyContent: 'center', columnGap: 4 },
    box(
      { alignItems: 'center', columnGap: 2 },
      ...marks.map((mark) => cellIcon(mark, SYMBOL)),
      figure !== undefined &&
        textBlock(figure, { fontSize: FONT_SIZE.body, fontWeight: 700, lineHeight: 1.1, flexShrink: 0 }, 6),
    ),
    textBlock(
      meaning,
      {
        fontSize: FONT_SIZE.smallest,
        lineHeight: 1.15,
        color: colour,
        fontWeight: tone ? 700 : 400,
        textAlign: 'center',
        lineClamp: MAX_CELL_LINES,
      },
      MAX_CELL_CHARS,
    ),
  );
}
