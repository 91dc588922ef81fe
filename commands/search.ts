/** `/search`: words in clauses, events, news, tools and law. */
import type { SearchResult, SearchResults } from '../src/app/ask/search-index.ts';
import { type Command, OPTION_TYPE, USABLE_ANYWHERE } from '../src/app/reply/command.ts';
import { clauseQuote, eventLine, headline, lawLine } from '../src/app/reply/lines.ts';
import { sourceLinks } from '../src/app/reply/source-links.ts';
import { documentTypeLabel, labelledLine } from '../src/app/words/labels.ts';
import type { Translator } from '../src/app/words/translator.ts';
import { type Answer, type Block, heading, list, text } from '../src/domain/answer.ts';

const MAX_RESULTS_PER_KIND = 8;
/** In display order: what documents say before what is said about them. */
const KINDS = ['clause', 'event', 'story', 'tool', 'regulation'] as const satisfies SearchResult['kind'][];
/** The query is part of the custom id of the page buttons, which holds 100 characters. */
const MAX_QUERY_LENGTH = 80;

export const search = {
  data: {
    name: 'search',
    description: 'Find words in clauses, events, news, tools and law',
    ...USABLE_ANYWHERE,
    options: [
      {
        type: OPTION_TYPE.string,
        name: 'words',
        description: 'What to look for, such as “voice cloning”',
        required: true,
        max_length: MAX_QUERY_LENGTH,
      },
    ],
  },
  async execute({ options }, { searchIndex, now, t }) {
    const words = (options.words ?? '').trim().slice(0, MAX_QUERY_LENGTH);
    return searchAnswer(words, await searchIndex.search(words, now, MAX_RESULTS_PER_KIND), t);
  },
  optionsFromArgs: (args) => ({ words: args }),
} satisfies Command;

function searchAnswer(words: string, results: SearchResults, t: Translator): Answer {
  const blocks = KINDS.flatMap((kind): Block[] => {
    const { total, best } = results[kind];
    if (total === 0) return [];
    const remaining = total - best.length;
    return [
      heading(t.text(`search.${kind}`)),
      ...best.map((result) => resultBlock(result, t)),
      ...(remaining > 0 ? [text(t.text('search.more', { count: remaining }))] : []),
    ];
  });
  return {
    title: t.text('search.title', { words: words || '…' }),
    tone: 'neutral',
    blocks: blocks.length > 0 ? blocks : [text(t.text('search.nothing'))],
    footer: t.text('search.footer'),
    call: { command: 'search', args: words },
  };
}

function resultBlock(result: SearchResult, t: Translator): Block {
  switch (result.kind) {
    case 'clause': {
      const { platform, document } = result;
      return clauseQuote(result, `${platform.name} · ${documentTypeLabel(document.type, t)}`, document.language);
    }
    case 'event':
      return list([eventLine(result.event, result.platform.name, t, { brief: true })]);
    case 'tool': {
      const { name, what, sources } = result.tool;
      const tool = labelledLine(name, t.local(what), t);
      return list([[`${result.platform.name} · `, ...tool, ...sourceLinks(sources, t, 2)]]);
    }
    case 'story':
      return list([[{ date: result.story.firstSeen }, ' · ', ...headline(result.story.items)]]);
    case 'regulation':
      return list([lawLine(result.event, t)]);
  }
}
