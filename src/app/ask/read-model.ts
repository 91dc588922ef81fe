/** What answers are made from: the catalog and the local store. Nothing here reaches the network. */
import { entityName } from '../../core/news/find-entities.ts';
import type { Catalog, Platform } from '../../domain/catalog.ts';
import type { PlatformId } from '../../domain/vocabulary.ts';
import type { DeliveryProgress } from '../ports/delivery-progress.ts';
import type { Store } from '../ports/store.ts';

export interface ReadModel {
  catalog: Catalog;
  store: Store;
  /** Absent where no alerts are delivered. */
  delivery?: () => DeliveryProgress;
}

export function platformById(catalog: Catalog, id: PlatformId): Platform | undefined {
  return catalog.platforms.find((platform) => platform.id === id);
}

/** The name of a platform in the catalog, or of another company that news may mention. */
export const platformOrEntityName = (catalog: Catalog, id: PlatformId): string =>
  platformById(catalog, id)?.name ?? entityName(id) ?? id;

/** The feeds of the platforms and those of no platform. */
export function allFeeds(catalog: Catalog) {
  return [...catalog.platforms.flatMap((platform) => platform.feeds), ...catalog.feeds];
}
