/** What HTML's elements mean to a reader. */
import type { Element } from 'domhandler';

export const HEADING_TAGS: ReadonlySet<string> = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

/** Elements that start on a new line. */
export const BLOCK_TAGS: ReadonlySet<string> = new Set([
  ...HEADING_TAGS,
  ...(
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form ' +
    'frameset header hgroup hr html legend li main menu nav ol optgroup p pre search section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
]);

/** Code, pictures, frames and form controls. `head` is not one of them: a head that is never closed contains the whole page. */
const NON_TEXT_TAGS: ReadonlySet<string> = new Set(
  (
    'script style noscript template svg iframe object embed canvas video audio map title meta link base input select option ' +
    'datalist progress meter rp col colgroup'
  ).split(' '),
);

/** Whether a reader never sees what the element contains. Closed accordions count as seen: terms hide in them. */
export function isNonTextElement({ name, attribs }: Element): boolean {
  if (name === 'template') return attribs.shadowrootmode === undefined;
  if (name === 'textarea') return attribs.readonly === undefined && attribs.disabled === undefined;
  return NON_TEXT_TAGS.has(name);
}

/** 1 to 6 for a heading, by tag or by role. */
export function headingLevel({ name, attribs }: Element): number | undefined {
  if (HEADING_TAGS.has(name)) return Number(name[1]);
  if (attribs.role !== 'heading') return undefined;
  const level = Number(attribs['aria-level'] ?? 2);
  return Number.isInteger(level) && level >= 1 ? Math.min(level, 6) : 2;
}
