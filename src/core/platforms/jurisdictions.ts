/** Which rules matter somewhere: its own, those of what it belongs to, those of what belongs to it, and those of no single place. */
import type { Jurisdiction } from '../../domain/vocabulary.ts';

const PARENT_JURISDICTION: Partial<Record<Jurisdiction, Jurisdiction>> = {
  DE: 'EU',
  DK: 'EU',
  FR: 'EU',
  SE: 'EU',
  'US-CA': 'US',
  'US-TN': 'US',
};

/** Whether what happens in the law of `place` matters to somebody who asks about `asked`. */
export function appliesInJurisdiction(place: Jurisdiction, asked: Jurisdiction): boolean {
  return (
    place === asked || place === 'INT' || PARENT_JURISDICTION[asked] === place || PARENT_JURISDICTION[place] === asked
  );
}
