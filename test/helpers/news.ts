/** The program's news model, loaded once per process. */
import type { NewsModel } from '../../src/core/news/news-model.ts';
import { loadNewsModel } from '../../src/io/load-news-model.ts';

export const sharedNewsModel = (): NewsModel => (loaded ??= loadNewsModel());
let loaded: NewsModel | undefined;
