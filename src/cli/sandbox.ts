import { startChatPage } from '../../sandbox/chat/chat-page.ts';
import { type Sandbox, startSandbox } from '../../sandbox/start-sandbox.ts';
import { type Config, DEFAULT_WEB_PORT } from '../config.ts';
import { createLog } from '../io/log.ts';
import { type CliCommand, parseArguments, UsageError } from './cli-command.ts';
import { print } from './files.ts';
import { logUnhandledRejections } from './process-errors.ts';
import { runUntilStopped } from './run-until-stopped.ts';
import { requireConfig } from './setup.ts';

export const sandbox: CliCommand = {
  name: 'sandbox',
  usage: '',
  summary: 'runs the bot against a Discord of its own, with a chat page in the browser',
  help:
    'Starts the bot, a Discord on this machine alone with a chat page at WEB_PORT, and a fictional platform whose story moves on\n' +
    'day by day. Needs no token and no internet. What is stored is shown, from a copy; nothing fictional is kept.',
  async run(args) {
    parseArguments(args, {});
    await runSandbox(requireConfig());
  },
};

/** Runs the sandbox until it is told to stop. */
export async function runSandbox(config: Config): Promise<void> {
  const log = createLog(config.logLevel, { pretty: process.stderr.isTTY });
  logUnhandledRejections(log);
  await runUntilStopped(async () => {
    const running = await startSandbox(config, log);
    try {
      const page = await openPage(running, config.webPort);
      print(`Clausewatch sandbox: open ${page.url} in a browser (Ctrl+C stops it)`);
      return {
        async close() {
          await page.close();
          await running.close();
        },
      };
    } catch (error) {
      await running.close();
      throw error;
    }
  });
}

/** A port that was chosen is kept to; the default one gives way to any that is free. */
async function openPage(parts: Sandbox, port: number) {
  try {
    return await startChatPage({ ...parts, port });
  } catch (error) {
    if (!isPortInUse(error)) throw error;
    if (port !== DEFAULT_WEB_PORT) throw new UsageError(`WEB_PORT ${port} is taken by another program`);
    print(`Port ${port} is taken by another program; a free one is used instead.`);
    return startChatPage({ ...parts, port: 0 });
  }
}

const isPortInUse = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
