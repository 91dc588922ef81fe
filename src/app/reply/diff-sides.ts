/**
 * Both sides of a changed passage as runs of words, those that differ marked. What would be too long to draw loses whole
 * sentences at its ends, those without a difference, and says so; a quote is never cut within a sentence.
 */
import { plainText } from '../../core/text/normalise-text.ts';
import { diffWords } from '../../core/text/word-diff.ts';
import type { QuotedRun, QuotedSide } from '../../domain/picture.ts';

/** Letters of both sides together that can still be read on a phone. */
const MAX_CHARACTERS = 1100;
/** When hardly a word is left standing, emphasis would emphasise nothing. */
const MAX_HIGHLIGHTED_SHARE = 0.6;

type Side = Pick<QuotedSide, 'runs' | 'cutBefore' | 'cutAfter'>;

/**
 * @param before, after Markdown as stored; at least one of them.
 * @param language BCP 47, of the words.
 * @returns nothing where even its sentences that differ are too long.
 */
export function diffSides(
  { before, after }: { before?: string; after?: string },
  language: string,
): { before?: Side; after?: Side } | undefined {
  const [old, now] = diffWordsOfSides(before, after);
  const sides = [old, now].map((words) => ({
    sentences: sentencesOf(words, language),
    cutBefore: false,
    cutAfter: false,
  }));
  while (lengthOf(sides) > MAX_CHARACTERS) {
    if (![...sides].sort((a, b) => lengthOf([b]) - lengthOf([a])).some(shorten)) return undefined;
  }
  const [first, second] = sides.map(({ sentences, cutBefore, cutAfter }) =>
    sentences.length === 0 ? undefined : { runs: runsOf(sentences.flat()), cutBefore, cutAfter },
  );
  return { before: first, after: second };
}

interface Word {
  text: string;
  changed: boolean;
}

function diffWordsOfSides(before: string | undefined, after: string | undefined): [Word[], Word[]] {
  const [old, now] = [before, after].map((text) =>
    plainText(text ?? '')
      .split(/\s+/)
      .filter((word) => word !== ''),
  );
  const plain = (words: string[] = []) => words.map((text) => ({ text, changed: false }));
  if (!old?.length || !now?.length) return [plain(old), plain(now)];
  const stretches = diffWords(old, now);
  const side = (gone: 'removed' | 'added', words: string[]) => {
    const marked = stretches
      .filter(({ kind }) => kind === 'kept' || kind === gone)
      .flatMap(({ kind, words: run }) => run.map((text) => ({ text, changed: kind !== 'kept' })));
    return marked.filter(({ changed }) => changed).length > words.length * MAX_HIGHLIGHTED_SHARE
      ? plain(words)
      : marked;
  };
  return [side('removed', old), side('added', now)];
}

function sentencesOf(words: readonly Word[], language: string): Word[][] {
  const starts = new Set<number>();
  for (const { index } of segmenterFor(language).segment(words.map(({ text }) => text).join(' '))) starts.add(index);
  const sentences: Word[][] = [];
  let at = 0;
  for (const word of words) {
    if (starts.has(at)) sentences.push([]);
    sentences.at(-1)?.push(word);
    at += word.text.length + 1;
  }
  return sentences;
}

function segmenterFor(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity: 'sentence' });
  } catch {
    // A catalog may hold any tag.
    return new Intl.Segmenter('en', { granularity: 'sentence' });
  }
}

interface Sentences {
  sentences: Word[][];
  cutBefore: boolean;
  cutAfter: boolean;
}

const lengthOf = (sides: readonly Sentences[]): number =>
  sides.reduce((sum, { sentences }) => sum + sentences.flat().reduce((all, { text }) => all + text.length + 1, 0), 0);

/** Takes one sentence away, from the end where that can be; says whether it could. */
function shorten(side: Sentences): boolean {
  const { sentences } = side;
  if (sentences.length < 2) return false;
  const differs = (sentence: Word[] | undefined) => sentence?.some(({ changed }) => changed) ?? false;
  if (!differs(sentences.at(-1))) {
    sentences.pop();
    side.cutAfter = true;
    return true;
  }
  if (differs(sentences[0])) return false;
  sentences.shift();
  side.cutBefore = true;
  return true;
}

/** Words that look alike, together. A space between two looks belongs to the unmarked one. */
function runsOf(words: readonly Word[]): QuotedRun[] {
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
