/** Which rules matter somewhere: its own, those of what it belongs to, those of what belongs to it, and those of no single place. */
import type { Jurisdiction } from '../../domain/vocabulary.ts';

const BELONGS_TO: Partial<Record<Jurisdiction, Jurisdiction>> = {
  DE: 'EU',
  DK: 'EU',
  FR: 'EU',
  SE: 'EU',
  'US-CA': 'US',
  'US-TN': 'US',
};

/** Whether what happens in the law of `place` matters to somebody who asks about `asked`. */
export function mattersIn(place: Jurisdiction, asked: Jurisdiction): boolean {
  return place === asked || place === 'INT' || BELONGS_TO[asked] === place || BELONGS_TO[place] === asked;
}
