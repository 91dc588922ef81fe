import { alertOf, type Fate, fateOf, type Matter, matterId } from '../../src/app/notify/explain-delivery.ts';
import { type Answer, list, type Span, text } from '../../src/domain/answer.ts';
import { signalChangeWords } from '../../src/app/reply/signal-blocks.ts';
import { holding, type Named, type Naming, namedLike } from '../../src/app/ask/name-index.ts';
import { platformById } from '../../src/app/ask/read-model.ts';
import type { SignalChangeSummary, StorySummary } from '../../src/app/ports/store.ts';
import { dateWords } from '../../src/app/words/format-date.ts';
import type { Say } from '../../src/app/words/translator.ts';
import type { Subscription } from '../../src/domain/alert.ts';
import type { RegulationEvent } from '../../src/domain/catalog.ts';
import { changeNames } from '../../src/app/reply/change-names.ts';
import { choiceName } from '../../src/app/reply/choices.ts';
import { type Choice, type Context, type Request, SUGGESTIONS } from '../../src/app/reply/command.ts';
import { describe } from '../../src/app/reply/subscription-line.ts';
import { done, refused } from '../../src/app/reply/replies.ts';

/** Why one thing was posted in this server, or was not, subscription by subscription. */
export async function why({ options }: Request, guildId: string, context: Context): Promise<Answer> {
  const { archive, say } = context;
  const wanted = options.what?.trim() ?? '';
  const matter = wanted === '' ? undefined : await matterCalled(wanted, context);
  if (matter === undefined) return refused(say.text('why.unknown'), say);
  const alert = await alertOf(archive, matter);
  if (alert === undefined) {
    return done(say.text('why.title'), [
      [{ bold: calledAs(matter, context) }],
      say.line(`why.no-alert-${matter.kind}`),
    ]);
  }
  const subscriptions = await context.desk.list(guildId);
  if (subscriptions.length === 0) return refused(say.text('why.no-subscription'), say);
  const fates = await Promise.all(
    subscriptions.map(async (subscription): Promise<Span[]> => {
      const fate = await fateOf(archive, alert, subscription);
      return [...describe(subscription, context), ' — ', ...fateWords(fate, subscription, say)];
    }),
  );
  return {
    title: say.text('why.title'),
    tone: 'neutral',
    blocks: [
      text({ bold: calledAs(matter, context) }),
      text(...say.line('why.planned', { at: { instant: alert.at } })),
      list(fates),
    ],
    ephemeral: true,
  };
}

function fateWords(fate: Fate, { guildId, channelId, tagIds }: Subscription, say: Say): Span[] {
  switch (fate.fate) {
    case 'told': {
      // A post of a forum is a channel itself.
      const where = tagIds ? fate.messageId : channelId;
      const url = `https://discord.com/channels/${guildId}/${where}/${fate.messageId}`;
      return say.line('why.told', { at: { instant: fate.at }, message: { link: say.text('why.message'), url } });
    }
    case 'waiting':
      return say.line('why.waiting', { until: { instant: fate.until } });
    case 'failed':
      return say.line('why.failed', { at: { instant: fate.at }, detail: fate.detail });
    case 'unwanted':
      return say.line(`why.unwanted-${fate.because}`);
    default:
      return say.line(`why.${fate.fate}`);
  }
}

/** Changes, stories and laws whose name contains every word that was typed, newest first. */
export async function suggestNews(typed: string, context: Context): Promise<Choice[]> {
  const { changes, signalChanges, stories } = context.archive.store;
  const most = { limit: SUGGESTIONS };
  const found = await Promise.all([
    namedLike(changes, changeNames(context), typed, most),
    namedLike(signalChanges, signalNames(context), typed, most),
    namedLike(stories, storyNames(context), typed, most),
    lawsLike(typed, context),
  ]);
  return found
    .flat()
    .sort((a, b) => (a.date < b.date ? 1 : -1))
    .slice(0, SUGGESTIONS)
    .map(({ key, name }) => ({ name, value: key }));
}

const signalNames = ({ archive, say }: Context): Naming<SignalChangeSummary> => ({
  language: say.language,
  called(change) {
    const { firstSeenNew: date } = change;
    const platform = platformById(archive.catalog, change.platform)?.name ?? change.platform;
    return { name: nameOf(date, signalChangeWords(change, platform, archive.catalog.crawlers, say), say), date };
  },
});

const storyNames = ({ say }: Context): Naming<StorySummary> => ({
  language: say.language,
  called: ({ firstSeen: date, items }) => ({ name: nameOf(date, items[0]?.title ?? '', say), date }),
});

function lawsLike(typed: string, { archive, say }: Context): Named[] {
  const isWanted = holding(typed);
  return archive.catalog.regulation
    .map((event) => ({
      key: matterId({ kind: 'regulation', event }),
      name: nameOf(event.date, lawWords(event, say), say),
      date: event.date,
    }))
    .filter(({ name }) => isWanted(name.toLowerCase()));
}

async function matterCalled(id: string, { archive }: Context): Promise<Matter | undefined> {
  const { store, catalog } = archive;
  const [change, signals, story] = await Promise.all([
    store.changes.get(id),
    store.signalChanges.get(id),
    store.stories.get(id),
  ]);
  if (change) return { kind: 'documents', change };
  if (signals) return { kind: 'signals', change: signals };
  if (story) return { kind: 'news', story };
  const laws = catalog.regulation.map((event): Matter => ({ kind: 'regulation', event }));
  return laws.find((law) => matterId(law) === id);
}

function calledAs(matter: Matter, context: Context): string {
  switch (matter.kind) {
    case 'documents':
      return changeNames(context).called(matter.change).name;
    case 'signals':
      return signalNames(context).called(matter.change).name;
    case 'news':
      return storyNames(context).called(matter.story).name;
    case 'regulation':
      return nameOf(matter.event.date, lawWords(matter.event, context.say), context.say);
  }
}

const nameOf = (date: string, what: string, say: Say): string =>
  choiceName(`${dateWords(date, say.language)} · ${what}`);

const lawWords = ({ jurisdiction, title }: RegulationEvent, say: Say): string =>
  `${say.text(`place.${jurisdiction}`)} · ${say.local(title)}`;
