/**
 * Hides Keyv: a typed collection of the store. A value that cannot be decoded or fails its check is skipped by `get` and `entries`, so
 * that it stops nothing but itself. `has` still finds it: an alert that was delivered stays delivered.
 */
import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';
import Keyv from 'keyv';
import type { Collection } from '../../app/ports/collection.ts';
import type { EntryWrite, SqliteAdapter } from './sqlite-adapter.ts';
import type { ValueGuard } from './value-schemas.ts';

export interface CollectionOptions {
  /** Given where values of a wrong shape would do harm. */
  isValid?: ValueGuard;
  /** For texts that are long and rarely read: kept as base64 of raw DEFLATE. */
  compressed?: boolean;
  /** Called with each value that is skipped, each time. */
  onUnreadable(key: string): void;
}

export interface StoredCollection<Value> extends Collection<Value> {
  /** A write that the adapter can apply later, with others; without a value, a deletion. */
  encodeWrite(key: string, value?: Value, ttlSeconds?: number): Promise<EntryWrite>;
}

export function createCollection<Value>(
  adapter: SqliteAdapter,
  namespace: string,
  { isValid = () => true, compressed = false, onUnreadable }: CollectionOptions,
): StoredCollection<Value> {
  const { serialize, deserialize } = compressed ? DEFLATED : new Keyv().opts;
  const keyv = new Keyv<Value>({
    store: adapter,
    namespace,
    throwOnErrors: true,
    useKeyPrefix: true,
    serialize,
    deserialize: lenientDeserializer(deserialize),
  });
  // Errors reach the caller (throwOnErrors); without a listener, 'error' events would crash the process.
  keyv.on('error', () => {});

  const validOrUndefined = (key: string, value: unknown): Value | undefined => {
    if (value === undefined) return undefined;
    if (value !== UNREADABLE && isValid(value)) return value as Value;
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
    async encodeWrite(key, value, ttlSeconds) {
      const entry = { key: `${namespace}:${key}` };
      if (value === undefined) return entry;
      const ttl = milliseconds(ttlSeconds);
      const expires = ttl === undefined ? undefined : Date.now() + ttl;
      // With a serializer, Keyv returns a string.
      return { ...entry, value: (await keyv.serializeData({ value, expires })) as string, ttl };
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

const UNREADABLE = Symbol('unreadable');

/**
 * Returns UNREADABLE instead of throwing, and nothing for what has expired: Keyv would delete that, and no read should write, least of
 * all while another program holds the store locked.
 */
function lenientDeserializer(deserialize: Deserialize | undefined): Deserialize {
  const unwrap = (decoded: unknown): { value: unknown } => {
    if (typeof decoded !== 'object' || decoded === null || !('value' in decoded)) return { value: UNREADABLE };
    const { value, expires } = decoded as { value: unknown; expires?: unknown };
    if (typeof expires === 'number' && expires < Date.now()) return { value: undefined };
    return { value: typeof value === 'object' && value !== null ? value : UNREADABLE };
  };
  const decode = (stored: string) => {
    try {
      const decoded: unknown = deserialize?.(stored);
      return decoded instanceof Promise ? decoded.then(unwrap, () => ({ value: UNREADABLE })) : unwrap(decoded);
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
