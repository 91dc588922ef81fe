import { type NamedItem, type NameFormat, nameMatcher, searchByName } from '../../src/app/ask/name-index.ts';
import { platformById } from '../../src/app/ask/read-model.ts';
import {
  type AlertSubject,
  alertSubjectId,
  type DeliveryExplanation,
  explainDelivery,
  findAlertFor,
} from '../../src/app/notify/explain-delivery.ts';
import type { SignalChangeSummary, StorySummary } from '../../src/app/ports/store.ts';
import { changeNameFormat } from '../../src/app/reply/change-names.ts';
import { truncateChoiceName } from '../../src/app/reply/choices.ts';
import { type Choice, type CommandContext, type CommandRequest, MAX_SUGGESTIONS } from '../../src/app/reply/command.ts';
import { confirmation, refusal } from '../../src/app/reply/replies.ts';
import { signalChangeText } from '../../src/app/reply/signal-blocks.ts';
import { subscriptionLine } from '../../src/app/reply/subscription-line.ts';
import { formatDate } from '../../src/app/words/format-date.ts';
import type { Translator } from '../../src/app/words/translator.ts';
import type { Subscription } from '../../src/domain/alert.ts';
import { type Answer, list, type Span, text } from '../../src/domain/answer.ts';
import type { RegulationEvent } from '../../src/domain/catalog.ts';

/** Why one thing was posted in this server, or was not, subscription by subscription. */
export async function why({ options }: CommandRequest, guildId: string, context: CommandContext): Promise<Answer> {
  const { readModel: archive, t: say } = context;
  const wanted = options.what?.trim() ?? '';
  const matter = wanted === '' ? undefined : await findAlertSubject(wanted, context);
  if (matter === undefined) return refusal(say.text('why.unknown'), say);
  const alert = await findAlertFor(archive, matter);
  if (alert === undefined) {
    return confirmation(say.text('why.title'), [
      [{ bold: subjectName(matter, context) }],
      say.line(`why.no-alert-${matter.kind}`),
    ]);
  }
  const subscriptions = await context.subscriptionService.list(guildId);
  if (subscriptions.length === 0) return refusal(say.text('why.no-subscription'), say);
  const fates = await Promise.all(
    subscriptions.map(async (subscription): Promise<Span[]> => {
      const fate = await explainDelivery(archive, alert, subscription);
      return [...subscriptionLine(subscription, context), ' — ', ...deliveryOutcomeLine(fate, subscription, say)];
    }),
  );
  return {
    title: say.text('why.title'),
    tone: 'neutral',
    blocks: [
      text({ bold: subjectName(matter, context) }),
      text(...say.line('why.planned', { at: { instant: alert.at } })),
      list(fates),
    ],
    ephemeral: true,
  };
}

function deliveryOutcomeLine(
  status: DeliveryExplanation,
  { guildId, channelId, tagIds }: Subscription,
  t: Translator,
): Span[] {
  switch (status.status) {
    case 'told': {
      // A post of a forum is a channel itself.
      const where = tagIds ? status.messageId : channelId;
      const url = `https://discord.com/channels/${guildId}/${where}/${status.messageId}`;
      return t.line('why.told', { at: { instant: status.at }, message: { link: t.text('why.message'), url } });
    }
    case 'waiting':
      return t.line('why.waiting', { until: { instant: status.until } });
    case 'failed':
      return t.line('why.failed', { at: { instant: status.at }, detail: status.detail });
    case 'unwanted':
      return t.line(`why.unwanted-${status.reason}`);
    default:
      return t.line(`why.${status.status}`);
  }
}

/** Changes, stories and laws whose name contains every word that was typed, newest first. */
export async function suggestAlertSubjects(typed: string, context: CommandContext): Promise<Choice[]> {
  const { changes, signalChanges, stories } = context.readModel.store;
  const most = { limit: MAX_SUGGESTIONS };
  const found = await Promise.all([
    searchByName(changes, changeNameFormat(context), typed, most),
    searchByName(signalChanges, signalNameFormat(context), typed, most),
    searchByName(stories, storyNameFormat(context), typed, most),
    searchLaws(typed, context),
  ]);
  return found
    .flat()
    .sort((a, b) => (a.date < b.date ? 1 : -1))
    .slice(0, MAX_SUGGESTIONS)
    .map(({ key, name }) => ({ name, value: key }));
}

const signalNameFormat = ({ readModel: archive, t: say }: CommandContext): NameFormat<SignalChangeSummary> => ({
  language: say.language,
  formatName(change) {
    const { firstSeenNew: date } = change;
    const platform = platformById(archive.catalog, change.platform)?.name ?? change.platform;
    return { name: nameOf(date, signalChangeText(change, platform, archive.catalog.crawlers, say), say), date };
  },
});

const storyNameFormat = ({ t: say }: CommandContext): NameFormat<StorySummary> => ({
  language: say.language,
  formatName: ({ firstSeen: date, items }) => ({ name: nameOf(date, items[0]?.title ?? '', say), date }),
});

function searchLaws(typed: string, { readModel: archive, t: say }: CommandContext): NamedItem[] {
  const isWanted = nameMatcher(typed);
  return archive.catalog.regulation
    .map((event) => ({
      key: alertSubjectId({ kind: 'regulation', event }),
      name: nameOf(event.date, lawLabel(event, say), say),
      date: event.date,
    }))
    .filter(({ name }) => isWanted(name.toLowerCase()));
}

async function findAlertSubject(id: string, { readModel: archive }: CommandContext): Promise<AlertSubject | undefined> {
  const { store, catalog } = archive;
  const [change, signals, story] = await Promise.all([
    store.changes.get(id),
    store.signalChanges.get(id),
    store.stories.get(id),
  ]);
  if (change) return { kind: 'documents', change };
  if (signals) return { kind: 'signals', change: signals };
  if (story) return { kind: 'news', story };
  const laws = catalog.regulation.map((event): AlertSubject => ({ kind: 'regulation', event }));
  return laws.find((law) => alertSubjectId(law) === id);
}

function subjectName(matter: AlertSubject, context: CommandContext): string {
  switch (matter.kind) {
    case 'documents':
      return changeNameFormat(context).formatName(matter.change).name;
    case 'signals':
      return signalNameFormat(context).formatName(matter.change).name;
    case 'news':
      return storyNameFormat(context).formatName(matter.story).name;
    case 'regulation':
      return nameOf(matter.event.date, lawLabel(matter.event, context.t), context.t);
  }
}

const nameOf = (date: string, what: string, t: Translator): string =>
  truncateChoiceName(`${formatDate(date, t.language)} · ${what}`);

const lawLabel = ({ jurisdiction, title }: RegulationEvent, t: Translator): string =>
  `${t.text(`place.${jurisdiction}`)} · ${t.local(title)}`;
