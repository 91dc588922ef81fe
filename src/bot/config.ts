/** Reads the configuration from the environment: validates it once and fills in the defaults. */
import { fileURLToPath } from 'node:url';
import { validate as isCron } from 'node-cron';
import { z } from 'zod';

const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;

/** When taken, the sandbox uses a free port instead; a configured port is never replaced. */
export const DEFAULT_WEB_PORT = 8080;
/** The catalog of this checkout. */
const DEFAULT_CATALOG_DIR = fileURLToPath(new URL('../../catalog', import.meta.url));

export interface Config {
  /** Absent: the bot runs against the sandbox. */
  discordToken?: string;
  /** REST base without version, such as `https://discord.com/api`. */
  discordApi: string;
  storeUrl: string;
  /** Later folders override earlier ones. */
  catalogDirs: string[];
  policyCron: string;
  newsCron: string;
  digestCron: string;
  confirmAfterSeconds: number;
  webPort: number;
  publicUrl?: string;
  /** Hosts (or host:port) that may be private addresses. */
  allowPrivateHosts: string[];
  logLevel: (typeof LOG_LEVELS)[number];
}

type ConfigResult = { status: 'ok'; config: Config } | { status: 'faulty'; faults: string[] };

/** Their values are never shown, not even when they are invalid. */
const SECRET_VARIABLES = new Set(['DISCORD_TOKEN', 'STORE_URL']);

const cron = z.string().refine(isCron, 'must be five (or six) cron fields, such as "17 * * * *"');
const httpUrl = z
  .string()
  .refine((value) => /^https?:$/.test(URL.parse(value)?.protocol ?? ''), 'must be an http(s) address');
/** Sent to websites in a header, so encoded and without credentials. */
const publicUrl = httpUrl
  .refine((value) => !hasPassword(value), 'must not hold a user name or password')
  .transform((value) => new URL(value).href);
const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .refine(
      (value) => /^\d{1,9}$/.test(value) && Number(value) >= min && Number(value) <= max,
      `must be a whole number from ${min} to ${max}`,
    )
    .transform(Number);
const commaSeparated = z.string().transform((value) =>
  value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== ''),
);

/** Defaults as in .env.example. */
const ENVIRONMENT_SCHEMA = z.object({
  DISCORD_TOKEN: z
    .string()
    .regex(/^\S+$/, 'must not contain spaces or line breaks')
    .regex(/^[\s!-~]+$/, 'must be plain letters, digits and signs')
    .refine((value) => !/^bot\b/i.test(value), 'must be the token alone, without "Bot" before it')
    .optional(),
  DISCORD_API: httpUrl.default('https://discord.com/api').transform((url) => url.replace(/\/+(v\d+\/*)?$/, '')),
  STORE_URL: z
    .string()
    .regex(/^sqlite:.+/, 'must be sqlite: and a file path, such as sqlite:./data/clausewatch.db')
    .default('sqlite:./data/clausewatch.db'),
  CATALOG_DIR: commaSeparated
    .refine((dirs) => dirs.length > 0, 'must name at least one folder')
    .default([DEFAULT_CATALOG_DIR]),
  POLICY_CRON: cron.default('17 * * * *'),
  NEWS_CRON: cron.default('*/15 * * * *'),
  DIGEST_CRON: cron.default('0 9 * * 1'),
  CONFIRM_AFTER: wholeNumber(0, 86_400).prefault('600'),
  WEB_PORT: wholeNumber(0, 65_535).prefault(String(DEFAULT_WEB_PORT)),
  PUBLIC_URL: publicUrl.optional(),
  FETCH_ALLOW_PRIVATE: commaSeparated
    .refine((hosts) => hosts.every((host) => /^[^/@\s]+$/.test(host)), 'must be hosts, such as localhost:8080')
    .prefault(''),
  LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`).default('info'),
});

/**
 * Reports all faults together, one line each, and repeats no secret in them. An empty variable counts as not set.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): ConfigResult {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = ENVIRONMENT_SCHEMA.safeParse(present);
  if (!parsed.success)
    return { status: 'faulty', faults: parsed.error.issues.map((issue) => describeIssue(issue, present)) };
  const values = parsed.data;
  return {
    status: 'ok',
    config: {
      discordToken: values.DISCORD_TOKEN,
      discordApi: values.DISCORD_API,
      storeUrl: values.STORE_URL,
      catalogDirs: values.CATALOG_DIR,
      policyCron: values.POLICY_CRON,
      newsCron: values.NEWS_CRON,
      digestCron: values.DIGEST_CRON,
      confirmAfterSeconds: values.CONFIRM_AFTER,
      webPort: values.WEB_PORT,
      publicUrl: values.PUBLIC_URL,
      allowPrivateHosts: values.FETCH_ALLOW_PRIVATE,
      logLevel: values.LOG_LEVEL,
    },
  };
}

function describeIssue(issue: z.core.$ZodIssue, present: Record<string, unknown>): string {
  const name = String(issue.path[0] ?? 'environment');
  const value = String(present[name]);
  const shownValue =
    SECRET_VARIABLES.has(name) || hasPassword(value) ? '' : ` (it is ${JSON.stringify(value.slice(0, 60))})`;
  return `${name} ${issue.message}${shownValue}`;
}

/** Looks for the `@`, because an invalid address cannot be parsed. */
function hasPassword(value: string): boolean {
  return /:\/\/[^/]*@/.test(value);
}
