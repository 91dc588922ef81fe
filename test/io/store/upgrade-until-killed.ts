/** Upgrades a store, in a process that the test kills at some moment. */
import { upgradeStore } from '../../../src/io/store/upgrade-store.ts';

process.send?.('upgrading');
await upgradeStore(`sqlite:${process.argv[2]}`);
process.disconnect?.();
