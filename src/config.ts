/** The environment as it is written, checked once and turned into the configuration the program works with. */
import { validate as isCron } from 'node-cron';
import { z } from 'zod';

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;

/** Where it is taken, the sandbox gives way; a port that was chosen is kept to. */
export const DEFAULT_WEB_PORT = 8080;

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

export type ConfigResult = { status: 'ok'; config: Config } | { status: 'faulty'; faults: string[] };

/** Variables whose values are never shown, not even when they are wrong. */
const SECRET_VARIABLES = new Set(['DISCORD_TOKEN', 'STORE_URL']);

const cron = z.string().refine(isCron, 'must be five (or six) cron fields, such as "17 * * * *"');
const httpUrl = z
  .string()
  .refine((value) => /^https?:$/.test(URL.parse(value)?.protocol ?? ''), 'must be an http(s) address');
/** Websites see it in a header: nothing a header cannot hold, and nobody's password. */
const publicUrl = httpUrl
  .refine((value) => !hasPassword(value), 'must not hold a user name or password')
  .transform((value) => new URL(value).href);
const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .refine(
      (value) => /^\d{1,9}$/.test(value) && Number(value) >= least && Number(value) <= most,
      `must be a whole number from ${least} to ${most}`,
    )
    .transform(Number);
const commaSeparated = z.string().transform((value) =>
  value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== ''),
);

/** Defaults as they stand in .env.example. */
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
    .prefault(new URL('../catalog', import.meta.url).pathname),
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
 * Reads the configuration. All faults are reported together, one line each, and no secret is repeated in them.
 * An empty variable counts as not set.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): ConfigResult {
  const written = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = ENVIRONMENT_SCHEMA.safeParse(written);
  if (!parsed.success)
    return { status: 'faulty', faults: parsed.error.issues.map((issue) => describeIssue(issue, written)) };
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

function describeIssue(issue: z.core.$ZodIssue, written: Record<string, unknown>): string {
  const name = String(issue.path[0] ?? 'environment');
  const value = String(written[name]);
  const given =
    SECRET_VARIABLES.has(name) || hasPassword(value) ? '' : ` (it is ${JSON.stringify(value.slice(0, 60))})`;
  return `${name} ${issue.message}${given}`;
}

/** Told by its sign, since an address that is no good cannot be taken apart. */
function hasPassword(value: string): boolean {
  return /:\/\/[^/]*@/.test(value);
}
