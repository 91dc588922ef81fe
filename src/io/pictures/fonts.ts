/**
 * Loads Noto Sans, regular and bold, for Latin, Greek and Cyrillic. Pictures with other scripts are not drawn: the fonts of a single East
 * Asian script are larger than the whole program.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const SUBSETS = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'greek-ext', 'vietnamese'] as const;
const WEIGHTS = [400, 700] as const;

const familyOf = (subset: string): string => `Noto Sans ${subset}`;

/** Subsets in search order. */
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
