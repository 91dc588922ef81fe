/** Schemas of slash, user and message commands, with Discord's limits. */
import { z } from 'zod';
import { LOCALES, type Localizations, localizations, localizedText } from './locales.ts';
import { customIssue } from './validate.ts';

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
const MAX_OPTIONS = 25;
/** By command type: slash, user, message. */
const MAX_COMMANDS_BY_TYPE: Readonly<Record<number, number>> = {
  [SLASH_COMMAND]: 100,
  2: 15,
  [MESSAGE_COMMAND_TYPE]: 15,
};
const MAX_COMMAND_CHARACTERS = 8000;

const name = z
  .string()
  .regex(/^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u)
  .refine((value) => value === value.toLowerCase(), {
    params: { code: 'APPLICATION_COMMAND_INVALID_NAME' },
    message: 'Command name is invalid',
  });
const description = z.string().min(1).max(100);
/** User and message commands allow spaces and capitals, and have no description. */
const menuName = z.string().min(1).max(32);

/** Shared by registered choices and autocomplete responses. */
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
        customIssue(
          'APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE_EXCLUSIVE',
          'Choices and autocomplete cannot be used together',
          ['choices'],
        ),
      );
    }
  });

const options: z.ZodType<CommandOption[]> = z
  .array(option)
  .max(MAX_OPTIONS)
  .superRefine((all, context) => {
    for (const i of duplicateNameIndexes(all, sharesName)) {
      context.addIssue(
        customIssue('APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS', 'Option name already exists', [i, 'name']),
      );
    }
    let hasOptional = false;
    for (const [i, one] of all.entries()) {
      if (one.required && hasOptional) {
        context.addIssue(
          customIssue(
            'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
            'Required options must be placed before non-required options',
            [i],
          ),
        );
      }
      if (!one.required) hasOptional = true;
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
    if (countCharacters(command) > MAX_COMMAND_CHARACTERS) {
      context.addIssue(
        customIssue('APPLICATION_COMMAND_TOO_LARGE', `Command exceeds maximum size (${MAX_COMMAND_CHARACTERS})`),
      );
    }
  });

export const COMMANDS = z.array(COMMAND).superRefine((all, context) => {
  // Commands of different types may share a name.
  for (const i of duplicateNameIndexes(all, (one, other) => one.type === other.type && sharesName(one, other))) {
    context.addIssue(
      customIssue('APPLICATION_COMMANDS_DUPLICATE_NAME', 'Application command names must be unique', [i, 'name']),
    );
  }
  for (const [type, most] of Object.entries(MAX_COMMANDS_BY_TYPE)) {
    if (all.filter((one) => one.type === Number(type)).length > most) {
      context.addIssue(customIssue('BASE_TYPE_MAX_LENGTH', `Must be ${most} or fewer in length.`));
    }
  }
});

interface Named {
  name: string;
  name_localizations?: Localizations;
}

/** @returns the indexes of items whose name an earlier item already has, in any language. */
function duplicateNameIndexes<One extends Named>(
  all: readonly One[],
  alike: (one: One, other: One) => boolean,
): number[] {
  return [...all.keys()].filter((i) => all.slice(0, i).some((other) => all[i] && alike(all[i], other)));
}

const sharesName = (one: Named, other: Named): boolean =>
  LOCALES.some(
    (locale) =>
      localizedText(locale, one.name, one.name_localizations) ===
      localizedText(locale, other.name, other.name_localizations),
  );

/** Length of all names, descriptions and choice values, recursively, each in its longest localization. */
function countCharacters(
  one: Named & {
    description: string;
    description_localizations?: Localizations;
    options?: CommandOption[] | null;
    choices?: Choice[];
  },
): number {
  const below = (one.options ?? []).reduce((sum, inner) => sum + countCharacters(inner), 0);
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
