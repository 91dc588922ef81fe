/** Recognises AI crawlers by the names that robots.txt files give them. */
import type { AiCrawler, CrawlerPurpose } from '../../domain/catalog.ts';
import type { SignalUse } from '../../domain/signal.ts';

/** Everybody who is not named. */
export const ANY_AGENT = '*';

export interface CrawlerRegistry {
  /** The crawler's name in the catalog, `*` for everybody, or nothing for an agent that is no AI crawler. */
  canonicalName(agent: string): string | undefined;
  useOf(name: string): SignalUse;
}

const USE_BY_PURPOSE: Readonly<Record<CrawlerPurpose, SignalUse>> = {
  training: 'train',
  // Others train on a data set.
  dataset: 'train',
  search: 'search',
  'user-triggered': 'input',
};

export function createCrawlerRegistry(list: readonly AiCrawler[]): CrawlerRegistry {
  const byName = new Map(list.map((crawler) => [crawler.name.toLowerCase(), crawler]));
  return {
    canonicalName(agent) {
      if (agent === ANY_AGENT) return ANY_AGENT;
      const [name = ''] = agent.toLowerCase().split('/', 1);
      // "GPTBot/1.2" and "GPTBot (OpenAI)" both name GPTBot; "Kangaroo Bot" is a name of two words.
      const token = /^[\w.-]+/.exec(name)?.[0] ?? '';
      return (byName.get(name.trim()) ?? byName.get(token))?.name;
    },
    useOf(name) {
      const crawler = byName.get(name.toLowerCase());
      return crawler === undefined ? 'all' : USE_BY_PURPOSE[crawler.purpose];
    },
  };
}
