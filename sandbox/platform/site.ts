/** The fictional web as it is on a day of the story: what the platform shows and what the outlets have published by then. */
import { type Article, EARLIER_ARTICLES, FIRST_SITE, type Outlet, type Site, STORY } from './story.ts';

export interface Today {
  date: string;
  site: Site;
  /** Newest first. */
  articles(outlet: Outlet): Article[];
}

/** @param day counted from 0 */
export function siteOn(day: number): Today {
  const past = STORY.slice(0, day + 1);
  const articles = [
    ...EARLIER_ARTICLES,
    ...past.flatMap(({ date, published = [] }) => published.map((article) => ({ ...article, date }))),
  ].reverse();
  return {
    date: past.at(-1)?.date ?? '',
    site: Object.assign({}, FIRST_SITE, ...past.map(({ changes }) => changes)),
    articles: (outlet) => articles.filter((one) => one.outlet === outlet),
  };
}
