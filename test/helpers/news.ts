/** What reads news in tests: the model that the program has, opened once in each process. */
import type { NewsModel } from '../../src/core/news/news-model.ts';
import { loadNewsModel } from '../../src/io/load-news-model.ts';

export const aNewsModel = (): NewsModel => (opened ??= loadNewsModel());
let opened: NewsModel | undefined;
