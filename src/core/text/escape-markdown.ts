/** Escapes what Markdown would take for markup, and nothing else. */

export interface InlineContext {
  inLink: boolean;
  inCell: boolean;
}

export function escapeInline(text: string, context: InlineContext): string {
  if (!MARKUP_CHARACTER.test(text)) return text;
  return text.replace(ALL_MARKUP_CHARACTERS, (character, index: number) =>
    isMarkup(character, text, index, context) ? `\\${character}` : character,
  );
}

const MARKUP_CHARACTER = /[\\`*_[\]<&~|]/;
const ALL_MARKUP_CHARACTERS = /[\\`*_[\]<&~|]/g;

function isMarkup(character: string, text: string, index: number, { inLink, inCell }: InlineContext): boolean {
  const before = text[index - 1] ?? ' ';
  const after = text[index + 1] ?? ' ';
  switch (character) {
    case '\\':
      return /[!-/:-@[-`{-~]/.test(after);
    case '*':
      return before !== ' ' || after !== ' ';
    case '_':
      return !(WORD.test(before) && WORD.test(after));
    case '[':
      return inLink;
    case ']':
      return inLink || after === '(';
    case '<':
      return /[a-z/!?]/i.test(after);
    case '&':
      return ENTITY.test(text.slice(index, index + 12));
    case '~':
      return after === '~';
    case '|':
      return inCell;
    default:
      return true;
  }
}

const WORD = /[\p{L}\p{N}]/u;
const ENTITY = /^&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8});/i;

/** Escapes what would start a list, definition, heading, quote or rule. */
export function escapeLineStart(line: string): string {
  const number = /^(\d{1,9})([.)])(?= |$)/.exec(line);
  if (number) return `${number[1]}\\${line.slice(number[1]?.length)}`;
  return /^(?:[-+*:](?: |$)|#{1,6}(?: |$)|>|={2,}$|-{2,}$)/.test(line) ? `\\${line}` : line;
}
