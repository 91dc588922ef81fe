/** Starts the bot beside a loopback Discord of this process, and asks it. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type LoopbackDiscord, startLoopbackDiscord } from '../../sandbox/discord/loopback-discord.ts';
import type { FromBot, Report, ToBot } from './protocol.ts';

export interface RunningBot {
  discord: LoopbackDiscord;
  /** Forgets what was measured so far. */
  forget(): void;
  report(): Promise<Report>;
  /** Looks once at everything that is watched. */
  look(): Promise<Extract<FromBot, { kind: 'looked' }>['looks']>;
  stop(): Promise<void>;
}

const PROGRAM = fileURLToPath(new URL('./bot.ts', import.meta.url));

export async function runBot(
  storeUrl: string,
  { watchedDir, host }: { watchedDir?: string; host?: string } = {},
): Promise<RunningBot> {
  const discord = await startLoopbackDiscord({ answerWithinMs: 30_000 });
  const child = fork(PROGRAM, [discord.api, discord.token, storeUrl, ...(watchedDir ? [watchedDir, host ?? ''] : [])]);
  await hear(child, 'ready');
  const say = (message: ToBot) => child.send(message);
  return {
    discord,
    forget: () => say({ kind: 'forget' }),
    report() {
      say({ kind: 'report' });
      return hear(child, 'report');
    },
    async look() {
      say({ kind: 'look' });
      return (await hear(child, 'looked')).looks;
    },
    async stop() {
      const ended = once(child, 'exit');
      say({ kind: 'stop' });
      await ended;
      await discord.close();
    },
  };
}

/** @throws when the bot ends before it says so. */
function hear<Kind extends FromBot['kind']>(
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
