/** `/alerts why`: why something was posted in this server or was not, subscription by subscription. */
import { type NamedItem, nameMatcher } from '../../src/app/ask/name-index.ts';
import { newestFirst } from '../../src/app/ask/pagination.ts';
import {
  type AlertSubject,
  alertSubjectId,
  type DeliveryExplanation,
  explainDelivery,
  findAlertFor,
} from '../../src/app/notify/explain-delivery.ts';
import type { Choice, CommandContext, CommandRequest } from '../../src/app/reply/command.ts';
import {
  alertSubjectName,
  changeNameFormat,
  lawName,
  signalChangeNameFormat,
  storyNameFormat,
} from '../../src/app/reply/item-names.ts';
import { confirmation, refusal } from '../../src/app/reply/replies.ts';
import { subscriptionLine } from '../../src/app/reply/subscription-line.ts';
import type { Translator } from '../../src/app/words/translator.ts';
import type { Subscription } from '../../src/domain/alert.ts';
import { type Answer, list, type Span, text } from '../../src/domain/answer.ts';
import { DISCORD_LIMITS } from '../../src/domain/discord-limits.ts';

export async function why({ options }: CommandRequest, guildId: string, context: CommandContext): Promise<Answer> {
  const { readModel, t } = context;
  const id = options.what?.trim() ?? '';
  const subject = id === '' ? undefined : await findAlertSubject(id, context);
  if (subject === undefined) return refusal(t.text('why.unknown'), t);
  const name: Span = { bold: alertSubjectName(subject, context) };
  const alert = await findAlertFor(readModel, subject);
  if (alert === undefined) {
    return confirmation(t.text('why.title'), [[name], t.line(`why.no-alert-${subject.kind}`)]);
  }
  const subscriptions = await context.subscriptionService.list(guildId);
  if (subscriptions.length === 0) return refusal(t.text('why.no-subscription'), t);
  const explanations = await Promise.all(
    subscriptions.map(async (subscription): Promise<Span[]> => {
      const explanation = await explainDelivery(readModel, alert, subscription);
      return [...subscriptionLine(subscription, context), ' — ', ...explanationLine(explanation, subscription, t)];
    }),
  );
  return {
    title: t.text('why.title'),
    tone: 'neutral',
    blocks: [text(name), text(...t.line('why.planned', { at: { instant: alert.at } })), list(explanations)],
    ephemeral: true,
  };
}

function explanationLine(
  explanation: DeliveryExplanation,
  { guildId, channelId, tagIds }: Subscription,
  t: Translator,
): Span[] {
  switch (explanation.status) {
    case 'told': {
      const { at, messageId } = explanation;
      // A forum post is a channel with the id of its first message.
      const url = `https://discord.com/channels/${guildId}/${tagIds ? messageId : channelId}/${messageId}`;
      return t.line('why.told', { at: { instant: at }, message: { link: t.text('why.message'), url } });
    }
    case 'waiting':
      return t.line('why.waiting', { until: { instant: explanation.until } });
    case 'failed':
      return t.line('why.failed', { at: { instant: explanation.at }, detail: explanation.detail });
    case 'unwanted':
      return t.line(`why.unwanted-${explanation.reason}`);
    default:
      return t.line(`why.${explanation.status}`);
  }
}

async function findAlertSubject(id: string, { readModel }: CommandContext): Promise<AlertSubject | undefined> {
  const { store, catalog } = readModel;
  const [change, signalChange, story] = await Promise.all([
    store.changes.get(id),
    store.signalChanges.get(id),
    store.stories.get(id),
  ]);
  if (change) return { kind: 'documents', change };
  if (signalChange) return { kind: 'signals', change: signalChange };
  if (story) return { kind: 'news', story };
  const laws = catalog.regulation.map((event): AlertSubject => ({ kind: 'regulation', event }));
  return laws.find((law) => alertSubjectId(law) === id);
}

/** Changes, stories and laws whose name contains every word typed, newest first. */
export async function suggestAlertSubjects(typed: string, context: CommandContext): Promise<Choice[]> {
  const { changes, signalChanges, stories } = context.nameIndexes;
  const options = { limit: DISCORD_LIMITS.choices };
  const found = await Promise.all([
    changes.search(typed, changeNameFormat(context), options),
    signalChanges.search(typed, signalChangeNameFormat(context), options),
    stories.search(typed, storyNameFormat(context), options),
    searchLaws(typed, context),
  ]);
  return found
    .flat()
    .sort(newestFirst)
    .slice(0, DISCORD_LIMITS.choices)
    .map(({ key, name }) => ({ name, value: key }));
}

function searchLaws(typed: string, { readModel, t }: CommandContext): NamedItem[] {
  const matches = nameMatcher(typed);
  return readModel.catalog.regulation
    .map((event) => ({
      key: alertSubjectId({ kind: 'regulation', event }),
      name: lawName(event, t),
      date: event.date,
    }))
    .filter(({ name }) => matches(name.toLowerCase()));
}
