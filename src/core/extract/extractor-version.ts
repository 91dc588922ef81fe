/** Identifies how a document is extracted: the same page extracted in another way must not look like a changed page. */
import type { Declaration } from '../../domain/catalog.ts';
import type { ExtractorVersion } from '../../domain/document.ts';
import { sha256 } from '../text/sha256.ts';

/** Raise it with every change that makes pages come out with other words; the page fixtures and the test beside this file tell. */
const EXTRACTOR_RELEASE = 2;

/** Equal versions extract equal texts from equal pages. Stored with every document. */
export function computeExtractorVersion(declaration: Declaration): ExtractorVersion {
  return sha256(JSON.stringify([EXTRACTOR_RELEASE, declaration])).slice(0, 16);
}
