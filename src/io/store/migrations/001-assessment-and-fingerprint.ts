/**
 * Version 1: a change's `reading` becomes `assessment`, and in it `change` becomes `significance` and `alert`, which follows from it, goes.
 * An alert's `says` becomes `fingerprint`.
 */
import { isObject, type JsonObject, type Migration } from './migration.ts';

export const assessmentAndFingerprint: Migration = {
  version: 1,
  // The triggers of the dated index read the old fields. Opening the store creates new ones and indexes the changes again.
  sql: `
    DROP TRIGGER IF EXISTS chronicle_changes_insert;
    DROP TRIGGER IF EXISTS chronicle_changes_update;
    DROP TRIGGER IF EXISTS chronicle_changes_delete;`,
  rewrites: { changes: migrateChange, alerts: migrateAlert },
};

function migrateChange(value: JsonObject): JsonObject {
  const { reading, ...change } = value;
  if (!isObject(reading)) return value;
  const { change: significance, alert: _, ...assessment } = reading;
  return { ...change, assessment: { significance, ...assessment } };
}

function migrateAlert(value: JsonObject): JsonObject {
  const { says, ...alert } = value;
  return says === undefined ? value : { ...alert, fingerprint: says };
}
