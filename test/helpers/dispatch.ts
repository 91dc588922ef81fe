/** Deliveries from a store to a courier, by a clock that is moved by hand. */
import { createDispatch, type Dispatch } from '../../src/app/deliver/dispatch.ts';
import type { GuildDirectory } from '../../src/app/ports/courier.ts';
import type { Log } from '../../src/app/ports/log.ts';
import type { Store } from '../../src/app/ports/store.ts';
import { nowhereSpecial, type TestCourier } from './courier.ts';
import { aPlatform, type clockAt, quiet } from './world.ts';

interface DispatchParts {
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
  guildDirectory: places = nowhereSpecial,
  random = () => 1,
  elapsedMs = () => clock.now().getTime(),
}: DispatchParts): Dispatch {
  const catalog = { platforms: [aPlatform()], feeds: [], regulation: [], crawlers: [] };
  return createDispatch({
    readModel: { catalog, store },
    courier,
    guildDirectory: places,
    log,
    now: clock.now,
    random,
    elapsedMs,
  });
}
