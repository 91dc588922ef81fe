/** Every slash command, in the order `/help` lists them. */
import { alerts } from './alerts.ts';
import { changes } from './changes.ts';
import type { Command } from './command.ts';
import { helpFor } from './help.ts';
import { platforms } from './platforms.ts';
import { stance } from './stance.ts';
import { status } from './status.ts';
import { timeline } from './timeline.ts';

const answering: readonly Command[] = [stance, timeline, changes, platforms, alerts, status];

export const commands: readonly Command[] = [...answering, helpFor(answering)];
