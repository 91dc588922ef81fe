/** Defines the sizes and colours of all pictures; the cards stand out on a dark and on a light Discord alike. */
import type { Direction } from '../../domain/vocabulary.ts';

/** About the width of a picture on a phone, so font sizes here are the sizes that people see. */
export const CARD_WIDTH = 360;
/** Pixels per unit. */
export const PIXEL_RATIO = 2;
/** Discord scales taller pictures down until they are unreadable. */
export const MAX_HEIGHT = 760;

export const FONT_SIZE = { title: 18, body: 14, small: 12.5, smallest: 12 } as const;

export const COLOUR = {
  ground: '#1e232e',
  panel: '#2a3140',
  edge: '#6b7590',
  line: '#3d4658',
  ink: '#f4f6fa',
  quiet: '#b9c2d2',
  // Not red and green: those say what a change means, and added words may be for the worse.
  removed: '#f5b27a',
  removedGround: '#5a3a22',
  added: '#8cc8ff',
  addedGround: '#20466b',
} as const;

export const TONE_COLOUR = {
  better: '#8be0a4',
  worse: '#ff9a94',
  mixed: '#f5c65d',
  neutral: '#b9c2d2',
} as const satisfies Record<Direction, string>;
