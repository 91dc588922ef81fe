/** What a bot may register as a slash command, with Discord's limits. */
import { z } from 'zod';
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
const MOST_OPTIONS = 25;
const MOST_COMMANDS = 100;
const MOST_CHARACTERS = 8000;

const name = z
  .string()
  .regex(/^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u)
  .refine((value) => value === value.toLowerCase(), {
    params: { code: 'APPLICATION_COMMAND_INVALID_NAME' },
    message: 'Command name is invalid',
  });
const description = z.string().min(1).max(100);

/** Discord answers a wrong choice and an autocomplete answer alike. */
export const CHOICES = z
  .array(z.object({ name: z.string().min(1).max(100), value: z.union([z.string().max(100), z.number()]) }))
  .max(25);
export type Choice = z.output<typeof CHOICES>[number];

export interface CommandOption {
  type: number;
  name: string;
  description: string;
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
    description,
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
    const names = new Set<string>();
    let sawOptional = false;
    for (const [i, one] of all.entries()) {
      if (names.has(one.name)) {
        context.addIssue(
          fault('APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS', 'Option name already exists', [i, 'name']),
        );
      }
      names.add(one.name);
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

export const COMMAND = z
  .object({
    type: z.int().min(1).max(4).default(1),
    name,
    description,
    options: options.nullish(),
    default_member_permissions: permissionBits.nullish(),
    contexts: z.array(z.int().min(0).max(2)).min(1).nullish(),
    integration_types: z.array(z.int().min(0).max(1)).min(1).nullish(),
    nsfw: z.boolean().nullish(),
  })
  .superRefine((command, context) => {
    if (charactersOf(command) > MOST_CHARACTERS) {
      context.addIssue(fault('APPLICATION_COMMAND_TOO_LARGE', `Command exceeds maximum size (${MOST_CHARACTERS})`));
    }
  });

export const COMMANDS = z
  .array(COMMAND)
  .max(MOST_COMMANDS)
  .superRefine((all, context) => {
    for (const [i, one] of all.entries()) {
      if (all.findIndex((other) => other.name === one.name) < i) {
        context.addIssue(
          fault('APPLICATION_COMMANDS_DUPLICATE_NAME', 'Application command names must be unique', [i, 'name']),
        );
      }
    }
  });

/** Names, descriptions and choice values, all the way down. */
function charactersOf(one: {
  name: string;
  description: string;
  options?: CommandOption[] | null;
  choices?: Choice[];
}): number {
  const below = (one.options ?? []).reduce((sum, inner) => sum + charactersOf(inner), 0);
  const choices = (one.choices ?? []).reduce(
    (sum, choice) => sum + choice.name.length + String(choice.value).length,
    0,
  );
  return one.name.length + one.description.length + below + choices;
}
