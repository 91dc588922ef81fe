/** Discord shows a suggestion as plain text of at most so many characters. */
const MAX_CHOICE_LENGTH = 100;

/** The name of a suggestion, shortened where Discord would refuse it. */
export const truncateChoiceName = (words: string): string =>
  words.length <= MAX_CHOICE_LENGTH
    ? words
    : `${words
        .slice(0, MAX_CHOICE_LENGTH - 1)
        .replace(/[\ud800-\udbff]$/, '')
        .trimEnd()}…`;
