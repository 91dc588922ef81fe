/** What can be wished of a subscription: the options of `/alerts add` and `/alerts edit`, and reading what was put in. */

import { parseQuietHours } from '../../core/alerts/local-time.ts';
import { suggestPlatforms } from '../../core/platforms/platform-names.ts';
import { ALERT_FREQUENCIES, ALERT_KINDS, type AlertKind } from '../../domain/alert.ts';
import type { Answer } from '../../domain/answer.ts';
import { LANGUAGES, TOPICS, type Topic } from '../../domain/vocabulary.ts';
import type { SubscriptionChanges } from '../notify/subscription-service.ts';
import { LANGUAGE_NAMES, type Translator } from '../words/translator.ts';
import { type NamedValue, parseCommaList, splitCommaList, suggestCommaList } from './comma-list.ts';
import {
  type Choice,
  type CommandContext,
  type CommandRequest,
  OPTION_TYPE,
  type OptionData,
  POSTABLE_CHANNEL_TYPES,
} from './command.ts';
import { localizedChoices } from './localize.ts';
import { platformOption, resolvePlatform } from './platform-option.ts';
import { refusal } from './replies.ts';

/** Takes a restriction back: all platforms, all topics, no quiet hours, the server's language. */
const ALL = 'all';
const NONE = 'none';

export const channelOption = (description: string): OptionData => ({
  type: OPTION_TYPE.channel,
  name: 'channel',
  description,
  channel_types: POSTABLE_CHANNEL_TYPES,
});

/** The options that say what is told, when, how and where. */
export const SUBSCRIPTION_OPTION_DATA: readonly OptionData[] = [
  platformOption('Only these platforms, with commas between; leave out for all', { required: false }),
  channelOption('Where to post; leave out for this channel'),
  {
    type: OPTION_TYPE.string,
    name: 'topic',
    description: 'Only these topics, with commas between; leave out for all',
    autocomplete: true,
  },
  {
    type: OPTION_TYPE.string,
    name: 'kind',
    description: 'Only these kinds, such as documents or news; leave out for all',
    autocomplete: true,
  },
  {
    type: OPTION_TYPE.string,
    name: 'least',
    description: 'Tell of minor things as well; left out, only of major ones',
    choices: localizedChoices(['major', 'minor'] as const, (least, say) => say.text(`least.${least}`)),
  },
  {
    type: OPTION_TYPE.string,
    name: 'when',
    description: 'At once, or gathered in a digest; left out, at once',
    choices: localizedChoices(ALERT_FREQUENCIES, (rhythm, say) => say.text(`rhythm.${rhythm}`)),
  },
  {
    type: OPTION_TYPE.string,
    name: 'quiet',
    description: 'Hours in which nothing is posted, such as 22:00-08:00; or “none”',
    max_length: 40,
  },
  {
    type: OPTION_TYPE.string,
    name: 'language',
    description: 'The language of these alerts; left out, the server’s',
    choices: localizedChoices(LANGUAGES, (language) => LANGUAGE_NAMES[language]),
  },
  { type: OPTION_TYPE.role, name: 'role', description: 'A role to mention with each alert' },
  {
    type: OPTION_TYPE.string,
    name: 'tags',
    description: 'In a forum: the tags of each post, with commas between; or “none”',
    autocomplete: true,
  },
];

export type ParsedSubscriptionOptions =
  | { status: 'ok'; changes: SubscriptionChanges }
  | { status: 'refused'; answer: Answer };

/** What the options say; only what was put in is among the changes. */
export function parseSubscriptionOptions(
  { options, channels, roles, guildId }: CommandRequest,
  context: CommandContext,
): ParsedSubscriptionOptions {
  const { t: say } = context;
  const changes: SubscriptionChanges = {};
  const no = (why: string): ParsedSubscriptionOptions => ({ status: 'refused', answer: refusal(why, say) });

  if (options.platform !== undefined) {
    const platforms = new Set<string>();
    for (const words of isAll(options.platform) ? [] : splitCommaList(options.platform)) {
      const named = resolvePlatform(words, context);
      if (named.status === 'unknown') return { status: 'refused', answer: named.answer };
      platforms.add(named.platform.id);
    }
    changes.platforms = [...platforms];
  }
  if (options.topic !== undefined) {
    const read = parseCommaList(isAll(options.topic) ? '' : options.topic, topicNames(say));
    if (read.unknown !== undefined) return no(say.text('alerts.unknown-topic', { words: read.unknown.slice(0, 60) }));
    changes.topics = read.values;
  }
  if (options.kind !== undefined) {
    const read = parseCommaList(isAll(options.kind) ? '' : options.kind, kindNames(say));
    if (read.unknown !== undefined) return no(say.text('alerts.unknown-kind', { words: read.unknown.slice(0, 60) }));
    changes.kinds = read.values.length > 0 ? read.values : [...ALERT_KINDS];
  }
  if (options.quiet !== undefined) {
    const quiet = parseQuietHours(options.quiet);
    const none = options.quiet.trim() === '' || options.quiet.trim().toLowerCase() === NONE;
    if (quiet === undefined && !none)
      return no(say.text('alerts.unknown-hours', { words: options.quiet.slice(0, 40) }));
    changes.quiet = quiet;
  }
  if (options.least === 'minor' || options.least === 'major') changes.least = options.least;
  const rhythm = ALERT_FREQUENCIES.find((one) => one === options.when);
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
export function suggestSubscriptionOption(
  option: string,
  typed: string,
  { readModel: archive, t: say }: CommandContext,
): Choice[] {
  const { platforms } = archive.catalog;
  if (option === 'platform') {
    const named = platforms.map(({ id, name }) => ({ value: id, name }));
    const suggest = (last: string) => suggestPlatforms(platforms, last).map(({ id, name }) => ({ value: id, name }));
    return suggestCommaList(typed, named, suggest);
  }
  const known: readonly NamedValue<string>[] = option === 'topic' ? topicNames(say) : kindNames(say);
  const suggest = (last: string) => known.filter(({ name }) => name.toLowerCase().includes(last.toLowerCase()));
  return suggestCommaList(typed, known, suggest);
}

const topicNames = (t: Translator): NamedValue<Topic>[] =>
  TOPICS.map((topic) => ({ value: topic, name: t.text(`topic.${topic}`) }));

const kindNames = (t: Translator): NamedValue<AlertKind>[] =>
  ALERT_KINDS.map((kind) => ({ value: kind, name: t.text(`alert-kind.${kind}`) }));

const isAll = (words: string): boolean => words.trim().toLowerCase() === ALL;
