/** Decides which laws of the catalog are announced today. */
import type { Alert } from '../../domain/alert.ts';
import type { RegulationEvent } from '../../domain/catalog.ts';
import { addDays } from '../instants.ts';
import { createRegulationAlert } from './create-alert.ts';

/** A law is announced this many days late at most, for a bot that was down on the day. */
const LAW_ALERT_GRACE_DAYS = 2;

/** An alert for each law that took effect now. Only dates known to the day count; a law of the past, added later, is no news. */
export function planLawAlerts(laws: readonly RegulationEvent[], now: Date): Alert[] {
  const today = now.toISOString().slice(0, 10);
  const earliest = addDays(now, -LAW_ALERT_GRACE_DAYS).slice(0, 10);
  return laws
    .filter(({ date }) => date.length === 10 && date <= today && date >= earliest)
    .map((event) => createRegulationAlert(event, now.toISOString()));
}
