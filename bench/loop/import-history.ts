/** Imports a generated history of `count` versions into a store. */
import { importHistory } from '../../src/app/history/import-history.ts';
import type { RecordedVersion } from '../../src/app/ports/history.ts';
import type { Store } from '../../src/app/ports/store.ts';
import type { Catalog } from '../../src/domain/catalog.ts';
import { loadClauseReader } from '../../src/io/load-clause-reader.ts';

export async function importVersions(store: Store, { platforms }: Catalog, count: number): Promise<void> {
  const parts = { store, platforms, clauseReader: loadClauseReader(), origin: 'Open Terms Archive' };
  await importHistory(generateHistory(platforms, count), parts);
}

async function* generateHistory(platforms: Catalog['platforms'], count: number): AsyncGenerator<RecordedVersion> {
  const documents = platforms.flatMap(({ name, documents: all }) => all.map(({ type }) => ({ service: name, type })));
  for (let i = 0; i < count; i++) {
    const { service = '', type = '' } = documents[i % documents.length] ?? {};
    const edition = Math.floor(i / documents.length);
    yield {
      service,
      type,
      path: `${service}/${type}.md`,
      commit: String(i),
      date: new Date(Date.UTC(2017, 0, 1) + i * 3_600_000 * 16).toISOString(),
      kind: edition === 0 ? 'first' : 'change',
      content: terms(service, edition),
    };
  }
}

/** As long as real terms; one section differs between editions. */
function terms(service: string, edition: number): string {
  const sections = Array.from({ length: 40 }, (_, i) => {
    const number = i === edition % 40 ? edition : i;
    return `## ${i + 1}. Rule ${number}\n\n${sentence(service, number).repeat(6)}`;
  });
  const ai = `We may use the content that you upload to train our artificial intelligence models, edition ${edition}.`;
  return `# Terms of ${service}\n\n${sections.join('\n\n')}\n\n## AI\n\n${ai}\n`;
}

const sentence = (service: string, number: number): string =>
  `You agree with rule ${number} of ${service}, that machine learning may be used to find what breaks it, and to tell nobody of it. `;
