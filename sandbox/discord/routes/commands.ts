/** Slash commands of the application, global and of the server: read, replace all, add (or replace one of that name), change, take away. */
import { ApiError } from '../api-error.ts';
import { COMMAND, COMMANDS } from '../command-schema.ts';
import { validated } from '../validate.ts';
import type { RegisteredCommand, World } from '../world.ts';
import { type Call, done, ok, param, type Route } from './route.ts';

const BASES = ['/applications/:application/commands', '/applications/:application/guilds/:guild/commands'];

export const commandRoutes: readonly Route[] = BASES.flatMap((base): Route[] => [
  { method: 'GET', path: base, handle: (call) => ok(inScope(call)) },
  { method: 'PUT', path: base, handle: replaceAll },
  { method: 'POST', path: base, handle: add },
  { method: 'GET', path: `${base}/:command`, handle: (call) => ok(foundIn(call)) },
  { method: 'PATCH', path: `${base}/:command`, handle: change },
  { method: 'DELETE', path: `${base}/:command`, handle: remove },
]);

type Named = Pick<RegisteredCommand, 'type' | 'name'>;

/** A command that keeps its type and name keeps its id. */
function replaceAll(call: Call) {
  const before = inScope(call);
  const written = validated(COMMANDS, call.body);
  const after = written.map((one) => registered(call, one, before.find((other) => sameCommand(one, other))?.id));
  store(call.world, before, after);
  return ok(after);
}

function add(call: Call) {
  const written = validated(COMMAND, call.body);
  const known = inScope(call).find((other) => sameCommand(written, other));
  const command = registered(call, written, known?.id);
  store(call.world, known ? [known] : [], [command]);
  return { status: known ? 200 : 201, body: command };
}

function change(call: Call) {
  const known = foundIn(call);
  const written = validated(COMMAND, { ...known, ...(call.body as object) });
  const command = registered(call, written, known.id);
  store(call.world, [known], [command]);
  return ok(command);
}

function remove(call: Call) {
  store(call.world, [foundIn(call)], []);
  return done;
}

function inScope(call: Call): RegisteredCommand[] {
  const { world, params } = call;
  if (param(call, 'application') !== world.applicationId) throw new ApiError('missing-access');
  if (params.guild !== undefined && params.guild !== world.guild.id) throw new ApiError('unknown-guild');
  return world.commands.filter(({ guild_id }) => guild_id === params.guild);
}

const sameCommand = (one: Named, other: Named): boolean => one.type === other.type && one.name === other.name;

function foundIn(call: Call): RegisteredCommand {
  const command = inScope(call).find(({ id }) => id === param(call, 'command'));
  if (command === undefined) throw new ApiError('unknown-command');
  return command;
}

function registered(
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
