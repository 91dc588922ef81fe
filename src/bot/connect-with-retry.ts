/** Registers the slash commands and connects to Discord; retries while Discord is unreachable or busy. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { CommandData } from '../app/reply/command.ts';
import { DiscordFatalError } from '../io/discord/fatal-error.ts';
import { connectGateway, type Gateway, type GatewayOptions } from '../io/discord/gateway.ts';
import { registerCommands } from '../io/discord/register-commands.ts';

const MAX_CONNECT_ATTEMPTS = 5;

/** @throws DiscordFatalError when Discord refuses, or the last attempt fails. */
export async function connectWithRetry(
  options: GatewayOptions & { commandData: readonly CommandData[] },
): Promise<Gateway> {
  for (let attempt = 1; ; attempt++) {
    try {
      await registerCommands(options, options.commandData);
      return await connectGateway(options);
    } catch (error) {
      const isTransient =
        error instanceof DiscordFatalError && (error.code === 'unreachable' || error.code === 'no-answer');
      if (!isTransient || attempt === MAX_CONNECT_ATTEMPTS) throw error;
      options.log.warn(`${error.message} Trying again.`);
      await sleep(1000 * 2 ** attempt);
    }
  }
}
