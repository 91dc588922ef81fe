import { type Answer, heading, list, type Span, text } from '../src/domain/answer.ts';
import { sourceLinks } from '../src/app/reply/source-links.ts';
import type { Say } from '../src/app/words/translator.ts';
import { headline } from '../src/app/words/labels.ts';
import { mattersIn } from '../src/core/platforms/jurisdictions.ts';
import { type RegulationEvent } from '../src/domain/catalog.ts';
import { JURISDICTIONS, type Jurisdiction } from '../src/domain/vocabulary.ts';
import { type Command, type Context, OPTION } from '../src/app/reply/command.ts';
import { choicesOf } from '../src/app/reply/localize.ts';

export const regulation = {
  data: {
    name: 'regulation',
    description: 'Laws, rulings and lawsuits about music and AI, dated and sourced',
    contexts: [0, 1, 2],
    integration_types: [0, 1],
    options: [
      {
        type: OPTION.string,
        name: 'country',
        description: 'Only what matters there; leave out for everything',
        choices: choicesOf(JURISDICTIONS, placeOf),
      },
    ],
  },
  async execute(request, context) {
    return regulationAnswer(
      JURISDICTIONS.find((place) => place === request.options.country),
      context,
    );
  },
  optionsFor: (about) => ({ country: about }),
} satisfies Command;

function regulationAnswer(asked: Jurisdiction | undefined, { archive, now, say }: Context): Answer {
  const events = archive.catalog.regulation
    .filter(({ jurisdiction }) => asked === undefined || mattersIn(jurisdiction, asked))
    .sort((a, b) => (a.date < b.date ? 1 : -1));
  const today = now.toISOString().slice(0, 10);
  const ahead = events.filter(({ date }) => date > today).reverse();
  const past = events.filter(({ date }) => date <= today);
  return {
    title:
      asked === undefined
        ? say.text('regulation.title')
        : say.text('regulation.title-one', { place: placeOf(asked, say) }),
    tone: 'neutral',
    blocks: [
      ...(events.length === 0 ? [text(say.text('regulation.nothing'))] : []),
      ...(ahead.length > 0
        ? [heading(say.text('regulation.ahead')), list(ahead.map((one) => eventLine(one, say)))]
        : []),
      ...(past.length > 0 ? [heading(say.text('regulation.past')), list(past.map((one) => eventLine(one, say)))] : []),
    ],
    footer: say.text('regulation.footer'),
    ask: { command: 'regulation', about: asked ?? '' },
  };
}

function eventLine(
  { date, jurisdiction, kind, status, title, effect, dateNote, sources }: RegulationEvent,
  say: Say,
): Span[] {
  // That a proposal is proposed is said already.
  const standing = kind === 'proposal' && status === 'proposed' ? [] : [say.text(`regulation-status.${status}`)];
  return [
    { date },
    ` · ${placeOf(jurisdiction, say)} · ${[say.text(`regulation-kind.${kind}`), ...standing].join(', ')} · `,
    { bold: headline(say.local(title)) },
    ` ${say.local(effect)}`,
    ...(dateNote ? [` (${say.local(dateNote)})`] : []),
    ...sourceLinks(sources, say),
  ];
}

function placeOf(place: Jurisdiction, say: Say): string {
  return say.text(`place.${place}`);
}
