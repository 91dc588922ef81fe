/** What an answer is that is no feed, in one clear line. */

const MAX_SNIFFED_CHARS = 1000;

/** Told by how it begins; nothing where it may be a feed. */
export function detectNonXml(body: string): string | undefined {
  const start = body.slice(0, MAX_SNIFFED_CHARS).replace(/^[\s\ufeff\0]+/, '');
  if (start === '') return 'the answer is empty';
  if (/^(?:<!--[^>]{0,300}-->\s{0,20})?<!doctype html|^<(?:html|head|body)[\s>]/i.test(start))
    return 'an HTML page instead of a feed';
  if (/^[[{"]/.test(start)) return 'JSON instead of a feed';
  if (!start.startsWith('<')) return 'text instead of a feed';
  return undefined;
}

/** What the XML parser did not like, without its line and column on lines of their own. */
export function describeParseError(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  if (message.startsWith('Feed not recognized')) return 'XML that is neither RSS nor Atom';
  if (error instanceof TypeError) return 'a feed without a channel';
  const [complaint = '', ...place] = message.split('\n').map((line) => line.trim());
  const line = place
    .find((one) => one.startsWith('Line:'))
    ?.slice('Line:'.length)
    .trim();
  return `not well-formed XML: ${complaint.slice(0, 100)}${line === undefined ? '' : `, line ${Number(line) + 1}`}`;
}
