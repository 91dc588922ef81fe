/** Computes the state of the fictional web on a day of the story: the platform’s pages and the articles published so far. */
import { type Article, EARLIER_ARTICLES, FIRST_SITE, type Outlet, type Site, STORY } from './story.ts';

export interface FictionalWebState {
  date: string;
  site: Site;
  /** Newest first. */
  articles(outlet: Outlet): Article[];
}

/** @param day counted from 0 */
export function fictionalWebOn(day: number): FictionalWebState {
  const past = STORY.slice(0, day + 1);
  const articles = [
    ...EARLIER_ARTICLES,
    ...past.flatMap(({ date, published = [] }) => published.map((article) => ({ ...article, date }))),
  ].reverse();
  return {
    date: past.at(-1)?.date ?? '',
    site: Object.assign({}, FIRST_SITE, ...past.map(({ changes }) => changes)),
    articles: (outlet) => articles.filter((article) => article.outlet === outlet),
  };
}
