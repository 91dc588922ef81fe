/**
 * Redacts texts, fields and errors before they are logged. An interaction's URL holds a token that can answer as the bot for fifteen
 * minutes, and errors of discord.js carry the URL and body of their request. So only the fields named here are kept of an error, and
 * secrets are masked in every text.
 */

export interface RedactedError {
  name: string;
  code?: string | number;
  message: string;
  status?: number;
  method?: string;
  /** The requested path, without ids and tokens. */
  route?: string;
  /** Stacks of this error and its causes. */
  stack?: string;
  cause?: RedactedError;
}

const MASK = '[masked]';
/** For causes of causes and nested fields. */
const MAX_DEPTH = 4;
const MAX_MESSAGE_CHARS = 2000;
const MAX_STACK_CHARS = 8000;
const MAX_ROUTE_CHARS = 200;

/** Each kind of secret and its replacement. URLs come first, so that what remains of them shows the requested resource. */
const SECRET_PATTERNS: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  [/(webhooks|interactions)((?:\/|%2f)+)[^/%?#\s"'<>]+(?:\/|%2f)+[^/%?#\s"'<>]+/gi, `$1$2:id/${MASK}`],
  [/\b(authorization["']?\s*[:=]\s*["']?)(?:(?:bot|bearer|basic)\s+)?[^\s"',}]+/gi, `$1${MASK}`],
  [/\b(bot|bearer|basic)\s+[\w.~+/=-]{20,}/gi, `$1 ${MASK}`],
  [/(?<=:\/\/)[^/?#\s"'@]+@/g, `${MASK}@`],
  [/((?:token|api_?key|secret|password)["']?\s*[:=]\s*["']?)[^\s"'&,;}[]{8,}/gi, `$1${MASK}`],
  // A bot token begins with the bot's id in base64, an interaction token with the word "interaction".
  [/(?<![\w-])[MNO][\w-]{17,}\.[\w-]{5,10}\.[\w-]{20,}/g, MASK],
  [/\bmfa\.[\w-]{20,}/g, MASK],
  [/\baW50ZXJhY3Rpb24[\w=-]{8,}/g, MASK],
];
/** A long run of mixed letters and digits. Watched URLs may hold one, so it is masked in errors only. */
const TOKEN_LIKE = /(?<![\w-])(?=[\w-]*\d)(?=[\w-]*[a-z])(?=[\w-]*[A-Z])[\w-]{40,}/g;
const SECRET_FIELD = /token|authorization|secret|password|cookie/i;

export const redactText = (text: string): string =>
  SECRET_PATTERNS.reduce((redacted, [pattern, replacement]) => redacted.replace(pattern, replacement), text);

/** Redacts errors by `redactError` and every other text by `redactText`. */
export function redactFields(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, redactField(name, value, 0)]));
}

function redactField(name: string, value: unknown, depth: number): unknown {
  if (SECRET_FIELD.test(name)) return MASK;
  if (value instanceof Error) return redactError(value);
  if (typeof value === 'string') return redactText(value);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  if (depth === MAX_DEPTH) return '…';
  if (Array.isArray(value)) return value.map((element) => redactField('', element, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, redactField(key, inner, depth + 1)]));
}

/** Keeps what the error is and what was requested, never the request's content. */
export function redactError(error: Error, depth = 0): RedactedError {
  const { name, message, code, status, method, url } = error as Error & Record<string, unknown>;
  const cause = causeOf(error);
  return {
    name: redactErrorText(name, MAX_ROUTE_CHARS),
    ...(typeof code === 'number' || typeof code === 'string' ? { code } : {}),
    message: redactErrorText(message, MAX_MESSAGE_CHARS),
    ...(typeof status === 'number' ? { status } : {}),
    ...(typeof method === 'string' ? { method } : {}),
    ...(typeof url === 'string' ? { route: routeOf(url) } : {}),
    ...(depth === 0 ? { stack: stackOf(error) } : {}),
    ...(cause && depth < MAX_DEPTH ? { cause: redactError(cause, depth + 1) } : {}),
  };
}

/** The first of several errors stands for all. */
function causeOf(error: Error): Error | undefined {
  const cause = error.cause ?? (error instanceof AggregateError ? error.errors[0] : undefined);
  return cause instanceof Error ? cause : undefined;
}

/** Cuts first, so that huge texts cost nothing. */
const redactErrorText = (text: string, maxChars: number): string =>
  redactText(String(text).slice(0, 2 * maxChars))
    .replace(TOKEN_LIKE, MASK)
    .slice(0, maxChars);

/** The path of a URL, with ids as `:id`. */
const routeOf = (url: string): string =>
  redactErrorText(URL.parse(url)?.pathname ?? url.replace(/[?#].*$/s, ''), MAX_ROUTE_CHARS).replace(/\d{15,}/g, ':id');

function stackOf(error: Error): string {
  const stacks: string[] = [];
  for (let current: Error | undefined = error; current && stacks.length <= MAX_DEPTH; current = causeOf(current)) {
    stacks.push(current.stack ?? `${current.name}: ${current.message}`);
  }
  return redactErrorText(stacks.join('\ncaused by: '), MAX_STACK_CHARS);
}
