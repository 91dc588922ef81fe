export const toCodePoints = (word: string): number[] => Array.from(word, (letter) => letter.codePointAt(0) ?? 0);
