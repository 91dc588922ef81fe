/** Starts the bot in a child process, connected to a loopback Discord in this one. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type LoopbackDiscord, startLoopbackDiscord } from '../../sandbox/discord/loopback-discord.ts';
import type { FromBot, Report, ToBot } from './protocol.ts';

export interface RunningBot {
  discord: LoopbackDiscord;
  /** Resets the measurements. */
  reset(): void;
  report(): Promise<Report>;
  /** Polls every source once. */
  poll(): Promise<Extract<FromBot, { kind: 'polled' }>['results']>;
  stop(): Promise<void>;
}

const PROGRAM = fileURLToPath(new URL('./bot.ts', import.meta.url));

export async function runBot(
  storeUrl: string,
  { watchedDir, host }: { watchedDir?: string; host?: string } = {},
): Promise<RunningBot> {
  const discord = await startLoopbackDiscord({ answerWithinMs: 30_000 });
  const child = fork(PROGRAM, [discord.api, discord.token, storeUrl, ...(watchedDir ? [watchedDir, host ?? ''] : [])]);
  await waitFor(child, 'ready');
  const send = (message: ToBot) => child.send(message);
  return {
    discord,
    reset: () => send({ kind: 'reset' }),
    report() {
      send({ kind: 'report' });
      return waitFor(child, 'report');
    },
    async poll() {
      send({ kind: 'poll' });
      return (await waitFor(child, 'polled')).results;
    },
    async stop() {
      const ended = once(child, 'exit');
      send({ kind: 'stop' });
      await ended;
      await discord.close();
    },
  };
}

/** @throws Error when the bot ends before it sends that message */
function waitFor<Kind extends FromBot['kind']>(
  child: ChildProcess,
  kind: Kind,
): Promise<Extract<FromBot, { kind: Kind }>> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null) => reject(new Error(`the bot ended with ${code}`));
    const onMessage = (message: FromBot) => {
      if (message.kind !== kind) return;
      child.off('message', onMessage).off('exit', onExit);
      resolve(message as Extract<FromBot, { kind: Kind }>);
    };
    child.on('message', onMessage).once('exit', onExit);
  });
}
