/**
 * Noto Sans in regular and bold, for Latin, Greek and Cyrillic letters. A picture with letters of other scripts is not drawn: the
 * fonts of one East Asian script alone take more room than the whole program.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const SUBSETS = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'greek-ext', 'vietnamese'] as const;
const WEIGHTS = [400, 700] as const;

const familyOf = (subset: string): string => `Noto Sans ${subset}`;

/** A letter is looked for in this order. */
export const FONT_FAMILY = SUBSETS.map(familyOf).join(', ');

export function readFonts() {
  return SUBSETS.flatMap((subset) =>
    WEIGHTS.map((weight) => ({
      name: familyOf(subset),
      weight,
      style: 'normal' as const,
      data: readFileSync(fontFile(subset, weight)),
    })),
  );
}

const fontFile = (subset: string, weight: number): string =>
  fileURLToPath(import.meta.resolve(`@fontsource/noto-sans/files/noto-sans-${subset}-${weight}-normal.woff`));
