/** Every command, in the order `/help` lists them. */
import type { Command, CommandData } from '../src/app/reply/command.ts';
import { localizeCommand } from '../src/app/reply/localize.ts';
import { alerts } from './alerts/index.ts';
import { changes } from './changes.ts';
import { clauses } from './clauses.ts';
import { compare } from './compare.ts';
import { diff } from './diff.ts';
import { createHelpCommand } from './help.ts';
import { linkedStance } from './linked-stance.ts';
import { news } from './news.ts';
import { optout } from './optout.ts';
import { platforms } from './platforms.ts';
import { regulation } from './regulation.ts';
import { search } from './search.ts';
import { settings } from './settings.ts';
import { stance } from './stance.ts';
import { status } from './status.ts';
import { timeline } from './timeline.ts';
import { tools } from './tools.ts';

const commandsBesidesHelp: readonly Command[] = [
  stance,
  compare,
  clauses,
  timeline,
  changes,
  diff,
  tools,
  optout,
  news,
  regulation,
  search,
  platforms,
  linkedStance,
  alerts,
  settings,
  status,
];

export const commands: readonly Command[] = [...commandsBesidesHelp, createHelpCommand(commandsBesidesHelp)];

/** The data registered with Discord, in every language. */
export const commandData: readonly CommandData[] = commands.map(({ data }) => localizeCommand(data));
