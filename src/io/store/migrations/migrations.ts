/** All migrations in order. To add one: a file with the next number beside this one, and its line below. */
import { assessmentAndFingerprint } from './001-assessment-and-fingerprint.ts';
import type { Migration } from './migration.ts';

export const MIGRATIONS: readonly Migration[] = [assessmentAndFingerprint];

/** The version of the stores that this program reads and writes. Version 0 is every store from before versions were kept. */
export const SCHEMA_VERSION = MIGRATIONS.length;
