/** `/regulation`: laws, rulings and lawsuits about music and AI. */
import { newestFirst } from '../src/app/ask/pagination.ts';
import { type Command, type CommandContext, OPTION_TYPE, USABLE_ANYWHERE } from '../src/app/reply/command.ts';
import { eventLine } from '../src/app/reply/lines.ts';
import { localizedChoices } from '../src/app/reply/localize.ts';
import type { MessageKey, Translator } from '../src/app/words/translator.ts';
import { appliesInJurisdiction } from '../src/core/platforms/jurisdictions.ts';
import { type Answer, type Block, heading, list, type Span, text } from '../src/domain/answer.ts';
import type { RegulationEvent } from '../src/domain/catalog.ts';
import { JURISDICTIONS, type Jurisdiction } from '../src/domain/vocabulary.ts';

export const regulation = {
  data: {
    name: 'regulation',
    description: 'Laws, rulings and lawsuits about music and AI, dated and sourced',
    ...USABLE_ANYWHERE,
    options: [
      {
        type: OPTION_TYPE.string,
        name: 'country',
        description: 'Only what matters there; leave out for everything',
        choices: localizedChoices(JURISDICTIONS, jurisdictionName),
      },
    ],
  },
  async execute({ options }, context) {
    return regulationAnswer(
      JURISDICTIONS.find((jurisdiction) => jurisdiction === options.country),
      context,
    );
  },
  optionsFromArgs: (args) => ({ country: args }),
} satisfies Command;

function regulationAnswer(where: Jurisdiction | undefined, { readModel, now, t }: CommandContext): Answer {
  const events = readModel.catalog.regulation
    .filter(({ jurisdiction }) => where === undefined || appliesInJurisdiction(jurisdiction, where))
    .reverse()
    .sort(newestFirst);
  const today = now.toISOString().slice(0, 10);
  const ahead = events.filter(({ date }) => date > today).reverse();
  const past = events.filter(({ date }) => date <= today);
  return {
    title: where ? t.text('regulation.title-one', { place: jurisdictionName(where, t) }) : t.text('regulation.title'),
    tone: 'neutral',
    blocks: [
      ...(events.length === 0 ? [text(t.text('regulation.nothing'))] : []),
      ...sectionBlocks('regulation.ahead', ahead, t),
      ...sectionBlocks('regulation.past', past, t),
    ],
    footer: t.text('regulation.footer'),
    call: { command: 'regulation', args: where ?? '' },
  };
}

const sectionBlocks = (title: MessageKey, events: RegulationEvent[], t: Translator): Block[] =>
  events.length > 0 ? [heading(t.text(title)), list(events.map((event) => regulationLine(event, t)))] : [];

function regulationLine(event: RegulationEvent, t: Translator): Span[] {
  const { jurisdiction, kind, status } = event;
  // The status of a new proposal would repeat its kind.
  const isPlainProposal = kind === 'proposal' && status === 'proposed';
  const standing = isPlainProposal ? [] : [t.text(`regulation-status.${status}`)];
  const label = `${jurisdictionName(jurisdiction, t)} · ${[t.text(`regulation-kind.${kind}`), ...standing].join(', ')}`;
  return eventLine(event, label, t, { brief: false });
}

function jurisdictionName(jurisdiction: Jurisdiction, t: Translator): string {
  return t.text(`place.${jurisdiction}`);
}
