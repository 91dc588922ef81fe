/** The options of `/alerts add` and `/alerts edit`: their data, parsing and suggestions. */
import { parseQuietHours } from '../../core/alerts/local-time.ts';
import { suggestPlatforms } from '../../core/platforms/platform-names.ts';
import { ALERT_FREQUENCIES, ALERT_KINDS, type AlertKind } from '../../domain/alert.ts';
import type { Answer } from '../../domain/answer.ts';
import type { Platform } from '../../domain/catalog.ts';
import { LANGUAGES, TOPICS, type Topic } from '../../domain/vocabulary.ts';
import type { SubscriptionChanges } from '../notify/subscription-service.ts';
import { LANGUAGE_NAMES, type Translator } from '../words/translator.ts';
import { filterByName, type NamedValue, parseCommaList, splitCommaList, suggestCommaList } from './comma-list.ts';
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

/** Values that lift a restriction: all platforms, topics or kinds; no quiet hours. */
const ALL = 'all';
const NONE = 'none';
/** Of words that are not understood, this much is repeated. */
const MAX_ECHOED_CHARACTERS = 60;
const MAX_ECHOED_HOURS_CHARACTERS = 40;

export const channelOption = (description: string): OptionData => ({
  type: OPTION_TYPE.channel,
  name: 'channel',
  description,
  channel_types: POSTABLE_CHANNEL_TYPES,
});

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
    choices: localizedChoices(['major', 'minor'] as const, (least, t) => t.text(`least.${least}`)),
  },
  {
    type: OPTION_TYPE.string,
    name: 'when',
    description: 'At once, or gathered in a digest; left out, at once',
    choices: localizedChoices(ALERT_FREQUENCIES, (rhythm, t) => t.text(`rhythm.${rhythm}`)),
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

/** Only options that were given are among the changes. */
export function parseSubscriptionOptions(
  { options, channels, roles, guildId }: CommandRequest,
  context: CommandContext,
): ParsedSubscriptionOptions {
  const { t } = context;
  const changes: SubscriptionChanges = {};
  const refuse = (reason: string): ParsedSubscriptionOptions => ({ status: 'refused', answer: refusal(reason, t) });
  const echo = (words: string) => words.slice(0, MAX_ECHOED_CHARACTERS);

  if (options.platform !== undefined) {
    const platforms = new Set<string>();
    for (const words of isAll(options.platform) ? [] : splitCommaList(options.platform)) {
      const resolved = resolvePlatform(words, context);
      if (resolved.status === 'unknown') return { status: 'refused', answer: resolved.answer };
      platforms.add(resolved.platform.id);
    }
    changes.platforms = [...platforms];
  }
  if (options.topic !== undefined) {
    const { values, unknown } = parseCommaList(isAll(options.topic) ? '' : options.topic, topicNames(t));
    if (unknown !== undefined) return refuse(t.text('alerts.unknown-topic', { words: echo(unknown) }));
    changes.topics = values;
  }
  if (options.kind !== undefined) {
    const { values, unknown } = parseCommaList(isAll(options.kind) ? '' : options.kind, kindNames(t));
    if (unknown !== undefined) return refuse(t.text('alerts.unknown-kind', { words: echo(unknown) }));
    changes.kinds = values.length > 0 ? values : [...ALERT_KINDS];
  }
  if (options.quiet !== undefined) {
    const quiet = parseQuietHours(options.quiet);
    const isNone = ['', NONE].includes(options.quiet.trim().toLowerCase());
    if (quiet === undefined && !isNone) {
      const words = options.quiet.slice(0, MAX_ECHOED_HOURS_CHARACTERS);
      return refuse(t.text('alerts.unknown-hours', { words }));
    }
    changes.quiet = quiet;
  }
  if (options.least === 'minor' || options.least === 'major') changes.least = options.least;
  const frequency = ALERT_FREQUENCIES.find((value) => value === options.when);
  if (frequency) changes.rhythm = frequency;
  const language = LANGUAGES.find((value) => value === options.language);
  if (language) changes.language = language;
  if (roles.role) {
    // The role of everyone has the server's id. Mentioning it would ping everybody, or look as if it had.
    if (roles.role.id === guildId) return refuse(t.text('alerts.not-everyone'));
    changes.roleId = roles.role.id;
  }
  if (options.nomention === 'true') changes.roleId = undefined;
  if (channels.channel) changes.channelId = channels.channel.id;
  return { status: 'ok', changes };
}

/** Suggestions for the options that take several values: platform, topic and kind. */
export function suggestSubscriptionOption(option: string, typed: string, { readModel, t }: CommandContext): Choice[] {
  if (option === 'platform') {
    const { platforms } = readModel.catalog;
    const namedValues = (list: readonly Platform[]) => list.map(({ id, name }) => ({ value: id, name }));
    return suggestCommaList(typed, namedValues(platforms), (last) => namedValues(suggestPlatforms(platforms, last)));
  }
  const known: readonly NamedValue<string>[] = option === 'topic' ? topicNames(t) : kindNames(t);
  return suggestCommaList(typed, known, (last) => filterByName(known, last));
}

const topicNames = (t: Translator): NamedValue<Topic>[] =>
  TOPICS.map((topic) => ({ value: topic, name: t.text(`topic.${topic}`) }));

const kindNames = (t: Translator): NamedValue<AlertKind>[] =>
  ALERT_KINDS.map((kind) => ({ value: kind, name: t.text(`alert-kind.${kind}`) }));

const isAll = (words: string): boolean => words.trim().toLowerCase() === ALL;
