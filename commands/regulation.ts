import { type Command, type CommandContext, OPTION_TYPE } from '../src/app/reply/command.ts';
import { localizedChoices } from '../src/app/reply/localize.ts';
import { sourceLinks } from '../src/app/reply/source-links.ts';
import { asSentence } from '../src/app/words/labels.ts';
import type { Translator } from '../src/app/words/translator.ts';
import { appliesInJurisdiction } from '../src/core/platforms/jurisdictions.ts';
import { type Answer, heading, list, type Span, text } from '../src/domain/answer.ts';
import type { RegulationEvent } from '../src/domain/catalog.ts';
import { JURISDICTIONS, type Jurisdiction } from '../src/domain/vocabulary.ts';

export const regulation = {
  data: {
    name: 'regulation',
    description: 'Laws, rulings and lawsuits about music and AI, dated and sourced',
    contexts: [0, 1, 2],
    integration_types: [0, 1],
    options: [
      {
        type: OPTION_TYPE.string,
        name: 'country',
        description: 'Only what matters there; leave out for everything',
        choices: localizedChoices(JURISDICTIONS, jurisdictionName),
      },
    ],
  },
  async execute(request, context) {
    return regulationAnswer(
      JURISDICTIONS.find((place) => place === request.options.country),
      context,
    );
  },
  optionsFromArgs: (about) => ({ country: about }),
} satisfies Command;

function regulationAnswer(
  asked: Jurisdiction | undefined,
  { readModel: archive, now, t: say }: CommandContext,
): Answer {
  const events = archive.catalog.regulation
    .filter(({ jurisdiction }) => asked === undefined || appliesInJurisdiction(jurisdiction, asked))
    .sort((a, b) => (a.date < b.date ? 1 : -1));
  const today = now.toISOString().slice(0, 10);
  const ahead = events.filter(({ date }) => date > today).reverse();
  const past = events.filter(({ date }) => date <= today);
  return {
    title:
      asked === undefined
        ? say.text('regulation.title')
        : say.text('regulation.title-one', { place: jurisdictionName(asked, say) }),
    tone: 'neutral',
    blocks: [
      ...(events.length === 0 ? [text(say.text('regulation.nothing'))] : []),
      ...(ahead.length > 0
        ? [heading(say.text('regulation.ahead')), list(ahead.map((one) => eventLine(one, say)))]
        : []),
      ...(past.length > 0 ? [heading(say.text('regulation.past')), list(past.map((one) => eventLine(one, say)))] : []),
    ],
    footer: say.text('regulation.footer'),
    call: { command: 'regulation', args: asked ?? '' },
  };
}

function eventLine(
  { date, jurisdiction, kind, status, title, effect, dateNote, sources }: RegulationEvent,
  t: Translator,
): Span[] {
  // That a proposal is proposed is said already.
  const standing = kind === 'proposal' && status === 'proposed' ? [] : [t.text(`regulation-status.${status}`)];
  return [
    { date },
    ` · ${jurisdictionName(jurisdiction, t)} · ${[t.text(`regulation-kind.${kind}`), ...standing].join(', ')} · `,
    { bold: asSentence(t.local(title)) },
    ` ${t.local(effect)}`,
    ...(dateNote ? [` (${t.local(dateNote)})`] : []),
    ...sourceLinks(sources, t),
  ];
}

function jurisdictionName(place: Jurisdiction, t: Translator): string {
  return t.text(`place.${place}`);
}
