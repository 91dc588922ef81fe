/** Builds dispatchers and outbox rows for tests, with a clock that is moved by hand. */
import { createDispatch, type Dispatch } from '../../src/app/deliver/dispatch.ts';
import type { GuildDirectory } from '../../src/app/ports/courier.ts';
import type { Log } from '../../src/app/ports/log.ts';
import type { Store } from '../../src/app/ports/store.ts';
import type { Delivery } from '../../src/domain/alert.ts';
import { nowhereSpecial, type TestCourier } from './courier.ts';
import { aPlatform, type clockAt, quiet } from './world.ts';

interface DispatchOptions {
  store: Store;
  courier: TestCourier;
  clock: ReturnType<typeof clockAt>;
  log?: Log;
  guildDirectory?: GuildDirectory;
  random?: () => number;
  /** The clock's time when left out. */
  elapsedMs?: () => number;
}

export function aDispatch({
  store,
  courier,
  clock,
  log = quiet,
  guildDirectory = nowhereSpecial,
  random = () => 1,
  elapsedMs = () => clock.now().getTime(),
}: DispatchOptions): Dispatch {
  const catalog = { platforms: [aPlatform()], feeds: [], regulation: [], crawlers: [] };
  const readModel = { catalog, store };
  return createDispatch({ readModel, courier, guildDirectory, log, now: clock.now, random, elapsedMs });
}

let rows = 0;
/** A row of a channel of its own, due when it was created. */
export function aRow(at: string, overrides: Partial<Delivery> = {}): Delivery {
  rows += 1;
  return {
    id: `row-${rows}`,
    act: 'post',
    alertId: 'alert-1',
    kind: 'documents',
    priority: 'normal',
    guildId: '1',
    channelId: String(rows),
    state: 'pending',
    attempts: 0,
    nextAttemptAt: at,
    createdAt: at,
    ...overrides,
  };
}

/** All rows of the outbox. */
export async function outboxOf(store: Pick<Store, 'outbox'>): Promise<Delivery[]> {
  const stored: Delivery[] = [];
  for await (const [, row] of store.outbox.entries()) stored.push(row);
  return stored;
}
