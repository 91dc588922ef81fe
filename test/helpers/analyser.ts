/** A reader that reads where it stands, without a thread: what it does is the same, and nothing is awaited but promises. */

import type { Reader, ReadersCatalog } from '../../src/app/ports/analyser.ts';
import { createReader } from '../../src/app/watch/analyser.ts';
import { parseFeed } from '../../src/io/feed.ts';
import { createPdfReader } from '../../src/io/pdf.ts';
import { aClauseReader } from './clauses.ts';
import { aNewsModel } from './news.ts';
import { aPlatform } from './world.ts';

export const readingHere = ({ platforms = [aPlatform()], crawlers = [] }: Partial<ReadersCatalog> = {}): Reader =>
  createReader({
    catalog: { platforms, crawlers },
    readPdf: createPdfReader(),
    parseFeed,
    clauseReader: aClauseReader(),
    newsModel: aNewsModel(),
  });
