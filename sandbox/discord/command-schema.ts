/** What a bot may register as a slash command or in the menus of members and messages, with Discord's limits. */
import { z } from 'zod';
import { LOCALES, type Localizations, localizations, wordsIn } from './locales.ts';
import { fault } from './validate.ts';

export const OPTION = {
  subcommand: 1,
  group: 2,
  string: 3,
  integer: 4,
  boolean: 5,
  user: 6,
  channel: 7,
  role: 8,
  number: 10,
} as const;
export const SLASH_COMMAND = 1;
export const MESSAGE_COMMAND_TYPE = 3;
const MOST_OPTIONS = 25;
/** By type: slash commands, and those in the menus of members and of messages. */
const MOST_COMMANDS: Readonly<Record<number, number>> = { [SLASH_COMMAND]: 100, 2: 15, [MESSAGE_COMMAND_TYPE]: 15 };
const MOST_CHARACTERS = 8000;

const name = z
  .string()
  .regex(/^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u)
  .refine((value) => value === value.toLowerCase(), {
    params: { code: 'APPLICATION_COMMAND_INVALID_NAME' },
    message: 'Command name is invalid',
  });
const description = z.string().min(1).max(100);
/** In a menu there is room for words, and nothing is described. */
const menuName = z.string().min(1).max(32);

/** Discord answers a wrong choice and an autocomplete answer alike. */
const choiceName = z.string().min(1).max(100);
export const CHOICES = z
  .array(
    z.object({
      name: choiceName,
      name_localizations: localizations(choiceName),
      value: z.union([z.string().max(100), z.number()]),
    }),
  )
  .max(25);
export type Choice = z.output<typeof CHOICES>[number];

export interface CommandOption {
  type: number;
  name: string;
  name_localizations?: Localizations;
  description: string;
  description_localizations?: Localizations;
  required?: boolean;
  autocomplete?: boolean;
  choices?: Choice[];
  channel_types?: number[];
  min_length?: number;
  max_length?: number;
  min_value?: number;
  max_value?: number;
  options?: CommandOption[];
}

const option: z.ZodType<CommandOption> = z
  .object({
    type: z.int().min(1).max(11),
    name,
    name_localizations: localizations(name),
    description,
    description_localizations: localizations(description),
    required: z.boolean().optional(),
    autocomplete: z.boolean().optional(),
    choices: CHOICES.optional(),
    channel_types: z.array(z.int()).optional(),
    min_length: z.int().min(0).max(6000).optional(),
    max_length: z.int().min(1).max(6000).optional(),
    min_value: z.number().optional(),
    max_value: z.number().optional(),
    get options() {
      return options.optional();
    },
  })
  .superRefine(({ autocomplete, choices }, context) => {
    if (autocomplete && choices?.length) {
      context.addIssue(
        fault(
          'APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE_EXCLUSIVE',
          'Choices and autocomplete cannot be used together',
          ['choices'],
        ),
      );
    }
  });

const options: z.ZodType<CommandOption[]> = z
  .array(option)
  .max(MOST_OPTIONS)
  .superRefine((all, context) => {
    for (const i of repeatedNames(all, namedAlike)) {
      context.addIssue(
        fault('APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS', 'Option name already exists', [i, 'name']),
      );
    }
    let sawOptional = false;
    for (const [i, one] of all.entries()) {
      if (one.required && sawOptional) {
        context.addIssue(
          fault(
            'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
            'Required options must be placed before non-required options',
            [i],
          ),
        );
      }
      if (!one.required) sawOptional = true;
    }
  });

const permissionBits = z.union([z.string().regex(/^\d{1,20}$/), z.int().min(0).transform(String)]);

const SLASH_WORDS = z.object({ name, name_localizations: localizations(name), description });
const MENU_WORDS = z.object({ description: z.literal(''), options: z.array(z.unknown()).max(0).nullish() });

export const COMMAND = z
  .object({
    type: z.int().min(1).max(4).default(SLASH_COMMAND),
    name: menuName,
    name_localizations: localizations(menuName),
    description: z
      .string()
      .max(100)
      .nullish()
      .transform((words) => words ?? ''),
    description_localizations: localizations(description),
    options: options.nullish(),
    default_member_permissions: permissionBits.nullish(),
    contexts: z.array(z.int().min(0).max(2)).min(1).nullish(),
    integration_types: z.array(z.int().min(0).max(1)).min(1).nullish(),
    nsfw: z.boolean().nullish(),
  })
  .superRefine((command, context) => {
    const written = command.type === SLASH_COMMAND ? SLASH_WORDS : MENU_WORDS;
    for (const issue of written.safeParse(command).error?.issues ?? []) context.addIssue({ ...issue });
    if (charactersOf(command) > MOST_CHARACTERS) {
      context.addIssue(fault('APPLICATION_COMMAND_TOO_LARGE', `Command exceeds maximum size (${MOST_CHARACTERS})`));
    }
  });

export const COMMANDS = z.array(COMMAND).superRefine((all, context) => {
  // A slash command and one of a menu may share their name.
  for (const i of repeatedNames(all, (one, other) => one.type === other.type && namedAlike(one, other))) {
    context.addIssue(
      fault('APPLICATION_COMMANDS_DUPLICATE_NAME', 'Application command names must be unique', [i, 'name']),
    );
  }
  for (const [type, most] of Object.entries(MOST_COMMANDS)) {
    if (all.filter((one) => one.type === Number(type)).length > most) {
      context.addIssue(fault('BASE_TYPE_MAX_LENGTH', `Must be ${most} or fewer in length.`));
    }
  }
});

interface Named {
  name: string;
  name_localizations?: Localizations;
}

/** Where a name stands that was taken before it, in any language. */
function repeatedNames<One extends Named>(all: readonly One[], alike: (one: One, other: One) => boolean): number[] {
  return [...all.keys()].filter((i) => all.slice(0, i).some((other) => all[i] && alike(all[i], other)));
}

const namedAlike = (one: Named, other: Named): boolean =>
  LOCALES.some(
    (locale) =>
      wordsIn(locale, one.name, one.name_localizations) === wordsIn(locale, other.name, other.name_localizations),
  );

/** Names, descriptions and choice values, all the way down, each as long as in the language where it is longest. */
function charactersOf(
  one: Named & {
    description: string;
    description_localizations?: Localizations;
    options?: CommandOption[] | null;
    choices?: Choice[];
  },
): number {
  const below = (one.options ?? []).reduce((sum, inner) => sum + charactersOf(inner), 0);
  const choices = (one.choices ?? []).reduce(
    (sum, choice) => sum + longest(choice.name, choice.name_localizations) + String(choice.value).length,
    0,
  );
  return (
    longest(one.name, one.name_localizations) +
    longest(one.description, one.description_localizations) +
    below +
    choices
  );
}

const longest = (words: string, localized: Localizations = null): number =>
  Math.max(words.length, ...Object.values(localized ?? {}).map(({ length }) => length));
