/** Renders the pages of the fictional web, with the clutter of real pages: menus, banners, footers, related articles. */
import { readFileSync } from 'node:fs';
import { escapeHtml } from './html.ts';
import { articlePath, feedPath, OUTLETS } from './outlets.ts';
import type { FictionalWebState } from './site.ts';
import type { Article, Outlet, Site } from './story.ts';

const TERMS = readFileSync(new URL('./text/terms.html', import.meta.url), 'utf8');
const GUIDELINES = readFileSync(new URL('./text/guidelines.html', import.meta.url), 'utf8');

export function homePage({ site }: FictionalWebState): string {
  return platformPage(
    'Larkspool',
    site,
    `<h1>Put your music where people listen</h1>
<p>Upload a track, get a page, be heard. Larkspool is a platform that does not exist, made for trying out Clausewatch.</p>`,
  );
}

export function termsPage({ site }: FictionalWebState): string {
  if (site.broken) {
    const words =
      '<h1>Something went wrong</h1>\n<p>We could not load this page. Please try again later. (Error 500)</p>';
    return platformPage('Error', site, words);
  }
  const text = fillTemplate(TERMS, {
    termsUpdated: escapeHtml(site.termsUpdated),
    aiClause: paragraphs(site.aiClause),
  });
  return platformPage('Terms of Use', site, text + relatedSection(site));
}

export function guidelinesPage({ site }: FictionalWebState): string {
  const { labelRule, guidelinesUpdated } = site;
  const rule = labelRule ? `\n<h2>${escapeHtml(labelRule.heading)}</h2>\n${paragraphs(labelRule.paragraphs)}\n` : '';
  const text = fillTemplate(GUIDELINES, { guidelinesUpdated: escapeHtml(guidelinesUpdated), labelRule: rule });
  return platformPage('Community Guidelines', site, text + relatedSection(site));
}

export function outletPage(outlet: Outlet, today: FictionalWebState): string {
  const { name, about } = OUTLETS[outlet];
  const items = today
    .articles(outlet)
    .map((one) => `<li><a href="${articlePath(one)}">${escapeHtml(one.title)}</a> <time>${one.date}</time></li>`);
  const body = `<h1>${escapeHtml(name)}</h1>\n<p>${escapeHtml(about)}</p>\n<ul>${items.join('\n')}</ul>
<p><a href="${feedPath(outlet)}">RSS feed</a></p>`;
  return outlet === 'newsroom' ? platformPage(name, today.site, body) : pressPage(outlet, name, body);
}

export function articlePage(article: Article, { site }: FictionalWebState): string {
  const { outlet, title, date } = article;
  const body = `<article><h1>${escapeHtml(title)}</h1>\n<p><time>${date}</time></p>\n${paragraphs(article.paragraphs)}</article>`;
  return outlet === 'newsroom' ? platformPage(title, site, body) : pressPage(outlet, title, body);
}

function platformPage(title: string, site: Site, main: string): string {
  const menu = site.menu.map(
    (item) => `<li><a href="${item === 'Newsroom' ? '/newsroom' : '/'}">${escapeHtml(item)}</a></li>`,
  );
  return page(
    `${title} | Larkspool`,
    `<header class="top"><a class="brand" href="/">Larkspool</a><nav aria-label="Main"><ul>${menu.join('')}</ul></nav></header>
${site.cookieDialog ? COOKIE_DIALOG : ''}<main>
${main}
</main>
<footer><ul><li><a href="/terms">Terms of Use</a></li><li><a href="/guidelines">Community Guidelines</a></li>
<li><a href="/newsroom">Newsroom</a></li></ul><p>A platform that does not exist. Served by the Clausewatch sandbox.</p></footer>
<aside class="cookie-banner" aria-label="Cookies"><p>We use cookies to keep you signed in and to count visits.</p>
<a href="/">Cookie settings</a></aside>`,
  );
}

const COOKIE_DIALOG = `<dialog open class="consent" aria-label="Your privacy"><form method="dialog">
<h2>We value your privacy</h2>
<p>We and our 214 partners store information on your device and process personal data to personalise what you hear and see.</p>
<p><button>Accept all cookies</button> <button>Reject all</button> <button>Manage preferences</button></p>
</form></dialog>
`;

function pressPage(outlet: Outlet, title: string, main: string): string {
  const { name, path } = OUTLETS[outlet];
  return page(
    `${title} | ${name}`,
    `<header class="top press"><a class="brand" href="${path}">${escapeHtml(name)}</a></header>
<main>
${main}
</main>
<footer><p>A publication that does not exist. Served by the Clausewatch sandbox.</p></footer>`,
  );
}

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="stylesheet" href="/style.css">
</head>
<body>
${body}
</body>
</html>
`;
}

function relatedSection({ related: titles }: Site): string {
  const items = titles.map((title) => `<li><a href="/">${escapeHtml(title)}</a></li>`);
  return `<section class="related"><h2>Related articles</h2><ul>${items.join('')}</ul></section>\n`;
}

const paragraphs = (texts: readonly string[]): string => texts.map((text) => `<p>${escapeHtml(text)}</p>`).join('\n');

function fillTemplate(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');
}
