import { changeServer, getServer, noteLocale, type ServerChanges } from '../src/app/notify/guild-settings.ts';
import { type Answer, list, text } from '../src/domain/answer.ts';
import { INTL_LOCALES, LANGUAGE_NAMES, type Say } from '../src/app/words/translator.ts';
import { type Server, WEEKDAYS } from '../src/domain/alert.ts';
import { LANGUAGES } from '../src/domain/vocabulary.ts';
import {
  type Choice,
  type Command,
  type Context,
  MANAGE_SERVER,
  OPTION,
  type Request,
  SUGGESTIONS,
} from '../src/app/reply/command.ts';
import { choicesOf } from '../src/app/reply/localize.ts';

export const settings = {
  data: {
    name: 'settings',
    description: 'This server’s language, time zone and digest day; with nothing named, shows them',
    default_member_permissions: MANAGE_SERVER,
    contexts: [0],
    integration_types: [0],
    options: [
      {
        type: OPTION.string,
        name: 'language',
        description: 'The language of alerts in this server',
        choices: choicesOf(LANGUAGES, (language) => LANGUAGE_NAMES[language]),
      },
      {
        type: OPTION.string,
        name: 'timezone',
        description: 'For quiet hours and the digest, such as Europe/Paris',
        autocomplete: true,
      },
      {
        type: OPTION.string,
        name: 'day',
        description: 'The day of the weekly digest',
        choices: choicesOf(WEEKDAYS, (day, say) => weekdays(INTL_LOCALES[say.language])[day] ?? day),
      },
    ],
  },
  async execute(request, context) {
    const { say } = context;
    if (request.guildId === undefined) return refused(say.text('alerts.server-only'), say);
    if (!request.mayManageServer) return refused(say.text('alerts.managers-only'), say);
    const { timezone } = request.options;
    if (timezone !== undefined && zoneNamed(timezone) === undefined) {
      return refused(say.text('settings.no-such-zone', { words: timezone.slice(0, 60) }), say);
    }
    const { store } = context.archive;
    await noteLocale(store, request.guildId, request.guildLanguage);
    const changes = changesIn(request);
    const changed = Object.keys(changes).length > 0;
    const server = changed
      ? await changeServer(store, request.guildId, changes)
      : await getServer(store, request.guildId);
    return settingsAnswer(server, changed, say);
  },
  autocomplete: async (_option, typed, { mayManageServer }, { now }: Context) =>
    mayManageServer ? suggestZones(typed, now) : [],
} satisfies Command;

/** Only what was named changes. */
function changesIn({ options }: Request): ServerChanges {
  const language = LANGUAGES.find((one) => one === options.language);
  const timeZone = options.timezone === undefined ? undefined : zoneNamed(options.timezone);
  const digestDay = WEEKDAYS.find((one) => one === options.day);
  return {
    ...(language ? { language } : {}),
    ...(timeZone ? { timeZone } : {}),
    ...(digestDay ? { digestDay } : {}),
  };
}

function settingsAnswer({ language, locale, timeZone, digestDay }: Server, changed: boolean, say: Say): Answer {
  const days = weekdays(INTL_LOCALES[say.language]);
  const spoken = language ?? locale ?? 'en';
  return {
    title: say.text(changed ? 'settings.changed' : 'settings.title'),
    tone: 'neutral',
    blocks: [
      list([
        [
          ...say.line('settings.language', { language: LANGUAGE_NAMES[spoken] }),
          language === undefined ? ` ${say.text('settings.by-discord')}` : '',
        ],
        say.line('settings.timezone', { timezone: timeZone ?? 'UTC' }),
        say.line('settings.day', { day: days[digestDay ?? 'monday'] ?? '' }),
      ]),
      text(say.text('settings.members')),
    ],
    ephemeral: true,
  };
}

const refused = (why: string, say: Say): Answer => ({
  title: say.text('alerts.not-done'),
  tone: 'trouble',
  blocks: [text(why)],
  ephemeral: true,
});

/** A time zone as Intl writes it, whatever the case it is typed in. */
function zoneNamed(words: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: words.trim() }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

/** Zones whose name contains what was typed, with the hour it is there. */
function suggestZones(typed: string, now: Date): Choice[] {
  const wanted = typed.trim().toLowerCase().replaceAll(' ', '_');
  return ['UTC', ...Intl.supportedValuesOf('timeZone')]
    .filter((zone) => zone.toLowerCase().includes(wanted))
    .slice(0, SUGGESTIONS)
    .map((zone) => {
      const hour = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(now);
      return { name: `${zone} (${hour})`, value: zone };
    });
}

/** The names of the days, from Intl: 5 January 2026 was a Monday. */
function weekdays(locale: string): Readonly<Record<string, string>> {
  const format = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  return Object.fromEntries(WEEKDAYS.map((day, i) => [day, format.format(new Date(Date.UTC(2026, 0, 5 + i)))]));
}
