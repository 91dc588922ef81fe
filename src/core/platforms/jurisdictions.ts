/** Which law applies where: a place's own, that of the places it belongs to or contains, and that of no single place. */
import type { Jurisdiction } from '../../domain/vocabulary.ts';

const PARENT_JURISDICTION: Partial<Record<Jurisdiction, Jurisdiction>> = {
  DE: 'EU',
  DK: 'EU',
  FR: 'EU',
  SE: 'EU',
  'US-CA': 'US',
  'US-TN': 'US',
};

/** Whether a legal event in `place` concerns somebody who filters for `filter`. */
export function appliesInJurisdiction(place: Jurisdiction, filter: Jurisdiction): boolean {
  return (
    place === filter ||
    place === 'INT' ||
    PARENT_JURISDICTION[filter] === place ||
    PARENT_JURISDICTION[place] === filter
  );
}
