/** Names the state that an alert's messages show, as far as it can still change. A new fingerprint means that they need an edit. */
import type { Change } from '../../domain/document.ts';
import type { Story } from '../../domain/news.ts';

/** Outlets named under a story. */
export const MAX_OUTLETS_LISTED = 5;

/** @param stories those that report the change. */
export const changeFingerprint = ({ takenBack = '' }: Change, stories: readonly Story[]): string =>
  [takenBack, ...stories.map(({ id }) => id)].join(' ').trim();

/** @param reportedChange the change that the story reports, if any. */
export const storyFingerprint = ({ items }: Story, reportedChange: Change | undefined): string =>
  [String(Math.min(items.length, MAX_OUTLETS_LISTED)), ...(reportedChange ? [reportedChange.id] : [])].join(' ');
