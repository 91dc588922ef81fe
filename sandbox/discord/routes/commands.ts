/** Routes for global and guild commands: list, replace all, create (or replace by name), edit, delete. */
import { ApiError } from '../model/api-error.ts';
import { COMMAND, COMMANDS } from '../model/command-schema.ts';
import { parseBody } from '../model/validate.ts';
import type { RegisteredCommand, World } from '../model/world.ts';
import { type Call, done, ok, param, type Route } from './route.ts';

const BASES = ['/applications/:application/commands', '/applications/:application/guilds/:guild/commands'];

export const commandRoutes: readonly Route[] = BASES.flatMap((base): Route[] => [
  { method: 'GET', path: base, handle: (call) => ok(commandsInScope(call)) },
  { method: 'PUT', path: base, handle: replaceAll },
  { method: 'POST', path: base, handle: add },
  { method: 'GET', path: `${base}/:command`, handle: (call) => ok(findInScope(call)) },
  { method: 'PATCH', path: `${base}/:command`, handle: change },
  { method: 'DELETE', path: `${base}/:command`, handle: remove },
]);

type Named = Pick<RegisteredCommand, 'type' | 'name'>;

/** Commands with the same type and name keep their ids. */
function replaceAll(call: Call) {
  const before = commandsInScope(call);
  const written = parseBody(COMMANDS, call.body);
  const after = written.map((one) => registerCommand(call, one, before.find((other) => sameCommand(one, other))?.id));
  store(call.world, before, after);
  return ok(after);
}

function add(call: Call) {
  const written = parseBody(COMMAND, call.body);
  const existing = commandsInScope(call).find((other) => sameCommand(written, other));
  const command = registerCommand(call, written, existing?.id);
  store(call.world, existing ? [existing] : [], [command]);
  return { status: existing ? 200 : 201, body: command };
}

function change(call: Call) {
  const existing = findInScope(call);
  const written = parseBody(COMMAND, { ...existing, ...(call.body as object) });
  const command = registerCommand(call, written, existing.id);
  store(call.world, [existing], [command]);
  return ok(command);
}

function remove(call: Call) {
  store(call.world, [findInScope(call)], []);
  return done;
}

function commandsInScope(call: Call): RegisteredCommand[] {
  const { world, params } = call;
  if (param(call, 'application') !== world.applicationId) throw new ApiError('missing-access');
  if (params.guild !== undefined && params.guild !== world.guild.id) throw new ApiError('unknown-guild');
  return world.commands.filter(({ guild_id }) => guild_id === params.guild);
}

const sameCommand = (one: Named, other: Named): boolean => one.type === other.type && one.name === other.name;

function findInScope(call: Call): RegisteredCommand {
  const command = commandsInScope(call).find(({ id }) => id === param(call, 'command'));
  if (command === undefined) throw new ApiError('unknown-command');
  return command;
}

function registerCommand(
  { world, params }: Call,
  written: Omit<RegisteredCommand, 'id' | 'application_id' | 'version'>,
  id = world.nextId(),
): RegisteredCommand {
  const scope = params.guild === undefined ? {} : { guild_id: params.guild };
  return { ...written, id, application_id: world.applicationId, version: world.nextId(), ...scope };
}

function store(world: World, before: readonly RegisteredCommand[], after: readonly RegisteredCommand[]): void {
  world.commands = [...world.commands.filter((one) => !before.includes(one)), ...after];
  world.events.emit({ type: 'commands' });
}
