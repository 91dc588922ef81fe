import type { Answer } from '../../src/app/answer.ts';
import type { Context, Request } from '../command.ts';
import { describe } from './describe.ts';
import { done, lacking, refused } from './replies.ts';
import { warnings } from './warnings.ts';
import { readWish } from './wish.ts';

/** Changes what was put in and keeps the rest. */
export async function edit(request: Request, guildId: string, context: Context): Promise<Answer> {
  const { say } = context;
  const wish = readWish(request, context);
  if (wish.status === 'refused') return wish.answer;
  const { channel } = request.channels;
  if (channel && channel.missingPermissions.length > 0) return lacking(channel, say);
  const changed = await context.desk.change(guildId, request.options.alert ?? '', wish.changes);
  if (changed === undefined) return refused(say.text('alerts.unknown'), say);
  return done(say.text('alerts.changed'), [
    describe(changed, context),
    ...(channel ? warnings(request, channel, say) : []),
  ]);
}
