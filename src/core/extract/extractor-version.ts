/** How a text was read out of its pages. Read in another way, a page that nobody changed may give another text. */
import { hash } from 'node:crypto';
import type { Declaration } from '../../domain/catalog.ts';
import type { ExtractorVersion } from '../../domain/document.ts';

/** To be raised with every change that makes pages come out with other words; a test of made-up pages tells when. */
const EXTRACTOR_RELEASE = 2;

/** Equal ones read equal pages as equal texts. */
export function computeExtractorVersion(declaration: Declaration): ExtractorVersion {
  return hash('sha256', JSON.stringify([EXTRACTOR_RELEASE, declaration])).slice(0, 16);
}
