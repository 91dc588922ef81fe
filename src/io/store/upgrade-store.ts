/** Brings a store of an earlier version up to date: backup first, then all migrations in one transaction. */
import { existsSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { yieldToEventLoop } from '../../app/event-loop.ts';
import type { Now } from '../../app/ports/clock.ts';
import type { Log } from '../../app/ports/log.ts';
import { backUpStore } from './back-up-store.ts';
import { OPENING_TIMEOUT_MS, openDatabaseFile } from './database.ts';
import { rollBack } from './database-executor.ts';
import { isObject, type JsonObject } from './migrations/migration.ts';
import { MIGRATIONS, SCHEMA_VERSION } from './migrations/migrations.ts';
import { readSchemaVersion, writeSchemaVersion } from './schema-version.ts';
import { describeStoreError, StoreError, toOpenError } from './store-error.ts';
import { createPrivateFile, sqlitePath } from './store-file.ts';

export interface UpgradeOptions {
  log?: Pick<Log, 'info'>;
  now?: Now;
  /** Whether the store is backed up beside itself first; true when left out. */
  keepsBackup?: boolean;
}

/** Values rewritten between two turns of the event loop. */
const BATCH_SIZE = 64;

/**
 * Whether a store must be upgraded before it can be opened. Leaves it as it is.
 * @throws StoreError when the store is of a newer version or cannot be read.
 */
export function needsUpgrade(url: string): boolean {
  const path = sqlitePath(url);
  if (path === ':memory:' || !existsSync(path)) return false;
  let database: DatabaseSync | undefined;
  try {
    createPrivateFile(path);
    database = new DatabaseSync(path, { timeout: OPENING_TIMEOUT_MS });
    return (readSchemaVersion(database, path) ?? SCHEMA_VERSION) < SCHEMA_VERSION;
  } catch (error) {
    throw toOpenError(path, error);
  } finally {
    database?.close();
  }
}

/**
 * Upgrades the store where it needs it. Call it before the store is opened, holding its lock: nobody else may write meanwhile.
 * A crash leaves the store as it was; the next start begins anew.
 * @throws StoreError when the store is of a newer version, or the backup or the upgrade fails; the store is as it was then.
 */
export async function upgradeStore(url: string, options: UpgradeOptions = {}): Promise<void> {
  if (!needsUpgrade(url)) return;
  const { log, now = () => new Date(), keepsBackup = true } = options;
  const path = sqlitePath(url);
  const database = openDatabaseFile(path);
  let backup: string | undefined;
  try {
    const version = readSchemaVersion(database, path) ?? SCHEMA_VERSION;
    if (keepsBackup && hasValues(database)) {
      backup = await backUpStore(database, path, version, now().toISOString().slice(0, 10));
    }
    log?.info('upgrading the store', { from: version, to: SCHEMA_VERSION, backup });
    await migrate(database, version);
    log?.info('the store is upgraded');
  } catch (error) {
    // The store is unchanged, and each further try would leave another copy.
    if (backup !== undefined) rmSync(backup, { force: true });
    if (error instanceof StoreError) throw error;
    throw new StoreError('cannot-upgrade', `STORE_URL: cannot upgrade ${path}: ${describeStoreError(error)}`, error);
  } finally {
    database.close();
  }
}

const hasValues = (database: DatabaseSync): boolean =>
  database.prepare('SELECT 1 FROM entries LIMIT 1').get() !== undefined;

/** The transaction stays open over turns of the event loop, which is safe on a connection that nobody else uses. */
async function migrate(database: DatabaseSync, from: number): Promise<void> {
  database.exec('BEGIN IMMEDIATE');
  try {
    for (const { version, sql = '', rewrites } of MIGRATIONS.filter(({ version }) => version > from)) {
      database.exec(sql);
      for (const [namespace, rewrite] of Object.entries(rewrites)) await rewriteValues(database, namespace, rewrite);
      writeSchemaVersion(database, version);
    }
    database.exec('COMMIT');
  } catch (error) {
    rollBack(database);
    throw error;
  }
}

async function rewriteValues(
  database: DatabaseSync,
  namespace: string,
  rewrite: (value: JsonObject) => JsonObject,
): Promise<void> {
  const page = database.prepare('SELECT key, value FROM entries WHERE key > ? AND key < ? ORDER BY key LIMIT ?');
  const update = database.prepare('UPDATE entries SET value = ? WHERE key = ?');
  let last = `${namespace}:`;
  for (;;) {
    const rows = page.all(last, `${namespace};`, BATCH_SIZE);
    for (const { key, value } of rows) {
      const rewritten = rewriteEnvelope(value, rewrite);
      if (rewritten !== undefined) update.run(rewritten, String(key));
    }
    if (rows.length < BATCH_SIZE) return;
    last = String(rows.at(-1)?.key);
    await yieldToEventLoop();
  }
}

/**
 * Works on Keyv's JSON as it is written, `{"value":…,"expires":…}`, so that its escaped strings come through untouched.
 * @returns nothing for what is already right, or cannot be read and stays as it is.
 */
function rewriteEnvelope(stored: unknown, rewrite: (value: JsonObject) => JsonObject): string | undefined {
  let envelope: unknown;
  try {
    envelope = JSON.parse(String(stored));
  } catch {
    return undefined;
  }
  if (!isObject(envelope) || !isObject(envelope.value)) return undefined;
  const value = rewrite(envelope.value);
  return value === envelope.value ? undefined : JSON.stringify({ ...envelope, value });
}
