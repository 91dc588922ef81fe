/** What can be wished of a subscription: the options of `/alerts add` and `/alerts edit`, and reading what was put in. */

import type { WishChanges } from '../notify/subscription-service.ts';
import type { Answer } from '../../domain/answer.ts';
import { LANGUAGE_NAMES, type Say } from '../words/translator.ts';
import { readQuietHours } from '../../core/alerts/local-time.ts';
import { suggestPlatforms } from '../../core/platforms/platform-names.ts';
import { ALERT_KINDS, type AlertKind, RHYTHMS } from '../../domain/alert.ts';
import { LANGUAGES, TOPICS, type Topic } from '../../domain/vocabulary.ts';
import { type Choice, type Context, OPTION, type OptionData, POSTABLE_CHANNELS, type Request } from './command.ts';
import { choicesOf } from './localize.ts';
import { namedPlatform, platformOption } from './platform-option.ts';
import { refused } from './replies.ts';
import { type Named, readSeveral, splitSeveral, suggestSeveral } from './comma-list.ts';

/** Takes a restriction back: all platforms, all topics, no quiet hours, the server's language. */
const ALL = 'all';
const NONE = 'none';

export const channelOption = (description: string): OptionData => ({
  type: OPTION.channel,
  name: 'channel',
  description,
  channel_types: POSTABLE_CHANNELS,
});

/** The options that say what is told, when, how and where. */
export const WISH_OPTIONS: readonly OptionData[] = [
  platformOption('Only these platforms, with commas between; leave out for all', { required: false }),
  channelOption('Where to post; leave out for this channel'),
  {
    type: OPTION.string,
    name: 'topic',
    description: 'Only these topics, with commas between; leave out for all',
    autocomplete: true,
  },
  {
    type: OPTION.string,
    name: 'kind',
    description: 'Only these kinds, such as documents or news; leave out for all',
    autocomplete: true,
  },
  {
    type: OPTION.string,
    name: 'least',
    description: 'Tell of minor things as well; left out, only of major ones',
    choices: choicesOf(['major', 'minor'] as const, (least, say) => say.text(`least.${least}`)),
  },
  {
    type: OPTION.string,
    name: 'when',
    description: 'At once, or gathered in a digest; left out, at once',
    choices: choicesOf(RHYTHMS, (rhythm, say) => say.text(`rhythm.${rhythm}`)),
  },
  {
    type: OPTION.string,
    name: 'quiet',
    description: 'Hours in which nothing is posted, such as 22:00-08:00; or “none”',
    max_length: 40,
  },
  {
    type: OPTION.string,
    name: 'language',
    description: 'The language of these alerts; left out, the server’s',
    choices: choicesOf(LANGUAGES, (language) => LANGUAGE_NAMES[language]),
  },
  { type: OPTION.role, name: 'role', description: 'A role to mention with each alert' },
  {
    type: OPTION.string,
    name: 'tags',
    description: 'In a forum: the tags of each post, with commas between; or “none”',
    autocomplete: true,
  },
];

export type ReadWish = { status: 'ok'; changes: WishChanges } | { status: 'refused'; answer: Answer };

/** What the options say; only what was put in is among the changes. */
export function readWish({ options, channels, roles, guildId }: Request, context: Context): ReadWish {
  const { say } = context;
  const changes: WishChanges = {};
  const no = (why: string): ReadWish => ({ status: 'refused', answer: refused(why, say) });

  if (options.platform !== undefined) {
    const platforms = new Set<string>();
    for (const words of isAll(options.platform) ? [] : splitSeveral(options.platform)) {
      const named = namedPlatform(words, context);
      if (named.status === 'unknown') return { status: 'refused', answer: named.answer };
      platforms.add(named.platform.id);
    }
    changes.platforms = [...platforms];
  }
  if (options.topic !== undefined) {
    const read = readSeveral(isAll(options.topic) ? '' : options.topic, topicNames(say));
    if (read.unknown !== undefined) return no(say.text('alerts.unknown-topic', { words: read.unknown.slice(0, 60) }));
    changes.topics = read.values;
  }
  if (options.kind !== undefined) {
    const read = readSeveral(isAll(options.kind) ? '' : options.kind, kindNames(say));
    if (read.unknown !== undefined) return no(say.text('alerts.unknown-kind', { words: read.unknown.slice(0, 60) }));
    changes.kinds = read.values.length > 0 ? read.values : [...ALERT_KINDS];
  }
  if (options.quiet !== undefined) {
    const quiet = readQuietHours(options.quiet);
    const none = options.quiet.trim() === '' || options.quiet.trim().toLowerCase() === NONE;
    if (quiet === undefined && !none)
      return no(say.text('alerts.unknown-hours', { words: options.quiet.slice(0, 40) }));
    changes.quiet = quiet;
  }
  if (options.least === 'minor' || options.least === 'major') changes.least = options.least;
  const rhythm = RHYTHMS.find((one) => one === options.when);
  if (rhythm) changes.rhythm = rhythm;
  const language = LANGUAGES.find((one) => one === options.language);
  if (language) changes.language = language;
  if (roles.role) {
    // The role of everyone has the server's id; to mention it would reach everybody, or look as if it had.
    if (roles.role.id === guildId) return no(say.text('alerts.not-everyone'));
    changes.roleId = roles.role.id;
  }
  if (options.nomention === 'true') changes.roleId = undefined;
  if (channels.channel) changes.channelId = channels.channel.id;
  return { status: 'ok', changes };
}

/** Suggestions for the options that take several values. */
export function suggestWish(option: string, typed: string, { archive, say }: Context): Choice[] {
  const { platforms } = archive.catalog;
  if (option === 'platform') {
    const named = platforms.map(({ id, name }) => ({ value: id, name }));
    const suggest = (last: string) => suggestPlatforms(platforms, last).map(({ id, name }) => ({ value: id, name }));
    return suggestSeveral(typed, named, suggest);
  }
  const known: readonly Named<string>[] = option === 'topic' ? topicNames(say) : kindNames(say);
  const suggest = (last: string) => known.filter(({ name }) => name.toLowerCase().includes(last.toLowerCase()));
  return suggestSeveral(typed, known, suggest);
}

const topicNames = (say: Say): Named<Topic>[] =>
  TOPICS.map((topic) => ({ value: topic, name: say.text(`topic.${topic}`) }));

const kindNames = (say: Say): Named<AlertKind>[] =>
  ALERT_KINDS.map((kind) => ({ value: kind, name: say.text(`alert-kind.${kind}`) }));

const isAll = (words: string): boolean => words.trim().toLowerCase() === ALL;
