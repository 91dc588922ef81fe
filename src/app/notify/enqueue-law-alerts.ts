/** Announces the laws of the catalog on the day they take effect. */
import { planLawAlerts } from '../../core/alerts/plan-law-alerts.ts';
import type { Alert } from '../../domain/alert.ts';
import type { RegulationEvent } from '../../domain/catalog.ts';
import type { Now } from '../ports/clock.ts';
import type { Store } from '../ports/store.ts';
import { enqueueAlert } from './enqueue-alert.ts';

/** @returns the alerts that were not planned before. */
export async function enqueueLawAlerts(store: Store, laws: readonly RegulationEvent[], now: Now): Promise<Alert[]> {
  const at = now();
  const planned: Alert[] = [];
  for (const alert of planLawAlerts(laws, at)) {
    if (await store.alerts.has(alert.id)) continue;
    await enqueueAlert(store, alert, at.toISOString());
    planned.push(alert);
  }
  return planned;
}
