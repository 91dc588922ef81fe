/** The platform's newsroom and two press outlets: names, paths and feeds. */
import { escapeHtml } from './html.ts';
import type { Article, Outlet } from './story.ts';

export const OUTLETS = {
  newsroom: { name: 'Larkspool Newsroom', path: '/newsroom', about: 'News from Larkspool' },
  magazine: { name: 'The Offbeat Ledger', path: '/offbeat-ledger', about: 'A music magazine that does not exist' },
  courier: { name: 'Cassette Courier', path: '/cassette-courier', about: 'Another one that does not exist' },
} as const satisfies Record<Outlet, { name: string; path: string; about: string }>;

const FEED_ITEMS = 10;
/** Outlets publish in the morning. */
const PUBLISHED_AT = 'T08:00:00.000Z';

export const articlePath = ({ outlet, title }: Article): string => `${OUTLETS[outlet].path}/${slugOf(title)}`;
export const feedPath = (outlet: Outlet): string => `${OUTLETS[outlet].path}/feed.xml`;

/** RSS 2.0 */
export function feedXml(outlet: Outlet, articles: readonly Article[], origin: string): string {
  const { name, path, about } = OUTLETS[outlet];
  const items = articles.slice(0, FEED_ITEMS).map((article) => {
    const link = escapeHtml(`${origin}${articlePath(article)}`);
    return `    <item>
      <title>${escapeHtml(article.title)}</title>
      <link>${link}</link>
      <guid isPermaLink="true">${link}</guid>
      <pubDate>${new Date(article.date + PUBLISHED_AT).toUTCString()}</pubDate>
      <description>${escapeHtml(article.summary)}</description>
    </item>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0">
  <channel>
    <title>${escapeHtml(name)}</title>
    <link>${escapeHtml(origin + path)}</link>
    <description>${escapeHtml(about)}</description>
    <language>en</language>
${items.join('\n')}
  </channel>
</rss>
`;
}

function slugOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
