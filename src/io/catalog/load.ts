/** Loads the catalog: what is watched, and what people found out about it. */
import type { Catalog } from '../../domain/catalog.ts';
import { type CatalogIssue, readCatalogFolder } from './folder.ts';
import { mergeFolders } from './merge.ts';

export type { CatalogIssue as CatalogFault } from './folder.ts';

export type CatalogResult = { status: 'ok'; catalog: Catalog } | { status: 'faulty'; faults: CatalogIssue[] };

/**
 * Reads the folders and lays later ones over earlier ones. All faults of all files come together, in the order of the
 * folders and files; with a single fault nothing is loaded.
 */
export async function loadCatalog(dirs: readonly string[]): Promise<CatalogResult> {
  const folders = await Promise.all(dirs.map(readCatalogFolder));
  const { catalog, faults } = mergeFolders(folders);
  const all = [...folders.flatMap((folder) => folder.faults), ...faults];
  return all.length > 0 ? { status: 'faulty', faults: all } : { status: 'ok', catalog };
}
