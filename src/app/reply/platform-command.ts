/** A command about one platform, which its first option names. */
import type { Answer } from '../../domain/answer.ts';
import type { Platform } from '../../domain/catalog.ts';
import {
  type Command,
  type CommandContext,
  type CommandRequest,
  type OptionData,
  splitArgs,
  USABLE_ANYWHERE,
} from './command.ts';
import { platformOption, resolvePlatform, suggestPlatformChoices } from './platform-option.ts';

interface PlatformCommand {
  name: string;
  description: string;
  /** Besides the platform. */
  options?: OptionData[];
  /** Options in the arguments of a button, after the platform. */
  args?: readonly string[];
  answer(platform: Platform, context: CommandContext, options: CommandRequest['options']): Promise<Answer> | Answer;
}

export const platformCommand = ({ name, description, options = [], args = [], answer }: PlatformCommand): Command => ({
  data: {
    name,
    description,
    ...USABLE_ANYWHERE,
    options: [platformOption('The platform', { required: true }), ...options],
  },
  async execute(request, context) {
    const resolved = resolvePlatform(request.options.platform ?? '', context);
    return resolved.status === 'unknown' ? resolved.answer : answer(resolved.platform, context, request.options);
  },
  autocomplete: (_option, typed, _request, context) => suggestPlatformChoices(typed, context),
  optionsFromArgs: splitArgs(['platform', ...args]),
});
