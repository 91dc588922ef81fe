/** Pages that show nothing before their scripts have run may carry all their text in `<noscript>`. */
import type { PageTree } from './dom.ts';
import { metricsOf, type TextMetricsByNode } from './text-metrics.ts';

/** Less text than this is a byline, a copyright line, a request to wait. */
const MIN_VISIBLE_CHARS = 100;

/** Makes `<noscript>` part of a page that is all but empty without it. Changes the page in place; true if it did. */
export function unwrapNoscript({ document, elements }: PageTree, metricsByNode: TextMetricsByNode): boolean {
  const { prose, linked } = metricsOf(document, metricsByNode);
  if (prose + linked > MIN_VISIBLE_CHARS) return false;
  const noscripts = elements.filter(({ name }) => name === 'noscript');
  for (const element of noscripts) element.name = 'div';
  return noscripts.length > 0;
}
