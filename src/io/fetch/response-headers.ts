/** Parses response headers, so that nobody else reads them raw. */
import type { Validators } from '../../app/ports/fetch.ts';

/** Headers as undici returns them: lower-case names, repeated headers as a list. */
export type RawHeaders = Readonly<Record<string, string | string[] | undefined>>;

/** One year; larger values are clamped. */
const MAX_SECONDS = 365 * 24 * 60 * 60;
const MAX_VALIDATOR_CHARS = 1024;

export function header(headers: RawHeaders, name: string): string {
  const value = headers[name];
  return (Array.isArray(value) ? value.join(', ') : (value ?? '')).trim();
}

/** The named headers that are present, with all their values. */
export function pickHeaders(headers: RawHeaders, names: readonly string[]): Record<string, string[]> {
  const present = names.flatMap((name) => {
    const value = headers[name];
    return value === undefined ? [] : [[name, Array.isArray(value) ? value : [value]] as const];
  });
  return Object.fromEntries(present);
}

/** The media type in lower case without parameters (empty for none), and the charset parameter. */
export function contentTypeOf(headers: RawHeaders): { type: string; charset?: string } {
  const [type = '', ...parameters] = header(headers, 'content-type').split(';');
  const charset = parameters
    .map((parameter) => parameter.trim().toLowerCase())
    .find((parameter) => parameter.startsWith('charset='));
  return { type: type.trim().toLowerCase(), charset: charset?.slice('charset='.length).replaceAll(/["']/g, '') };
}

/** In bytes. */
export function contentLengthOf(headers: RawHeaders): number | undefined {
  return parseWholeNumber(header(headers, 'content-length'));
}

/** The target of a redirect; empty if absent. Servers send other scripts as raw UTF-8, which undici decodes as Latin-1. */
export function locationOf(headers: RawHeaders): string {
  return Buffer.from(header(headers, 'location'), 'latin1').toString('utf8');
}

/** Validators for conditional requests; values that could not be sent back are left out. */
export function validatorsOf(headers: RawHeaders, url: string): Validators {
  const etag = validHeaderValue(header(headers, 'etag'));
  const lastModified = validHeaderValue(header(headers, 'last-modified'));
  return etag === undefined && lastModified === undefined ? {} : { etag, lastModified, url };
}

/** Freshness by Cache-Control or else Expires; undefined if the server sends neither. */
export function freshForSeconds(headers: RawHeaders, nowMs: number): number | undefined {
  const directives = header(headers, 'cache-control')
    .toLowerCase()
    .split(',')
    .map((directive) => directive.trim());
  if (directives.includes('no-store') || directives.includes('no-cache')) return 0;

  const maxAge = directives.find((directive) => directive.startsWith('max-age='))?.slice('max-age='.length);
  const ageSeconds = parseWholeNumber(header(headers, 'age')) ?? 0;
  const lifeSeconds = parseWholeNumber(maxAge ?? '');
  if (lifeSeconds !== undefined) return clampSeconds(lifeSeconds - ageSeconds);

  const expires = header(headers, 'expires');
  if (expires === '') return undefined;
  // "0" and other invalid dates mean: already stale.
  return clampSeconds(((parseHttpDate(expires) ?? nowMs) - (parseHttpDate(header(headers, 'date')) ?? nowMs)) / 1000);
}

/** Retry-After in seconds, whether sent as seconds or as a date. */
export function retryAfterSeconds(headers: RawHeaders, nowMs: number): number | undefined {
  const value = header(headers, 'retry-after');
  const seconds = parseWholeNumber(value);
  if (seconds !== undefined) return clampSeconds(seconds);
  const date = parseHttpDate(value);
  return date === undefined ? undefined : clampSeconds((date - nowMs) / 1000);
}

function validHeaderValue(value: string): string | undefined {
  return value !== '' && value.length <= MAX_VALIDATOR_CHARS && /^[\x20-\x7e]+$/.test(value) ? value : undefined;
}

function parseWholeNumber(text: string): number | undefined {
  return /^\d+$/.test(text) ? Number(text) : undefined;
}

/** Milliseconds since the epoch. `Date.parse` alone accepts almost any number as a year. */
function parseHttpDate(text: string): number | undefined {
  const parsed = /^[a-z]{3,9}, /i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(parsed) ? undefined : parsed;
}

function clampSeconds(seconds: number): number {
  return Math.min(Math.max(Math.ceil(seconds), 0), MAX_SECONDS);
}
