/**
 * What may be written of words, fields and errors. An interaction's address holds a token that answers for the bot for fifteen
 * minutes, and an error of the Discord library carries address and body of its request: of an error only what is named here is
 * kept, and secrets are masked in all words.
 */

export interface RedactedError {
  name: string;
  code?: string | number;
  message: string;
  status?: number;
  method?: string;
  /** The path that was asked, without ids and tokens. */
  route?: string;
  /** Of this error and its causes. */
  stack?: string;
  cause?: RedactedError;
}

const MASK = '[masked]';
/** Causes of causes that are told, and fields inside of fields. */
const MAX_DEPTH = 4;
const MAX_MESSAGE_CHARS = 2000;
const MAX_STACK_CHARS = 8000;
const MAX_ROUTE_CHARS = 200;

/** Each kind of secret, and what stands in its place. Addresses come first: what is left of them names the thing that was asked. */
const SECRET_PATTERNS: readonly (readonly [pattern: RegExp, shown: string])[] = [
  [/(webhooks|interactions)((?:\/|%2f)+)[^/%?#\s"'<>]+(?:\/|%2f)+[^/%?#\s"'<>]+/gi, `$1$2:id/${MASK}`],
  [/\b(authorization["']?\s*[:=]\s*["']?)(?:(?:bot|bearer|basic)\s+)?[^\s"',}]+/gi, `$1${MASK}`],
  [/\b(bot|bearer|basic)\s+[\w.~+/=-]{20,}/gi, `$1 ${MASK}`],
  [/(?<=:\/\/)[^/?#\s"'@]+@/g, `${MASK}@`],
  [/((?:token|api_?key|secret|password)["']?\s*[:=]\s*["']?)[^\s"'&,;}[]{8,}/gi, `$1${MASK}`],
  // A bot's token begins with its id, whose digits read so in base64; an interaction's begins with its kind.
  [/(?<![\w-])[MNO][\w-]{17,}\.[\w-]{5,10}\.[\w-]{20,}/g, MASK],
  [/\bmfa\.[\w-]{20,}/g, MASK],
  [/\baW50ZXJhY3Rpb24[\w=-]{8,}/g, MASK],
];
/** A long run of mixed letters and digits. An address that is watched may hold one, so it is masked in errors alone. */
const TOKEN_LIKE = /(?<![\w-])(?=[\w-]*\d)(?=[\w-]*[a-z])(?=[\w-]*[A-Z])[\w-]{40,}/g;
const SECRET_FIELD = /token|authorization|secret|password|cookie/i;

/** Words with their secrets masked. */
export const redactText = (words: string): string =>
  SECRET_PATTERNS.reduce((shown, [pattern, instead]) => shown.replace(pattern, instead), words);

/** Fields as they may be written: errors as `redactError` has them, all words masked. */
export function redactFields(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, redactField(name, value, 0)]));
}

function redactField(name: string, value: unknown, depth: number): unknown {
  if (SECRET_FIELD.test(name)) return MASK;
  if (value instanceof Error) return redactError(value);
  if (typeof value === 'string') return redactText(value);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  if (depth === MAX_DEPTH) return '…';
  if (Array.isArray(value)) return value.map((one) => redactField('', one, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, redactField(key, one, depth + 1)]));
}

/** An error as it may be written: what it is and what was asked, never with what. */
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

/** Of several errors at once, the first stands for all. */
function causeOf(error: Error): Error | undefined {
  const cause = error.cause ?? (error instanceof AggregateError ? error.errors[0] : undefined);
  return cause instanceof Error ? cause : undefined;
}

/** What is far beyond the limit is not even looked at. */
const redactErrorText = (words: string, most: number): string =>
  redactText(String(words).slice(0, 2 * most))
    .replace(TOKEN_LIKE, MASK)
    .slice(0, most);

/** The path of an address, with its ids as `:id`. */
const routeOf = (url: string): string =>
  redactErrorText(URL.parse(url)?.pathname ?? url.replace(/[?#].*$/s, ''), MAX_ROUTE_CHARS).replace(/\d{15,}/g, ':id');

/** The stacks of an error and its causes, one below the other. */
function stackOf(error: Error): string {
  const stacks: string[] = [];
  for (let one: Error | undefined = error; one && stacks.length <= MAX_DEPTH; one = causeOf(one)) {
    stacks.push(one.stack ?? `${one.name}: ${one.message}`);
  }
  return redactErrorText(stacks.join('\ncaused by: '), MAX_STACK_CHARS);
}
