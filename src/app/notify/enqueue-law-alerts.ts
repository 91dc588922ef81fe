/** Tells of a law of the catalog on its day: what was long announced holds from today. */
import { createRegulationAlert } from '../../core/alerts/create-alert.ts';
import type { Alert } from '../../domain/alert.ts';
import type { ReadModel } from '../ask/read-model.ts';
import type { Now } from '../ports/clock.ts';
import { enqueueAlert } from './enqueue-alert.ts';

/** So many days later it is still told, if the bot slept on the day itself. */
const LAW_ALERT_GRACE_DAYS = 2;

/**
 * Plans an alert for each law whose day has come. Only days known exactly count; what people add to the catalog about the past
 * is no news.
 */
export async function enqueueLawAlerts({ catalog, store }: ReadModel, now: Now): Promise<Alert[]> {
  const at = now();
  const today = at.toISOString().slice(0, 10);
  const earliest = new Date(at.getTime() - LAW_ALERT_GRACE_DAYS * 86_400_000).toISOString().slice(0, 10);
  const planned: Alert[] = [];
  for (const event of catalog.regulation) {
    if (event.date.length < 10 || event.date > today || event.date < earliest) continue;
    const alert = createRegulationAlert(event, at.toISOString());
    if (await store.alerts.has(alert.id)) continue;
    await enqueueAlert(store, alert, at.toISOString());
    planned.push(alert);
  }
  return planned;
}
