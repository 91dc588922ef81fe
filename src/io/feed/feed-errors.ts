/** Says in one line why a body is not a feed. */

const MAX_SNIFFED_CHARS = 1000;

/** Judges by the first characters; undefined if the body may be a feed. */
export function detectNonXml(body: string): string | undefined {
  const start = body.slice(0, MAX_SNIFFED_CHARS).replace(/^[\s\ufeff\0]+/, '');
  if (start === '') return 'the answer is empty';
  if (/^(?:<!--[^>]{0,300}-->\s{0,20})?<!doctype html|^<(?:html|head|body)[\s>]/i.test(start))
    return 'an HTML page instead of a feed';
  if (/^[[{"]/.test(start)) return 'JSON instead of a feed';
  if (!start.startsWith('<')) return 'text instead of a feed';
  return undefined;
}

/** The XML parser's error on one line, with the line number. */
export function describeParseError(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  if (message.startsWith('Feed not recognized')) return 'XML that is neither RSS nor Atom';
  if (error instanceof TypeError) return 'a feed without a channel';
  const problem = message.split('\n', 1)[0]?.trim() ?? '';
  const line = /^\s*Line:\s*(\d+)/m.exec(message)?.[1];
  return `not well-formed XML: ${problem.slice(0, 100)}${line === undefined ? '' : `, line ${Number(line) + 1}`}`;
}
