/** Recorded changes: looked up by id, and compared again passage by passage. */
import { listEdits } from '../../core/history/assess-change.ts';
import type { Change } from '../../domain/document.ts';
import type { Store } from '../ports/store.ts';

/** Unique among changes, and short enough for the custom id of a button. */
const SHORT_CHANGE_ID_LENGTH = 40;
/**
 * Characters of both texts. Comparing longer ones would block every other answer; no known terms are that long: the longest of hundreds
 * recorded have 250,000 characters.
 */
const MAX_COMPARED_CHARACTERS = 600_000;

/** The id under which buttons and suggestions refer to a change. */
export const shortChangeId = (id: string): string => id.slice(0, SHORT_CHANGE_ID_LENGTH);

/** @param id whole or short. */
export async function findChange({ changes }: Store, id: string): Promise<Change | undefined> {
  if (id.length !== SHORT_CHANGE_ID_LENGTH) return changes.get(id);
  for await (const [, change] of changes.entries(id)) return change;
  return undefined;
}

/** Every passage that differs; only those recorded with the change where a text is no longer stored or both are too long. */
export async function listChangeEdits(
  { versions }: Store,
  change: Change,
): Promise<Pick<Change, 'edits' | 'editCount'>> {
  const [before, after] = await Promise.all([versions.get(change.oldVersion), versions.get(change.newVersion)]);
  if (!before || !after) return change;
  if (before.markdown.length + after.markdown.length > MAX_COMPARED_CHARACTERS) return change;
  const edits = listEdits(before.markdown, after.markdown);
  return { edits, editCount: edits.length };
}
