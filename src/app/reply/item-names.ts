/** What changes, stories and laws are called in a list of suggestions: "12 February 2024 · SoundCloud · Terms of Use · may now train …". */
import type { RegulationEvent } from '../../domain/catalog.ts';
import type { NameFormat } from '../ask/name-index.ts';
import { platformById } from '../ask/read-model.ts';
import type { AlertSubject } from '../notify/explain-delivery.ts';
import type { ChangeSummary, SignalChangeSummary, StorySummary } from '../ports/store.ts';
import { formatDate } from '../words/format-date.ts';
import { changeLabel, documentLabel } from '../words/labels.ts';
import type { Translator } from '../words/translator.ts';
import { truncateChoiceName } from './choices.ts';
import type { CommandContext } from './command.ts';
import { signalChangeText } from './signal-blocks.ts';

type NameContext = Pick<CommandContext, 'readModel' | 't'>;

export const changeNameFormat = ({ readModel, t }: NameContext): NameFormat<ChangeSummary> => ({
  language: t.language,
  formatName(change) {
    const { firstSeenNew: date } = change;
    const platform = platformById(readModel.catalog, change.platform)?.name ?? change.platform;
    const what = `${platform} · ${documentLabel(change.document, t)} · ${changeLabel(change, t)}`;
    return { name: datedName(date, what, t), date, isUnrelatedToAi: change.assessment.significance === 'none' };
  },
});

export const signalChangeNameFormat = ({ readModel, t }: NameContext): NameFormat<SignalChangeSummary> => ({
  language: t.language,
  formatName(change) {
    const { firstSeenNew: date } = change;
    const platform = platformById(readModel.catalog, change.platform)?.name ?? change.platform;
    return { name: datedName(date, signalChangeText(change, platform, readModel.catalog.crawlers, t), t), date };
  },
});

export const storyNameFormat = ({ t }: NameContext): NameFormat<StorySummary> => ({
  language: t.language,
  formatName: ({ firstSeen: date, items }) => ({ name: datedName(date, items[0]?.title ?? '', t), date }),
});

export const lawName = ({ date, jurisdiction, title }: RegulationEvent, t: Translator): string =>
  datedName(date, `${t.text(`place.${jurisdiction}`)} · ${t.local(title)}`, t);

export function alertSubjectName(subject: AlertSubject, context: NameContext): string {
  switch (subject.kind) {
    case 'documents':
      return changeNameFormat(context).formatName(subject.change).name;
    case 'signals':
      return signalChangeNameFormat(context).formatName(subject.change).name;
    case 'news':
      return storyNameFormat(context).formatName(subject.story).name;
    case 'regulation':
      return lawName(subject.event, context.t);
  }
}

const datedName = (date: string, what: string, t: Translator): string =>
  truncateChoiceName(`${formatDate(date, t.language)} · ${what}`);
