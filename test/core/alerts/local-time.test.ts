import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  findPreviousTimeOfDay,
  findQuietHoursEnd,
  parseQuietHours,
  wallClock,
} from '../../../src/core/alerts/local-time.ts';

const at = (instant: string) => new Date(instant);

describe('the local time', () => {
  for (const [instant, zone, weekday, minute] of [
    ['2026-06-01T12:00:00Z', 'UTC', 'monday', 720],
    ['2026-06-01T22:30:00Z', 'Europe/Paris', 'tuesday', 30],
    ['2026-06-01T03:00:00Z', 'America/New_York', 'sunday', 1380],
    ['2026-06-01T18:30:00Z', 'Asia/Kathmandu', 'tuesday', 15],
  ] as const) {
    it(`of ${instant} in ${zone}`, () => {
      assert.deepEqual(wallClock(at(instant), zone), { weekday, minute });
    });
  }
});

describe('quiet hours', () => {
  const night = { from: '22:00', to: '08:00' };
  for (const [instant, quiet, zone, until] of [
    ['2026-06-01T23:00:00Z', night, 'UTC', '2026-06-02T08:00:00.000Z'],
    ['2026-06-02T07:59:59Z', night, 'UTC', '2026-06-02T08:00:00.000Z'],
    ['2026-06-02T08:00:00Z', night, 'UTC', undefined],
    ['2026-06-02T21:59:00Z', night, 'UTC', undefined],
    ['2026-06-01T20:30:00Z', night, 'Europe/Paris', '2026-06-02T06:00:00.000Z'],
    ['2026-06-01T12:30:00Z', { from: '12:00', to: '14:00' }, 'UTC', '2026-06-01T14:00:00.000Z'],
    // Paris puts its clocks back at 03:00 on 25 October 2026, and forward at 02:00 on 29 March.
    ['2026-10-24T21:00:00Z', night, 'Europe/Paris', '2026-10-25T07:00:00.000Z'],
    ['2026-03-28T22:00:00Z', night, 'Europe/Paris', '2026-03-29T06:00:00.000Z'],
  ] as const) {
    it(`${instant}, ${quiet.from} to ${quiet.to} in ${zone}: ${until ?? 'not quiet'}`, () => {
      assert.equal(findQuietHoursEnd(at(instant), quiet, zone), until);
    });
  }

  for (const [words, quiet] of [
    ['22:00-08:00', night],
    ['22-8', night],
    ['22h – 8h', night],
    ['22:00 bis 08:00', night],
    ['0:30-6:15', { from: '00:30', to: '06:15' }],
    ['24-7', { from: '00:00', to: '07:00' }],
    ['25-8', undefined],
    ['22:60-8', undefined],
    ['8-8', undefined],
    ['at night', undefined],
    ['', undefined],
    [' '.repeat(100_000), undefined],
  ] as const) {
    it(`“${words.slice(0, 20)}” ${quiet ? `is ${quiet.from} to ${quiet.to}` : 'is no time'}`, () => {
      assert.deepEqual(parseQuietHours(words), quiet);
    });
  }
});

describe('the previous time of day', () => {
  const nine = 9 * 60;
  for (const [now, zone, weekday, expected] of [
    ['2026-06-03T09:00:00Z', 'UTC', undefined, '2026-06-03T09:00:00.000Z'],
    ['2026-06-03T08:59:59Z', 'UTC', undefined, '2026-06-02T09:00:00.000Z'],
    ['2026-06-03T12:00:00Z', 'UTC', 'monday', '2026-06-01T09:00:00.000Z'],
    ['2026-06-01T08:00:00Z', 'UTC', 'monday', '2026-05-25T09:00:00.000Z'],
    ['2026-06-01T08:00:00Z', 'Europe/Berlin', 'monday', '2026-06-01T07:00:00.000Z'],
    ['2026-10-26T12:00:00Z', 'Europe/Paris', 'sunday', '2026-10-25T08:00:00.000Z'],
    ['2026-10-25T06:00:00Z', 'Europe/Paris', 'saturday', '2026-10-24T07:00:00.000Z'],
    ['2026-06-01T00:30:00Z', 'Pacific/Auckland', 'monday', '2026-05-31T21:00:00.000Z'],
  ] as const) {
    it(`before ${now}, ${weekday ?? 'any day'} 09:00 in ${zone}`, () => {
      assert.equal(findPreviousTimeOfDay(at(now), nine, zone, weekday).toISOString(), expected);
    });
  }
});
