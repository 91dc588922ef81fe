import { type Answer, type Block, heading, list, type Span, text } from '../src/domain/answer.ts';
import { sourceLinks } from '../src/app/reply/source-links.ts';
import { type Finding, type Found, search as find } from '../src/app/ask/search.ts';
import type { Say } from '../src/app/words/translator.ts';
import { headline, labelled, typeWords } from '../src/app/words/labels.ts';
import { type Command, type Context, OPTION } from '../src/app/reply/command.ts';

/** The best of each kind; more would bury them. */
const MOST_OF_A_KIND = 8;
/** Kinds in the order they are shown: what documents say before what is said about them. */
const KINDS = ['clause', 'event', 'story', 'tool', 'regulation'] as const satisfies Finding['kind'][];
/** A question rides in its page buttons, which hold 100 characters in all. */
const LONGEST_QUESTION = 80;

export const search = {
  data: {
    name: 'search',
    description: 'Find words in clauses, events, news, tools and law',
    contexts: [0, 1, 2],
    integration_types: [0, 1],
    options: [
      {
        type: OPTION.string,
        name: 'words',
        description: 'What to look for, such as “voice cloning”',
        required: true,
        max_length: LONGEST_QUESTION,
      },
    ],
  },
  async execute(request, context) {
    const words = (request.options.words ?? '').trim().slice(0, LONGEST_QUESTION);
    return searchAnswer(words, await find(context.archive, words, context.now, MOST_OF_A_KIND), context);
  },
  optionsFor: (about) => ({ words: about }),
} satisfies Command;

function searchAnswer(words: string, found: Found, { say }: Context): Answer {
  const blocks = KINDS.flatMap((kind): Block[] => {
    const { total, best } = found[kind];
    if (total === 0) return [];
    const left = total - best.length;
    return [
      heading(say.text(`search.${kind}`)),
      ...best.map((finding) => findingBlock(finding, say)),
      ...(left > 0 ? [text(say.text('search.more', { count: left }))] : []),
    ];
  });
  return {
    title: say.text('search.title', { words: words || '…' }),
    tone: 'neutral',
    blocks: blocks.length > 0 ? blocks : [text(say.text('search.nothing'))],
    footer: say.text('search.footer'),
    ask: { command: 'search', about: words },
  };
}

function findingBlock(finding: Finding, say: Say): Block {
  switch (finding.kind) {
    case 'clause': {
      const { platform, document, text: words, section } = finding;
      const label = `${platform.name} · ${typeWords(document.type, say)}`;
      return { kind: 'quote', label, text: words, section: section || undefined, language: document.language };
    }
    case 'event': {
      const { date, title, effect, sources } = finding.event;
      const what = [{ bold: headline(say.local(title)) }, ` ${say.local(effect)}`];
      return line({ date }, ` · ${finding.platform.name} · `, ...what, ...sourceLinks(sources, say, 2));
    }
    case 'tool': {
      const { name, what, sources } = finding.tool;
      const offered = labelled(name, say.local(what), say);
      return line(`${finding.platform.name} · `, ...offered, ...sourceLinks(sources, say, 2));
    }
    case 'story': {
      const [first] = finding.story.items;
      const told: Span[] = first ? [{ link: first.title, url: first.link }, ` (${first.outlet})`] : [];
      return line({ date: finding.story.firstSeen.slice(0, 10) }, ' · ', ...told);
    }
    case 'regulation': {
      const { date, jurisdiction, title, effect, sources } = finding.event;
      const what = [{ bold: headline(say.local(title)) }, ` ${say.local(effect)}`];
      return line({ date }, ` · ${say.text(`place.${jurisdiction}`)} · `, ...what, ...sourceLinks(sources, say, 2));
    }
  }
}

const line = (...spans: Span[]): Block => list([spans]);
