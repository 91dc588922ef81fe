/** A reader that reads where it stands, without a thread: what it does is the same, and nothing is awaited but promises. */

import type { Analyser, AnalyserCatalog } from '../../src/app/ports/analyser.ts';
import { createAnalyser } from '../../src/app/watch/analyser.ts';
import { parseFeed } from '../../src/io/feed.ts';
import { createPdfParser } from '../../src/io/pdf.ts';
import { aClauseReader } from './clauses.ts';
import { aNewsModel } from './news.ts';
import { aPlatform } from './world.ts';

export const readingHere = ({ platforms = [aPlatform()], crawlers = [] }: Partial<AnalyserCatalog> = {}): Analyser =>
  createAnalyser({
    catalog: { platforms, crawlers },
    parsePdf: createPdfParser(),
    parseFeed,
    clauseReader: aClauseReader(),
    newsModel: aNewsModel(),
  });
