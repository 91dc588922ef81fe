/** Discord shows a suggestion as plain text of at most so many characters. */
const LONGEST = 100;

/** The name of a suggestion, shortened where Discord would refuse it. */
export const choiceName = (words: string): string =>
  words.length <= LONGEST
    ? words
    : `${words
        .slice(0, LONGEST - 1)
        .replace(/[\ud800-\udbff]$/, '')
        .trimEnd()}…`;
