/** Recognises AI crawlers by what a robots.txt calls them. */
import type { AiCrawler, CrawlerPurpose } from '../../domain/catalog.ts';
import type { SignalUse } from '../../domain/signal.ts';

/** Everybody who is not named. */
export const ANY_AGENT = '*';

export interface CrawlerRegistry {
  /** The crawler's name as the list has it, `*` for everybody, or nothing where it is no AI crawler. */
  canonicalName(agent: string): string | undefined;
  useOf(name: string): SignalUse;
}

/** A data set is what others train on. */
const USES: Readonly<Record<CrawlerPurpose, SignalUse>> = {
  training: 'train',
  dataset: 'train',
  search: 'search',
  'user-triggered': 'input',
};

export function createCrawlerRegistry(list: readonly AiCrawler[]): CrawlerRegistry {
  const byName = new Map(list.map((crawler) => [crawler.name.toLowerCase(), crawler]));
  return {
    canonicalName(agent) {
      if (agent === ANY_AGENT) return ANY_AGENT;
      const [whole = ''] = agent.toLowerCase().split('/', 1);
      // "GPTBot/1.2" and "GPTBot (OpenAI)" both name GPTBot; "Kangaroo Bot" is a name of two words.
      const token = /^[\w.-]+/.exec(whole)?.[0] ?? '';
      return (byName.get(whole.trim()) ?? byName.get(token))?.name;
    },
    useOf(name) {
      const crawler = byName.get(name.toLowerCase());
      return crawler === undefined ? 'all' : USES[crawler.purpose];
    },
  };
}
