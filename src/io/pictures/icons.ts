/** Draws the icons; each has its own shape, so that nobody has to tell colours apart. */
import type { CellMark, EventMark } from '../../domain/picture.ts';
import type { Direction } from '../../domain/vocabulary.ts';
import { type Element, svgIcon } from './element.ts';
import { COLOUR, TONE_COLOUR } from './palette.ts';

const FILLED = {
  square: 'M3 3h14v14H3z',
  circle: 'M10 2a8 8 0 1 1 0 16a8 8 0 0 1 0-16z',
  diamond: 'M10 0.5L19.5 10L10 19.5L0.5 10z',
  triangle: 'M10 1.5L19 18H1z',
} as const;

export const ICON_COLOUR = {
  document: '#f5c65d',
  statement: '#7fc0ff',
  law: '#ff9a94',
  business: '#8be0a4',
  talk: '#d3b0ff',
} as const satisfies Record<EventMark, string>;

export function eventIcon(mark: EventMark, size: number): Element {
  const fill = ICON_COLOUR[mark];
  switch (mark) {
    case 'document':
      return svgIcon(size, [{ d: FILLED.square, fill }]);
    case 'statement':
      return svgIcon(size, [{ d: FILLED.circle, fill }]);
    case 'law':
      return svgIcon(size, [{ d: FILLED.diamond, fill }]);
    case 'business':
      return svgIcon(size, [{ d: FILLED.triangle, fill }]);
    case 'talk':
      return svgIcon(size, [
        { d: 'M10 3.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 0 1 0-13z', fill: COLOUR.ground, stroke: fill, strokeWidth: 4 },
      ]);
  }
}

export function cellIcon(mark: CellMark, size: number): Element {
  switch (mark) {
    case 'read':
      return svgIcon(size, [
        { d: 'M4 1h8.5L17 5.5V19H4z', fill: COLOUR.ink },
        { d: 'M6.5 8.5h7.5M6.5 12h7.5M6.5 15.5h5', fill: 'none', stroke: COLOUR.ground, strokeWidth: 1.8 },
      ]);
    case 'researched':
      return svgIcon(size, [
        { d: 'M8.5 2.5a6 6 0 1 1 0 12a6 6 0 0 1 0-12z', fill: 'none', stroke: '#7fc0ff', strokeWidth: 2.6 },
        { d: 'M13 13L18 18', fill: 'none', stroke: '#7fc0ff', strokeWidth: 3, strokeLinecap: 'round' },
      ]);
    case 'unknown':
      return svgIcon(size, [
        { d: 'M4 10h12', fill: 'none', stroke: COLOUR.quiet, strokeWidth: 2.4, strokeLinecap: 'round' },
      ]);
  }
}

/** What a change means for creators: up, down, both or level. */
export function toneIcon(tone: Direction, size: number): Element {
  const fill = TONE_COLOUR[tone];
  const paths = {
    better: [{ d: 'M10 2L18 17H2z', fill }],
    worse: [{ d: 'M10 18L2 3H18z', fill }],
    mixed: [
      { d: 'M10 0.5L17 8.5H3z', fill },
      { d: 'M10 19.5L3 11.5H17z', fill },
    ],
    neutral: [{ d: 'M3 5h14v3.4H3zM3 11.6h14V15H3z', fill }],
  } as const satisfies Record<Direction, unknown>;
  return svgIcon(size, paths[tone]);
}
