/** An analyser in the test's own thread, with the program's models. */
import type { Analyser, AnalyserCatalog } from '../../src/app/ports/analyser.ts';
import { createAnalyser } from '../../src/app/watch/analyser.ts';
import { parseFeed } from '../../src/io/feed/parse-feed.ts';
import { createPdfParser } from '../../src/io/pdf/pdf-parser.ts';
import { sharedClauseReader } from './clauses.ts';
import { sharedNewsModel } from './news.ts';
import { aPlatform } from './world.ts';

export const createTestAnalyser = ({
  platforms = [aPlatform()],
  crawlers = [],
}: Partial<AnalyserCatalog> = {}): Analyser =>
  createAnalyser({
    catalog: { platforms, crawlers },
    parsePdf: createPdfParser(),
    parseFeed,
    clauseReader: sharedClauseReader(),
    newsModel: sharedNewsModel(),
  });
