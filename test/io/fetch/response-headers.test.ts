import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  contentTypeOf,
  freshForSeconds,
  locationOf,
  type RawHeaders,
  retryAfterSeconds,
  validatorsOf,
} from '../../../src/io/fetch/response-headers.ts';

const NOON = Date.parse('2026-03-01T12:00:00Z');
const YEAR = 365 * 24 * 60 * 60;

const FRESHNESS: { headers: RawHeaders; seconds: number | undefined }[] = [
  { headers: {}, seconds: undefined },
  { headers: { 'cache-control': 'public' }, seconds: undefined },
  { headers: { 'cache-control': 'public, max-age=300' }, seconds: 300 },
  { headers: { 'cache-control': ['public', 'Max-Age=300'] }, seconds: 300 },
  { headers: { 'cache-control': 'max-age=300', age: '100' }, seconds: 200 },
  { headers: { 'cache-control': 'max-age=300', age: '900' }, seconds: 0 },
  { headers: { 'cache-control': 'max-age=300, no-cache' }, seconds: 0 },
  { headers: { 'cache-control': 'no-store' }, seconds: 0 },
  { headers: { 'cache-control': 'max-age=99999999999999999999999' }, seconds: YEAR },
  { headers: { 'cache-control': 'max-age=-5' }, seconds: undefined },
  { headers: { expires: 'Sun, 01 Mar 2026 12:10:00 GMT' }, seconds: 600 },
  {
    headers: { expires: 'Sun, 01 Mar 2026 12:10:00 GMT', date: 'Sun, 01 Mar 2026 12:09:00 GMT' },
    seconds: 60,
  },
  { headers: { expires: 'Sun, 01 Mar 2026 12:10:00 GMT', 'cache-control': 'max-age=5' }, seconds: 5 },
  { headers: { expires: '0' }, seconds: 0 },
  { headers: { expires: 'Thu, 01 Jan 1970 00:00:00 GMT' }, seconds: 0 },
];
for (const { headers, seconds } of FRESHNESS) {
  test(`${JSON.stringify(headers)} is fresh for ${seconds} seconds`, () =>
    assert.equal(freshForSeconds(headers, NOON), seconds));
}

const RETRIES: Readonly<Record<string, number | undefined>> = {
  '': undefined,
  '0': 0,
  '120': 120,
  '1.5': undefined,
  '-1': undefined,
  '99999999999999': YEAR,
  'Sun, 01 Mar 2026 12:00:30 GMT': 30,
  'Sun, 01 Mar 2026 11:00:00 GMT': 0,
  'Sunday, 01-Mar-26 12:00:30 GMT': 30,
  'some, day': undefined,
};
for (const [value, seconds] of Object.entries(RETRIES)) {
  test(`"Retry-After: ${value}" is ${seconds} seconds`, () =>
    assert.equal(retryAfterSeconds({ 'retry-after': value }, NOON), seconds));
}

const TYPES: Readonly<Record<string, { type: string; charset?: string }>> = {
  'Text/HTML': { type: 'text/html', charset: undefined },
  'text/html;charset=UTF-8': { type: 'text/html', charset: 'utf-8' },
  'text/html; foo=bar; Charset="latin1"': { type: 'text/html', charset: 'latin1' },
  '': { type: '', charset: undefined },
};
for (const [value, expected] of Object.entries(TYPES)) {
  test(`"Content-Type: ${value}" is parsed`, () =>
    assert.deepEqual(contentTypeOf({ 'content-type': value }), expected));
}

test('validators that could not be sent back are dropped', () => {
  const url = 'https://example.com/terms';
  assert.deepEqual(validatorsOf({}, url), {});
  assert.deepEqual(validatorsOf({ etag: 'caf\u00e9' }, url), {});
  assert.deepEqual(validatorsOf({ etag: `"${'x'.repeat(5_000)}"` }, url), {});
  assert.deepEqual(validatorsOf({ etag: 'W/"1"' }, url), { etag: 'W/"1"', lastModified: undefined, url });
});

test('a redirect may have a target in any script', () => {
  const location = Buffer.from('/условия').toString('latin1');
  assert.equal(locationOf({ location }), '/условия');
});
