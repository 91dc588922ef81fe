/** `clausewatch sandbox`: runs the bot against a Discord of its own, with a chat page. */
import { startChatPage } from '../../sandbox/chat/chat-page.ts';
import { type Sandbox, startSandbox } from '../../sandbox/start-sandbox.ts';
import { type Config, DEFAULT_WEB_PORT } from '../bot/config.ts';
import { requireConfig } from '../bot/setup.ts';
import { createLog } from '../io/log/log.ts';
import { type CliCommand, parseArguments, UsageError } from './cli-command.ts';
import { print } from './output.ts';
import { logUnhandledRejections } from './process-errors.ts';
import { runUntilStopped } from './run-until-stopped.ts';

export const sandbox: CliCommand = {
  name: 'sandbox',
  usage: '',
  summary: 'runs the bot against a Discord of its own, with a chat page in the browser',
  help:
    'Starts the bot, a Discord on this machine alone with a chat page at WEB_PORT, and a fictional platform whose story moves on\n' +
    'day by day. Needs no token and no internet. Works on a copy of the configured store; nothing fictional is kept.',
  async run(args) {
    parseArguments(args, {});
    await runSandbox(requireConfig());
  },
};

export async function runSandbox(config: Config): Promise<void> {
  const log = createLog(config.logLevel, { pretty: process.stderr.isTTY });
  logUnhandledRejections(log);
  await runUntilStopped(async () => {
    await using resources = new AsyncDisposableStack();
    const running = resources.adopt(await startSandbox(config, log), (started) => started.close());
    const page = resources.adopt(await openChatPage(running, config.webPort), (opened) => opened.close());
    print(`Clausewatch sandbox: open ${page.url} in a browser (Ctrl+C stops it)`);
    const program = resources.move();
    return { close: () => program.disposeAsync() };
  });
}

/** Falls back to a free port when the default one is taken; a configured port is never replaced. */
async function openChatPage(running: Sandbox, port: number) {
  try {
    return await startChatPage({ ...running, port });
  } catch (error) {
    if (!isPortInUse(error)) throw error;
    if (port !== DEFAULT_WEB_PORT) throw new UsageError(`WEB_PORT ${port} is taken by another program`);
    print(`Port ${port} is taken by another program; using a free one.`);
    return startChatPage({ ...running, port: 0 });
  }
}

const isPortInUse = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
