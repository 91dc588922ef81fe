/** What migration 1 makes of single values. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assessmentAndFingerprint } from '../../../../src/io/store/migrations/001-assessment-and-fingerprint.ts';
import type { JsonObject } from '../../../../src/io/store/migrations/migration.ts';

const { changes, alerts } = assessmentAndFingerprint.rewrites;
const CASES: Readonly<Record<string, [rewrite: typeof changes, before: JsonObject, after: JsonObject]>> = {
  'a change': [
    changes,
    { id: 'c', reading: { change: 'major', capture: 'ok', alert: true, training: { old: 'silent' } }, edits: [] },
    { id: 'c', assessment: { significance: 'major', capture: 'ok', training: { old: 'silent' } }, edits: [] },
  ],
  'a change that has the new fields': [
    changes,
    { id: 'c', assessment: { significance: 'minor' } },
    { id: 'c', assessment: { significance: 'minor' } },
  ],
  'a change without a reading': [changes, { id: 'c', reading: 'major' }, { id: 'c', reading: 'major' }],
  'an alert': [alerts, { id: 'a', says: '2 b', corrected: 'then' }, { id: 'a', fingerprint: '2 b', corrected: 'then' }],
  'an alert whose messages never change': [alerts, { id: 'a', kind: 'documents' }, { id: 'a', kind: 'documents' }],
};

describe('migration 1', () => {
  for (const [name, [rewrite, before, after]] of Object.entries(CASES)) {
    it(`rewrites ${name}`, () => {
      const original = structuredClone(before);
      assert.deepEqual(rewrite?.(before), after);
      assert.deepEqual(before, original, 'the value it was given is untouched');
    });
  }
});
