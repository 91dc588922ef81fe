/**
 * Both sides of a changed passage as runs of words, the differing ones marked, for a picture. A passage too long to draw loses whole
 * sentences without a difference at its start or end, and says so: a quote is never cut within a sentence.
 */
import { plainText } from '../../core/text/normalise-text.ts';
import { diffWords } from '../../core/text/word-diff.ts';
import type { QuotedRun, QuotedSide } from '../../domain/picture.ts';

/** Of both sides together: more would be too small to read on a phone. */
const MAX_CHARACTERS = 1100;
/** Where nearly every word differs, marking them would highlight nothing. */
const MAX_HIGHLIGHTED_SHARE = 0.6;

type QuotedWords = Pick<QuotedSide, 'runs' | 'cutBefore' | 'cutAfter'>;

/**
 * @param before, after Markdown as stored; at least one of them.
 * @param language BCP 47, of the words.
 * @returns undefined where the sentences that differ are too long by themselves.
 */
export function diffSides(
  { before, after }: { before?: string; after?: string },
  language: string,
): { before?: QuotedWords; after?: QuotedWords } | undefined {
  let sides = markDifferences(before, after).map(
    (words): Side => ({ sentences: splitSentences(words, language), cutBefore: false, cutAfter: false }),
  );
  while (countCharacters(sides) > MAX_CHARACTERS) {
    const shorter = shortenLongest(sides);
    if (shorter === undefined) return undefined;
    sides = shorter;
  }
  const [first, second] = sides.map(({ sentences, cutBefore, cutAfter }) =>
    sentences.length === 0 ? undefined : { runs: toRuns(sentences.flat()), cutBefore, cutAfter },
  );
  return { before: first, after: second };
}

interface Word {
  text: string;
  changed: boolean;
}

function markDifferences(before = '', after = ''): Word[][] {
  const [old = [], now = []] = [before, after].map((markdown) =>
    plainText(markdown)
      .split(/\s+/)
      .filter((word) => word !== ''),
  );
  const unmarked = (words: string[]) => words.map((text) => ({ text, changed: false }));
  if (old.length === 0 || now.length === 0) return [unmarked(old), unmarked(now)];
  const runs = diffWords(old, now);
  const side = (changedKind: 'removed' | 'added', words: string[]) => {
    const marked = runs
      .filter(({ kind }) => kind === 'kept' || kind === changedKind)
      .flatMap(({ kind, words: run }) => run.map((text) => ({ text, changed: kind !== 'kept' })));
    const isRewritten = marked.filter(({ changed }) => changed).length > words.length * MAX_HIGHLIGHTED_SHARE;
    return isRewritten ? unmarked(words) : marked;
  };
  return [side('removed', old), side('added', now)];
}

function splitSentences(words: readonly Word[], language: string): Word[][] {
  const starts = new Set<number>();
  for (const { index } of segmenterFor(language).segment(words.map(({ text }) => text).join(' '))) starts.add(index);
  const sentences: Word[][] = [];
  let position = 0;
  for (const word of words) {
    if (starts.has(position)) sentences.push([]);
    sentences.at(-1)?.push(word);
    position += word.text.length + 1;
  }
  return sentences;
}

function segmenterFor(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity: 'sentence' });
  } catch {
    // The catalog does not validate language tags.
    return new Intl.Segmenter('en', { granularity: 'sentence' });
  }
}

interface Side {
  sentences: Word[][];
  cutBefore: boolean;
  cutAfter: boolean;
}

const countCharacters = (sides: readonly Side[]): number =>
  sides.reduce((sum, { sentences }) => sum + sentences.flat().reduce((all, { text }) => all + text.length + 1, 0), 0);

/** The sides with one sentence less, taken from the longest that can spare one; undefined where none can. */
function shortenLongest(sides: readonly Side[]): Side[] | undefined {
  for (const side of sides.toSorted((a, b) => countCharacters([b]) - countCharacters([a]))) {
    const shorter = withoutOuterSentence(side);
    if (shorter) return sides.map((other) => (other === side ? shorter : other));
  }
  return undefined;
}

/** Without the last or the first sentence, whichever has no difference; undefined where both have one. */
function withoutOuterSentence(side: Side): Side | undefined {
  const { sentences } = side;
  if (sentences.length < 2) return undefined;
  const hasDifference = (sentence: Word[] | undefined) => sentence?.some(({ changed }) => changed) ?? false;
  if (!hasDifference(sentences.at(-1))) return { ...side, sentences: sentences.slice(0, -1), cutAfter: true };
  if (!hasDifference(sentences[0])) return { ...side, sentences: sentences.slice(1), cutBefore: true };
  return undefined;
}

/** Joins neighbouring words with the same mark. The space between two runs belongs to the unmarked one. */
function toRuns(words: readonly Word[]): QuotedRun[] {
  const runs: QuotedRun[] = [];
  for (const { text, changed } of words) {
    const last = runs.at(-1);
    if (last === undefined) runs.push({ words: text, changed });
    else if (last.changed === changed) last.words += ` ${text}`;
    else if (changed) {
      last.words += ' ';
      runs.push({ words: text, changed });
    } else runs.push({ words: ` ${text}`, changed });
  }
  return runs;
}
