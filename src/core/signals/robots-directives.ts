/** Cuts a robots.txt, or a file written like one, into its lines `key: value`, each with the line it stands in. */
import type { SignalLine } from '../../domain/signal.ts';

export interface Directive {
  /** Lower case. */
  key: string;
  value: string;
  line: SignalLine;
}

/** Characters read of a file. RFC 9309, 2.5: crawlers must read 500 KiB and may leave the rest. */
export const MAX_SIGNAL_CHARS = 500 * 1024;
/** What is kept of a line to be quoted; rules are a tenth of it. */
const MAX_LINE_CHARS = 500;

/** Lines that are empty, hold only a comment or no colon are left out. Linear in the length of the text. */
export function parseDirectives(text: string): Directive[] {
  const directives: Directive[] = [];
  for (const [i, written] of splitLines(text).entries()) {
    const hash = written.indexOf('#');
    const said = hash === -1 ? written : written.slice(0, hash);
    const colon = said.indexOf(':');
    if (colon === -1) continue;
    directives.push({
      key: said.slice(0, colon).trim().toLowerCase(),
      value: said.slice(colon + 1).trim(),
      line: { number: i + 1, text: written.trim().slice(0, MAX_LINE_CHARS) },
    });
  }
  return directives;
}

/** Whether a text says anything but comments. */
export function hasContent(text: string): boolean {
  return splitLines(text).some((line) => {
    const said = line.trim();
    return said !== '' && !said.startsWith('#');
  });
}

const splitLines = (text: string): string[] =>
  text
    .slice(0, MAX_SIGNAL_CHARS)
    .replace(/^\ufeff/, '')
    .split(/\r\n|[\r\n]/);
