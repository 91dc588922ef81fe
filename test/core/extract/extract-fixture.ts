/** Builders for tests of the extraction. */
import { extractPage } from '../../../src/core/extract/extract-document.ts';
import type { PageDeclaration } from '../../../src/domain/catalog.ts';
import type { Extraction } from '../../../src/domain/document.ts';

export const URL_OF_PAGE = 'https://platform.example/legal/terms?lang=en';

export function page(changes: Partial<PageDeclaration> = {}): PageDeclaration {
  return { fetch: URL_OF_PAGE, select: [], remove: [], removeQueryParams: [], executeClientScripts: false, ...changes };
}

/** Long enough that no check takes it for a title. */
export const CLAUSE = 'You keep every right in the music that you upload to our platform.';

export const LONG_TERMS = `# Terms of Service\n\n${Array.from({ length: 40 }, (_, i) => `${i + 1}. ${CLAUSE} Case ${i}.`).join('\n')}\n`;

export function extract(html: string, changes: Partial<PageDeclaration> = {}): Extraction {
  return extractPage(html, page(changes), URL_OF_PAGE);
}

/** Throws if the page is unreadable. */
export function markdownOf(html: string, changes: Partial<PageDeclaration> = {}): string {
  const extraction = extract(html, changes);
  if (extraction.status === 'unreadable') throw new Error(`${extraction.reason}: ${extraction.detail}`);
  return extraction.markdown;
}
