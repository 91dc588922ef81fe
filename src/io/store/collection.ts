/**
 * Hides Keyv: a typed collection of the store. A value that cannot be decoded, or is nothing like what belongs there, is passed
 * over as if it were not there, in `get` and in `entries` alike, so that it stops nothing but itself. `has` still says that
 * something is there: an alert that was delivered stays delivered.
 */
import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';
import Keyv from 'keyv';
import type { Collection } from '../../app/ports/store.ts';
import type { SqliteAdapter } from './sqlite-adapter.ts';
import type { ValueGuard } from './value-schemas.ts';

export interface CollectionOptions {
  /** Where values of a wrong shape would do harm. */
  isValid?: ValueGuard;
  /** For texts that are long and rarely read: kept as base64 of raw DEFLATE. */
  compressed?: boolean;
  /** Told of each value that is passed over, each time. */
  onUnreadable(key: string): void;
}

export function createCollection<Value>(
  adapter: SqliteAdapter,
  namespace: string,
  { isValid: fits = () => true, compressed = false, onUnreadable }: CollectionOptions,
): Collection<Value> {
  const { serialize, deserialize } = compressed ? DEFLATED : new Keyv().opts;
  const keyv = new Keyv<Value>({
    store: adapter,
    namespace,
    throwOnErrors: true,
    useKeyPrefix: true,
    serialize,
    deserialize: lenientDeserializer(deserialize),
  });
  // Errors are thrown to the caller (throwOnErrors); without a listener Node would take them for unhandled.
  keyv.on('error', () => {});

  /** The value, where there is one that makes sense. */
  const validOrUndefined = (key: string, value: unknown): Value | undefined => {
    if (value === undefined) return undefined;
    if (value !== UNREADABLE && fits(value)) return value as Value;
    onUnreadable(key);
    return undefined;
  };
  const get = async (key: string): Promise<Value | undefined> => validOrUndefined(key, await keyv.get<Value>(key));

  return {
    get,
    async put(key, value, ttlSeconds) {
      await keyv.set(key, value, milliseconds(ttlSeconds));
    },
    async putMany(entries) {
      await keyv.setMany(entries.map(({ key, value, ttlSeconds }) => ({ key, value, ttl: milliseconds(ttlSeconds) })));
    },
    has: (key) => keyv.has(key),
    async delete(key) {
      await keyv.delete(key);
    },
    async deleteMany(keys) {
      await keyv.delete([...keys]);
    },
    async *entries(prefix = '') {
      if (prefix === '') {
        for await (const [key, stored] of keyv.iterator?.({}) ?? []) {
          const value = validOrUndefined(key as string, stored);
          if (value !== undefined) yield [key as string, value];
        }
        return;
      }
      for await (const key of adapter.keys(namespace, prefix)) {
        const value = await get(key);
        if (value !== undefined) yield [key, value];
      }
    },
  };
}

const milliseconds = (seconds: number | undefined): number | undefined =>
  seconds === undefined ? undefined : seconds * 1000;

// ---- decoding -----------------------------------------------------------------------------------

type Deserialize = NonNullable<Keyv['opts']['deserialize']>;

/** Stands for a value that makes no sense. */
const UNREADABLE = Symbol('unreadable');

/**
 * Decodes, or says that it cannot. What has expired is nothing here already: Keyv would delete it, and no read should write, least
 * of all while another program holds the store locked.
 */
function lenientDeserializer(deserialize: Deserialize | undefined): Deserialize {
  const checked = (decoded: unknown): { value: unknown } => {
    if (typeof decoded !== 'object' || decoded === null || !('value' in decoded)) return { value: UNREADABLE };
    const { value, expires } = decoded as { value: unknown; expires?: unknown };
    if (typeof expires === 'number' && expires < Date.now()) return { value: undefined };
    return { value: typeof value === 'object' && value !== null ? value : UNREADABLE };
  };
  const decode = (stored: string) => {
    try {
      const decoded: unknown = deserialize?.(stored);
      return decoded instanceof Promise ? decoded.then(checked, () => ({ value: UNREADABLE })) : checked(decoded);
    } catch {
      return { value: UNREADABLE };
    }
  };
  return decode as Deserialize;
}

const deflate = promisify(deflateRaw);
const inflate = promisify(inflateRaw);

const DEFLATED = {
  async serialize(data: unknown): Promise<string> {
    return (await deflate(JSON.stringify(data) as string)).toString('base64');
  },
  async deserialize(stored: string) {
    return JSON.parse((await inflate(Buffer.from(stored, 'base64'))).toString('utf8'));
  },
};
