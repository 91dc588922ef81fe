import { alertOf, type Fate, fateOf, type Matter, matterId } from '../../src/app/alerts/why.ts';
import { type Answer, list, type Span, text } from '../../src/app/answers/answer.ts';
import { signalChangeWords } from '../../src/app/answers/signal-blocks.ts';
import { allStories, changesOf, platformById } from '../../src/app/ask/queries.ts';
import { signalChangesOf } from '../../src/app/ask/signal-queries.ts';
import { dateWords } from '../../src/app/words/dates.ts';
import type { Say } from '../../src/app/words/say.ts';
import { changeWords, documentWords } from '../../src/app/words/wording.ts';
import type { Subscription } from '../../src/domain.ts';
import { choiceName } from '../choice-name.ts';
import type { Choice, Context, Request } from '../command.ts';
import { describe } from './describe.ts';
import { done, refused } from './replies.ts';

/** Discord shows at most this many suggestions, with names and values of at most 100 characters. */
const SUGGESTIONS = 25;
const ID_LENGTH = 80;

/** Why one thing was posted in this server, or was not, subscription by subscription. */
export async function why({ options }: Request, guildId: string, context: Context): Promise<Answer> {
  const { archive, say } = context;
  const wanted = options.what?.trim() ?? '';
  const matter = wanted === '' ? undefined : (await matters(context)).find((one) => idOf(one) === wanted);
  if (matter === undefined) return refused(say.text('why.unknown'), say);
  const alert = await alertOf(archive, matter);
  if (alert === undefined) {
    return done(say.text('why.title'), [[{ bold: nameOf(matter, context) }], say.line(`why.no-alert-${matter.kind}`)]);
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
      text({ bold: nameOf(matter, context) }),
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

/** Changes and stories whose name contains every word that was typed, newest first. */
export async function suggestNews(typed: string, context: Context): Promise<Choice[]> {
  const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return (await matters(context))
    .map((matter) => ({ name: choiceName(nameOf(matter, context)), value: idOf(matter) }))
    .filter(({ name }) => wanted.every((word) => name.toLowerCase().includes(word)))
    .slice(0, SUGGESTIONS);
}

async function matters({ archive }: Context): Promise<Matter[]> {
  const [changes, signals, stories] = await Promise.all([
    changesOf(archive),
    signalChangesOf(archive),
    allStories(archive),
  ]);
  return [
    ...changes.map((change): Matter => ({ kind: 'documents', change })),
    ...signals.map((change): Matter => ({ kind: 'signals', change })),
    ...stories.map((story): Matter => ({ kind: 'news', story })),
    ...archive.catalog.regulation.map((event): Matter => ({ kind: 'regulation', event })),
  ].sort((a, b) => (seenOf(a) < seenOf(b) ? 1 : -1));
}

function seenOf(matter: Matter): string {
  if (matter.kind === 'news') return matter.story.firstSeen;
  return matter.kind === 'regulation' ? matter.event.date : matter.change.firstSeenNew;
}

const idOf = (matter: Matter): string => matterId(matter).slice(0, ID_LENGTH);

const nameOf = (matter: Matter, context: Context): string =>
  `${dateWords(seenOf(matter), context.say.language)} · ${whatIs(matter, context)}`;

function whatIs(matter: Matter, { archive, say }: Context): string {
  const platformName = (id: string) => platformById(archive.catalog, id)?.name ?? id;
  switch (matter.kind) {
    case 'news':
      return matter.story.items[0]?.title ?? '';
    case 'regulation':
      return `${say.text(`place.${matter.event.jurisdiction}`)} · ${say.local(matter.event.title)}`;
    case 'signals': {
      const { change } = matter;
      return signalChangeWords(change, platformName(change.platform), archive.catalog.crawlers, say);
    }
    case 'documents': {
      const { change } = matter;
      const document = documentWords(change.document, say);
      return `${platformName(change.platform)} · ${document} · ${changeWords(change, say)}`;
    }
  }
}
