import { search as find, type SearchResult, type SearchResults } from '../src/app/ask/search.ts';
import { type Command, type CommandContext, OPTION_TYPE } from '../src/app/reply/command.ts';
import { sourceLinks } from '../src/app/reply/source-links.ts';
import { asSentence, documentTypeLabel, labelledLine } from '../src/app/words/labels.ts';
import type { Translator } from '../src/app/words/translator.ts';
import { type Answer, type Block, heading, list, type Span, text } from '../src/domain/answer.ts';

/** The best of each kind; more would bury them. */
const MAX_RESULTS_PER_KIND = 8;
/** Kinds in the order they are shown: what documents say before what is said about them. */
const KINDS = ['clause', 'event', 'story', 'tool', 'regulation'] as const satisfies SearchResult['kind'][];
/** A question rides in its page buttons, which hold 100 characters in all. */
const MAX_QUERY_LENGTH = 80;

export const search = {
  data: {
    name: 'search',
    description: 'Find words in clauses, events, news, tools and law',
    contexts: [0, 1, 2],
    integration_types: [0, 1],
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
  async execute(request, context) {
    const words = (request.options.words ?? '').trim().slice(0, MAX_QUERY_LENGTH);
    return searchAnswer(words, await find(context.readModel, words, context.now, MAX_RESULTS_PER_KIND), context);
  },
  optionsFromArgs: (about) => ({ words: about }),
} satisfies Command;

function searchAnswer(words: string, found: SearchResults, { t: say }: CommandContext): Answer {
  const blocks = KINDS.flatMap((kind): Block[] => {
    const { total, best } = found[kind];
    if (total === 0) return [];
    const left = total - best.length;
    return [
      heading(say.text(`search.${kind}`)),
      ...best.map((finding) => resultBlock(finding, say)),
      ...(left > 0 ? [text(say.text('search.more', { count: left }))] : []),
    ];
  });
  return {
    title: say.text('search.title', { words: words || '…' }),
    tone: 'neutral',
    blocks: blocks.length > 0 ? blocks : [text(say.text('search.nothing'))],
    footer: say.text('search.footer'),
    call: { command: 'search', args: words },
  };
}

function resultBlock(finding: SearchResult, t: Translator): Block {
  switch (finding.kind) {
    case 'clause': {
      const { platform, document, text: words, section } = finding;
      const label = `${platform.name} · ${documentTypeLabel(document.type, t)}`;
      return { kind: 'quote', label, text: words, section: section || undefined, language: document.language };
    }
    case 'event': {
      const { date, title, effect, sources } = finding.event;
      const what = [{ bold: asSentence(t.local(title)) }, ` ${t.local(effect)}`];
      return line({ date }, ` · ${finding.platform.name} · `, ...what, ...sourceLinks(sources, t, 2));
    }
    case 'tool': {
      const { name, what, sources } = finding.tool;
      const offered = labelledLine(name, t.local(what), t);
      return line(`${finding.platform.name} · `, ...offered, ...sourceLinks(sources, t, 2));
    }
    case 'story': {
      const [first] = finding.story.items;
      const told: Span[] = first ? [{ link: first.title, url: first.link }, ` (${first.outlet})`] : [];
      return line({ date: finding.story.firstSeen.slice(0, 10) }, ' · ', ...told);
    }
    case 'regulation': {
      const { date, jurisdiction, title, effect, sources } = finding.event;
      const what = [{ bold: asSentence(t.local(title)) }, ` ${t.local(effect)}`];
      return line({ date }, ` · ${t.text(`place.${jurisdiction}`)} · `, ...what, ...sourceLinks(sources, t, 2));
    }
  }
}

const line = (...spans: Span[]): Block => list([spans]);
