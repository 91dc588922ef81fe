/** Every slash command, in the order `/help` lists them. */
import { alerts } from './alerts.ts';
import { changes } from './changes.ts';
import { clauses } from './clauses.ts';
import type { Command } from './command.ts';
import { compare } from './compare.ts';
import { helpFor } from './help.ts';
import { news } from './news.ts';
import { optout } from './optout.ts';
import { platforms } from './platforms.ts';
import { stance } from './stance.ts';
import { status } from './status.ts';
import { timeline } from './timeline.ts';
import { tools } from './tools.ts';

const answering: readonly Command[] = [
  stance,
  compare,
  clauses,
  timeline,
  changes,
  news,
  tools,
  optout,
  platforms,
  alerts,
  status,
];

export const commands: readonly Command[] = [...answering, helpFor(answering)];
