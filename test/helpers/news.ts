/** What reads news in tests: the model that the program has, opened once in each process. */
import type { NewsModel } from '../../src/core/news/news-model.ts';
import { newsModelFrom } from '../../src/io/load-news-model.ts';

export const aNewsModel = (): NewsModel => (opened ??= newsModelFrom());
let opened: NewsModel | undefined;
